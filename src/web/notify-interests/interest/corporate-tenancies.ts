import { describeInterest, type CorporateTenancyDetails } from '../../../register/index.js';
import { OptionalPostcode, postcodeOf, RequiredText } from './fields.js';
import type { InterestKind } from './kind.js';

export class CorporateTenancyForm {
  @RequiredText({ enter: 'Enter the firm or body that is the tenant', name: 'Tenant', most: 200 })
  tenant: string;

  @RequiredText({ enter: 'Enter the address of the land', name: 'Address', most: 300 })
  address: string;

  @OptionalPostcode()
  postcode?: string;
}

export const corporateTenancies: InterestKind<CorporateTenancyDetails, CorporateTenancyForm> = {
  form: CorporateTenancyForm,
  detailsOf: (answers) => ({
    ...{ category: 'corporate-tenancies', tenant: answers.tenant, address: answers.address },
    ...postcodeOf(answers),
  }),
  wordsOf: ({ tenant, address, postcode = '' }) => ({ tenant, address, postcode }),
  inFull: describeInterest,
};
