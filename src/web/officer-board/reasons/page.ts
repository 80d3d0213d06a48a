import type { BoardDuty } from '../../../oversight/index.js';
import { england, type CivilDate, type Reason } from '../../../law/index.js';
import type { Member } from '../../../members/index.js';
import { dateInWords, reasonInWords, takingOfficeInWords } from '../../../wording/index.js';
import { tagOf, whatInWords } from '../kind-words.js';
import type { StateTag } from '../state-words.js';

/** A sentence and the sources that it rests on. */
interface Why {
  readonly text: string;
  readonly sources: readonly { readonly text: string; readonly href?: string }[];
}

interface DutyView {
  /** Where the board's row leads. */
  readonly id: string;
  readonly what: string;
  readonly since: string;
  readonly state: StateTag;
  readonly lastDay: string;
  readonly answered: string;
  readonly because: readonly Why[];
}

export interface ReasonsView {
  readonly title: string;
  readonly backHref: string;
  readonly member: { readonly name: string; readonly href: string };
  readonly duties: readonly DutyView[];
}

/** Everything that one member owes, each with its reasons. What an interest is, no reason tells. */
export function reasonsView(member: Member, duties: readonly BoardDuty[], today: CivilDate): ReasonsView {
  return {
    ...{ title: `What ${member.name} owes, and why`, backHref: '/officer' },
    member: { name: member.name, href: `/officer/members/${member.id}` },
    duties: duties.map((row) => ({
      ...{ id: `${row.kind}-${row.about}`, ...whatInWords(row), state: tagOf(row) },
      lastDay: row.lastDay === undefined ? 'None' : lastDayInWords(row, row.lastDay),
      answered: row.metOn === undefined ? 'Not yet' : dateInWords(row.metOn),
      because: whyOf(row, today),
    })),
  };
}

/** A code's "within 28 days of" leaves it open whether the first day counts: both days are said. */
function lastDayInWords(row: BoardDuty, lastDay: CivilDate): string {
  if (row.kind !== 'by-the-code') return dateInWords(lastDay);
  const latest = dateInWords(row.duty.days.latestArguableLastDay);
  return `${dateInWords(lastDay)} to be safe; the latest day that can be argued for is ${latest}`;
}

function whyOf(row: BoardDuty, today: CivilDate): Why[] {
  switch (row.kind) {
    case 'taking-office':
      return takingOfficeInWords(row.duty.answer, today).because.map(({ text, citations }) => ({
        text,
        sources: citations.map(sourceOf),
      }));
    case 'after-disclosure':
      return row.duty.notify.reasons.map(whyFrom);
    case 'by-the-code':
      return [whyFrom(row.duty.reason)];
    case 'confirmation':
      return [
        {
          text: `The council asks each member to confirm every ${row.everyMonths} months that the register is right. It is the council’s practice: no Act asks for it, and nothing follows from not answering.`,
          sources: [],
        },
      ];
    case 'dispensation-ends':
      return [
        {
          text: 'A dispensation states the period for which it has effect, and lifts nothing after its last day.',
          sources: [sourceOf(england.notRetrospective.citation)],
        },
      ];
    case 'sensitive-review':
      return [];
  }
}

const whyFrom = (reason: Reason): Why => ({
  text: reasonInWords(reason),
  sources: [sourceOf(reason.citation)],
});

const sourceOf = ({ text, url }: Reason['citation']): Why['sources'][number] => ({
  text,
  ...(url === undefined ? {} : { href: url }),
});
