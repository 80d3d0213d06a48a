import { IsIn } from 'class-validator';
import { describeInterest, type SecuritiesDetails } from '../../../register/index.js';
import { OptionalCompanyNumber, RequiredText } from './fields.js';
import type { InterestKind } from './kind.js';

const OVER: Readonly<Record<SecuritiesDetails['over'], string>> = {
  'nominal-25000': 'nominal value over £25,000',
  'one-hundredth-of-capital': 'more than one hundredth of the issued share capital',
  'one-hundredth-of-a-class': 'more than one hundredth of one class of shares',
};

export class SecuritiesForm {
  @RequiredText({ enter: 'Enter the company or other body', name: 'Company or body', most: 200 })
  company: string;

  @OptionalCompanyNumber()
  companyNumber?: string;

  @IsIn(Object.keys(OVER), { message: 'Select which limit the holding is above' })
  over: SecuritiesDetails['over'];
}

export const securities: InterestKind<SecuritiesDetails, SecuritiesForm> = {
  form: SecuritiesForm,
  detailsOf: ({ company, companyNumber = '', over }) => ({
    ...{ category: 'securities', company, over },
    ...(companyNumber === '' ? {} : { companyNumber: companyNumber.toUpperCase() }),
  }),
  wordsOf: ({ company, companyNumber = '', over }) => ({ company, companyNumber, over }),
  inFull: (details) => {
    const number = details.companyNumber === undefined ? '' : ` (company number ${details.companyNumber})`;
    return `${describeInterest(details)}${number}, ${OVER[details.over]}`;
  },
};
