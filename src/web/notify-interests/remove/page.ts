import { IsIn } from 'class-validator';
import type { Asked } from '../../../law/index.js';
import { interestsIn, questionKey, withoutInterest } from '../draft.js';
import { inFull } from '../interest/kinds.js';
import { pageIds } from '../journey.js';
import type { QuestionPage } from '../question-page.js';
import { wordsOf } from '../question-words.js';

export class RemoveForm {
  @IsIn(['yes', 'no'], { message: 'Select yes to remove it' })
  remove: 'yes' | 'no';
}

/** Asks before the interest with this number (from 1) is taken out of the draft. */
export function removePage(asked: Asked, number: number): QuestionPage<RemoveForm> {
  const { one, caption } = wordsOf(asked);
  return {
    id: pageIds(asked).add,
    template: 'web/notify-interests/remove/page.njk',
    form: RemoveForm,
    view: ({ draft }) => {
      const details = interestsIn(draft, asked)[number - 1];
      return {
        title: `Are you sure you want to remove this ${one}?`,
        caption,
        interest: details === undefined ? 'It was removed already.' : inFull(details),
      };
    },
    words: () => ({}),
    change: ({ draft }, { remove }) => (remove === 'yes' ? withoutInterest(draft, asked, number) : draft),
    // With the last one the answer went too, so the question is asked again.
    next: ({ draft, desk }) =>
      interestsIn(draft, asked).length === 0 ? `${desk.basePath}/${questionKey(asked)}` : undefined,
  };
}
