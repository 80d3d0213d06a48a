export { MyDataController } from './my-data.controller.js';
