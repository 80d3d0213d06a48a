import { HOLDERS, INTENTIONS, INTEREST_KINDS, type OpenedDisclosure } from '../../disclosures/index.js';
import {
  QUESTIONS,
  VOTES,
  type AgendaItem,
  type MeetingObserved,
  type Question,
  type Vote,
} from '../../meetings/index.js';
import { disclosedKindInWords, questionInWords, saidIntentionInWords } from '../../wording/index.js';
import { headingOf } from '../meetings/heading.js';
import type { MemberAtMeeting, RecordedMeeting } from './recorded-meetings.js';
import { atInWords, countsInWords, countsOf, disclosureInWords } from './words.js';

interface Option {
  readonly value: string;
  readonly text: string;
}

/** Something recorded at an item, which can be taken back. */
interface RecordedRow {
  readonly text: string;
  readonly observationId: string;
}

interface DeclaredRow {
  readonly text: string;
  /** Recorded by a clerk, who may have heard it wrongly. What a member recorded only they put right. */
  readonly canTakeBack: boolean;
  readonly disclosureId: string;
  readonly memberId: string;
}

/** One item of the business, with what was recorded of it. */
export interface ItemView {
  readonly id: string;
  readonly title: string;
  readonly heading: string;
  readonly restricted: boolean;
  readonly open: boolean;
  readonly begun: { readonly at: string; readonly observationId: string } | undefined;
  /** Declared before the meeting, and to be said aloud at it. */
  readonly expected: readonly DeclaredRow[];
  readonly declared: readonly DeclaredRow[];
  readonly recorded: readonly RecordedRow[];
}

/** A member who may vote, and what is known that speaks against it. */
interface Voter {
  readonly memberId: string;
  readonly name: string;
  readonly hint: string | undefined;
}

/** The forms for the item that is open. */
export interface PanelView {
  readonly itemId: string;
  readonly title: string;
  readonly heading: string;
  readonly members: readonly Option[];
  readonly voters: readonly Voter[];
  readonly votes: readonly { value: Vote; text: string }[];
  readonly questions: readonly Option[];
  /** The votes that stand at this item: one more on the same question puts it right. */
  readonly stands: readonly { readonly question: Question; readonly observationId: string }[];
  readonly interestKinds: readonly Option[];
  readonly holders: readonly Option[];
  readonly intentions: readonly Option[];
}

const VOTE_WORDS: Readonly<Record<Vote, string>> = { for: 'For', against: 'Against', abstained: 'Abstained' };
const HOLDER_WORDS: Readonly<Record<(typeof HOLDERS)[number], string>> = {
  self: 'Their own',
  partner: 'Their partner’s',
  other: 'Of a person or body close to them',
};
const INTENTION_WORDS: Readonly<Record<(typeof INTENTIONS)[number], string>> = {
  leaves: 'Leave the room',
  'speaks-and-leaves': 'Speak as the public may, then leave',
  'stays-silent': 'Stay without speaking or voting',
  'takes-part': 'Take part',
};
const PUT_RIGHT =
  'The member has put this right since. Take it back only if it was recorded wrongly: the duty to notify the interest then falls.';

export function itemView(item: AgendaItem, recorded: RecordedMeeting, open: boolean): ItemView {
  const { observed, declared } = recorded;
  const begun = observed.begun.get(item.id);
  const here = declared.filter(({ agendaItemId }) => agendaItemId === item.id);
  const putRight = recorded.putRight.filter(({ agendaItemId }) => agendaItemId === item.id);
  const rowOf = (one: OpenedDisclosure): DeclaredRow => ({
    ...{ disclosureId: one.id, memberId: one.memberId },
    text: `${declaredRow(one, recorded)}${putRight.includes(one) ? ` ${PUT_RIGHT}` : ''}`,
    canTakeBack: one.details.heard === true,
  });
  return {
    ...{ id: item.id, title: item.title, heading: headingOf(item), restricted: item.restricted, open },
    begun: begun && { at: atInWords(begun.happenedAt), observationId: begun.id },
    expected: here.filter(({ stage }) => stage === 'before').map(rowOf),
    declared: [...here.filter(({ stage }) => stage === 'at-meeting'), ...putRight].map(rowOf),
    recorded: recordedRows(item.id, recorded),
  };
}

function declaredRow(one: OpenedDisclosure, { nameOf }: RecordedMeeting): string {
  const does = one.intends === null ? '' : ` ${saidIntentionInWords(one.intends)}.`;
  return `${disclosureInWords(one, nameOf)}${does}`;
}

/** Comings, goings and votes, in the order in which they happened. */
function recordedRows(itemId: string, { observed, nameOf }: RecordedMeeting): RecordedRow[] {
  const moves = [
    ...observed.absences.flatMap(({ left, returned }) => (returned ? [left, returned] : [left])),
    ...observed.returnedOnly,
  ]
    .filter((move) => move.itemId === itemId)
    .map((move) => ({
      at: move.happenedAt,
      text: `${nameOf(move.memberId)} ${move.kind === 'left' ? 'left the room' : 'came back'} at ${atInWords(move.happenedAt)}`,
      observationId: move.id,
    }));
  const votes = observed.votes
    .filter((vote) => vote.itemId === itemId)
    .map((vote) => ({
      at: vote.happenedAt,
      text: `Vote on ${questionInWords(vote.question)}${'named' in vote.result ? ', by name' : ''}: ${countsInWords(countsOf(vote.result))}${vote.outcome === undefined ? '' : ` (${vote.outcome})`}`,
      observationId: vote.id,
    }));
  return [...moves, ...votes]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ text, observationId }) => ({ text, observationId }));
}

export function panelView(item: AgendaItem, { members, observed }: RecordedMeeting): PanelView {
  const optionsOf = <Value extends string>(
    values: readonly Value[],
    words: Readonly<Record<Value, string>>,
  ): Option[] => values.map((value) => ({ value, text: words[value] }));
  return {
    ...{ itemId: item.id, title: item.title, heading: headingOf(item) },
    members: members.map(({ memberId, name }) => ({ value: memberId, text: name })),
    voters: members.map((member) => voterOf(member, observed)),
    votes: VOTES.map((value) => ({ value, text: VOTE_WORDS[value] })),
    questions: QUESTIONS.map((value) => ({ value, text: capital(questionInWords(value)) })),
    stands: observed.votes
      .filter(({ itemId }) => itemId === item.id)
      .map(({ id, question }) => ({ question, observationId: id })),
    interestKinds: INTEREST_KINDS.map((value) => ({ value, text: capital(disclosedKindInWords(value)) })),
    holders: optionsOf(HOLDERS, HOLDER_WORDS),
    intentions: optionsOf(INTENTIONS, INTENTION_WORDS),
  };
}

/** Whoever is listed may be recorded as voting; what speaks against it is said beside the name. */
function voterOf({ memberId, name }: MemberAtMeeting, { attendance, absences }: MeetingObserved): Voter {
  const as = attendance.get(memberId)?.as;
  const out = absences.find((one) => one.memberId === memberId && one.returned === undefined);
  if (as === undefined) return { memberId, name, hint: 'not recorded as present' };
  if (as === 'apologies' || as === 'absent') return { memberId, name, hint: 'recorded as not here' };
  if (out !== undefined)
    return { memberId, name, hint: `out of the room since ${atInWords(out.left.happenedAt)}` };
  return { memberId, name, hint: as === 'remote' ? 'present remotely' : undefined };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
