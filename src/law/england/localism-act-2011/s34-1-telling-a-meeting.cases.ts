import { withInterest } from '../ordinary-meeting.js';
import { TOLD, conductTable, correct, unregistered } from './s34-1-at-a-meeting.cases.js';
import type { ConductCases } from './s34-1-at-a-meeting.cases.js';

const ofACodeOnly = { ...correct, ...withInterest({ kind: 'odi' }) };

const TELLING: ConductCases = [
  {
    name: 'not declaring a registered interest is no offence, though a code can ask for it',
    facts: { ...correct, declared: false },
    expected: ['false', 'true', TOLD],
  },
  {
    name: 'not declaring one that is not registered',
    facts: { ...unregistered, declared: false, notifiedInTime: undefined },
    expected: [
      'true',
      'true',
      'not-in-register-so-disclosed, did-not-declare-as-required, no-reasonable-excuse',
    ],
  },
  {
    name: 'not declaring one whose notification is pending',
    facts: { ...correct, ...withInterest({ inRegister: false, pending: true }), declared: false },
    expected: [
      'true',
      'true',
      'not-in-register-so-disclosed, did-not-declare-as-required, no-reasonable-excuse',
    ],
  },
  {
    name: 'declaring one that is not registered, and not notifying it within the 28 days',
    facts: { ...unregistered, notifiedInTime: false },
    expected: ['true', 'false', 'notify-after-disclosure, did-not-notify-as-required, no-reasonable-excuse'],
  },
  {
    name: 'declaring one that is not registered, and notifying it in time',
    facts: unregistered,
    expected: ['false', 'false', TOLD],
  },
  {
    name: 'while the 28 days run it cannot be told',
    facts: { ...unregistered, notifiedInTime: undefined },
    expected: ['? notifiedInTime', 'false', ''],
  },
  {
    name: 'declaring one that is pending, with nothing to notify again',
    facts: { ...correct, ...withInterest({ inRegister: false, pending: true }), notifiedInTime: false },
    expected: ['false', 'false', TOLD],
  },
  {
    name: 'whether it was declared is not known, and decides where it is not registered',
    facts: { ...unregistered, declared: undefined },
    expected: ['? declared', '? declared', ''],
  },
  {
    name: 'not declaring, and voting: the vote is enough',
    facts: { ...correct, declared: undefined, voted: true },
    expected: ['true', 'true', 'no-vote, voted-though-barred, no-reasonable-excuse'],
  },
  {
    name: 'not declaring an interest that only a code knows, and voting',
    facts: { ...ofACodeOnly, declared: false, voted: true },
    expected: ['false', 'true', 'not-a-dpi, went-against-no-bar, kept-the-duties-to-tell, no-offence'],
  },
  {
    name: 'declaring an interest that only a code knows, and leaving',
    facts: ofACodeOnly,
    expected: ['false', 'false', TOLD],
  },
  {
    name: 'somebody who was not there left nothing undone',
    facts: { ...unregistered, declared: false, present: false },
    expected: ['false', 'false', TOLD],
  },
  {
    name: 'at a briefing there is nothing to declare by law or code',
    facts: { ...unregistered, declared: false, formalMeeting: false },
    expected: ['false', 'false', TOLD],
  },
];

export const TELLING_OFFENCE_CASES = conductTable(
  'Declaring to the meeting, and notifying after it',
  TELLING,
);
