import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { all, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { paragraph } from './paragraph.js';

/** The sorts of business that paragraph 12(2) exempts, each within its limits. */
export type ExemptBusiness =
  /** Another relevant authority of which the member is also a member. */
  | 'another-authority'
  /** A public authority or body exercising public functions that the member helps to control or manage. */
  | 'public-body'
  /** A body to which the authority elected, appointed or nominated the member. */
  | 'body-by-appointment'
  /** The member’s role as a school governor whom the authority did not appoint. */
  | 'school-governor'
  /** The member’s role on a Local Health Board to which the authority did not appoint them. */
  | 'local-health-board'
  /** The authority’s housing functions. */
  | 'housing'
  /** School meals, transport and travelling expenses. */
  | 'school-meals-and-travel'
  | 'statutory-sick-pay'
  /** Members’ allowances, payments and pensions. */
  | 'allowances'
  /** Financial help from a community council to a community or voluntary organisation. */
  | 'community-grant';

/** A county or county borough council, or another authority that is not a community council. */
export type WelshAuthorityKind = 'county' | 'community';

export type ExemptionFacts = Facts<{
  business: ExemptBusiness | 'other';
  /** Does the business determine an approval, consent, licence, permission or registration? */
  determinesApproval: boolean;
  /** Does the member hold a tenancy or lease from the authority? */
  isCouncilTenant: boolean;
  rentArrearsOverTwoMonths: boolean;
  relatesParticularlyToOwnTenancy: boolean;
  /** Is the member a parent, grandparent or guardian of a child in full-time education? */
  isPupilsParentOrGuardian: boolean;
  /** Does it relate particularly to the school that the member governs or that the child attends? */
  relatesParticularlyToTheSchool: boolean;
  /** Does the member receive statutory sick pay from the authority, or have a right to it? */
  entitledToSickPay: boolean;
  authorityKind: WelshAuthorityKind;
  /** The grant, loan or other help, in pence. */
  grantPence: number;
}>;

export const para12_3: Rule<ExemptionFacts, Truth> = {
  ...paragraph('12(3)'),
  question: 'Does the business determine no approval or licence, so that its exemption stands?',
  says: 'Para 12(3): the exemptions of (2)(a) do not apply where the business determines an “approval, consent, licence, permission or registration”.',
  reading: '[M] Read as reaching the exemptions of (2)(a) only, and not those of (2)(b) and (c).',
  decide: ({ determinesApproval }) =>
    test('determinesApproval', determinesApproval, (does) => !does, 'wales-approval-or-licence'),
};

/** One exemption of paragraph 12(2): the business that it is for, and its limits. */
export interface Exemption extends Rule<ExemptionFacts, Finding<boolean>> {
  readonly business: ExemptBusiness;
}

/** The exemption of paragraph 12(2) under that letter. */
export function exemption(
  letter: string,
  business: ExemptBusiness,
  text: Pick<Exemption, 'question' | 'says' | 'reading'>,
  withinItsLimits: (facts: ExemptionFacts) => Truth,
): Exemption {
  const rule: Exemption = {
    ...paragraph(`12(2)${letter}`),
    ...text,
    business,
    decide(facts) {
      const exempt = all(
        test('business.sort', facts.business, (about) => about === business, 'wales-not-exempt-business'),
        withinItsLimits(facts),
      );
      return when(
        exempt,
        () => decided(true, reason(rule, 'wales-exempt-business', exempt.facts)),
        () => {
          const says = exempt.otherwise === 'wales-approval-or-licence' ? para12_3 : rule;
          return decided(false, reason(says, exempt.otherwise, exempt.facts));
        },
      );
    },
  };
  return rule;
}

/** It must not relate particularly to the school that the member governs, or that the child attends. */
export function notTheSchool({ relatesParticularlyToTheSchool }: ExemptionFacts): Truth {
  return test(
    'relatesParticularlyToTheSchool',
    relatesParticularlyToTheSchool,
    (does) => !does,
    'wales-own-school',
  );
}
