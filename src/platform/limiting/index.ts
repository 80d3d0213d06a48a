export { Limits } from './limits.js';
export type { Limiter, LimitSetting } from './limits.js';
