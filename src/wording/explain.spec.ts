import { describe, expect, it } from '@jest/globals';
import { ordinaryMeeting, withDispensation, withInterest } from '../law/england/ordinary-meeting.js';
import { IF_THE_ITEM_IS_ABOUT_IT, civilDate, rulebookFor } from '../law/index.js';
import type { Adopted, MeetingFacts, Rulebook, Supposition } from '../law/index.js';
import { explainMeeting, explanationAsText } from './index.js';

function told(
  facts: MeetingFacts,
  code: string | null = 'worcestershire-2012',
  supposing?: Supposition,
): readonly string[] {
  const codes = code === null ? [] : [{ code, from: civilDate('2012-07-01') }];
  const adopted: Adopted = { jurisdiction: 'england', codes, standingOrdersExclude: [] };
  const book = rulebookFor(adopted, facts.meetingDate) as Rulebook;
  return explanationAsText(explainMeeting(book.meeting(facts, supposing), 'your land at 3 Mill Lane'));
}

describe('The three lines about an item', () => {
  it('keep law and code apart, and say what to do and what follows otherwise', () => {
    expect(told(withInterest({ inRegister: false }))).toEqual([
      'By law: You must declare it, because it is not in the register (Localism Act 2011 s.31(2)). ' +
        'You must not take part in the discussion. You must not vote (Localism Act 2011 s.31(4)). ' +
        'No dispensation for it is recorded (Localism Act 2011 s.33(1)). ' +
        'The law does not make you leave the room, and no standing order does (Localism Act 2011 s.31(10)). ' +
        'You must notify the monitoring officer of it by Monday 20 November 2017 (Localism Act 2011 s.31(3)).',
      'By your council’s code: You must declare it, whether or not it is in the register. You must not take part. ' +
        'You must leave the room ' +
        '(Worcestershire County Council code of conduct 2012, disclosable pecuniary interests at meetings).',
      'So, do this: Declare your interest in this item: say that you have it and what it is. Do not speak on it. ' +
        'Do not vote on it. Leave the room while it is considered. ' +
        'Notify the monitoring officer of it by Monday 20 November 2017.',
      'If you do not: Not declaring, speaking, voting or not notifying without a reasonable excuse can be a criminal ' +
        'offence (Localism Act 2011 s.34). Staying in the room can lead to a complaint under your council’s code. ' +
        'It is not a crime.',
    ]);
  });

  it('begin with "if" where it is only supposed that the item is about the interest', () => {
    const matched = { ...ordinaryMeeting, interestIsInTheMatter: undefined, memberAwareItIs: undefined };
    expect(told(matched, 'worcestershire-2012', IF_THE_ITEM_IS_ABOUT_IT)[0]).toBe(
      'If this item is about your land at 3 Mill Lane:',
    );
    expect(told(ordinaryMeeting)[0]).toMatch(/^By law: /);
  });

  it('never call a code’s own duty a crime', () => {
    const lines = told({
      ...withInterest({ kind: 'odi' }),
      likelyToPrejudice: true,
      affectsPecuniaryInterests: true,
    });
    expect(lines.join(' ')).not.toMatch(/criminal/);
    expect(lines).toContain(
      'If you do not: Not declaring, speaking, voting or staying in the room can lead to a complaint under your council’s code. It is not a crime.',
    );
  });

  it('say what the member may do where nothing is required, and leave out what would follow', () => {
    expect(told({ ...ordinaryMeeting, interest: null })).toEqual([
      'By law: You have no interest in this item (Localism Act 2011 s.31(1)).',
      'By your council’s code: You have no interest in this item (Worcestershire County Council code of conduct 2012).',
      'So, do this: You may stay, speak and vote.',
    ]);
  });

  it('leave the code’s line out where there is none, and say so where it is not held', () => {
    expect(told(ordinaryMeeting, null).some((line) => line.startsWith('By your council’s code'))).toBe(false);
    expect(told(ordinaryMeeting, 'a-code-of-our-own')).toContain(
      'By your council’s code: We do not hold the code that applied on 24 October 2017. Ask the monitoring officer what it says.',
    );
  });

  it('name the dispensation that frees the member', () => {
    const lines = told(withDispensation());
    expect(lines[0]).toContain('Your dispensation lets you vote (Localism Act 2011 s.33(1)).');
    expect(lines.find((line) => line.startsWith('So, do this'))).toBe(
      'So, do this: Declare your interest in this item: say that you have it and what it is. You may stay, speak and vote.',
    );
  });

  it('ask the question that is open, once', () => {
    const lines = told({ ...ordinaryMeeting, dispensations: undefined });
    expect(lines[0]).toContain(
      'We cannot tell yet whether you may speak or you may vote. It depends on this: Do you have a dispensation for this item?',
    );
    expect(lines.find((line) => line.startsWith('So, do this'))).toContain(
      'Find out first: Do you have a dispensation for this item?',
    );
  });
});
