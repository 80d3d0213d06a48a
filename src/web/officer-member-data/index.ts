export { MemberDataController } from './member-data.controller.js';
