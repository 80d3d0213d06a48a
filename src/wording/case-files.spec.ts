import { describe, expect, it } from '@jest/globals';
import { ask, civilDate, england, type Finding } from '../law/index.js';
import { offenceAskedInWords } from './case-files.js';

const DAY = civilDate('2023-11-09');
type Conduct = Parameters<typeof england.s34_1AtMeeting.decide>[0];

/** Everything that anybody could record of a member who votes on what is their own, but for an excuse. */
const VOTED: Conduct = {
  ...{ person: 'member', meetingDate: DAY, formalMeeting: true, ofTheExecutive: false, present: true },
  interest: {
    kind: 'dpi',
    heldBy: 'self',
    memberAwareOfPartners: true,
    inRegister: true,
    pending: false,
    sensitive: 'no',
  },
  ...{ interestIsInTheMatter: true, memberAwareItIs: true, matter: {}, dispensations: [] },
  ...{ declared: true, notifiedInTime: true, spoke: false, voted: true },
};

const asked = (facts: Conduct): Finding<boolean> => {
  const answer = ask(england.s34_1AtMeeting, facts, DAY);
  if ('kind' in answer) throw new Error('s.34(1) is not encoded for that day.');
  return answer.offence;
};

describe('what a case file says of s.34(1)', () => {
  it('asks for an excuse where everything else is recorded, and does not say that there was an offence', () => {
    const words = offenceAskedInWords(asked(VOTED)).join(' ');
    expect(words).toContain('neither shows an offence nor rules one out');
    expect(words).toContain('Did the member have a reasonable excuse?');
  });

  it('does not say it even of an answer that does', () => {
    const offence = { kind: 'decided', value: true, reasons: asked(VOTED).reasons } as const;
    const words = offenceAskedInWords(offence).join(' ');
    expect(words).toContain('Cannot tell.');
    expect(words).not.toMatch(/criminal offence|You voted though/);
  });

  it('says so where what is recorded rules it out', () => {
    const words = offenceAskedInWords(asked({ ...VOTED, interestIsInTheMatter: false }));
    expect(words[0]).toContain('could not have applied');
    expect(words.length).toBeGreaterThan(1);
  });

  it('says that the rule is not held for a day before it', () => {
    expect(offenceAskedInWords(undefined)).toEqual([
      'This system does not hold s.34(1) as it stood on that day.',
    ]);
  });
});
