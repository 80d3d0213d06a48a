export type { Fetched, FetchRefusal } from './fetched.js';
export { Fetcher } from './fetcher.js';
export { Poster, type Posted } from './poster.js';
export { PUBLIC_INTERNET, type Reach } from './reach.js';
