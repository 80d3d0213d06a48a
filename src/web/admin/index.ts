import { AdminScope } from './admin-scope.js';
import { AuthoritiesController } from './authorities/authorities.controller.js';
import { AuthorityController } from './authority/authority.controller.js';
import { BodiesController } from './bodies/bodies.controller.js';
import { EmptySeatController } from './bodies/empty-seat.controller.js';
import { FillSeatController } from './bodies/fill-seat.controller.js';
import { HandOverController } from './hand-over/hand-over.controller.js';
import { InstallationController } from './installation/installation.controller.js';
import { FirstSignInController } from './intake/first-sign-in.controller.js';
import { IntakeController } from './intake/intake.controller.js';
import { AccessController } from './people/access.controller.js';
import { EndOfficeController } from './people/end-office.controller.js';
import { EndRoleController } from './people/end-role.controller.js';
import { OfficesController } from './people/offices.controller.js';
import { PeopleController } from './people/people.controller.js';
import { RolesController } from './people/roles.controller.js';
import { FirstAdministrator } from './set-up/first-administrator.js';
import { SetUpController } from './set-up/set-up.controller.js';

export { FirstAdministrator };

/** The set-up pages. What has a fixed address stands before what takes any word in its place. */
export const adminControllers = [
  AuthoritiesController,
  AuthorityController,
  BodiesController,
  FillSeatController,
  EmptySeatController,
  PeopleController,
  OfficesController,
  RolesController,
  EndOfficeController,
  EndRoleController,
  AccessController,
  InstallationController,
  IntakeController,
  FirstSignInController,
  HandOverController,
  SetUpController,
];
export const adminProviders = [AdminScope, FirstAdministrator];
