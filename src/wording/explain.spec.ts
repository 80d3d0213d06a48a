import { describe, expect, it } from '@jest/globals';
import { ordinaryMeeting, withDispensation, withInterest } from '../law/england/ordinary-meeting.js';
import { IF_THE_ITEM_IS_ABOUT_IT, civilDate, england, rulebookFor } from '../law/index.js';
import type { Adopted, MeetingFacts, Overlay, Rulebook, Supposition } from '../law/index.js';
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

describe('A dispensation for one of speaking and voting', () => {
  const speaking = told(withDispensation({ relieves: ['discussion'] }));
  const voting = told(withDispensation({ relieves: ['vote'] }));

  it('is told of by its name in the law’s line', () => {
    expect(speaking[0]).toContain(
      'Your dispensation lets you take part in the discussion. Your dispensation does not cover the vote ' +
        '(Localism Act 2011 s.33(1)). You must not vote (Localism Act 2011 s.31(4)).',
    );
    expect(voting[0]).toContain(
      'You must not take part in the discussion (Localism Act 2011 s.31(4)). ' +
        'Your dispensation does not cover the discussion. Your dispensation lets you vote (Localism Act 2011 s.33(1)).',
    );
  });

  it('is told of by its name in the code’s line', () => {
    expect(speaking[1]).toContain(
      'Your dispensation lets you take part in the discussion. You must not vote.',
    );
    expect(voting[1]).toContain('You must not take part in the discussion. Your dispensation lets you vote.');
    for (const line of [speaking[1], voting[1]]) {
      expect(line).not.toMatch(/relieves you|not take part\./);
    }
  });

  it('is told of by its name for another interest too', () => {
    const other = {
      interest: { ...ordinaryMeeting.interest, kind: 'odi' },
      likelyToPrejudice: true,
    } as const;
    const lines = (relieves: 'discussion' | 'vote'): string | undefined =>
      told({ ...withDispensation({ relieves: [relieves] }), ...other, affectsPecuniaryInterests: true })[1];
    expect(lines('discussion')).toMatch(
      /lets you take part in the discussion\. You must not vote, because your/,
    );
    expect(lines('vote')).toMatch(
      /You must not take part in the discussion, because your .* lets you vote\./,
    );
  });

  it('leaves unsaid what is there for the record', () => {
    for (const lines of [speaking, voting, told(withDispensation())]) {
      expect(lines.join(' ')).not.toMatch(/keep you from taking part|four years/);
    }
  });
});

describe('A rule beside the interest rules', () => {
  const ON = ordinaryMeeting.meetingDate;
  const owing = {
    meetingDate: ON,
    formalMeeting: true,
    present: true,
    councilTaxPayableSince: civilDate('2017-08-01'),
    stillUnpaid: true,
    business: 'calculation',
  } as const;
  const free = { ...ordinaryMeeting, interest: null };

  function toldWith(overlay: Overlay, facts: MeetingFacts): readonly string[] {
    const adopted: Adopted = { jurisdiction: 'england', codes: [], standingOrdersExclude: [] };
    const book = rulebookFor(adopted, ON) as Rulebook;
    return explanationAsText(explainMeeting(england.withOverlay(book.meeting(facts), overlay)));
  }

  it('on council tax has a declaration of its own, and is no offence of the Localism Act', () => {
    expect(toldWith(england.councilTaxOverlay(owing, ON), free)).toEqual([
      'By law: You have no interest in this item (Localism Act 2011 s.31(1)). ' +
        'You owe council tax that has been unpaid for two months or more (Local Government Finance Act 1992 s.106(1)). ' +
        'You must tell the meeting, as soon as you can after it begins, that the rule on unpaid council tax applies to ' +
        'you. You do not have to say how much you owe. You must not vote, because this item is about council tax or ' +
        'could affect it (Local Government Finance Act 1992 s.106(2)).',
      'So, do this: Tell the meeting, as soon as you can after it begins, that the rule on unpaid council tax applies ' +
        'to you. You do not have to say how much you owe. Do not vote on it. You may stay and speak.',
      'If you do not: Voting or not declaring can be a criminal offence (Local Government Finance Act 1992 s.106(2)).',
    ]);
  });

  it('on council tax is a crime of its own beside that of the Localism Act', () => {
    expect(toldWith(england.councilTaxOverlay(owing, ON), ordinaryMeeting).at(-1)).toBe(
      'If you do not: Speaking or voting without a reasonable excuse can be a criminal offence ' +
        '(Localism Act 2011 s.34). Voting or not declaring can be a criminal offence ' +
        '(Local Government Finance Act 1992 s.106(2)).',
    );
  });

  it('on council tax asks what is open, once', () => {
    const lines = toldWith(england.councilTaxOverlay({ ...owing, stillUnpaid: undefined }, ON), free);
    const orders = lines.find((line) => line.startsWith('So, do this')) ?? '';
    expect(orders.match(/Find out first: /g)).toHaveLength(1);
    expect(lines.join(' ')).not.toMatch(/criminal|Tell the meeting/);
  });

  it('on council tax asks for nothing where it is paid', () => {
    expect(toldWith(england.councilTaxOverlay({ ...owing, stillUnpaid: false }, ON), free)).toEqual([
      'By law: You have no interest in this item (Localism Act 2011 s.31(1)). ' +
        'Your council tax is paid (Local Government Finance Act 1992 s.106(1)).',
      'So, do this: You may stay, speak and vote.',
    ]);
  });

  it('on the party whip is a rule of the council’s own, and not told of as law or as a crime', () => {
    const whip = { overviewAndScrutiny: true, underPartyWhip: true, code: 'worcestershire-2012' };
    const lines = toldWith(england.partyWhipOverlay(whip, ON), free);
    expect(lines.slice(0, 3)).toEqual([
      'By law: You have no interest in this item (Localism Act 2011 s.31(1)).',
      'So, do this: Declare that you are under a party whip, and what it is. You may stay, speak and vote.',
      'You must declare that you are under a party whip, and what it is. ' +
        'A party whip does not stop you from voting or make you leave (LGA 2000 s.9Q).',
    ]);
    expect(lines.join(' ')).not.toMatch(/If you do not|criminal/);
  });

  it('asks in general words where it has none of its own', () => {
    const { vote, declare } = england.partyWhipOverlay(
      { overviewAndScrutiny: true, underPartyWhip: true },
      ON,
    );
    const reasons = (declare?.reasons ?? []).map((one) => ({ ...one, point: 'party-whip-minuted' as const }));
    const wordless: Overlay = { rule: 'x', vote, declare: { kind: 'decided', value: true, reasons } };
    expect(toldWith(wordless, free)).toContain('So, do this: Declare it. You may stay, speak and vote.');
  });
});
