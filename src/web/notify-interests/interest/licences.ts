import { civilDate, parseCivilDate, type CivilDate } from '../../../law/index.js';
import { describeInterest, type LicenceDetails } from '../../../register/index.js';
import { dateInWords } from '../../../wording/index.js';
import { DateField, wordsOfDate } from '../../form/index.js';
import { doesNotCount } from './does-not-count.js';
import { OptionalPostcode, postcodeOf, RequiredText } from './fields.js';
import type { InterestKind } from './kind.js';

export class LicenceForm {
  @RequiredText({ enter: 'Enter the address of the land', name: 'Address', most: 300 })
  address: string;

  @OptionalPostcode()
  postcode?: string;

  @DateField({ enter: 'Enter the date the licence began', name: 'The date the licence began' })
  from: CivilDate;

  @DateField({ enter: '', name: 'The date the licence ends', optional: true })
  to?: CivilDate;
}

const AT_THE_END = { field: 'to', href: '#to-day' } as const;

export const licences: InterestKind<LicenceDetails, LicenceForm> = {
  form: LicenceForm,
  detailsOf: (answers) => ({
    ...{ category: 'licences', address: answers.address, from: answers.from },
    ...postcodeOf(answers),
    ...(answers.to === undefined ? {} : { to: answers.to }),
  }),
  wordsOf: ({ address, postcode = '', from, to }) => ({
    ...{ address, postcode },
    ...wordsOfDate('from', parseCivilDate(from)),
    ...(to === undefined ? {} : wordsOfDate('to', parseCivilDate(to))),
  }),
  inFull: (details) => `${describeInterest(details)}, ${periodInWords(details)}`,
  problem: ({ from, to }, { heldBy, rulebook }) => {
    if (to === undefined) return undefined;
    if (to < from)
      return {
        ...AT_THE_END,
        text: 'The date the licence ends must be the same as or after the date it began',
      };
    const facts = { memberAware: true, inArea: true, licenceToOccupy: true };
    const dates = { from: civilDate(from), to: civilDate(to) };
    return doesNotCount(
      rulebook.prescribed({ category: 'licences', heldBy, ...facts, ...dates }),
      'licence',
      AT_THE_END,
    );
  },
};

function periodInWords({ from, to }: LicenceDetails): string {
  const began = `from ${dateInWords(civilDate(from))}`;
  return to === undefined ? began : `${began} to ${dateInWords(civilDate(to))}`;
}
