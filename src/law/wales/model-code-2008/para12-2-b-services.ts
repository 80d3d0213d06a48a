import { all, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import type { FactName } from '../../fact-name.js';
import type { Point } from '../../point.js';
import { exemption, notTheSchool } from './exemption.js';
import type { ExemptionFacts } from './exemption.js';
import { rejectAbsurdPence } from '../../whole-pence.js';

/** £500 in pence. */
const FIVE_HUNDRED_POUNDS = 50_000;

export const housing = exemption(
  '(b)(i)',
  'housing',
  {
    question: 'Is business about the authority’s housing exempt for its tenant?',
    says: 'Para 12(2)(b)(i): the housing functions, for somebody with a tenancy or lease from the authority who does not have arrears of rent “of more than two months”, where they “do not relate particularly” to that tenancy or lease.',
  },
  (facts) => {
    rejectTenancyOfNobody(facts);
    return all(
      condition('isCouncilTenant', facts.isCouncilTenant, 'wales-not-a-tenant'),
      unless('rentArrearsOverTwoMonths', facts.rentArrearsOverTwoMonths, 'wales-rent-arrears'),
      unless('relatesParticularlyToOwnTenancy', facts.relatesParticularlyToOwnTenancy, 'wales-own-tenancy'),
    );
  },
);

export const schoolMealsAndTravel = exemption(
  '(b)(ii)',
  'school-meals-and-travel',
  {
    question: 'Is business about school meals and travel exempt for a pupil’s family?',
    says: 'Para 12(2)(b)(ii): school meals, transport and travelling expenses, for a guardian, parent or grandparent of a child in full-time education, “unless it relates particularly to the school which that child attends”.',
  },
  (facts) =>
    all(
      condition('isPupilsParentOrGuardian', facts.isPupilsParentOrGuardian, 'wales-no-pupil'),
      notTheSchool(facts),
    ),
);

export const statutorySickPay = exemption(
  '(b)(iii)',
  'statutory-sick-pay',
  {
    question: 'Is business about statutory sick pay exempt for somebody who receives it?',
    says: 'Para 12(2)(b)(iii): statutory sick pay, where the member receives it from the authority or is entitled to.',
  },
  ({ entitledToSickPay }) => condition('entitledToSickPay', entitledToSickPay, 'wales-no-sick-pay'),
);

export const allowances = exemption(
  '(b)(iv)',
  'allowances',
  {
    question: 'Is business about members’ allowances exempt?',
    says: 'Para 12(2)(b)(iv): an allowance or payment under Part 8 of the Local Government (Wales) Measure 2011, or an allowance or pension under section 18 of the Local Government and Housing Act 1989.',
  },
  // Every member has the same interest in them, so nothing limits it.
  () => condition('business.sort', true, 'wales-not-exempt-business'),
);

export const communityGrant = exemption(
  '(c)',
  'community-grant',
  {
    question: 'Is a small grant of a community council exempt?',
    says: 'Para 12(2)(c): a community councillor’s role in a grant, loan or other help by the council to community or voluntary organisations, up to £500.',
    reading: '[M] The paragraph was not re-read.',
  },
  ({ authorityKind, grantPence }) => {
    rejectAbsurdPence('grantPence', grantPence);
    return all(
      test(
        'welshAuthorityKind',
        authorityKind,
        (kind) => kind === 'community',
        'wales-not-a-community-council',
      ),
      test('grantPence', grantPence, (pence) => pence <= FIVE_HUNDRED_POUNDS, 'wales-grant-over-limit'),
    );
  },
);

/** It must not be so. */
function unless(fact: FactName, so: boolean | undefined, otherwise: Point): Truth {
  return test(fact, so, (given) => !given, otherwise);
}

function rejectTenancyOfNobody({ isCouncilTenant, relatesParticularlyToOwnTenancy }: ExemptionFacts): void {
  if (isCouncilTenant === false && relatesParticularlyToOwnTenancy === true) {
    throw new RangeError('relatesParticularlyToOwnTenancy cannot be true where isCouncilTenant is false.');
  }
}
