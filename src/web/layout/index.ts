export { configureWeb, type WebOptions } from './configure-web.js';
export { errorPages } from './error-pages.js';
export { type ServerLimits } from './server-limits.js';
export { uploadedFile, type UploadedFile } from './uploads.js';
export { type ActingView, type ViewGlobals } from './view-globals.js';
