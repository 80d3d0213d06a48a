import {
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Elsewhere, Refusal } from '../platform/errors/index.js';
import { ACCESS, STEP_UP, type Access, type RequestOfPerson } from './access.js';
import { Factors } from './factors/index.js';
import { People } from './people.js';
import type { Person } from './person.js';
import { ProgramGuard, SCOPE, type Scope } from './programs/index.js';
import { STEP_UP_BEFORE, StepUps } from './step-up/index.js';

/** Denies by default: a route is open to nobody until it says to whom. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly people: People,
    private readonly factors: Factors,
    private readonly stepUps: StepUps,
    private readonly programs: ProgramGuard,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, route);
    const request = context.switchToHttp().getRequest<RequestOfPerson>();
    const scope = this.reflector.getAllAndOverride<Scope | undefined>(SCOPE, route);
    if (scope !== undefined) {
      await this.programs.letThrough(request, scope, access);
      return true;
    }
    await this.#recognise(request);
    if (access === undefined) throw new ForbiddenException();
    if (access === 'anybody') return true;
    if (request.person === undefined) throw new UnauthorizedException();
    refuseOtherAuthority(request);
    if (access !== 'signed-in' && !request.person.permissions.has(access)) throw new ForbiddenException();
    // What is open to whoever is signed in is about their own sign-in: it must stay open to set one up.
    if (access !== 'signed-in') this.#refuseWithoutSecondStep(request, request.person);
    const says = this.reflector.getAllAndOverride<boolean | undefined>(STEP_UP, route) === true;
    if ((says || STEP_UP_BEFORE.has(access)) && this.stepUps.isDue(request)) {
      throw new Elsewhere(await this.stepUps.pathFor(request, request.person.accountId));
    }
    return true;
  }

  /** Whoever signs in at their council's provider has shown there what the council asks for. */
  #refuseWithoutSecondStep({ session: { signedIn } }: RequestOfPerson, person: Person): void {
    if (signedIn?.method === 'oidc' || signedIn?.secondFactorAt !== undefined) return;
    if (this.factors.mustHave(person)) throw new Elsewhere('/account?second-step=needed');
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
