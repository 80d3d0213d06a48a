import { isOpen, type AfterDisclosure } from '../../duties/index.js';
import { civilDate } from '../../law/index.js';
import type { Members } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { dateInWords } from '../../wording/index.js';
import { stateTag, type StateTag } from './state-words.js';

/** Somebody who told a meeting of what is not in the register, and has not told the monitoring officer yet. */
interface DisclosedRow {
  readonly name: string;
  readonly href: string;
  readonly declaredOn: string;
  readonly lastDay: string;
  readonly state: StateTag;
}

const PASSED: StateTag = { text: 'Last day has passed', colour: 'red' };

/** What is still open after disclosures at meetings, the earliest first. What the interest is, the board does not say. */
export async function disclosedRows(
  uow: UnitOfWork,
  afterDisclosure: AfterDisclosure,
  members: Members,
): Promise<DisclosedRow[]> {
  const open = (await afterDisclosure.board(uow)).filter(({ state }) => isOpen(state));
  const rows: DisclosedRow[] = [];
  for (const { disclosure, meeting, lastDay, state } of open) {
    const { memberId } = disclosure;
    rows.push({
      name: (await members.find(uow, memberId))?.name ?? '',
      href: `/officer/members/${memberId}`,
      declaredOn: dateInWords(civilDate(meeting.meetsOn)),
      lastDay: dateInWords(lastDay),
      state: state === 'overdue' ? PASSED : stateTag(state),
    });
  }
  return rows;
}
