import type { BoardDuty, DutyKind } from '../../oversight/index.js';
import { dateInWords } from '../../wording/index.js';
import { officeInWords } from '../page/index.js';
import { stateTag, type StateTag } from './state-words.js';

/** A kind of duty as a choice. */
const KINDS: Record<DutyKind, string> = {
  'taking-office': 'On taking office',
  'after-disclosure': 'After a declaration at a meeting',
  'by-the-code': 'By the council’s code alone',
  confirmation: 'Regular confirmation',
  'dispensation-ends': 'Dispensation ends soon',
  'sensitive-review': 'Sensitive interest to look at again',
};

export const kindInWords = (kind: DutyKind): string => KINDS[kind];

/** What is to be done, and from which day on; an interest itself is never named. */
export interface WhatWords {
  readonly what: string;
  readonly since: string;
}

/** A row in words. */
export function whatInWords(row: BoardDuty): WhatWords {
  const on = row.since === undefined ? '' : dateInWords(row.since);
  switch (row.kind) {
    case 'taking-office':
      return {
        what: 'Notify interests on taking office',
        since: `${officeInWords(row.duty.term)}, since ${on}`,
      };
    case 'after-disclosure':
      return { what: 'Notify an interest declared at a meeting', since: declared(on, row.duty.isCertain) };
    case 'by-the-code':
      return row.duty.meeting === undefined
        ? { what: 'Answer what the code adds to the register', since: '' }
        : { what: 'Notify what the code has registered', since: declared(on, row.duty.isCertain) };
    case 'confirmation':
      return {
        what: 'Confirm that the register is right',
        since: `Last told or confirmed on ${on}`,
      };
    case 'dispensation-ends':
      return { what: 'A dispensation ends', since: on === '' ? '' : `In force since ${on}` };
    case 'sensitive-review':
      return { what: 'Look again at an agreement on a sensitive interest', since: '' };
  }
}

const declared = (on: string, isCertain: boolean): string =>
  `Declared on ${on}${isCertain ? '' : ', and not found in the register'}`;

const PASSED: StateTag = { text: 'Last day has passed', colour: 'red' };

/** The state of a row. No answer is missing where it was declared aloud, or where it is the officers' own to do. */
export function tagOf({ kind, state }: Pick<BoardDuty, 'kind' | 'state'>): StateTag {
  const isAnswered = kind === 'after-disclosure' || kind === 'sensitive-review';
  return state === 'overdue' && isAnswered ? PASSED : stateTag(state);
}
