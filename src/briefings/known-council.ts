import { Injectable } from '@nestjs/common';
import { Authorities, Bodies, codeInForce, Rulebooks, type Body } from '../authorities/index.js';
import { rulebookFor, type CivilDate, type NotEncoded, type Rulebook } from '../law/index.js';
import { onceEach, type UnitOfWork } from '../platform/database/index.js';
import { Register } from '../register/index.js';

/** What all briefings of one authority share, whichever member and meeting they are of. */
export interface KnownCouncil {
  readonly name: string;
  readonly registerVersion: string;
  readonly body: (id: string) => Body | undefined;
  readonly codeOn: (day: CivilDate) => string | undefined;
  readonly rulebookOn: (day: CivilDate) => Rulebook | NotEncoded;
}

/** Reads it once for a unit of work. */
@Injectable()
export class KnownCouncils {
  constructor(
    private readonly authorities: Authorities,
    private readonly bodies: Bodies,
    private readonly register: Register,
    private readonly rulebooks: Rulebooks,
  ) {}

  async acting(uow: UnitOfWork): Promise<KnownCouncil> {
    const authority = await this.authorities.get(uow);
    const codes = await this.authorities.adoptedCodes(uow);
    const adopted = await this.rulebooks.adopted(uow);
    const bodies = new Map((await this.bodies.list(uow)).map((body) => [body.id, body]));
    return {
      name: authority.name,
      registerVersion: await this.register.version(uow),
      body: (id) => bodies.get(id),
      codeOn: (day) => codeInForce(codes, day),
      rulebookOn: onceEach((day) => rulebookFor(adopted, day)),
    };
  }
}
