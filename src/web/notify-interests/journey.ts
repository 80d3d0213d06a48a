import type { Asked, RequiredCategory } from '../../law/index.js';
import type { Draft } from '../../register/index.js';
import type { Journey, JourneyPage, JourneyTask } from '../journey/index.js';
import { answerTo, interestsIn, questionKey } from './draft.js';
import { inFull } from './interest/kinds.js';
import { wordsOf } from './question-words.js';

/** The task list; every page of the journey lies under it. */
export const NOTIFY_PATH = '/my/interests/notify';
export const PARTNER_QUESTION =
  'Do you have a spouse, a civil partner, or somebody you live with as if you were married or in a civil partnership?';

/**
 * Notifying the monitoring officer (Localism Act 2011 s.30(1)), as data: the partner first, then every category that
 * the law requires, for the member and, where there is a partner and the category asks it, for the partner.
 */
export function notifyJourney(required: readonly RequiredCategory[]): Journey<Draft> {
  return {
    startPath: '/my',
    listPath: NOTIFY_PATH,
    tasks: [
      { id: 'partner', title: 'Your spouse or partner', pages: [PARTNER_PAGE] },
      ...required.map(({ category }) => questionTask({ category, heldBy: 'self' })),
      ...required
        .filter(({ asksPartner }) => asksPartner)
        .map(({ category }) => questionTask({ category, heldBy: 'partner' })),
    ],
    ending: [CHECK_PAGE],
  };
}

/** The parts in which task list and answers are shown. */
export const PARTS = ['first', 'own', 'partners'] as const;
export type Part = (typeof PARTS)[number];

/** The part to which a task belongs, told by its id: 'partner', 'land/self', 'land/partner'. */
export function partOf({ id }: { readonly id: string }): Part {
  if (id === PARTNER_PAGE.id) return 'first';
  return id.endsWith('/self') ? 'own' : 'partners';
}

const PARTNER_PAGE: JourneyPage<Draft> = {
  id: 'partner',
  path: `${NOTIFY_PATH}/partner`,
  title: PARTNER_QUESTION,
  complete: ({ hasPartner }) => hasPartner !== undefined,
  rows: ({ hasPartner }) => [
    {
      question: 'Spouse, civil partner or somebody you live with as such',
      answer: hasPartner ? 'Yes' : 'No',
    },
  ],
};

const CHECK_PAGE: JourneyPage<Draft> = {
  id: 'check',
  path: `${NOTIFY_PATH}/check`,
  title: 'Check your answers before you send them',
  complete: () => false,
};

/** The ids of the pages of one question. */
export const pageIds = (asked: Asked): { any: string; add: string; list: string } => ({
  any: `${questionKey(asked)}/any`,
  add: `${questionKey(asked)}/add`,
  list: `${questionKey(asked)}/list`,
});

/** Any? Add one. The list of what was added. */
function questionTask(asked: Asked): JourneyTask<Draft> {
  const words = wordsOf(asked);
  const ids = pageIds(asked);
  const path = `${NOTIFY_PATH}/${questionKey(asked)}`;
  return {
    id: questionKey(asked),
    title: words.name,
    ...(asked.heldBy === 'partner' && { relevant: ({ hasPartner }: Draft) => hasPartner === true }),
    pages: [
      {
        id: ids.any,
        path,
        title: words.any,
        complete: (draft) => answerTo(draft, asked) !== undefined,
        rows: (draft) =>
          answerTo(draft, asked)?.answer === 'nothing'
            ? [{ question: words.name, answer: 'Nothing to register' }]
            : [],
      },
      {
        id: ids.add,
        path: `${path}/add`,
        title: `Add a ${words.one}`,
        relevant: (draft) => answerTo(draft, asked)?.answer === 'entries',
        complete: (draft) => interestsIn(draft, asked).length > 0,
        listedOn: ids.list,
      },
      {
        id: ids.list,
        path: `${path}/list`,
        title: words.name,
        relevant: (draft) => interestsIn(draft, asked).length > 0,
        complete: () => true,
        rows: (draft) =>
          interestsIn(draft, asked).map((details, index, { length }) => ({
            question: length === 1 ? words.name : `${words.name} (${index + 1} of ${length})`,
            answer: inFull(details),
            changePath: `${path}/${index + 1}/change`,
          })),
      },
    ],
  };
}
