import { DeclareController } from './declare/declare.controller.js';
import { DeclaringAnInterest } from './declare/declaring.js';
import { DeclaredController } from './declared/declared.controller.js';
import { NoInterestController } from './no-interest/no-interest.controller.js';
import { NothingController } from './nothing/nothing.controller.js';

/** What a member declares for a meeting: interests, that there is nothing, a party whip, that council tax is owed. */
export const myDisclosuresControllers = [
  DeclareController,
  DeclaredController,
  NoInterestController,
  NothingController,
];
export const myDisclosuresProviders = [DeclaringAnInterest];
