import { Injectable } from '@nestjs/common';
import { Dispensations, type OpenedDispensation } from '../../dispensations/index.js';
import { Any } from 'typeorm';
import { Disclosure, KnownInterests, standingOf, type KnownInterest } from '../../disclosures/index.js';
import { addDays, civilDate, earlier, type CivilDate } from '../../law/index.js';
import { matchPrepared, prepareInterest, prepareItem } from '../../matching/index.js';
import { grouped, type UnitOfWork } from '../../platform/database/index.js';
import { namesAndAddresses } from '../../register/index.js';
import type { EndedDispensation, ReachedItem } from './dispensation-lapsed.js';
import type { GrantedDispensation } from './dispensation-without-interest.js';
import { GatherMeetings } from './gather-meetings.js';
import { mayBeInIt } from './matched-not-declared.js';

/** Business that concerns everybody who lives in the area: whoever is relieved for it holds nothing that could match. */
const GENERAL =
  /\b(council tax|precept|budget|members[’']? allowances?|statutory sick pay|school (meals|transport))\b/i;

export type DispensationFacts = GrantedDispensation & EndedDispensation;

type Granted = OpenedDispensation & { readonly decision: NonNullable<OpenedDispensation['decision']> };

interface Reached extends Omit<ReachedItem, 'meetsOn'> {
  readonly requestId: string;
  readonly meetsOn: string;
}

/** Dispensations that were granted, with what the register and the agendas say beside them. */
@Injectable()
export class GatherDispensations {
  constructor(
    private readonly dispensations: Dispensations,
    private readonly known: KnownInterests,
    private readonly meetings: GatherMeetings,
  ) {}

  async of(uow: UnitOfWork, asAt: CivilDate): Promise<DispensationFacts[]> {
    const granted = (await this.dispensations.list(uow)).filter(
      (one): one is Granted =>
        one.state === 'granted' &&
        one.request.kind === 'restriction' &&
        one.decision !== undefined &&
        one.decision.decidedOn <= asAt,
    );
    if (granted.length === 0) return [];
    const memberIds = [...new Set(granted.map(({ request }) => request.memberId))];
    const known = await this.known.ofMembers(uow, memberIds);
    const reached = grouped(await reachedItems(uow), ({ requestId }) => requestId);
    const declared = await declaredItems(uow, memberIds);
    const ofMember = grouped(granted, ({ request }) => request.memberId);
    const alike = new Map(
      granted.map((one) => [one.request.id, resembling(one, interestsOf(one.request.memberId, known))]),
    );
    const afterwards = await this.#afterTheirEnd(uow, asAt, granted, { alike, reached });
    return granted.map((one) => {
      const { request, decision } = one;
      const { id: requestId, memberId } = request;
      const items = reached(requestId).map((item) => ({ ...item, meetsOn: civilDate(item.meetsOn) }));
      return {
        ...{ requestId, memberId, grantedOn: civilDate(decision.decidedOn) },
        ...{ from: dayOf(decision.fromOn), to: dayOf(decision.toOn) },
        interestsHeld: interestsOf(memberId, known).length,
        matches: (alike.get(requestId)?.size ?? 0) > 0,
        reached: items.filter(({ id, meetsOn }) => {
          const isOver = decision.toOn !== null && meetsOn > decision.toOn;
          return !isOver || afterwards.mayHaveBeenAt.has(`${memberId}/${id}`);
        }),
        declaredInIt: items.some(({ id }) => declared.has(`${memberId}/${id}`)),
        isGeneral: GENERAL.test(wordsOf(one)),
        metAgain: afterwards.metAgain.get(requestId) ?? [],
        anotherOn: (day) =>
          ofMember(memberId).some((other) => other.request.id !== requestId && isInForce(other, day)),
      };
    });
  }

  /**
   * Of those that have ended: which items of later meetings the member was or may have been there for, and which of them
   * name the interest that each was granted for.
   */
  async #afterTheirEnd(
    uow: UnitOfWork,
    asAt: CivilDate,
    granted: readonly Granted[],
    {
      alike,
      reached,
    }: {
      readonly alike: ReadonlyMap<string, ReadonlySet<string>>;
      readonly reached: (requestId: string) => readonly Reached[];
    },
  ): Promise<{
    readonly mayHaveBeenAt: ReadonlySet<string>;
    readonly metAgain: ReadonlyMap<string, readonly ReachedItem[]>;
  }> {
    const ended = granted.flatMap(({ request: { id, memberId }, decision: { toOn } }) => {
      const interests = alike.get(id) ?? new Set<string>();
      const isMet = interests.size > 0 || reached(id).some(({ meetsOn }) => meetsOn > (toOn ?? ''));
      return toOn !== null && toOn < asAt && isMet ? [{ id, memberId, to: civilDate(toOn), interests }] : [];
    });
    const mayHaveBeenAt = new Set<string>();
    const [first] = ended;
    if (first === undefined) return { mayHaveBeenAt, metAgain: new Map() };
    const from = addDays(
      ended.reduce((day, { to }) => earlier(day, to), first.to),
      1,
    );
    const ofMember = grouped(ended, ({ memberId }) => memberId);
    const again = new Map<string, ReachedItem[]>();
    const members = new Set(ended.map(({ memberId }) => memberId));
    for await (const { items } of this.meetings.of(uow, asAt, { from }, members))
      for (const { memberId, item, meetingId, meetsOn, presence, interests } of items) {
        if (presence === 'not-there') continue;
        mayHaveBeenAt.add(`${memberId}/${item.id}`);
        for (const one of ofMember(memberId))
          if (interests.some((held) => one.interests.has(held.evidence.id) && mayBeInIt(held)))
            again.set(one.id, [...(again.get(one.id) ?? []), { ...item, meetingId, meetsOn }]);
      }
    return { mayHaveBeenAt, metAgain: again };
  }
}

const dayOf = (day: string | null): CivilDate | undefined => (day === null ? undefined : civilDate(day));

const isInForce = ({ decision: { fromOn, toOn } }: Granted, day: CivilDate): boolean =>
  (fromOn === null || fromOn <= day) && (toOn === null || toOn >= day);

/** What cannot be opened is taken as resembling nothing; the member’s own page says that it cannot be read. */
function interestsOf(memberId: string, known: (memberId: string) => KnownInterest[]): KnownInterest[] {
  try {
    return known(memberId);
  } catch {
    return [];
  }
}

const wordsOf = ({ asked, decision }: Granted): string => [asked.matter, decision.words.cases].join('\n');

/** The ids of the interests that resemble what was asked for or granted. */
function resembling(one: Granted, interests: readonly KnownInterest[]): ReadonlySet<string> {
  const item = prepareItem({ title: one.asked.matter, text: [wordsOf(one), one.asked.reason].join('\n') });
  const alike = interests.filter(({ description, category, details }) => {
    const words = { text: description, category, ...namesAndAddresses(details) };
    return matchPrepared(prepareInterest(words), item).level !== 'none';
  });
  return new Set(alike.flatMap(({ knownAs }) => knownAs));
}

/** The item that each was asked for, and those that whoever may grant it says that it reaches: the latest word counts. */
async function reachedItems(uow: UnitOfWork): Promise<Reached[]> {
  const { authorityId } = uow;
  const said = await uow.manager.query<
    { requestId: string; itemId: string; title: string; covers: boolean }[]
  >(
    `select request_id as "requestId", agenda_item_id as "itemId", item_title as title, covers
     from dispensation_coverage where authority_id = $1 order by position`,
    [authorityId],
  );
  const asked = await uow.manager.query<{ requestId: string; itemId: string }[]>(
    `select id as "requestId", agenda_item_id as "itemId" from dispensation_request
     where authority_id = $1 and kind = 'restriction' and agenda_item_id is not null`,
    [authorityId],
  );
  const items = await itemsByIds(
    uow,
    [...said, ...asked].map(({ itemId }) => itemId),
  );
  const pairs = new Map(
    asked.map((pair) => [`${pair.requestId}/${pair.itemId}`, { ...pair, reaches: true }]),
  );
  for (const { requestId, itemId, title, covers } of said)
    // An item that was retitled since is another question.
    if (items.get(itemId)?.title === title)
      pairs.set(`${requestId}/${itemId}`, { requestId, itemId, reaches: covers });
  return [...pairs.values()].flatMap(({ requestId, itemId, reaches }) => {
    const item = items.get(itemId);
    return item === undefined || !reaches ? [] : [{ ...item, requestId }];
  });
}

/** Those that are on an agenda still, of meetings that are not cancelled. */
async function itemsByIds(
  { authorityId, manager }: UnitOfWork,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Omit<Reached, 'requestId'>>> {
  const items = await manager.query<Omit<Reached, 'requestId'>[]>(
    `select i.id, i.number, i.title, m.id as "meetingId", to_char(m.meets_on, 'YYYY-MM-DD') as "meetsOn"
     from agenda_item i join meeting m on m.authority_id = i.authority_id and m.id = i.meeting_id
     where i.authority_id = $1 and i.id = any($2) and i.withdrawn_in_revision is null and m.status <> 'cancelled'`,
    [authorityId, ids],
  );
  return new Map(items.map((item) => [item.id, item]));
}

/** 'member/item' of everything that these members declared an interest in, as it stands. */
async function declaredItems(uow: UnitOfWork, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await uow.manager.find(Disclosure, {
    where: { authorityId: uow.authorityId, memberId: Any(memberIds) },
    order: { position: 'ASC' },
  });
  const declared = standingOf(rows).filter(({ kind }) => kind === 'interest');
  return new Set(declared.map(({ memberId, agendaItemId }) => `${memberId}/${agendaItemId ?? ''}`));
}
