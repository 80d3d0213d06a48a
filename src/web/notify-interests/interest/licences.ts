import { civilDate, parseCivilDate, type CivilDate } from '../../../law/index.js';
import { describeInterest, type LicenceDetails } from '../../../register/index.js';
import { dateInWords } from '../../../wording/index.js';
import { DateField, wordsOfDate } from '../../form/index.js';
import {
  OptionalPostcode,
  OptionalYesNo,
  postcodeOf,
  RequiredText,
  said,
  wordOf,
  yesOrNo,
} from './fields.js';
import type { InterestKind } from './kind.js';
import { eitherNote, withNotes } from './notes.js';

export class LicenceForm {
  @RequiredText({ enter: 'Enter the address of the land', name: 'Address', most: 300 })
  address: string;

  @OptionalPostcode()
  postcode?: string;

  @DateField({ enter: 'Enter the date the licence began', name: 'The date the licence began' })
  from: CivilDate;

  @DateField({ enter: '', name: 'The date the licence ends', optional: true })
  to?: CivilDate;

  @OptionalYesNo()
  inArea?: string;

  @OptionalYesNo()
  isHome?: string;
}

export const licences: InterestKind<LicenceDetails, LicenceForm> = {
  form: LicenceForm,
  detailsOf: ({ address, postcode, from, to, inArea, isHome }) =>
    said<LicenceDetails>({
      ...{ category: 'licences', address, postcode: postcodeOf(postcode), from, to },
      ...{ inArea: yesOrNo(inArea), isHome: yesOrNo(isHome) },
    }),
  wordsOf: ({ address, postcode = '', from, to, inArea, isHome }) => ({
    ...{ address, postcode },
    ...wordsOfDate('from', parseCivilDate(from)),
    ...(to === undefined ? {} : wordsOfDate('to', parseCivilDate(to))),
    ...{ inArea: wordOf(inArea), isHome: wordOf(isHome) },
  }),
  inFull: (details) =>
    withNotes(`${describeInterest(details)}, ${periodInWords(details)}`, [
      eitherNote(details.inArea, 'in the council’s area', 'outside the council’s area'),
      eitherNote(details.isHome, 'the member’s usual home', ''),
    ]),
  problem: ({ from, to }) =>
    to === undefined || from <= to
      ? undefined
      : {
          ...{ field: 'to', href: '#to-day' },
          text: 'The date the licence ends must be the same as or after the date it began',
        },
};

function periodInWords({ from, to }: LicenceDetails): string {
  const began = `from ${dateInWords(civilDate(from))}`;
  return to === undefined ? began : `${began} to ${dateInWords(civilDate(to))}`;
}
