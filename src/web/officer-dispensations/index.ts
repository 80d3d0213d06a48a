import { GrantersChoices } from './choices.js';
import { DecideController } from './decide/decide.controller.js';
import { InviteController } from './invite/invite.controller.js';
import { KnownDispensations } from './known.js';
import { ListController } from './list/list.controller.js';
import { OneController } from './one/one.controller.js';
import { PaperController } from './paper/paper.controller.js';
import { MeetingsInPeriod } from './reach/meetings-in-period.js';
import { ReachController } from './reach/reach.controller.js';

/** Dispensations as those who decide on them see them. The named pages stand before ':id'. */
export const officerDispensationControllers = [
  ListController,
  InviteController,
  PaperController,
  DecideController,
  ReachController,
  OneController,
];
export const officerDispensationProviders = [GrantersChoices, KnownDispensations, MeetingsInPeriod];
