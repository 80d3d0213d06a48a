export { Elsewhere } from './elsewhere.js';
export { ERROR_PAGES, ErrorFilter } from './error-filter.js';
export type { ErrorPage, ErrorPages } from './error-filter.js';
export { Refusal, type FieldProblem } from './refusal.js';
export { type ErrorStatus } from './understand.js';
