import { AttendingController } from './attending.controller.js';

export const myAttendingControllers = [AttendingController];
