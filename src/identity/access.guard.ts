import {
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal } from '../platform/errors/index.js';
import { ACCESS, type Access, type RequestOfPerson } from './access.js';
import { People } from './people.js';

/** Denies by default: a route is open to nobody until it says to whom. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly people: People,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<RequestOfPerson>();
    await this.#recognise(request);
    if (access === undefined) throw new ForbiddenException();
    if (access === 'anybody') return true;
    if (request.person === undefined) throw new UnauthorizedException();
    refuseOtherAuthority(request);
    if (access !== 'signed-in' && !request.person.permissions.has(access)) throw new ForbiddenException();
    return true;
  }

  async #recognise(request: RequestOfPerson): Promise<void> {
    if (typeof request.user !== 'string') return;
    const person = await this.people.person(request.user, request.session.actingAuthorityId);
    if (person !== undefined) request.person = person;
  }
}

/**
 * Each form carries the authority that it was made for. When another tab has switched to another one since, the form
 * is refused before anything is saved in the wrong council's name.
 */
function refuseOtherAuthority(request: RequestOfPerson): void {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || !('actingAuthority' in body)) return;
  const { actingAuthority } = body;
  if (typeof actingAuthority !== 'string' || actingAuthority === '') return;
  if (actingAuthority !== request.person?.acting?.slug) {
    throw new Refusal(
      409,
      'In another tab you have switched to another council. Nothing was saved. Switch back, then try again.',
    );
  }
}
