import { Injectable } from '@nestjs/common';
import { Authorities, Bodies, codeInForce, Rulebooks, type Body } from '../authorities/index.js';
import { rulebookFor, type CivilDate, type NotEncoded, type Rulebook } from '../law/index.js';
import { atOnce, onceEach, type UnitOfWork } from '../platform/database/index.js';
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
    const { authority, adopted, bodies, registerVersion } = await atOnce({
      authority: this.authorities.get(uow),
      adopted: this.rulebooks.adopted(uow),
      bodies: this.bodies.list(uow),
      registerVersion: this.register.version(uow),
    });
    const known = new Map(bodies.map((body) => [body.id, body]));
    return {
      ...{ name: authority.name, registerVersion },
      body: (id) => known.get(id),
      codeOn: (day) => codeInForce(adopted.codes, day),
      rulebookOn: onceEach((day) => rulebookFor(adopted, day)),
    };
  }
}
