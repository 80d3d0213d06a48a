import type { Asked, RequiredCategory } from '../../law/index.js';
import type { Draft } from '../../register/index.js';
import type { Journey, JourneyPage, JourneyTask } from '../journey/index.js';
import { MEMBERS_DESK, type Desk } from './desk.js';
import { answerTo, interestsIn, questionKey } from './draft.js';
import { inFull } from './interest/kinds.js';
import { wordsOf } from './question-words.js';

export const PARTNER_QUESTION =
  'Do you have a spouse, a civil partner, or somebody you live with as if you were married or in a civil partnership?';

/**
 * Notifying the monitoring officer (Localism Act 2011 s.30(1)), as data: the partner first, then every category that
 * the law and the council's code require, for the member and, where there is a partner and the category asks it, for the
 * partner. The desk says at which addresses.
 */
export function notifyJourney(
  required: readonly RequiredCategory[],
  { basePath, startPath }: Desk = MEMBERS_DESK,
): Journey<Draft> {
  return {
    startPath,
    listPath: basePath,
    tasks: [
      { id: PARTNER, title: 'Your spouse or partner', pages: [partnerPage(basePath)] },
      ...questionsIn(required).map((asked) => questionTask(asked, basePath)),
    ],
    ending: [
      {
        id: 'check',
        path: `${basePath}/check`,
        title: 'Check your answers before you send them',
        complete: () => false,
      },
    ],
  };
}

/** Every question there can be: about the member first, then about the partner. */
export function questionsIn(required: readonly RequiredCategory[]): Asked[] {
  const partners = required.filter(({ asksPartner }) => asksPartner);
  return [
    ...required.map(({ category }): Asked => ({ category, heldBy: 'self' })),
    ...partners.map(({ category }): Asked => ({ category, heldBy: 'partner' })),
  ];
}

/** The parts in which task list and answers are shown. */
export const PARTS = ['first', 'own', 'partners'] as const;
export type Part = (typeof PARTS)[number];

/** The part to which a task belongs, told by its id: 'partner', 'land/self', 'land/partner'. */
export function partOf({ id }: { readonly id: string }): Part {
  if (id === PARTNER) return 'first';
  return id.endsWith('/self') ? 'own' : 'partners';
}

const PARTNER = 'partner';

const partnerPage = (basePath: string): JourneyPage<Draft> => ({
  id: PARTNER,
  path: `${basePath}/partner`,
  title: PARTNER_QUESTION,
  complete: ({ hasPartner }) => hasPartner !== undefined,
  rows: ({ hasPartner }) => [
    {
      question: 'Spouse, civil partner or somebody you live with as such',
      answer: hasPartner ? 'Yes' : 'No',
    },
  ],
});

/** The ids of the pages of one question. */
export const pageIds = (asked: Asked): { any: string; add: string; list: string } => ({
  any: `${questionKey(asked)}/any`,
  add: `${questionKey(asked)}/add`,
  list: `${questionKey(asked)}/list`,
});

/** Where the interest with this number (from 1) is changed. */
export const changePath = (basePath: string, asked: Asked, number: number): string =>
  `${basePath}/${questionKey(asked)}/${number}/change`;

/** Any? Add one. The list of what was added. */
function questionTask(asked: Asked, basePath: string): JourneyTask<Draft> {
  const words = wordsOf(asked);
  const ids = pageIds(asked);
  const path = `${basePath}/${questionKey(asked)}`;
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
            changePath: changePath(basePath, asked, index + 1),
          })),
      },
    ],
  };
}
