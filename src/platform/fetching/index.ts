export type { Fetched, FetchRefusal } from './fetched.js';
export { Fetcher, PUBLIC_INTERNET } from './fetcher.js';
export type { Reach } from './fetcher.js';
