import { all } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { exemption, notTheSchool, para12_3 } from './exemption.js';
import type { ExemptionFacts } from './exemption.js';

export const anotherAuthority = exemption(
  '(a)(i)',
  'another-authority',
  {
    question: 'Is business about another authority of which one is a member exempt?',
    says: 'Para 12(2)(a)(i): business that relates to “another relevant authority of which you are also a member”.',
  },
  noApproval,
);

export const publicBody = exemption(
  '(a)(ii)',
  'public-body',
  {
    question: 'Is business about a public body that one helps to run exempt?',
    says: 'Para 12(2)(a)(ii): another public authority or body with public functions “in which you hold a position of general control or management”.',
  },
  noApproval,
);

export const bodyByAppointment = exemption(
  '(a)(iii)',
  'body-by-appointment',
  {
    question: 'Is business about a body to which the authority appointed one exempt?',
    says: 'Para 12(2)(a)(iii): “a body to which you have been elected, appointed or nominated by your authority”.',
  },
  noApproval,
);

export const schoolGovernor = exemption(
  '(a)(iv)',
  'school-governor',
  {
    question: 'Is business about one’s role as a school governor exempt?',
    says: 'Para 12(2)(a)(iv): the role of a school governor whom the authority did not appoint or nominate, “unless it relates particularly to the school”.',
  },
  (facts) => all(noApproval(facts), notTheSchool(facts)),
);

export const localHealthBoard = exemption(
  '(a)(v)',
  'local-health-board',
  {
    question: 'Is business about one’s role on a Local Health Board exempt?',
    says: 'Para 12(2)(a)(v): the role of a member of a Local Health Board whom the authority did not appoint or nominate.',
  },
  noApproval,
);

function noApproval(facts: ExemptionFacts): Truth {
  return para12_3.decide(facts, para12_3.inForceFrom);
}
