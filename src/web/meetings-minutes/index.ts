import { MinutesController } from './minutes.controller.js';

export const meetingsMinutesControllers = [MinutesController];
