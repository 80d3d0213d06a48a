import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Permission } from './permissions.js';
import type { Person } from './person.js';

/** Who may use a route: anybody, whoever is signed in, or whoever has the permission in their acting authority. */
export type Access = 'anybody' | 'signed-in' | Permission;

export const ACCESS = 'probity:access';
export const AUDITS = 'probity:audits';

/** States who may use a route. A route without this is refused to everybody, and fails a test. */
export const Requires = (access: Access): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, access);

/** States the audit event that a route records, or `none` for one that only reads. A route without it fails a test. */
export const Audits = (event: string): MethodDecorator & ClassDecorator => SetMetadata(AUDITS, event);

export const STEP_UP = 'probity:step-up';

/**
 * States that whoever uses a route must have shown within STEP_UP_MINUTES that it is they: whoever finds their screen open
 * has not. They are asked to show it again and come back; what a form said is kept meanwhile.
 */
export const StepUp = (): MethodDecorator & ClassDecorator => SetMetadata(STEP_UP, true);

/** A request after the guard has looked at it. */
export interface RequestOfPerson extends Request {
  person?: Person;
}

/** The person who is signed in, in a controller's signature. Only for routes that require somebody. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const { person } = context.switchToHttp().getRequest<RequestOfPerson>();
  if (person === undefined) throw new Error('This route must require somebody who is signed in.');
  return person;
});
