import { describeInterest, type EmploymentDetails } from '../../../register/index.js';
import {
  companyNumberOf,
  OptionalCompanyNumber,
  OptionalYesNo,
  RequiredText,
  said,
  wordOf,
  yesOrNo,
} from './fields.js';
import type { InterestKind } from './kind.js';
import { eitherNote, numbered, withNotes } from './notes.js';

export class EmploymentForm {
  @RequiredText({ enter: 'Enter the job, office, trade, profession or vocation', name: 'Job', most: 200 })
  role: string;

  @RequiredText({ enter: 'Enter the employer, or “self-employed”', name: 'Employer', most: 200 })
  employer: string;

  @OptionalCompanyNumber()
  companyNumber?: string;

  @OptionalYesNo()
  forProfitOrGain?: string;
}

export const employment: InterestKind<EmploymentDetails, EmploymentForm> = {
  form: EmploymentForm,
  detailsOf: ({ role, employer, companyNumber, forProfitOrGain }) =>
    said<EmploymentDetails>({
      ...{ category: 'employment', role, employer },
      companyNumber: companyNumberOf(companyNumber),
      forProfitOrGain: yesOrNo(forProfitOrGain),
    }),
  wordsOf: ({ role, employer, companyNumber = '', forProfitOrGain }) => ({
    ...{ role, employer, companyNumber },
    forProfitOrGain: wordOf(forProfitOrGain),
  }),
  inFull: (details) =>
    withNotes(describeInterest(details), [
      numbered('company number', details.companyNumber),
      eitherNote(details.forProfitOrGain, 'for profit or gain', 'not for profit or gain'),
    ]),
};
