import type { Asked } from '../../../law/index.js';
import type { FormError } from '../../form/index.js';
import { interestsIn, MOST_INTERESTS, withInterest } from '../draft.js';
import { pageIds } from '../journey.js';
import type { QuestionPage } from '../question-page.js';
import { wordsOf } from '../question-words.js';
import { kindOf } from './kinds.js';

const TOO_MANY: FormError = {
  field: 'form',
  href: '#main-content',
  text: `You can add up to ${MOST_INTERESTS} of one kind. Send the rest to the monitoring officer.`,
};

/** Adds an interest, or changes the one with this number (from 1). */
export function interestPage(asked: Asked, number?: number): QuestionPage<object> {
  const kind = kindOf(asked.category);
  const { one, caption } = wordsOf(asked);
  return {
    id: pageIds(asked).add,
    template: 'web/notify-interests/interest/page.njk',
    form: kind.form,
    view: () => ({
      title: number === undefined ? `Add a ${one}` : `Change ${one} ${number}`,
      caption,
      category: asked.category,
      button: 'Save and continue',
    }),
    words: ({ draft }) => {
      const details = interestsIn(draft, asked)[(number ?? 0) - 1];
      return details === undefined ? {} : kind.wordsOf(details);
    },
    problems: ({ draft, rulebook, today }, answers) => {
      if (number === undefined && interestsIn(draft, asked).length >= MOST_INTERESTS) return [TOO_MANY];
      const on = { heldBy: asked.heldBy, rulebook, today };
      const problem = kind.problem?.(kind.detailsOf(answers), on);
      return problem === undefined ? [] : [problem];
    },
    change: (draft, answers) => withInterest(draft, asked, number, kind.detailsOf(answers)),
  };
}
