import { Injectable } from '@nestjs/common';
import { Bodies } from '../../authorities/index.js';
import { Accounts, type Person } from '../../identity/index.js';
import { civilDate } from '../../law/index.js';
import { Meetings, type Meeting } from '../../meetings/index.js';
import { Members, type Member } from '../../members/index.js';
import { Checks, type CheckId, type Finding } from '../../oversight/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { dateInWords } from '../../wording/index.js';
import type { Days } from './period.js';

/** Findings as one reader may see them. */
export interface ShownFindings {
  readonly findings: readonly Finding[];
  /** Of how many members or meetings each check could not be asked. */
  readonly untold: ReadonlyMap<CheckId, number>;
}

/** Names for whatever findings are about. */
export interface NamesOfFindings {
  readonly member: (id: string) => string;
  /** 'the meeting of the Planning Committee on 24 October 2017'. */
  readonly meeting: (id: string) => string;
  /** Undefined where it is unknown. */
  readonly bodyOf: (meetingId: string) => string | undefined;
  readonly dayOf: (meetingId: string) => string | undefined;
  readonly person: (accountId: string) => string;
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  readonly members: readonly Member[];
}

/** Asks the checks, and keeps back what the reader may not see. */
@Injectable()
export class KnownFindings {
  constructor(
    private readonly accounts: Accounts,
    private readonly bodies: Bodies,
    private readonly checks: Checks,
    private readonly meetings: Meetings,
    private readonly members: Members,
  ) {}

  /**
   * What rests on a sensitive interest alone is not there for others than the named officers, not even as a number: with
   * the days and the member to choose from, a number would tell whom and when. Of the rest, sensitive evidence is left out.
   */
  async shown(
    uow: UnitOfWork,
    person: Person,
    asked: { readonly only?: readonly CheckId[] } & Partial<Days>,
  ): Promise<ShownFindings> {
    const { findings, untold } = await this.checks.ask(uow, asked);
    if (person.permissions.has('ReadSensitiveDetails')) return { findings, untold };
    return { findings: findings.filter(({ sensitive }) => !sensitive).map(withoutSensitive), untold };
  }

  async names(uow: UnitOfWork, findings: readonly Finding[]): Promise<NamesOfFindings> {
    const members = await this.members.list(uow);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const meetings = await this.meetings.found(
      uow,
      findings.flatMap(({ meetingId }) => meetingId ?? []),
    );
    const bodies = await this.bodies.list(uow);
    const bodyNames = new Map(bodies.map(({ id, name }) => [id, name]));
    const people = await this.accounts.names(uow, closersOf(findings));
    return {
      member: (id) => names.get(id) ?? 'a former member',
      meeting: (id) => meetingInWords(meetings.get(id), bodyNames),
      bodyOf: (id) => meetings.get(id)?.bodyId,
      dayOf: (id) => meetings.get(id)?.meetsOn,
      person: (accountId) => people.get(accountId) ?? 'somebody',
      ...{ bodies, members },
    };
  }
}

/** Whoever closed one of these, or had closed it before it was opened again; each once. */
function closersOf(findings: readonly Finding[]): string[] {
  const ids = findings.flatMap(({ closing, reopened }) => [
    ...(closing === undefined ? [] : [closing.by]),
    ...(reopened === undefined ? [] : [reopened.before.by]),
  ]);
  return [...new Set(ids)];
}

function withoutSensitive(finding: Finding): Finding {
  return {
    ...finding,
    evidence: finding.evidence.filter((one) => one.kind !== 'interest' || !one.sensitive),
  };
}

function meetingInWords(meeting: Meeting | undefined, bodies: ReadonlyMap<string, string>): string {
  if (meeting === undefined) return 'a meeting';
  const body = bodies.get(meeting.bodyId) ?? 'a body';
  return `the meeting of ${body} on ${dateInWords(civilDate(meeting.meetsOn))}`;
}
