export * from './advice/index.js';
export * from './board/index.js';
export * from './cases/index.js';
export * from './checks/index.js';
export * from './ladder/index.js';
export { OversightModule } from './oversight.module.js';
export * from './reports/index.js';
export * from './retention/index.js';
export * from './subject-access/index.js';
