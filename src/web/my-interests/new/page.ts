import type { RequiredCategory } from '../../../law/index.js';
import { wordsOf } from '../../notify-interests/question-words.js';

interface NewChoice {
  readonly text: string;
  readonly href: string;
}

export interface NewInterestsView {
  readonly title: string;
  readonly backHref: string;
  readonly registersGifts: boolean;
  readonly categories: readonly { readonly name: string; readonly choices: readonly NewChoice[] }[];
}

/** What can be new: each category, for the member and, where it counts, for the partner. Gifts have pages of their own. */
export function newInterestsView(required: readonly RequiredCategory[]): NewInterestsView {
  return {
    title: 'What is new?',
    backHref: '/my/interests',
    registersGifts: required.some(({ category }) => category === 'gifts'),
    categories: required
      .filter(({ category }) => category !== 'gifts')
      .map(({ category, asksPartner }) => {
        const { name, one } = wordsOf({ category, heldBy: 'self' });
        const path = `/my/interests/new/${category}`;
        return {
          name,
          choices: [
            { text: `A new ${one}: yours`, href: `${path}/self` },
            ...(asksPartner
              ? [{ text: `A new ${one}: your spouse or partner’s`, href: `${path}/partner` }]
              : []),
          ],
        };
      }),
  };
}
