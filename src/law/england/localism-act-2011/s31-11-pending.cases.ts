import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import { valueAndPoints } from './finding-in-short.js';
import { s31_11 } from './s31-11-pending.js';
import type { PendingFacts } from './s31-11-pending.js';

const ON = civilDate('2021-06-15');
const MORROW = civilDate('2021-06-16');

const notified: PendingFacts = {
  notifiedFor: 'taking-office',
  receivedByOfficerOn: civilDate('2021-05-20'),
  enteredOn: null,
};
const PENDING = ['true', 'notification-is-pending'];

export const PENDING_CASES: CaseTable<PendingFacts, Finding<boolean>, readonly string[]> = {
  title: 'Whether a notification is pending on 15 June 2021',
  rules: [s31_11.id],
  columns: ['Pending', 'Because'],
  decide: (facts) => s31_11.decide(facts, ON),
  summary: valueAndPoints,
  cases: [
    { name: 'received and not entered', facts: notified, expected: PENDING },
    { name: 'received on the day', facts: { ...notified, receivedByOfficerOn: ON }, expected: PENDING },
    {
      name: 'received the day after',
      facts: { ...notified, receivedByOfficerOn: MORROW },
      expected: ['false', 'not-notified-so-not-pending'],
    },
    {
      name: 'never received',
      facts: { ...notified, receivedByOfficerOn: null },
      expected: ['false', 'not-notified-so-not-pending'],
    },
    {
      name: 'entered on the day',
      facts: { ...notified, enteredOn: ON },
      expected: ['false', 'entered-so-not-pending'],
    },
    { name: 'entered the day after', facts: { ...notified, enteredOn: MORROW }, expected: PENDING },
    {
      name: 'notified after a meeting and not entered',
      facts: { ...notified, notifiedFor: 'meeting' },
      expected: PENDING,
    },
    {
      name: 'notified because of a matter alone and not entered',
      facts: { ...notified, notifiedFor: 'acting-alone' },
      expected: PENDING,
    },
    {
      name: 'notified freely, which is under neither section',
      facts: { ...notified, notifiedFor: 'freely' },
      expected: ['false', 'notified-freely-so-not-pending'],
    },
    {
      name: 'whether it was received is not known: that is the question',
      facts: { ...notified, receivedByOfficerOn: undefined },
      expected: ['? receivedByOfficerOn', 'notification-is-pending, not-notified-so-not-pending'],
    },
    {
      name: 'whether it is entered is not known: that is the question',
      facts: { ...notified, enteredOn: undefined },
      expected: ['? enteredOn', 'notification-is-pending, entered-so-not-pending'],
    },
    {
      name: 'why it was notified is not known: that is the question',
      facts: { ...notified, notifiedFor: undefined },
      expected: ['? notifiedFor', 'notification-is-pending, notified-freely-so-not-pending'],
    },
  ],
};
