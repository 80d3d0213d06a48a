import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import { ordinaryMeeting, withInterest } from '../ordinary-meeting.js';
import { s34_1ActingAlone } from './s34-1-acting-alone.js';
import { ACTING_ALONE_OFFENCE_CASES } from './s34-1-acting-alone.cases.js';
import { s34_1AtMeeting } from './s34-1-at-a-meeting.js';
import { DISPENSED_OFFENCE_CASES, TAKING_PART_OFFENCE_CASES } from './s34-1-at-a-meeting.cases.js';
import { s34_1OnTakingOffice } from './s34-1-on-taking-office.js';
import { NOTIFYING_OFFENCE_CASES } from './s34-1-on-taking-office.cases.js';
import { TELLING_OFFENCE_CASES } from './s34-1-telling-a-meeting.cases.js';

caseTable(TAKING_PART_OFFENCE_CASES);
caseTable(DISPENSED_OFFENCE_CASES);
caseTable(TELLING_OFFENCE_CASES);
caseTable(NOTIFYING_OFFENCE_CASES);
caseTable(ACTING_ALONE_OFFENCE_CASES);

const ON = civilDate('2017-10-24');
const silent = { ...ordinaryMeeting, spoke: false, voted: false, reasonableExcuse: false };

/** Each reason's citation, layer and sanction. */
function sourcesOf({ reasons }: Finding<unknown>): readonly string[] {
  return reasons.map(({ citation, layer, sanction }) => `${citation.text}: ${layer}, ${sanction}`);
}

describe('The reasons of s.34(1)', () => {
  it('for a vote cite the bar, the limb and the offence', () => {
    const { offence } = s34_1AtMeeting.decide({ ...silent, declared: true, voted: true }, ON);
    expect(sourcesOf(offence)).toEqual([
      'Localism Act 2011 s.31(4): statute, criminal',
      'Localism Act 2011 s.33(1): statute, none',
      'Localism Act 2011 s.34(1)(b): statute, criminal',
      'Localism Act 2011 s.34(1): statute, criminal',
    ]);
  });

  it('for silence about a registered interest cite what asks for no disclosure, and leave the rest to the code', () => {
    const { offence, codeBreachIfCodeRequires } = s34_1AtMeeting.decide({ ...silent, declared: false }, ON);
    expect(sourcesOf(offence)).toEqual([
      'Localism Act 2011 s.34(1)(b): statute, none',
      'Localism Act 2011 s.31(2): statute, none',
      'Localism Act 2011 s.34(1)(a): statute, none',
      'Localism Act 2011 s.34(1): statute, none',
    ]);
    expect(sourcesOf(codeBreachIfCodeRequires)).toEqual([
      'Localism Act 2011 s.28(2): code, standards-complaint',
    ]);
  });

  it.each([
    ['not disclosed', { declared: false }, 's.31(2)'],
    ['not notified', { declared: true, notifiedInTime: false }, 's.31(3)'],
  ])('for one %s cite the duty and limb (a)', (_, conduct, duty) => {
    const facts = { ...silent, ...withInterest({ inRegister: false }), ...conduct };
    expect(sourcesOf(s34_1AtMeeting.decide(facts, ON).offence)).toEqual([
      `Localism Act 2011 ${duty}: statute, criminal`,
      'Localism Act 2011 s.34(1)(a): statute, criminal',
      'Localism Act 2011 s.34(1): statute, criminal',
    ]);
  });

  it.each([
    ['acquired in mid-term', { heldOnTakingOffice: false }, ['s.30(1)', 's.31(3)']],
    ['in the register', { heldOnTakingOffice: true, enteredAlready: true }, ['s.30(2)']],
    ['no disclosable pecuniary interest', { isDpi: false }, ['s.30(3)']],
    ['of somebody with no vote', { person: 'co-opted-no-vote' }, ['s.27(4)']],
    ['notified in time', { notifiedInTime: true }, []],
  ] as const)('for one %s cite why nothing was owed, and no crime', (_, conduct, why) => {
    const facts = { person: 'member', isDpi: true, heldOnTakingOffice: true, ...conduct } as const;
    expect(sourcesOf(s34_1OnTakingOffice.decide(facts, ON).offence)).toEqual(
      [...why, 's.34(1)(a)', 's.34(1)'].map((section) => `Localism Act 2011 ${section}: statute, none`),
    );
  });

  it('for one not notified on taking office cite the duty and limb (a)', () => {
    const { offence } = s34_1OnTakingOffice.decide(
      {
        person: 'member',
        isDpi: true,
        heldOnTakingOffice: true,
        enteredAlready: false,
        notifiedInTime: false,
        reasonableExcuse: false,
      },
      ON,
    );
    expect(sourcesOf(offence)).toEqual([
      'Localism Act 2011 s.30(1): statute, none',
      'Localism Act 2011 s.34(1)(a): statute, criminal',
      'Localism Act 2011 s.34(1): statute, criminal',
    ]);
  });

  it('for a step taken alone cite s.31(8) and limb (c)', () => {
    const { offence } = s34_1ActingAlone.decide(
      {
        mayBeDischargedAlone: true,
        interest: ordinaryMeeting.interest,
        interestIsInTheMatter: true,
        memberAwareItIs: true,
        dispensations: [],
        step: 'does-more',
        reasonableExcuse: false,
      },
      ON,
    );
    expect(sourcesOf(offence)).toEqual([
      'Localism Act 2011 s.31(8): statute, criminal',
      'Localism Act 2011 s.34(1)(c): statute, criminal',
      'Localism Act 2011 s.34(1): statute, criminal',
    ]);
  });
});
