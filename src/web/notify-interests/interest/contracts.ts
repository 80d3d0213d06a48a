import { describeInterest, type ContractDetails } from '../../../register/index.js';
import { moneyInWords } from '../../../wording/index.js';
import { MoneyField, typedPounds } from '../../form/index.js';
import {
  choiceOf,
  companyNumberOf,
  OptionalChoice,
  OptionalCompanyNumber,
  OptionalYesNo,
  RequiredText,
  said,
  wordOf,
  yesOrNo,
} from './fields.js';
import type { InterestKind } from './kind.js';
import { eitherNote, numbered, withNotes } from './notes.js';
import { TIES } from './ties.js';

const CONTRACT_TIES = { 'the-person': 'a contract of their own', ...TIES };
type ContractTie = NonNullable<ContractDetails['tie']>;

export class ContractForm {
  @RequiredText({
    enter: 'Enter who has the contract with the council',
    name: 'Who has the contract',
    most: 200,
  })
  contractor: string;

  @OptionalCompanyNumber()
  companyNumber?: string;

  @RequiredText({ enter: 'Enter what the contract is for', name: 'What the contract is for', most: 500 })
  subject: string;

  @MoneyField({ enter: '', name: 'The value of the contract', optional: true })
  valuePence?: number;
}

export class ContractMoreForm {
  @OptionalChoice(Object.keys(CONTRACT_TIES))
  tie?: ContractTie | 'not-sure' | '';

  @OptionalYesNo()
  fullyDischarged?: string;
}

export const contracts: InterestKind<ContractDetails, ContractForm, ContractMoreForm> = {
  form: ContractForm,
  detailsOf: ({ contractor, companyNumber, subject, valuePence }) =>
    said<ContractDetails>({
      ...{ category: 'contracts', contractor, subject, valuePence },
      companyNumber: companyNumberOf(companyNumber),
    }),
  wordsOf: ({ contractor, companyNumber = '', subject, valuePence }) => ({
    ...{ contractor, companyNumber, subject },
    valuePence: valuePence === undefined ? '' : typedPounds(valuePence),
  }),
  more: {
    form: ContractMoreForm,
    title: ({ contractor }) => `The contract of ${contractor}`,
    asks: ['tie', 'fullyDischarged'],
    detailsOf: ({ tie, fullyDischarged }) =>
      said<Partial<ContractDetails>>({ tie: choiceOf(tie), fullyDischarged: yesOrNo(fullyDischarged) }),
    wordsOf: ({ tie = '', fullyDischarged }) => ({ tie, fullyDischarged: wordOf(fullyDischarged) }),
  },
  inFull: (details) =>
    withNotes(describeInterest(details), [
      numbered('company number', details.companyNumber),
      details.valuePence === undefined ? undefined : `worth ${moneyInWords(details.valuePence)}`,
      details.tie && CONTRACT_TIES[details.tie],
      eitherNote(details.fullyDischarged, 'fully discharged', 'not yet fully discharged'),
    ]),
};
