import { NotFoundException } from '@nestjs/common';
import type { Asked, RequiredCategory } from '../../law/index.js';
import { anyPage } from './any/page.js';
import { questionKey } from './draft.js';
import { interestPage, morePage } from './interest/page.js';
import { questionsIn } from './journey.js';
import { listPage } from './list/page.js';
import type { QuestionPage } from './question-page.js';
import { removePage } from './remove/page.js';

/** What an address of the journey names, after the address of its task list. */
export interface InAddress {
  readonly category: string;
  readonly heldBy: string;
  readonly step?: string;
  readonly number?: string;
}

/** The addresses of the questions, under the task list of whichever desk. */
export const QUESTION_ADDRESSES = [
  ':category/:heldBy',
  ':category/:heldBy/:step',
  ':category/:heldBy/:number/:step',
];

/**
 * The page at an address.
 * @throws NotFoundException for whatever today's law does not ask
 */
export function pageAt(required: readonly RequiredCategory[], address: InAddress): QuestionPage<object> {
  const asked = questionsIn(required).find(
    (one) => questionKey(one) === `${address.category}/${address.heldBy}`,
  );
  const page = asked && pageOfStep(asked, address);
  if (page === undefined) throw new NotFoundException();
  return page;
}

function pageOfStep(asked: Asked, { step, number }: InAddress): QuestionPage<object> | undefined {
  if (number === undefined) {
    if (step === undefined) return anyPage(asked);
    if (step === 'add') return interestPage(asked);
    return step === 'list' ? listPage(asked) : undefined;
  }
  if (!/^[1-9]\d{0,2}$/.test(number)) return undefined;
  if (step === 'change') return interestPage(asked, Number(number));
  if (step === 'more') return morePage(asked, Number(number));
  return step === 'remove' ? removePage(asked, Number(number)) : undefined;
}
