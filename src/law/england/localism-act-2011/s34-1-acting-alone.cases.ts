import type { CaseTable } from '../../case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { goodDispensation, ordinaryMeeting } from '../ordinary-meeting.js';
import { OFFENCE_COLUMNS, offenceInShort } from './offence-in-short.js';
import { s34_1ActingAlone } from './s34-1-acting-alone.js';
import type { AloneConductFacts } from './s34-1-acting-alone.js';
import type { OffenceAnswer } from './s34-1-offence.js';

const ON = civilDate('2017-12-01');
const { interest: registered } = ordinaryMeeting;

/** Handed over a matter in which they have a registered interest: every fact known. */
const handedOver = {
  mayBeDischargedAlone: true,
  interest: registered,
  interestIsInTheMatter: true,
  memberAwareItIs: true,
  becameAwareOn: civilDate('2017-10-24'),
  dispensations: [],
  step: 'hands-over',
  notifiedInTime: true,
  reasonableExcuse: false,
} as const satisfies AloneConductFacts;
const unregistered = { ...handedOver, interest: { ...registered, inRegister: false } };
const KEPT = 'went-against-no-bar, kept-the-duties-to-tell, no-offence';
const STEP = 'step-does-more-than-hand-over, acted-alone-though-barred, no-reasonable-excuse';

export const ACTING_ALONE_OFFENCE_CASES: CaseTable<AloneConductFacts, OffenceAnswer, readonly string[]> = {
  title: 'A matter for a member alone',
  rules: [s34_1ActingAlone.id],
  columns: OFFENCE_COLUMNS,
  decide: (facts) => s34_1ActingAlone.decide(facts, ON),
  summary: offenceInShort,
  cases: [
    {
      name: 'deciding it themselves',
      facts: { ...handedOver, step: 'does-more' },
      expected: ['true', 'true', STEP],
    },
    {
      name: 'handing it over',
      facts: handedOver,
      expected: ['false', 'false', `step-hands-over, ${KEPT}`],
    },
    { name: 'doing nothing', facts: { ...handedOver, step: null }, expected: ['false', 'false', KEPT] },
    {
      name: 'deciding it themselves with a dispensation, which does not reach it',
      facts: { ...handedOver, step: 'does-more', dispensations: [goodDispensation] },
      expected: [
        'true',
        'true',
        'step-does-more-than-hand-over, acted-alone-though-barred, no-reasonable-excuse',
      ],
    },
    {
      name: 'deciding it themselves with a reasonable excuse',
      facts: { ...handedOver, step: 'does-more', reasonableExcuse: true },
      expected: ['false', 'true', 'reasonable-excuse'],
    },
    {
      name: 'deciding it themselves before they knew',
      facts: { ...handedOver, step: 'does-more', memberAwareItIs: false, becameAwareOn: undefined },
      expected: ['false', 'false', `member-not-aware-it-is, ${KEPT}`],
    },
    {
      name: 'deciding a matter in which they have an interest that only a code knows',
      facts: { ...handedOver, step: 'does-more', interest: { ...registered, kind: 'odi' } },
      expected: ['false', 'true', `not-a-dpi, ${KEPT}`],
    },
    {
      name: 'no interest at all',
      facts: { ...handedOver, step: 'does-more', interest: null },
      expected: ['false', 'false', `no-interest, ${KEPT}`],
    },
    {
      name: 'a matter that is not for a member alone is none of these rules’',
      facts: { ...handedOver, step: 'does-more', mayBeDischargedAlone: false },
      expected: ['false', 'false', `not-for-a-member-alone, ${KEPT}`],
    },
    {
      name: 'not notifying, after becoming aware',
      facts: { ...unregistered, notifiedInTime: false },
      expected: ['true', 'true', 'notify-after-awareness, did-not-notify-as-required, no-reasonable-excuse'],
    },
    {
      name: 'notifying in time, after becoming aware',
      facts: unregistered,
      expected: ['false', 'false', `step-hands-over, ${KEPT}`],
    },
    {
      name: 'nothing to notify, because it is pending',
      facts: {
        ...handedOver,
        interest: { ...registered, inRegister: false, pending: true },
        step: null,
        notifiedInTime: false,
      },
      expected: ['false', 'false', KEPT],
    },
    {
      name: 'nothing to notify, because it is registered',
      facts: { ...handedOver, step: null, notifiedInTime: false },
      expected: ['false', 'false', KEPT],
    },
    {
      name: 'which step they took is not known, and decides',
      facts: { ...handedOver, step: undefined },
      expected: ['? step', '? step', ''],
    },
    {
      name: 'while the 28 days run it cannot be told',
      facts: { ...unregistered, notifiedInTime: undefined },
      expected: ['? notifiedInTime', '? notifiedInTime', ''],
    },
    {
      name: 'whether there was an excuse is not known, and decides',
      facts: { ...handedOver, step: 'does-more', reasonableExcuse: undefined },
      expected: ['? reasonableExcuse', 'true', ''],
    },
  ],
};
