import { AnchorsController } from './anchors.controller.js';

export const publicAnchorControllers = [AnchorsController];
