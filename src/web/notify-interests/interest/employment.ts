import { describeInterest, type EmploymentDetails } from '../../../register/index.js';
import { RequiredText } from './fields.js';
import type { InterestKind } from './kind.js';

export class EmploymentForm {
  @RequiredText({ enter: 'Enter the job, office, trade, profession or vocation', name: 'Job', most: 200 })
  role: string;

  @RequiredText({ enter: 'Enter the employer, or “self-employed”', name: 'Employer', most: 200 })
  employer: string;
}

export const employment: InterestKind<EmploymentDetails, EmploymentForm> = {
  form: EmploymentForm,
  detailsOf: ({ role, employer }) => ({ category: 'employment', role, employer }),
  wordsOf: ({ role, employer }) => ({ role, employer }),
  inFull: describeInterest,
};
