import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import type { Finding } from '../../conclusion.js';
import type { FactName } from '../../fact-name.js';
import { civilDate } from '../../time/civil-date.js';
import { ordinaryMeeting, withInterest } from '../ordinary-meeting.js';
import { s34_1ActingAlone } from './s34-1-acting-alone.js';
import type { AloneConductFacts } from './s34-1-acting-alone.js';
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

const alone = {
  mayBeDischargedAlone: true,
  interest: ordinaryMeeting.interest,
  interestIsInTheMatter: true,
  memberAwareItIs: true,
  becameAwareOn: ON,
  dispensations: [],
  notifiedInTime: true,
  reasonableExcuse: false,
} as const satisfies AloneConductFacts;

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

  it('for one acquired in mid-term say that it waits for a matter', () => {
    const midTerm = { person: 'member', isDpi: true, heldOnTakingOffice: false } as const;
    expect(s34_1OnTakingOffice.decide(midTerm, ON).offence.reasons.map(({ point }) => point)).toEqual([
      'acquired-in-mid-term',
      'mid-term-waits-for-a-matter',
      'kept-the-duties-to-tell',
      'no-offence',
    ]);
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

  it.each<[string, Partial<AloneConductFacts>, string, string, FactName]>([
    ['a step taken', { step: 'does-more' }, 's.31(8)', '(c)', 'step'],
    [
      'a notification not given',
      { interest: { ...ordinaryMeeting.interest, inRegister: false }, step: null, notifiedInTime: false },
      's.31(7)',
      '(a)',
      'notifiedInTime',
    ],
  ])('for %s alone cite the duty and the limb', (_, conduct, duty, limb, fact) => {
    const { offence } = s34_1ActingAlone.decide({ ...alone, ...conduct }, ON);
    expect(sourcesOf(offence)).toEqual([
      `Localism Act 2011 ${duty}: statute, criminal`,
      `Localism Act 2011 s.34(1)${limb}: statute, criminal`,
      'Localism Act 2011 s.34(1): statute, criminal',
    ]);
    expect(offence.reasons[1]?.facts).toEqual([fact]);
  });

  it('for a code say whether it could ask for more', () => {
    const codePoints = (facts: AloneConductFacts): readonly string[] =>
      s34_1ActingAlone.decide(facts, ON).codeBreachIfCodeRequires.reasons.map(({ point }) => point);
    expect(codePoints({ ...alone, step: 'does-more' })).toEqual(['code-breach-if-it-asks']);
    expect(codePoints({ ...alone, step: null })).toEqual(['nothing-left-for-a-code']);
    expect(codePoints({ ...alone, mayBeDischargedAlone: false })).toEqual(['not-for-a-member-alone']);
    expect(codePoints({ ...alone, interest: null })).toEqual(['no-interest']);
  });
});
