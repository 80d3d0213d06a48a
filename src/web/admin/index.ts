import { AdminScope } from './admin-scope.js';
import { AuthoritiesController } from './authorities/authorities.controller.js';
import { AuthorityController } from './authority/authority.controller.js';
import { BodiesController } from './bodies/bodies.controller.js';
import { FillSeatController } from './bodies/fill-seat.controller.js';
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
  PeopleController,
  OfficesController,
  RolesController,
  SetUpController,
];
export const adminProviders = [AdminScope, FirstAdministrator];
