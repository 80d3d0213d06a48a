import type { CaseTable } from '../../case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { valueAndPoints, valueInShort } from './finding-in-short.js';
import { afterTheNotification } from './s30-1-after-the-notification.js';
import type { AfterNotification, AfterNotificationFacts } from './s30-1-after-the-notification.js';
import { s31_3 } from './s31-3-notify-after-disclosure.js';
import { s31_7 } from './s31-7-notify-when-aware.js';

const GIVEN = civilDate('2021-05-30');
const MORROW = civilDate('2021-05-31');

/** Bought the day after the form was given, and known to nobody: every fact known. */
export const boughtAfter = {
  notificationGivenOn: GIVEN,
  acquiredOn: MORROW,
  metAMatter: 'no',
  inRegister: false,
  pending: false,
} as const satisfies AfterNotificationFacts;

const NOT_OWED = ['false', 'not-held-when-notified, has-met-no-matter, has-met-no-matter', 'false'];
const ON_TAKING_OFFICE = ['true', 'owed-on-taking-office', 'true'];
const KNOWN_ALREADY = ['false', 'entered-or-pending-so-not-owed', 'false'];

export const AFTER_NOTIFICATION_CASES: CaseTable<
  AfterNotificationFacts,
  AfterNotification,
  readonly string[]
> = {
  title: 'An interest got in the middle of a term, with the notification given on 30 May 2021',
  rules: [afterTheNotification.id, s31_3.id, s31_7.id],
  columns: ['Must be notified by law', 'Because', 'Not to is an offence'],
  decide: (facts) => afterTheNotification.decide(facts, civilDate('2022-03-01')),
  summary: ({ dutyToNotify, offenceIfNotNotified }) => [
    ...valueAndPoints(dutyToNotify),
    valueInShort(offenceIfNotNotified),
  ],
  cases: [
    { name: 'got the day after, and it has met no matter: no duty', facts: boughtAfter, expected: NOT_OWED },
    {
      name: 'got on the day: it belongs in that notification',
      facts: { ...boughtAfter, acquiredOn: GIVEN },
      expected: ON_TAKING_OFFICE,
    },
    {
      name: 'held since before taking office: it belongs in that notification',
      facts: { ...boughtAfter, acquiredOn: null },
      expected: ON_TAKING_OFFICE,
    },
    {
      name: 'no notification has been given: it belongs in the one to come',
      facts: { ...boughtAfter, notificationGivenOn: null },
      expected: ON_TAKING_OFFICE,
    },
    {
      name: 'got after, and then it came up at a meeting',
      facts: { ...boughtAfter, metAMatter: 'at-a-meeting' },
      expected: ['true', 'owed-since-a-meeting', 'true'],
    },
    {
      name: 'got after, and then it came up in a matter alone',
      facts: { ...boughtAfter, metAMatter: 'acting-alone' },
      expected: ['true', 'owed-since-a-decision-alone', 'true'],
    },
    {
      name: 'it came up at a meeting, but is in the register',
      facts: { ...boughtAfter, metAMatter: 'at-a-meeting', inRegister: true },
      expected: KNOWN_ALREADY,
    },
    {
      name: 'it came up in a matter alone, but is notified and waiting to be entered',
      facts: { ...boughtAfter, metAMatter: 'acting-alone', pending: true },
      expected: KNOWN_ALREADY,
    },
    {
      name: 'held when the notification was given, and in the register',
      facts: { ...boughtAfter, acquiredOn: GIVEN, inRegister: true },
      expected: KNOWN_ALREADY,
    },
    {
      name: 'with no matter met, whether it is known to the officer does not matter',
      facts: { ...boughtAfter, inRegister: undefined, pending: undefined },
      expected: NOT_OWED,
    },
    {
      name: 'whether it has met a matter is not known: that is the question',
      facts: { ...boughtAfter, metAMatter: undefined },
      expected: [
        '? metAMatter',
        'owed-since-a-meeting, owed-since-a-decision-alone, not-held-when-notified, has-met-no-matter, has-met-no-matter',
        '? metAMatter',
      ],
    },
    {
      name: 'when the notification was given is not known: that is the question',
      facts: { ...boughtAfter, notificationGivenOn: undefined },
      expected: [
        '? notificationGivenOn',
        'owed-on-taking-office, not-held-when-notified, has-met-no-matter, has-met-no-matter',
        '? notificationGivenOn',
      ],
    },
    {
      name: 'when it was got is not known: that is the question',
      facts: { ...boughtAfter, acquiredOn: undefined },
      expected: [
        '? from',
        'owed-on-taking-office, not-held-when-notified, has-met-no-matter, has-met-no-matter',
        '? from',
      ],
    },
    {
      name: 'it came up at a meeting, and whether it is in the register is not known',
      facts: { ...boughtAfter, metAMatter: 'at-a-meeting', inRegister: undefined },
      expected: [
        '? interest.inRegister',
        'entered-or-pending-so-not-owed, owed-since-a-meeting',
        '? interest.inRegister',
      ],
    },
  ],
};
