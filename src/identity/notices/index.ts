export { AccountNotices } from './account-notices.js';
export { AccountNotice } from './notice.entity.js';
export { oweNotice } from './owe-notice.js';
