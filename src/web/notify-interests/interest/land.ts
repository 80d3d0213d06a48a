import { describeInterest, type LandDetails } from '../../../register/index.js';
import {
  choiceOf,
  OptionalChoice,
  OptionalPostcode,
  OptionalTitleNumber,
  OptionalUprn,
  OptionalYesNo,
  postcodeOf,
  RequiredText,
  said,
  upper,
  wordOf,
  yesOrNo,
} from './fields.js';
import type { InterestKind } from './kind.js';
import { eitherNote, numbered, withNotes } from './notes.js';

type Gives = NonNullable<LandDetails['gives']>;

const GIVES: Readonly<Record<Gives, string>> = {
  occupation: 'a right to occupy it',
  income: 'income from it',
  both: 'a right to occupy it and income from it',
  neither: 'neither a right to occupy it nor income from it',
};

export class LandForm {
  @RequiredText({ enter: 'Enter the address of the land', name: 'Address', most: 300 })
  address: string;

  @OptionalPostcode()
  postcode?: string;

  @RequiredText({
    enter: 'Enter the interest in the land, such as “Owner”',
    name: 'Interest in the land',
    most: 200,
  })
  natureOfInterest: string;

  @OptionalTitleNumber()
  titleNumber?: string;

  @OptionalUprn()
  uprn?: string;
}

export class LandMoreForm {
  @OptionalChoice(Object.keys(GIVES))
  gives?: Gives | 'not-sure' | '';

  @OptionalYesNo()
  inArea?: string;

  @OptionalYesNo()
  isHome?: string;
}

export const land: InterestKind<LandDetails, LandForm, LandMoreForm> = {
  form: LandForm,
  detailsOf: ({ address, postcode, natureOfInterest, titleNumber, uprn }) =>
    said<LandDetails>({
      ...{ category: 'land', address, natureOfInterest, uprn },
      postcode: postcodeOf(postcode),
      titleNumber: upper(titleNumber),
    }),
  wordsOf: ({ address, postcode = '', natureOfInterest, titleNumber = '', uprn = '' }) => ({
    ...{ address, postcode, natureOfInterest, titleNumber, uprn },
  }),
  more: {
    form: LandMoreForm,
    title: ({ address }) => `About ${address}`,
    asks: ['gives', 'inArea', 'isHome'],
    detailsOf: ({ gives, inArea, isHome }) =>
      said<Partial<LandDetails>>({
        ...{ gives: choiceOf(gives), inArea: yesOrNo(inArea), isHome: yesOrNo(isHome) },
      }),
    wordsOf: ({ gives = '', inArea, isHome }) => ({
      ...{ gives, inArea: wordOf(inArea), isHome: wordOf(isHome) },
    }),
  },
  inFull: (details) =>
    withNotes(describeInterest(details), [
      numbered('title number', details.titleNumber),
      numbered('UPRN', details.uprn),
      details.gives && GIVES[details.gives],
      eitherNote(details.inArea, 'in the council’s area', 'outside the council’s area'),
      eitherNote(details.isHome, 'the member’s usual home', ''),
    ]),
};
