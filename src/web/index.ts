export { FirstAdministrator } from './admin/index.js';
export { configureWeb } from './layout/index.js';
export { PublicAnswers } from './public-register/index.js';
export { WebModule } from './web.module.js';
