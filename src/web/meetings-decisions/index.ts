import { MeetingsDecisionsController } from './meetings-decisions.controller.js';

/** Decisions made outside meetings, as a clerk records them. They stand before /meetings/:id. */
export const meetingsDecisionsControllers = [MeetingsDecisionsController];
