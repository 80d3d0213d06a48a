/** The few things that many pages need: ids in addresses, moments and offices in words. */
export { found, IdInAddress } from './address.js';
export { instantInWords, shortDate, timeInWords } from './moments.js';
export { officeInWords, seatRoleInWords } from './office.js';
