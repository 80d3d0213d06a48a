export { FirstAdministrator } from './admin/index.js';
export { configureWeb, type ServerLimits } from './layout/index.js';
export { Readiness } from './health/readiness.js';
export { Metrics } from './metrics/index.js';
export { PublicAnswers } from './public-register/index.js';
export { WebModule } from './web.module.js';
