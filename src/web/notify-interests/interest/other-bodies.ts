import { describeInterest, type OtherBodyDetails } from '../../../register/index.js';
import { choiceOf, OptionalBodyNumber, OptionalChoice, RequiredText, said, upper } from './fields.js';
import type { InterestKind } from './kind.js';
import { numbered, withNotes } from './notes.js';

type Sort = NonNullable<OtherBodyDetails['sort']>;

const SORTS: Readonly<Record<Sort, string>> = {
  'unpaid-directorship': 'unpaid directorship',
  'appointed-by-the-authority': 'nominated or appointed by the council',
  'public-functions': 'has functions of a public nature',
  charitable: 'charitable',
  'influences-opinion': 'influences public opinion or policy',
  'something-else': 'a body of another sort',
};

export class OtherBodyForm {
  @RequiredText({ enter: 'Enter the name of the body', name: 'The name of the body', most: 200 })
  body: string;

  @RequiredText({ enter: 'Enter your role in it', name: 'Your role', most: 200 })
  role: string;

  @OptionalBodyNumber()
  bodyNumber?: string;

  @OptionalChoice(Object.keys(SORTS))
  sort?: Sort | 'not-sure' | '';
}

export const otherBodies: InterestKind<OtherBodyDetails, OtherBodyForm> = {
  form: OtherBodyForm,
  detailsOf: ({ body, role, bodyNumber, sort }) =>
    said<OtherBodyDetails>({
      ...{ category: 'other-bodies', body, role, bodyNumber: upper(bodyNumber), sort: choiceOf(sort) },
    }),
  wordsOf: ({ body, role, bodyNumber = '', sort = '' }) => ({ body, role, bodyNumber, sort }),
  inFull: (details) =>
    withNotes(describeInterest(details), [
      numbered('number', details.bodyNumber),
      details.sort && SORTS[details.sort],
    ]),
};
