import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { FirstSignIns } from '../../identity/index.js';
import { ManyMembers } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Carrying } from '../hand-over/index.js';
import { Invitation, IntakeCouncil, type Intake } from './intake.entity.js';
import type { Continued } from './same-person.js';
import { lastDayBefore, type CouncilPlan, type Outcome, type PlannedRow } from './plan.js';

/** So many rows go in one statement. */
const SLICE = 500;
/** As whom a file's external ids know a member. */
const SOURCE = 'intake';
/** Not sent, because whoever began the intake did not want it sent yet. */
export const HELD_BACK = 'held-back';

/** What became of one row, for the record. */
export interface RowTaken {
  readonly row: number;
  readonly memberId: string;
  readonly termId: string;
  readonly outcome: Outcome;
  readonly becameMemberOn: string;
}

/** Writes one council's part of an intake, in whoever's transaction it is given: all of it or nothing. */
@Injectable()
export class TakeCouncil {
  constructor(
    private readonly audit: Audit,
    private readonly carrying: Carrying,
    private readonly clock: Clock,
    private readonly firstSignIns: FirstSignIns,
    private readonly many: ManyMembers,
  ) {}

  /**
   * @param continued members of councils that this one continues, by their id there
   * @param told how many rows are written so far, told now and then
   */
  async take(
    uow: UnitOfWork,
    intake: Intake,
    { council, rows, ends }: CouncilPlan,
    continued: ReadonlyMap<string, Continued>,
    told: (rows: number) => Promise<void>,
  ): Promise<void> {
    const leaving = ends.map(({ member, lastDay }) => ({ memberId: member.id, lastDay }));
    const termsEnded = await this.many.endTerms(uow, leaving);
    await this.many.leaveSeatsAndGroups(uow, leaving);
    const taken: RowTaken[] = [];
    let invited = 0;
    let draftsPrepared = 0;
    for (let from = 0; from < rows.length; from += SLICE) {
      const slice = rows.slice(from, from + SLICE);
      const accounts = await this.#accounts(uow, slice);
      const memberIds = await this.#members(uow, slice, accounts);
      taken.push(...(await this.#terms(uow, slice, memberIds)));
      invited += await this.#invite(uow, intake, slice, memberIds, accounts);
      draftsPrepared += await this.#carry(uow, slice, memberIds, continued);
      await told(from + slice.length);
    }
    const count = (outcome: Outcome): number => taken.filter((row) => row.outcome === outcome).length;
    const counts = {
      ...{ newMembers: count('new'), reElected: count('re-elected'), returned: count('returned') },
      ...{ alreadyHere: count('already-here'), termsEnded, invited, draftsPrepared },
    };
    const rowsHash = hashOfRows(taken);
    const { authorityId } = uow;
    await uow.manager.insert(IntakeCouncil, {
      ...{ authorityId, intakeId: intake.id, ...counts, rowsHash, takenInAt: this.clock.now() },
    });
    await this.#keepRows(uow, intake.id, taken);
    this.audit.record(uow, {
      action: 'intake.taken-in',
      subject: { type: 'authority', id: council.id },
      payload: {
        ...{ intakeId: intake.id, rows: taken.length, ...counts, wholeCouncil: intake.wholeCouncil },
        ...{ tookOfficeOn: countsByDay(taken), rowsHash: rowsHash.toString('hex') },
      },
    });
  }

  /** An account for each address; whoever has one keeps it. */
  async #accounts(uow: UnitOfWork, rows: readonly PlannedRow[]): Promise<(row: PlannedRow) => string | null> {
    const without = rows.filter(({ accountId, row }) => accountId === undefined && row.email !== null);
    const made = await this.firstSignIns.expect(
      uow,
      without.map(({ row }) => ({ email: row.email ?? '', name: row.name })),
    );
    return ({ accountId, row }) => accountId ?? made.get(row.email ?? '') ?? null;
  }

  /** @returns the member of each row */
  async #members(
    uow: UnitOfWork,
    rows: readonly PlannedRow[],
    accountOf: (row: PlannedRow) => string | null,
  ): Promise<string[]> {
    const learnt = (planned: PlannedRow) => ({
      ...{ email: planned.row.email, accountId: accountOf(planned) },
      ...{ source: planned.row.externalId === null ? null : SOURCE, externalId: planned.row.externalId },
    });
    const added = await this.many.add(
      uow,
      rows.flatMap((one) => (one.member === undefined ? [{ name: one.row.name, ...learnt(one) }] : [])),
    );
    await this.many.complete(
      uow,
      rows.flatMap((one) => (one.member === undefined ? [] : [{ memberId: one.member.id, ...learnt(one) }])),
    );
    let next = 0;
    return rows.map(({ member }) => member?.id ?? added[next++] ?? '');
  }

  async #terms(
    uow: UnitOfWork,
    rows: readonly PlannedRow[],
    memberIds: readonly string[],
  ): Promise<RowTaken[]> {
    const all = rows.map((planned, index) => ({ ...planned, memberId: memberIds[index] ?? '' }));
    const beginning = all.filter(({ termId }) => termId === undefined);
    const ending = beginning.filter(({ outcome }) => outcome === 're-elected');
    await this.many.endTerms(
      uow,
      ending.map(({ memberId, row }) => ({ memberId, lastDay: lastDayBefore(row) })),
    );
    const termIds = await this.many.beginTerms(
      uow,
      beginning.map(({ memberId, row }) => ({ memberId, ...row })),
    );
    await this.many.joinGroups(
      uow,
      all
        .filter(({ joinsGroup }) => joinsGroup)
        .map(({ memberId, row }) => ({ memberId, groupName: row.group ?? '', fromOn: row.becameMemberOn })),
    );
    let next = 0;
    return all.map(({ row, memberId, outcome, termId }) => ({
      ...{ row: row.row, memberId, outcome, becameMemberOn: row.becameMemberOn },
      termId: termId ?? termIds[next++] ?? '',
    }));
  }

  async #invite(
    uow: UnitOfWork,
    { id: intakeId, sendsInvitations }: Intake,
    rows: readonly PlannedRow[],
    memberIds: readonly string[],
    accountOf: (row: PlannedRow) => string | null,
  ): Promise<number> {
    const { authorityId } = uow;
    const invitations = rows.flatMap((planned, index) => {
      const accountId = accountOf(planned);
      if (!planned.invites || accountId === null) return [];
      return [
        {
          ...{ authorityId, id: randomUUID(), intakeId, memberId: memberIds[index] ?? '', accountId },
          ...{ dueOn: planned.row.becameMemberOn, edition: 1, tries: 0, madeAt: this.clock.now() },
          ...{ failedReason: sendsInvitations ? null : HELD_BACK },
        },
      ];
    });
    if (invitations.length > 0) await uow.manager.insert(Invitation, invitations);
    return invitations.length;
  }

  async #carry(
    uow: UnitOfWork,
    rows: readonly PlannedRow[],
    memberIds: readonly string[],
    continued: ReadonlyMap<string, Continued>,
  ): Promise<number> {
    const continuing = rows.flatMap(({ row }, index) => {
      const from = row.continues.flatMap((id) => continued.get(id) ?? []);
      return from.length === 0 ? [] : [{ memberId: memberIds[index] ?? '', from }];
    });
    return this.carrying.prepare(uow, continuing);
  }

  async #keepRows(uow: UnitOfWork, intakeId: string, taken: readonly RowTaken[]): Promise<void> {
    await uow.manager.query(
      `insert into intake_row (authority_id, intake_id, row_number, member_id, term_id, outcome)
       select $1, $2, * from unnest($3::integer[], $4::uuid[], $5::uuid[], $6::text[])`,
      [
        ...[uow.authorityId, intakeId, taken.map(({ row }) => row), taken.map(({ memberId }) => memberId)],
        ...[taken.map(({ termId }) => termId), taken.map(({ outcome }) => outcome)],
      ],
    );
  }
}

/** SHA-256 over row, member, term, outcome and the day of taking office, in the order of the file. */
export function hashOfRows(taken: readonly RowTaken[]): Buffer {
  const lines = [...taken]
    .sort((a, b) => a.row - b.row)
    .map(({ row, memberId, termId, outcome, becameMemberOn }) => [
      row,
      memberId,
      termId,
      outcome,
      becameMemberOn,
    ]);
  return createHash('sha256').update(JSON.stringify(lines)).digest();
}

/** How many took office on which day: `{ '2026-05-11': 52 }`. */
function countsByDay(taken: readonly RowTaken[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { becameMemberOn } of taken) counts[becameMemberOn] = (counts[becameMemberOn] ?? 0) + 1;
  return counts;
}
