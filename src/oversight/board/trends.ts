import { Injectable } from '@nestjs/common';
import { Rulebooks, RegisterSettings } from '../../authorities/index.js';
import { AfterDisclosure } from '../../duties/index.js';
import { addMonths, rulebookFor, type CivilDate, type NotEncoded } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { agesOf, type AgeOfEntries } from './age-of-entries.js';
import { answersOfTerms } from './answers-of-terms.js';
import { declarationsByBody, type DeclarationsOfBody } from './declarations-by-body.js';
import { byMonth, dutiesOfTerms, type MonthOfDuties } from './on-time-by-month.js';
import { sinceElection, type SinceElection } from './since-election.js';

/** How many months, the one of the day asked about included, the trends go back. */
const MONTHS = 12;

/** How an authority did over time, in counts. Nobody is named in them. */
export interface TrendsOfDay {
  readonly kind: 'trends';
  readonly asAt: CivilDate;
  /** Undefined where three members never took office on one day. */
  readonly election: SinceElection | undefined;
  readonly months: readonly MonthOfDuties[];
  readonly ages: readonly AgeOfEntries[];
  readonly confirmEveryMonths: number;
  readonly bodies: readonly DeclarationsOfBody[];
  /** The first day of the year that `bodies` counts. */
  readonly bodiesFrom: CivilDate;
}

/** Counts over time, from a few statements that group in the database; every last day comes from the law. */
@Injectable()
export class Trends {
  constructor(
    private readonly afterDisclosure: AfterDisclosure,
    private readonly clock: Clock,
    private readonly rulebooks: Rulebooks,
    private readonly settings: RegisterSettings,
  ) {}

  async of(uow: UnitOfWork, asAt: CivilDate = this.clock.today()): Promise<TrendsOfDay | NotEncoded> {
    const adopted = await this.rulebooks.adopted(uow);
    const rulebook = rulebookFor(adopted, asAt);
    if (rulebook.kind === 'not-encoded') return rulebook;
    const bodiesFrom = addMonths(asAt, -MONTHS);
    const disclosed = await this.afterDisclosure.board(uow, asAt);
    const terms = await answersOfTerms(uow, asAt);
    return {
      ...{ kind: 'trends', asAt, bodiesFrom },
      election: sinceElection(terms, adopted, asAt),
      months: byMonth([...dutiesOfTerms(terms, adopted, asAt), ...disclosed], asAt, MONTHS),
      ages: await agesOf(uow, asAt),
      confirmEveryMonths: (await this.settings.of(uow)).confirmEveryMonths,
      bodies: await declarationsByBody(uow, bodiesFrom, asAt),
    };
  }
}
