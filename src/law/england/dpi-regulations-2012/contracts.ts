import { dpiSchedule } from '../../citation.js';
import type { ContractFacts } from '../../facts.js';
import { all, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { hasBeneficialInterestInBody } from './body-interest.js';
import { BODY_IN_WHICH } from './definitions.js';
import { description } from './description.js';

export const contracts = description({
  id: 'england/dpi-regulations-2012/contracts',
  citation: dpiSchedule('contracts'),
  question: 'Is this an undischarged contract with the authority?',
  says: 'Schedule, contracts: a contract between the relevant person, or a body in which they have a beneficial interest, and the relevant authority, under which goods or services are to be provided or works executed, and “which has not been fully discharged”.',
  definitions: [BODY_IN_WHICH],
  decide: (facts: ContractFacts) =>
    all(
      condition('withTheAuthority', facts.withTheAuthority, 'not-with-the-authority'),
      party(facts),
      condition('forGoodsServicesOrWorks', facts.forGoodsServicesOrWorks, 'not-goods-services-or-works'),
      test('fullyDischarged', facts.fullyDischarged, (done) => !done, 'fully-discharged'),
    ),
});

function party({ contractor, connections }: ContractFacts): Truth {
  return contractor === 'a-body'
    ? hasBeneficialInterestInBody(connections)
    : condition('contractor', contractor && true, 'no-beneficial-interest-in-body');
}
