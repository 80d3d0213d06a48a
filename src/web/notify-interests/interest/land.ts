import { describeInterest, type LandDetails } from '../../../register/index.js';
import { OptionalPostcode, postcodeOf, RequiredText } from './fields.js';
import type { InterestKind } from './kind.js';

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
}

export const land: InterestKind<LandDetails, LandForm> = {
  form: LandForm,
  detailsOf: (answers) => ({
    ...{ category: 'land', address: answers.address, natureOfInterest: answers.natureOfInterest },
    ...postcodeOf(answers),
  }),
  wordsOf: ({ address, postcode = '', natureOfInterest }) => ({ address, postcode, natureOfInterest }),
  inFull: describeInterest,
};
