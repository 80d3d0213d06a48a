import { IsIn, Matches } from 'class-validator';
import type { CompanyDecision, Finding, WhyNotClosed } from '../../../oversight/index.js';
import { checkInWords, dateInWords } from '../../../wording/index.js';
import type { FormState } from '../../form/index.js';
import { instantInWords } from '../../page/index.js';
import type { NamesOfFindings } from '../known.js';
import {
  addressOf,
  evidenceLine,
  furtherLink,
  questionOf,
  sourcesOf,
  stateOf,
  STATE_TAGS,
  tagsInWords,
} from '../words.js';

/** Why it is closed, or opened again. */
export class ReasonForm {
  @Matches(/\S/, { message: 'Give your reason, so that somebody else can follow it' })
  reason: string;
}

export class DecisionForm extends ReasonForm {
  @IsIn(['same-person', 'somebody-else', 'ask-the-member'], {
    message: 'Say whether it is the member, somebody else, or a question for the member',
  })
  decision: CompanyDecision;
}

export const WHY_NOT: Readonly<Record<WhyNotClosed, string>> = {
  'closed-already': 'Somebody closed it in the meantime. Nothing was changed.',
  'not-closed': 'It is open already. Nothing was changed.',
  'own-finding': 'It is about you. Another officer must answer it.',
  'stepped-aside': 'You have left this member’s register to another officer, who must answer it.',
};

interface Fact {
  readonly name: string;
  readonly lines: readonly { readonly text: string; readonly href?: string }[];
}

export interface FindingView {
  readonly title: string;
  readonly backHref: string;
  readonly checkTitle: string;
  readonly tag: { readonly text: string; readonly colour: string };
  readonly facts: readonly Fact[];
  readonly sources: readonly { readonly text: string; readonly href?: string }[];
  /** 'Closed by Mo Officer on … Their reason: …'. */
  readonly closed: readonly string[];
  readonly form: FormState;
  readonly act:
    | { readonly href: string; readonly label: string; readonly hint: string; readonly button: string }
    | undefined;
  /** Where it is about an officer of a company. */
  readonly decideHref: string | undefined;
  /** Where a case file about it is opened; undefined where it is about nobody at a meeting, or for whoever may not. */
  readonly caseHref: string | undefined;
}

/** What the page is made of. */
export interface KnownOfFinding {
  readonly finding: Finding;
  readonly names: NamesOfFindings;
  readonly mayClose: boolean;
  readonly mayOpenCase: boolean;
}

export function findingView(
  { finding, names, mayClose, mayOpenCase }: KnownOfFinding,
  form: FormState,
): FindingView {
  const { check, closing } = finding;
  const at = (part: string): string => addressOf(finding, names, part);
  const mayDecide = mayClose && check === 'company-officer' && closing === undefined;
  return {
    ...{ title: questionOf(finding, names), backHref: `/officer/checks/${check}`, form },
    ...{ checkTitle: checkInWords(check).title, tag: STATE_TAGS[stateOf(finding)] },
    ...{ facts: factsOf(finding, names), sources: sourcesOf(check), closed: closedInWords(finding, names) },
    act: !mayClose ? undefined : closing === undefined ? closeAt(at('/close')) : openAt(at('/open')),
    decideHref: mayDecide ? at('/decide') : undefined,
    caseHref: mayOpenCase ? caseOf(finding) : undefined,
  };
}

/** A case file is about one member at one meeting; two members of a household are no case. */
function caseOf({ memberIds, meetingId, agendaItemId }: Finding): string | undefined {
  const [member, another] = memberIds;
  if (member === undefined || another !== undefined || meetingId === undefined) return undefined;
  const item = agendaItemId === undefined ? '' : `&item=${agendaItemId}`;
  return `/officer/cases/new?member=${member}&meeting=${meetingId}${item}`;
}

const closeAt = (href: string): FindingView['act'] => ({
  href,
  label: 'Close it with a reason',
  hint: 'What you found out, and how. It is open again if the facts change.',
  button: 'Close the question',
});
const openAt = (href: string): FindingView['act'] => ({
  href,
  label: 'Open it again with a reason',
  hint: 'What was closed stays on the record.',
  button: 'Open the question again',
});

function factsOf(finding: Finding, names: NamesOfFindings): Fact[] {
  const { memberIds, meetingId, lastDay, evidence } = finding;
  const further = furtherLink(finding);
  const tags = tagsInWords(finding);
  return [
    ...(memberIds.length === 0
      ? []
      : [
          {
            name: 'Who',
            lines: memberIds.map((id) => ({ text: names.member(id), href: `/officer/members/${id}` })),
          },
        ]),
    ...(meetingId === undefined
      ? []
      : [
          {
            name: 'Meeting',
            lines: [{ text: capital(names.meeting(meetingId)), href: `/meetings/${meetingId}` }],
          },
        ]),
    ...(lastDay === undefined ? [] : [{ name: 'Last day', lines: [{ text: dateInWords(lastDay) }] }]),
    ...(tags.length === 0 ? [] : [{ name: 'What is known', lines: tags.map((text) => ({ text })) }]),
    ...evidence.map((one) => {
      const { name, value } = evidenceLine(one, names);
      return { name, lines: [{ text: value }] };
    }),
    ...(further === undefined ? [] : [{ name: 'See', lines: [further] }]),
  ];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function closedInWords({ closing, reopened }: Finding, names: NamesOfFindings): string[] {
  const said = (by: string, at: Date, reason: string): string[] => [
    `Closed by ${names.person(by)}, ${instantInWords(at)}.`,
    `Their reason: ${reason}`,
  ];
  if (closing !== undefined) return said(closing.by, closing.at, closing.reason);
  if (reopened === undefined) return [];
  const { why, before } = reopened;
  return [
    why === 'facts-changed'
      ? 'It was closed, and the facts have changed since. So it is open again.'
      : 'It was closed, and somebody opened it again.',
    ...said(before.by, before.at, before.reason),
  ];
}
