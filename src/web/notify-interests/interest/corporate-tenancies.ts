import type { BodyConnection } from '../../../law/index.js';
import { describeInterest, type CorporateTenancyDetails } from '../../../register/index.js';
import {
  choiceOf,
  companyNumberOf,
  OptionalChoice,
  OptionalCompanyNumber,
  OptionalPostcode,
  postcodeOf,
  RequiredText,
  said,
} from './fields.js';
import type { InterestKind } from './kind.js';
import { numbered, withNotes } from './notes.js';
import { TIES } from './ties.js';

export class CorporateTenancyForm {
  @RequiredText({ enter: 'Enter the firm or body that is the tenant', name: 'Tenant', most: 200 })
  tenant: string;

  @OptionalCompanyNumber()
  companyNumber?: string;

  @RequiredText({ enter: 'Enter the address of the land', name: 'Address', most: 300 })
  address: string;

  @OptionalPostcode()
  postcode?: string;
}

export class CorporateTenancyMoreForm {
  @OptionalChoice(Object.keys(TIES))
  tie?: BodyConnection | 'not-sure' | '';
}

export const corporateTenancies: InterestKind<
  CorporateTenancyDetails,
  CorporateTenancyForm,
  CorporateTenancyMoreForm
> = {
  form: CorporateTenancyForm,
  detailsOf: ({ tenant, companyNumber, address, postcode }) =>
    said<CorporateTenancyDetails>({
      ...{ category: 'corporate-tenancies', tenant, address, postcode: postcodeOf(postcode) },
      companyNumber: companyNumberOf(companyNumber),
    }),
  wordsOf: ({ tenant, companyNumber = '', address, postcode = '' }) => ({
    ...{ tenant, companyNumber, address, postcode },
  }),
  more: {
    form: CorporateTenancyMoreForm,
    title: ({ tenant }) => `The tenancy of ${tenant}`,
    asks: ['tie'],
    detailsOf: ({ tie }) => said<Partial<CorporateTenancyDetails>>({ tie: choiceOf(tie) }),
    wordsOf: ({ tie = '' }) => ({ tie }),
  },
  inFull: (details) =>
    withNotes(describeInterest(details), [
      numbered('company number', details.companyNumber),
      details.tie && TIES[details.tie],
    ]),
};
