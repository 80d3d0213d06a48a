import { MySessionsController } from './my-sessions.controller.js';

/** Where somebody is signed in, and signing out there. */
export const mySessionsControllers = [MySessionsController];
