import { civilDate, type Citation } from '../../law/index.js';
import {
  CHECKS,
  CHECKS_OF_MEETINGS,
  type CheckId,
  type Evidence,
  type Finding,
  type InterestEvidence,
} from '../../oversight/index.js';
import { categoryInWords, checkQuestion, checkTagInWords, dateInWords } from '../../wording/index.js';
import type { NamesOfFindings } from './known.js';

/** 'Is the record of Ann Agar on item 5, Contract, of the meeting of the Planning Committee … right?' */
export function questionOf(finding: Finding, names: NamesOfFindings): string {
  const { check, memberIds, meetingId, on, lastDay } = finding;
  const [member, other] = memberIds;
  return checkQuestion(CHECKS[check].asks, {
    member: member && names.member(member),
    other: other && names.member(other),
    meeting: meetingId && names.meeting(meetingId),
    item: itemInWords(finding),
    day: on && dateInWords(on),
    lastDay: lastDay && dateInWords(lastDay),
  });
}

export function itemInWords({ evidence }: Finding): string | undefined {
  const item = evidence.find((one) => one.kind === 'item');
  return item && lineInWords(item);
}

export const lineInWords = ({ number, title }: { number: string | null; title: string }): string =>
  number === null ? `the item “${title}”` : `item ${number}, “${title}”`;

export type FindingState = 'open' | 'closed' | 'open-again';

export const stateOf = ({ closing, reopened }: Finding): FindingState =>
  closing === undefined ? (reopened === undefined ? 'open' : 'open-again') : 'closed';

export const STATE_TAGS: Readonly<Record<FindingState, { text: string; colour: string }>> = {
  open: { text: 'Open', colour: 'blue' },
  closed: { text: 'Closed', colour: 'grey' },
  'open-again': { text: 'Open again', colour: 'yellow' },
};

/** What more is said of it, in one line each. */
export const tagsInWords = ({ tags }: Finding): string[] => tags.map(checkTagInWords);

const DAYS: Readonly<Record<Extract<Evidence, { kind: 'day' }>['of'], string>> = {
  entered: 'Entered',
  'last-confirmed': 'Last confirmed',
  issued: 'Agenda issued',
  'latest-to-issue': 'Latest day to issue it',
  ended: 'Ended',
  declared: 'Declared',
  read: 'ModernGov read',
};
const NUMBERS: Readonly<Record<Extract<Evidence, { kind: 'number' }>['of'], string>> = {
  'clear-days': 'Clear days',
  meetings: 'Meetings of their bodies in that time',
  there: 'Declarations in ModernGov',
  here: 'Declarations recorded here',
  years: 'Years looked at',
};

/** One line of what a question rests on. */
export interface EvidenceLine {
  readonly name: string;
  readonly value: string;
}

export function evidenceLine(evidence: Evidence, names: NamesOfFindings): EvidenceLine {
  switch (evidence.kind) {
    case 'item':
      return { name: 'Agenda item', value: lineInWords(evidence).replace(/^i/, 'I').replace(/^t/, 'T') };
    case 'day':
      return { name: DAYS[evidence.of], value: dateInWords(evidence.on) };
    case 'number':
      return { name: NUMBERS[evidence.of], value: String(evidence.count) };
    case 'company': {
      const { company, number, officer, role, appointedOn, resignedOn } = evidence;
      const days = [
        ...(appointedOn === null ? [] : [`appointed ${dateInWords(civilDate(appointedOn))}`]),
        ...(resignedOn === null ? [] : [`resigned ${dateInWords(civilDate(resignedOn))}`]),
      ];
      return {
        name: 'Companies House',
        value: [`${officer}: ${role}, ${company} (${number})`, ...days].join(', '),
      };
    }
    case 'interest':
      return { name: interestName(evidence, names), value: interestInWords(evidence) };
  }
}

const interestName = ({ memberId, heldBy }: InterestEvidence, names: NamesOfFindings): string =>
  heldBy === 'partner'
    ? `Partner’s interest, listed by ${names.member(memberId)}`
    : `Interest of ${names.member(memberId)}`;

function interestInWords({ category, description, matched }: InterestEvidence): string {
  const heading = `${categoryInWords(category).name}: ${description}`;
  if (matched === undefined) return heading;
  const { interest, item } = matched;
  return interest.toLowerCase() === item.toLowerCase()
    ? `${heading}. The words “${item}” stand in the item too`
    : `${heading}. The words “${interest}” may be the item’s “${item}”`;
}

/** Where the rules that it comes from are written. */
export const sourcesOf = (check: CheckId): { text: string; href?: string }[] =>
  CHECKS[check].sources.map(({ text, url }: Citation) => ({ text, ...(url !== undefined && { href: url }) }));

/** A page about the same thing elsewhere, where there is one. */
export function furtherLink({ check, key }: Finding): { text: string; href: string } | undefined {
  if (check === 'dispensation-without-interest' || check === 'dispensation-lapsed')
    return { text: 'The dispensation', href: `/officer/dispensations/${key}` };
  return undefined;
}

/** The page of one question. With the day of its meeting, so that no other meeting is gone through to find it again. */
export function addressOf(finding: Finding, names: NamesOfFindings, part = '', done?: string): string {
  const { check, ref, meetingId } = finding;
  const day =
    CHECKS_OF_MEETINGS.includes(check) && meetingId !== undefined ? names.dayOf(meetingId) : undefined;
  const query = new URLSearchParams({ ...(day && { day }), ...(done && { done }) }).toString();
  return `/officer/checks/findings/${check}.${ref}${part}${query === '' ? '' : `?${query}`}`;
}
