import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Closings } from './closings.js';
import { GatherCompanies } from './companies/gather-companies.js';
import { companyOfficer } from './company-officer.js';
import { declarationCount } from './declaration-count.js';
import { declaredNotRegistered } from './declared-not-registered.js';
import { dispensationLapsed } from './dispensation-lapsed.js';
import { dispensationWithoutInterest } from './dispensation-without-interest.js';
import { entryUnconfirmed } from './entry-unconfirmed.js';
import type { CheckId, CheckRule, Finding, Found } from './finding.js';
import { GatherAgendas } from './gather-agendas.js';
import { GatherCounts } from './gather-counts.js';
import { GatherDeclarations } from './gather-declarations.js';
import { GatherDispensations } from './gather-dispensations.js';
import { GatherHouseholds } from './gather-households.js';
import { GatherMeetings } from './gather-meetings.js';
import { GatherRegister } from './gather-register.js';
import { householdDiffers } from './household-differs.js';
import { incompleteDeclaration } from './incomplete-declaration.js';
import { canTellLate, lateAgenda } from './late-agenda.js';
import { matchedNotDeclared } from './matched-not-declared.js';
import { nothingDeclared } from './nothing-declared.js';
import { reviewOverdue } from './review-overdue.js';
import { wanted, type Scope } from './scope.js';
import { tookPartWithInterest } from './took-part-with-interest.js';

/** What was asked, found and not told. */
export interface Asked {
  readonly findings: readonly Finding[];
  /** Of a check, how many members or meetings it could not be asked about: no day of issue, details that do not open. */
  readonly untold: ReadonlyMap<CheckId, number>;
}

/** What is found is gathered here, rule by rule. */
class Collected {
  readonly found = new Map<CheckId, Found[]>();
  readonly untold = new Map<CheckId, number>();

  constructor(
    private readonly scope: Scope,
    private readonly asAt: CivilDate,
  ) {}

  ask<Facts>(rule: CheckRule<Facts>, facts: Iterable<Facts>): void {
    if (!wanted(this.scope, rule.id)) return;
    const all = this.found.get(rule.id) ?? [];
    for (const one of facts) all.push(...rule.decide(one, this.asAt));
    this.found.set(rule.id, all);
  }

  cannotTell(check: CheckId, count: number): void {
    if (count > 0) this.untold.set(check, (this.untold.get(check) ?? 0) + count);
  }
}

/** The officer’s checks: what the record asks, worked out each time it is asked. */
@Injectable()
export class Checks {
  constructor(
    private readonly agendas: GatherAgendas,
    private readonly clock: Clock,
    private readonly closings: Closings,
    private readonly companies: GatherCompanies,
    private readonly counts: GatherCounts,
    private readonly declarations: GatherDeclarations,
    private readonly dispensations: GatherDispensations,
    private readonly households: GatherHouseholds,
    private readonly meetings: GatherMeetings,
    private readonly register: GatherRegister,
  ) {}

  /** Everything that the record of the acting authority asks on a day, open and closed. */
  async findings(uow: UnitOfWork, asAt: CivilDate = this.clock.today()): Promise<readonly Finding[]> {
    return (await this.ask(uow, {}, asAt)).findings;
  }

  /** Some of it: these checks, and of those about meetings, these days. */
  async ask(uow: UnitOfWork, scope: Scope, asAt: CivilDate = this.clock.today()): Promise<Asked> {
    const collected = new Collected(scope, asAt);
    await this.#ofItems(uow, scope, asAt, collected);
    await this.#ofMeetings(uow, scope, asAt, collected);
    await this.#ofRegister(uow, scope, asAt, collected);
    await this.#besides(uow, scope, asAt, collected);
    return {
      findings: await this.closings.marked(uow, collected.found, asAt),
      untold: collected.untold,
    };
  }

  async #ofItems(uow: UnitOfWork, scope: Scope, asAt: CivilDate, collected: Collected): Promise<void> {
    if (!wanted(scope, 'matched-not-declared', 'took-part-with-interest')) return;
    for await (const { items, parts, untold } of this.meetings.of(uow, asAt, scope)) {
      collected.ask(matchedNotDeclared, items);
      collected.ask(tookPartWithInterest, parts);
      for (const check of [matchedNotDeclared.id, tookPartWithInterest.id])
        if (wanted(scope, check)) collected.cannotTell(check, untold);
    }
  }

  async #ofMeetings(uow: UnitOfWork, scope: Scope, asAt: CivilDate, collected: Collected): Promise<void> {
    if (wanted(scope, 'incomplete-declaration'))
      collected.ask(incompleteDeclaration, await this.declarations.said(uow, asAt, scope));
    if (wanted(scope, 'late-agenda')) {
      const agendas = await this.agendas.of(uow, scope);
      collected.ask(lateAgenda, agendas);
      collected.cannotTell('late-agenda', agendas.filter((agenda) => !canTellLate(agenda)).length);
    }
    if (wanted(scope, 'declaration-count'))
      collected.ask(declarationCount, await this.counts.of(uow, asAt, scope));
  }

  async #ofRegister(uow: UnitOfWork, scope: Scope, asAt: CivilDate, collected: Collected): Promise<void> {
    if (wanted(scope, 'entry-unconfirmed')) {
      const { facts, untold } = await this.register.entries(uow, asAt);
      collected.ask(entryUnconfirmed, facts);
      collected.cannotTell('entry-unconfirmed', untold);
    }
    if (wanted(scope, 'nothing-declared'))
      collected.ask(nothingDeclared, await this.register.heard(uow, asAt));
    if (wanted(scope, 'review-overdue')) collected.ask(reviewOverdue, await this.register.agreed(uow));
    if (wanted(scope, 'household-differs')) {
      const { facts, untold } = await this.households.of(uow, asAt);
      collected.ask(householdDiffers, facts);
      collected.cannotTell('household-differs', untold);
    }
  }

  async #besides(uow: UnitOfWork, scope: Scope, asAt: CivilDate, collected: Collected): Promise<void> {
    if (wanted(scope, 'declared-not-registered'))
      collected.ask(declaredNotRegistered, await this.declarations.unregistered(uow, asAt));
    if (wanted(scope, 'dispensation-without-interest', 'dispensation-lapsed')) {
      const granted = await this.dispensations.of(uow, asAt);
      collected.ask(dispensationWithoutInterest, granted);
      collected.ask(dispensationLapsed, granted);
    }
    if (wanted(scope, 'company-officer')) collected.ask(companyOfficer, await this.companies.of(uow, asAt));
  }
}
