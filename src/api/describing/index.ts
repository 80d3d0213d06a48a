export { ApiDescriptionController } from './description.controller.js';
