import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Acting, Actor } from '../../platform/database/index.js';
import type { Permission } from '../permissions.js';
import type { Scope } from './scopes.js';

/** A program that has shown its token: a client of an authority, or the program of a person who serves there. */
export interface Caller {
  /** The client, or the account: what its limits and the answers kept for it are counted by. */
  readonly holder: string;
  readonly authorityId: string;
  /** The authority's, as it stands in addresses. */
  readonly slug: string;
  readonly scopes: ReadonlySet<Scope>;
  /** What it may do: what the scopes of a client permit, or what the person may do today. */
  readonly permissions: ReadonlySet<Permission>;
  /** Of a person who is a member there today. */
  readonly memberId: string | undefined;
  /** Of a person. */
  readonly accountId: string | undefined;
  readonly actor: Actor;
}

/** A request of a program after the guard has looked at it. */
export interface RequestOfCaller extends Request {
  caller?: Caller;
}

export const SCOPE = 'probity:scope';

/** States that a route is for programs, and which scope their tokens must have. */
export const Scoped = (scope: Scope): MethodDecorator => SetMetadata(SCOPE, scope);

/** The program that asks, in a controller's signature. Only for routes with `Scoped`. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<RequestOfCaller>();
  if (caller === undefined) throw new Error('This route must be Scoped.');
  return caller;
});

/** The authority and the program, in the form that a unit of work takes. */
export const actingAs = ({ authorityId, actor }: Caller): Acting => ({ authorityId, actor });
