import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import { valueAndPoints } from './finding-in-short.js';
import { s29_4 } from './s29-4-monitoring-officer.js';
import { notified } from './s30-1-received.js';
import type { ReceivedFacts } from './s30-1-received.js';

const ON = civilDate('2021-06-01');
const MORROW = civilDate('2021-06-02');

const RECEIVED = ['true', 'officer-has-received-it'];
const NOT_RECEIVED = ['false', 'officer-has-not-received-it'];
const WITH_THE_CLERK = ['false', 'clerk-is-not-the-officer, officer-has-not-received-it'];

export const RECEIVED_CASES: CaseTable<ReceivedFacts, Finding<boolean>, readonly string[]> = {
  title: 'Whether the monitoring officer has been notified by 1 June 2021',
  rules: [notified.id, s29_4.id],
  columns: ['Notified', 'Because'],
  decide: (facts) => notified.decide(facts, ON),
  summary: valueAndPoints,
  cases: [
    {
      name: 'received on the day',
      facts: { givenTo: 'monitoring-officer', receivedByOfficerOn: ON },
      expected: RECEIVED,
    },
    {
      name: 'received the day after',
      facts: { givenTo: 'monitoring-officer', receivedByOfficerOn: MORROW },
      expected: NOT_RECEIVED,
    },
    {
      name: 'sent and never received',
      facts: { givenTo: 'monitoring-officer', receivedByOfficerOn: null },
      expected: NOT_RECEIVED,
    },
    {
      name: 'given to the parish clerk, who keeps it',
      facts: { givenTo: 'parish-clerk', clerkPassedItOn: false, receivedByOfficerOn: null },
      expected: WITH_THE_CLERK,
    },
    {
      name: 'given to the parish clerk, who keeps it: nobody need ask whether it arrived',
      facts: { givenTo: 'parish-clerk', clerkPassedItOn: false },
      expected: WITH_THE_CLERK,
    },
    {
      name: 'given to the parish clerk, passed on and received',
      facts: { givenTo: 'parish-clerk', clerkPassedItOn: true, receivedByOfficerOn: ON },
      expected: RECEIVED,
    },
    {
      name: 'given to the parish clerk and passed on: whether it arrived is the question',
      facts: { givenTo: 'parish-clerk', clerkPassedItOn: true },
      expected: [
        '? receivedByOfficerOn',
        'officer-has-received-it, clerk-is-not-the-officer, officer-has-not-received-it',
      ],
    },
    {
      name: 'to whom it was given does not matter once it was received',
      facts: { receivedByOfficerOn: ON },
      expected: RECEIVED,
    },
    {
      name: 'whether it arrived is not known: that is the question',
      facts: { givenTo: 'monitoring-officer', clerkPassedItOn: false },
      expected: ['? receivedByOfficerOn', 'officer-has-received-it, officer-has-not-received-it'],
    },
  ],
};
