/** The few things that many pages need: ids in addresses, moments and offices in words. */
export { found, IdInAddress } from './address.js';
export { csvRefusalInWords } from './csv-refusals.js';
export { timeInWords } from '../../wording/index.js';
export { instantInWords, shortDate } from './moments.js';
export { pageIn, pagesOf, shownInWords, type InPages } from './pages.js';
export { officeInWords, seatRoleInWords } from './office.js';
