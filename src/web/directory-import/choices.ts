import type { AuthorityKind } from '../../authorities/index.js';
import type { ChoiceProblem, Differences } from '../../exchange/index.js';
import type { CivilDate } from '../../law/index.js';
import type { FormError, FormState, Words } from '../form/index.js';
import type { Chosen } from './chosen.js';
import { bodyChoices, bodiesView, wordsForBodies } from './review-bodies.js';
import { meetingChoices, meetingsView, wordsForMeetings } from './review-meetings.js';
import { memberChoices, membersView, wordsForMembers } from './review-members.js';
import { WHY_IT_CANNOT_BE } from './refusals.js';

/** What is known beside the directory itself. */
export interface Beside {
  readonly authority: AuthorityKind;
  readonly today: CivilDate;
}

/** How the form stands before anybody has touched it: what is clear is proposed, and a clock is never started by itself. */
export function wordsFor(differences: Differences, beside: Beside): Words {
  switch (differences.kind) {
    case 'bodies':
      return wordsForBodies(differences, beside.authority);
    case 'meetings':
      return wordsForMeetings(differences);
    case 'members':
      return wordsForMembers(differences, beside.today);
  }
}

export function choicesIn(differences: Differences, words: Words, { today }: Beside): Chosen {
  switch (differences.kind) {
    case 'bodies':
      return bodyChoices(differences, words);
    case 'meetings':
      return meetingChoices(differences, words);
    case 'members':
      return memberChoices(differences, words, today);
  }
}

/** The page of one kind of directory: its view, and which template draws it. */
export function reviewView(differences: Differences, form: FormState): { template: string; view: object } {
  switch (differences.kind) {
    case 'bodies':
      return { template: 'web/directory-import/bodies.njk', view: bodiesView(differences, form) };
    case 'meetings':
      return { template: 'web/directory-import/meetings.njk', view: meetingsView(differences, form) };
    case 'members':
      return { template: 'web/directory-import/members.njk', view: membersView(differences, form) };
  }
}

/** Why nothing was taken over, beside the choice that cannot be. */
export function problemInWords({ index, why }: ChoiceProblem, differences: Differences): FormError {
  const read = differences.rows[index]?.read;
  const name = read !== undefined && 'name' in read ? `${read.name}: ` : '';
  const field =
    { 'in-office': `term-${index}`, 'joined-later': `group-${index}` }[why as string] ?? `what-${index}`;
  return { field, href: `#${field}`, text: `${name}${WHY_IT_CANNOT_BE[why]}` };
}
