import { randomUUID } from 'node:crypto';
import type { DisclosureDetails, DisclosedHolder, DisclosedKind } from '../../../src/disclosures/index.js';
import type { AttendanceKind, NamedVote } from '../../../src/meetings/index.js';
import { addDays, civilDate } from '../../../src/law/index.js';
import type { UnitOfWork } from '../../../src/platform/database/index.js';
import type { Sealer } from '../../../src/platform/sealing/index.js';
import { DETAILS_VERSION } from '../../../src/register/details.js';
import type { InterestDetails } from '../../../src/register/index.js';
import { Rows } from './rows.js';

const CATEGORIES = [
  'employment',
  'sponsorship',
  'contracts',
  'land',
  'licences',
  'corporate-tenancies',
  'securities',
] as const;

/** Rows are written in the order of their foreign keys. */
const ORDER = [
  ...['member', 'term_of_office', 'seat', 'seat_holding'],
  ...['notification', 'notification_answer', 'notified_interest', 'register_entry', 'notified_interest_fate'],
  ...['register_confirmation', 'sensitivity_request'],
  ...['meeting', 'agenda_revision', 'agenda_item', 'observation', 'relevance_answer', 'disclosure'],
  ...['dispensation_request', 'dispensation_decision', 'dispensation_coverage', 'declaration_count'],
];

export interface YearMember {
  readonly id: string;
  readonly name: string;
}
export interface YearItem {
  readonly id: string;
  readonly title: string;
  /** The number by which another system knows it, where one does. */
  readonly externalId: string;
}
export interface YearMeeting {
  readonly id: string;
  readonly on: string;
  readonly items: readonly YearItem[];
}
export interface Held {
  readonly details: InterestDetails;
  readonly heldBy?: 'self' | 'partner';
  /** Agreed to be sensitive, to be looked at again on this day. */
  readonly reviewOn?: string;
}

const NO_FACT = { value: 'unknown', source: 'reader' };
const FACTS = {
  ...{ planningOrRegulatory: NO_FACT, educationFunction: NO_FACT, scrutiny: NO_FACT },
  ...{ councilTaxCalculation: NO_FACT, publicMaySpeak: NO_FACT },
};

/** One council's year, row by row as its people would have made it. Nothing is written before `write`. */
export class CouncilYear {
  readonly #rows = new Rows();
  readonly #seats = new Map<string, number>();

  constructor(
    readonly authorityId: string,
    /** The account of whoever typed things in. */
    private readonly accountId: string,
    private readonly sealer: Sealer,
  ) {}

  write(uow: UnitOfWork): Promise<void> {
    return this.#rows.write(uow, ORDER);
  }

  member(name: string, becameMemberOn: string): YearMember {
    const id = randomUUID();
    this.#rows.add('member', { id, name });
    this.#rows.add('term_of_office', {
      ...{ id: randomUUID(), member_id: id, standing: 'elected', votes_on: 'any' },
      became_member_on: becameMemberOn,
    });
    return { id, name };
  }

  seat(bodyId: string, memberId: string, fromOn: string): void {
    const position = (this.#seats.get(bodyId) ?? 0) + 1;
    this.#seats.set(bodyId, position);
    const id = randomUUID();
    this.#rows.add('seat', { id, body_id: bodyId, position, role: 'member' });
    this.#rows.add('seat_holding', {
      id: randomUUID(),
      seat_id: id,
      member_id: memberId,
      from_on: fromOn,
    });
  }

  /** A whole notification, received and entered on one day. Gives the ids of the entries, in the order given. */
  notified(memberId: string, on: string, held: readonly Held[]): string[] {
    const notificationId = randomUUID();
    const at = `${on}T10:00:00Z`;
    const hasPartner = held.some(({ heldBy }) => heldBy === 'partner');
    this.#rows.add('notification', {
      ...{ id: notificationId, member_id: memberId, channel: 'web', kind: 'whole', has_partner: hasPartner },
      ...{ received_at: at, received_on: on, recorded_at: at, recorded_by: this.accountId },
      ...{ entered_at: at, entered_by: this.accountId },
    });
    for (const heldBy of hasPartner ? (['self', 'partner'] as const) : (['self'] as const))
      for (const category of CATEGORIES) {
        const some = held.some(
          (one) => one.details.category === category && (one.heldBy ?? 'self') === heldBy,
        );
        const answer = some ? 'entries' : 'nothing';
        this.#rows.add('notification_answer', {
          ...{ notification_id: notificationId, category, held_by: heldBy, answer },
        });
      }
    return held.map((one, index) => this.#entered(memberId, notificationId, on, one, index));
  }

  #entered(
    memberId: string,
    notificationId: string,
    on: string,
    { details, heldBy = 'self', reviewOn }: Held,
    index: number,
  ): string {
    const interestId = randomUUID();
    const entryId = randomUUID();
    const at = `${on}T10:00:00Z`;
    const { category } = details;
    const of = { category, held_by: heldBy, schema_version: DETAILS_VERSION };
    this.#rows.add('notified_interest', {
      ...{ id: interestId, notification_id: notificationId, position: index + 1, act: 'hold', ...of },
      details: this.#seal('notified_interest', interestId, details),
    });
    this.#rows.add('register_entry', {
      ...{ id: entryId, thing_id: entryId, member_id: memberId, notified_interest_id: interestId, ...of },
      details: this.#seal('register_entry', entryId, details),
      ...{ entered_on: on, entered_at: at, entered_by: this.accountId },
      ...{ sensitive: reviewOn === undefined ? 'no' : 'agreed', sensitive_review_on: reviewOn ?? null },
    });
    this.#rows.add('notified_interest_fate', {
      ...{ notified_interest_id: interestId, fate: 'entered', register_entry_id: entryId },
      ...{ decided_at: at, decided_by: this.accountId },
    });
    if (reviewOn !== undefined) this.#agreedSensitive(memberId, entryId, at, reviewOn);
    return entryId;
  }

  #agreedSensitive(memberId: string, entryId: string, at: string, reviewOn: string): void {
    const id = randomUUID();
    this.#rows.add('sensitivity_request', {
      ...{ id, member_id: memberId, register_entry_id: entryId, origin: 'member' },
      reason: this.#seal('sensitivity_request.reason', id, 'Threats were made.'),
      ...{ requested_at: at, requested_by: this.accountId, decision: 'agreed' },
      decision_reason: this.#seal('sensitivity_request.decision_reason', id, 'Both of us consider it so.'),
      ...{ review_on: reviewOn, decided_at: at, decided_by: this.accountId },
    });
  }

  confirmed(memberId: string, on: string): void {
    this.#rows.add('register_confirmation', {
      ...{ id: randomUUID(), member_id: memberId, confirmed_at: `${on}T10:00:00Z`, confirmed_on: on },
      ...{ register_version: 1, recorded_by: this.accountId },
    });
  }

  /** A meeting with its agenda; published on a day, or on one that nobody knows. */
  meeting(
    bodyId: string,
    on: string,
    titles: readonly string[],
    { issuedOn, origin }: { issuedOn: string | null; origin?: { source: string; externalId: string } },
  ): YearMeeting {
    const id = randomUUID();
    this.#rows.add('meeting', {
      ...{ id, body_id: bodyId, meets_on: on, starts_at: '10:00', venue: 'The Guildhall' },
      ...{ issued_on: issuedOn, status: 'confirmed' },
      ...{ source: origin?.source ?? null, external_id: origin?.externalId ?? null },
    });
    this.#rows.add('agenda_revision', {
      ...{ id: randomUUID(), meeting_id: id, number: 1, kind: 'whole', file_name: 'agenda.txt' },
      ...{ content: titles.join('\n'), content_hash: randomUUID(), reading: {} },
      ...{ received_at: `${issuedOn ?? on}T08:00:00Z`, recorded_by: this.accountId },
    });
    const items = titles.map((title, index) => {
      const item = { id: randomUUID(), title, externalId: `${origin?.externalId ?? 'none'}-${index + 1}` };
      this.#rows.add('agenda_item', {
        ...{ id: item.id, meeting_id: id, position: index + 1, number: String(index + 1), title, text: '' },
        ...{ restricted: false, facts: FACTS, first_revision: 1 },
        ...{ source: origin?.source ?? null, external_id: origin === undefined ? null : item.externalId },
      });
      return item;
    });
    return { id, on, items };
  }

  /** What ModernGov says, read on the day after the meeting: so many declarations at each item. */
  counted({ on, items }: YearMeeting, externalId: string, declared: readonly number[]): void {
    for (const [index, item] of items.entries())
      this.#rows.add('declaration_count', {
        ...{ id: randomUUID(), source: 'moderngov', meeting_external_id: externalId },
        ...{ item_external_id: item.externalId, declared: declared[index] ?? 0 },
        read_at: `${addDays(civilDate(on), 1)}T09:00:00Z`,
      });
  }

  attended({ id, on }: YearMeeting, memberId: string, as: AttendanceKind = 'present'): void {
    const row = { meeting_id: id, agenda_item_id: null, member_id: memberId };
    this.#observed(on, { kind: 'attendance', ...row, payload: { as } });
  }

  voted({ id, on }: YearMeeting, item: YearItem, named: readonly NamedVote[]): void {
    const row = { meeting_id: id, agenda_item_id: item.id, member_id: null };
    this.#observed(on, { kind: 'vote', ...row, payload: { question: 'motion', outcome: 'carried', named } });
  }

  #observed(on: string, row: Readonly<Record<string, unknown>>): void {
    const at = `${on}T10:30:00Z`;
    this.#rows.add('observation', {
      ...{ id: randomUUID(), ...row, said_at: at, received_at: at, recorded_by: this.accountId },
    });
  }

  /** What the member says of an item and an interest of theirs. */
  saidOf(memberId: string, { on }: YearMeeting, item: YearItem, entryId: string, answer: string): void {
    const at = `${on}T08:00:00Z`;
    this.#rows.add('relevance_answer', {
      ...{ id: randomUUID(), member_id: memberId, agenda_item_id: item.id, item_title: item.title },
      ...{ interest_id: entryId, answer, said_at: at, received_at: at },
    });
  }

  declared(
    memberId: string,
    meeting: YearMeeting,
    item: YearItem,
    given: { kind?: DisclosedKind; heldBy?: DisclosedHolder; details: DisclosureDetails },
  ): string {
    const id = randomUUID();
    const at = `${meeting.on}T10:05:00Z`;
    this.#rows.add('disclosure', {
      ...{ id, meeting_id: meeting.id, agenda_item_id: item.id, item_title: item.title, member_id: memberId },
      ...{ kind: 'interest', stage: 'at-meeting', interest_kind: given.kind ?? 'dpi' },
      ...{ held_by: given.heldBy ?? 'self', nature_withheld: false, intends: null },
      details: this.#seal('disclosure', id, given.details),
      ...{ said_at: at, received_at: at, recorded_by: this.accountId },
    });
    return id;
  }

  /** A dispensation to speak and vote, asked for and granted by the officer on one day. */
  dispensed(
    memberId: string,
    matter: string,
    days: { on: string; from: string; to: string },
    covers: readonly YearItem[],
  ): string {
    const id = randomUUID();
    const at = `${days.on}T10:00:00Z`;
    const relieves = ['discussion', 'vote'];
    this.#rows.add('dispensation_request', {
      ...{ id, member_id: memberId, kind: 'restriction', relieves, ground: 'd' },
      ...{ from_on: days.from, to_on: days.to },
      details: this.#seal('dispensation_request', id, {
        matter,
        reason: 'It is in the interests of residents.',
      }),
      ...{
        channel: 'web',
        in_writing: true,
        requested_on: days.on,
        received_at: at,
        recorded_by: this.accountId,
      },
    });
    const decisionId = randomUUID();
    this.#rows.add('dispensation_decision', {
      ...{ id: decisionId, request_id: id, outcome: 'granted', decided_by: 'officer', decided_on: days.on },
      ...{ ground: 'd', relieves, from_on: days.from, to_on: days.to },
      details: this.#seal('dispensation_decision', decisionId, { cases: matter, reason: 'As asked.' }),
      ...{ recorded_at: at, recorded_by: this.accountId },
    });
    for (const item of covers)
      this.#rows.add('dispensation_coverage', {
        ...{
          id: randomUUID(),
          request_id: id,
          agenda_item_id: item.id,
          item_title: item.title,
          covers: true,
        },
        ...{ said_at: at, said_by: this.accountId },
      });
    return id;
  }

  #seal(table: string, id: string, value: unknown): string {
    return this.sealer.seal(value, { authorityId: this.authorityId, row: `${table}:${id}` });
  }
}
