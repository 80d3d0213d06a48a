import { describeInterest, type ContractDetails } from '../../../register/index.js';
import { RequiredText } from './fields.js';
import type { InterestKind } from './kind.js';

export class ContractForm {
  @RequiredText({
    enter: 'Enter who has the contract with the council',
    name: 'Who has the contract',
    most: 200,
  })
  contractor: string;

  @RequiredText({ enter: 'Enter what the contract is for', name: 'What the contract is for', most: 500 })
  subject: string;
}

export const contracts: InterestKind<ContractDetails, ContractForm> = {
  form: ContractForm,
  detailsOf: ({ contractor, subject }) => ({ category: 'contracts', contractor, subject }),
  wordsOf: ({ contractor, subject }) => ({ contractor, subject }),
  inFull: describeInterest,
};
