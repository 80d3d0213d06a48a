import type { Asked } from '../../../law/index.js';
import type { FormError } from '../../form/index.js';
import { interestsIn, MOST_INTERESTS, questionKey, withInterest } from '../draft.js';
import { changePath, pageIds } from '../journey.js';
import type { OpenedDraft, QuestionPage } from '../question-page.js';
import { wordsOf } from '../question-words.js';
import { kindOf } from './kinds.js';
import { withFirstPage, withMore } from './kind.js';

const TOO_MANY: FormError = {
  field: 'form',
  href: '#main-content',
  text: `You can add up to ${MOST_INTERESTS} of one kind. Send the rest to the monitoring officer.`,
};

/** Adds an interest, or changes the one with this number (from 1). */
export function interestPage(asked: Asked, number?: number): QuestionPage<object> {
  const kind = kindOf(asked.category);
  const { one, caption } = wordsOf(asked);
  const at = (opened: OpenedDraft) => interestsIn(opened.draft, asked)[(number ?? 0) - 1];
  return {
    id: pageIds(asked).add,
    template: 'web/notify-interests/interest/page.njk',
    form: kind.form,
    view: () => ({
      title: number === undefined ? `Add a ${one}` : `Change ${one} ${number}`,
      caption,
      questions: `web/notify-interests/interest/${asked.category}.njk`,
      isPartners: asked.heldBy === 'partner',
      button: 'Save and continue',
    }),
    words: (opened) => {
      const details = at(opened);
      return details === undefined ? {} : kind.wordsOf(details);
    },
    problems: (opened, answers) => {
      if (number === undefined && interestsIn(opened.draft, asked).length >= MOST_INTERESTS)
        return [TOO_MANY];
      const problem = kind.problem?.(withFirstPage(kind, at(opened), answers));
      return problem === undefined ? [] : [problem];
    },
    change: (opened, answers) =>
      withInterest(opened.draft, asked, number, withFirstPage(kind, at(opened), answers)),
    next: ({ draft, desk }) => {
      if (kind.more === undefined) return undefined;
      // What was to be changed and is gone was put after the last one.
      const saved = Math.min(number ?? Infinity, interestsIn(draft, asked).length);
      return `${desk.basePath}/${questionKey(asked)}/${saved}/more`;
    },
  };
}

/**
 * The second page about the interest with this number (from 1), of a category that has one. The interest is saved
 * already, so that whoever stops here has lost nothing: what is not answered was not said.
 */
export function morePage(asked: Asked, number: number): QuestionPage<object> | undefined {
  const { more } = kindOf(asked.category);
  if (more === undefined) return undefined;
  const { caption } = wordsOf(asked);
  const at = (opened: OpenedDraft) => interestsIn(opened.draft, asked)[number - 1];
  return {
    id: pageIds(asked).add,
    template: 'web/notify-interests/interest/page.njk',
    form: more.form,
    instead: (opened) =>
      at(opened) === undefined ? `${opened.desk.basePath}/${questionKey(asked)}/list` : undefined,
    view: (opened) => {
      const details = at(opened);
      return {
        title: details === undefined ? '' : more.title(details),
        caption,
        questions: `web/notify-interests/interest/${asked.category}-more.njk`,
        isPartners: asked.heldBy === 'partner',
        details,
        button: 'Save and continue',
      };
    },
    words: (opened) => {
      const details = at(opened);
      return details === undefined ? {} : more.wordsOf(details);
    },
    problems: (opened, answers) => {
      const details = at(opened);
      const problem = details && more.problem?.(withMore(more, details, answers));
      return problem === undefined ? [] : [problem];
    },
    change: (opened, answers) => {
      const details = at(opened);
      return details === undefined
        ? opened.draft
        : withInterest(opened.draft, asked, number, withMore(more, details, answers));
    },
    back: ({ desk }) => changePath(desk.basePath, asked, number),
  };
}
