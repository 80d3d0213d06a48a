import {
  disclosedAsInterest,
  type BriefedItem,
  type ReadMeeting,
  type Touch,
} from '../../briefings/index.js';
import type { Disclosure, OpenedDisclosure } from '../../disclosures/index.js';
import {
  civilDate,
  possible,
  type Disclose,
  type Discuss,
  type Finding as Answer,
  type MeetingAnswer,
  type Rulebook,
} from '../../law/index.js';
import type { Meeting, MeetingObserved } from '../../meetings/index.js';
import type { InterestEvidence } from './finding.js';
import { openedOr } from './gather-register.js';
import { asksForDeclarations } from './incomplete-declaration.js';
import type { KnownRegister } from './known-register.js';
import type { ItemOfMember, MatchedInterest, Owing, Presence } from './matched-not-declared.js';
import type { Bar, Bars, PartInItem } from './took-part-with-interest.js';

/** A meeting that took place: who had a seat, what was seen, and which declarations of an interest stand. */
export interface MeetingAsSeen {
  readonly meeting: Meeting;
  readonly observed: MeetingObserved;
  readonly seated: readonly string[];
  readonly declarations: readonly Disclosure[];
  readonly open: (row: Disclosure) => OpenedDisclosure;
}

interface Beside {
  /** Undefined where no law is encoded for the day. */
  readonly rulebook: Rulebook | undefined;
  readonly register: KnownRegister;
}

interface OfMember {
  readonly items: readonly ItemOfMember[];
  readonly parts: readonly PartInItem[];
}

/** What the checks ask of one member at one meeting; undefined where their briefing cannot be worked out. */
export function itemsOfMember(
  memberId: string,
  read: ReadMeeting,
  seen: MeetingAsSeen,
  beside: Beside,
): OfMember | undefined {
  const presence = presenceOf(memberId, seen);
  const briefed = briefedItems(memberId, read);
  if (briefed === undefined) return undefined;
  const all = briefed.map((item) => itemOf(memberId, item, { seen, presence, beside }));
  return { items: all.map(({ matched }) => matched), parts: all.map(({ part }) => part) };
}

/** Where details of one member cannot be opened, that member’s part cannot be told; the others’ can. */
function briefedItems(memberId: string, { brief }: ReadMeeting): readonly BriefedItem[] | undefined {
  try {
    const briefing = brief(memberId);
    if (briefing.kind === 'not-in-office' || briefing.kind === 'not-found') return [];
    return briefing.kind === 'briefing' ? briefing.items : undefined;
  } catch {
    return undefined;
  }
}

/** What was seen counts for most; who voted by name, or declared to the meeting, was there. */
function presenceOf(memberId: string, { observed, seated, declarations }: MeetingAsSeen): Presence {
  const as = observed.attendance.get(memberId)?.as;
  if (as === 'present' || as === 'remote') return 'there';
  const voted = observed.votes.some(
    ({ result }) => 'named' in result && result.named.some((vote) => vote.memberId === memberId),
  );
  const declared = declarations.some((row) => row.memberId === memberId && row.stage === 'at-meeting');
  if (voted || declared || observed.substitutions.some((one) => one.memberId === memberId)) return 'there';
  if (as !== undefined || observed.substitutions.some((one) => one.forMemberId === memberId))
    return 'not-there';
  return seated.includes(memberId) ? 'not-recorded' : 'not-there';
}

function itemOf(
  memberId: string,
  briefed: BriefedItem,
  { seen, presence, beside }: { seen: MeetingAsSeen; presence: Presence; beside: Beside },
): { matched: ItemOfMember; part: PartInItem } {
  const { id, number, title } = briefed.item;
  const { meeting } = seen;
  const meetsOn = civilDate(meeting.meetsOn);
  // What a member keeps on a list of their own, nobody else ever reads.
  const touches = briefed.touches.filter(({ interest }) => interest.state !== 'own-list');
  const declared = seen.declarations.filter((row) => row.memberId === memberId && row.agendaItemId === id);
  const of = { memberId, meetingId: meeting.id, meetsOn, item: { id, number, title } };
  const known = touches.map((touch) => ({
    touch,
    evidence: evidenceOf(memberId, touch, beside.register),
    toldByThen: isToldBy(touch, meeting, beside.register),
  }));
  return {
    matched: {
      ...{ ...of, presence, declared: declared.length > 0 },
      interests: known
        .filter(({ touch }) => !isToldElsewhere(touch, memberId, seen))
        .map(({ touch, evidence, toldByThen }): MatchedInterest => {
          const { said, match, result } = touch;
          return {
            evidence,
            toldByThen,
            said,
            level: match.level,
            disclose: owing(result.effective.disclose),
          };
        }),
    },
    part: {
      ...{ ...of, ...doneIn(memberId, id, seen), intends: intentionIn(declared) },
      declared: declared
        .filter(({ interestKind, heldBy }) => interestKind === 'dpi' && heldBy !== 'other')
        .flatMap((row) => barsOfDeclared(seen.open(row), briefed, beside.rulebook)),
      matched: known.map(({ touch: { said, match, result }, evidence, toldByThen }) => ({
        ...{ ...barsIn(result.byLaw), said, level: match.level, evidence, toldByThen },
      })),
    },
  };
}

/**
 * Declared at the meeting under no item of business: in which item is asked about that declaration, and that nothing was
 * said would be wrong of this one.
 */
function isToldElsewhere(
  { interest }: Touch,
  memberId: string,
  { declarations, open }: MeetingAsSeen,
): boolean {
  return declarations
    .filter((row) => row.memberId === memberId)
    .filter(({ agendaItemId, itemTitle }) => agendaItemId === null || asksForDeclarations(itemTitle ?? ''))
    .some((row) => {
      const of = openedOr(() => open(row))?.details.interestId;
      return of === undefined || interest.knownAs.includes(of);
    });
}

function evidenceOf(
  memberId: string,
  { interest, match }: Touch,
  register: KnownRegister,
): InterestEvidence & { kind: 'interest' } {
  const { id, category, heldBy, description, sensitive, state } = interest;
  if (category === null) throw new Error('An association is no evidence.');
  const [strongest] = match.evidence;
  return {
    ...{ kind: 'interest', memberId, id, category, heldBy, description },
    // Until it is entered nobody has looked whether it is the same thing as one that is kept back.
    sensitive: sensitive !== 'no' || (state === 'pending' && register.keepsBack(memberId)),
    ...(strongest && { matched: { interest: strongest.interest, item: strongest.item } }),
  };
}

function isToldBy({ interest }: Touch, { meetsOn }: Meeting, { toldOn }: KnownRegister): boolean {
  const days = interest.knownAs.flatMap((id) => toldOn(id) ?? []);
  return days.some((day) => day <= meetsOn);
}

function owing(disclose: Answer<Disclose>): Owing {
  const answers = possible(disclose).map((value) => value !== 'none');
  if (answers.every(Boolean)) return 'owed';
  return answers.some(Boolean) ? 'cannot-tell' : 'not-owed';
}

/** What s.31(4) bars by the Act itself: the bar of a code is no crime, and is not what this check asks about. */
const barsIn = ({ discuss, vote }: MeetingAnswer): Bars => ({
  discuss: barOf(discuss),
  vote: barOf(vote),
});

function barOf(answer: Answer<Discuss> | Answer<boolean>): Bar {
  const values: readonly Discuss[] = possible<Discuss>(answer);
  if (!values.includes(false)) return 'free';
  if (answer.kind !== 'cannot-tell') return 'barred';
  return answer.missing.includes('dispensations.coversThisMatter') ? 'dispensation-may-reach' : 'cannot-tell';
}

function barsOfDeclared(
  disclosure: OpenedDisclosure,
  { facts }: BriefedItem,
  rulebook: Rulebook | undefined,
): Bars[] {
  if (rulebook === undefined) return [];
  return [barsIn(rulebook.meeting({ ...disclosedAsInterest(disclosure, facts), present: true }).byLaw)];
}

const intentionIn = (declared: readonly Disclosure[]): PartInItem['intends'] => {
  const said = declared.map(({ intends }) => intends);
  if (said.includes('takes-part')) return 'takes-part';
  return said.includes('speaks-and-leaves') ? 'speaks-and-leaves' : undefined;
};

function doneIn(
  memberId: string,
  itemId: string,
  { observed }: MeetingAsSeen,
): Pick<PartInItem, 'votes' | 'thereAtCount'> {
  const onItem = observed.votes.filter((vote) => vote.itemId === itemId);
  const as = observed.attendance.get(memberId)?.as;
  const attends = as === 'present' || as === 'remote';
  return {
    votes: onItem.flatMap(({ result }) =>
      'named' in result
        ? result.named.filter((vote) => vote.memberId === memberId).map(({ vote }) => vote)
        : [],
    ),
    thereAtCount:
      attends &&
      onItem.some(({ result, happenedAt }) => 'counts' in result && !isOut(memberId, happenedAt, observed)),
  };
}

/** Gone, or not come yet: who came back later without having been seen to leave was out until then. */
const isOut = (memberId: string, at: Date, { absences, returnedOnly }: MeetingObserved): boolean =>
  returnedOnly.some((one) => one.memberId === memberId && one.happenedAt > at) ||
  absences.some(
    (one) =>
      one.memberId === memberId &&
      one.left.happenedAt <= at &&
      (one.returned === undefined || one.returned.happenedAt > at),
  );
