import { describe, expect, test } from '@jest/globals';
import { civilDate, IF_THE_ITEM_IS_ABOUT_IT, rulebookFor, type MeetingFacts } from '../law/index.js';
import type { AgendaItem, Meeting } from '../meetings/index.js';
import type { TermOfOffice } from '../members/index.js';
import type { BriefedInterest, Briefing, Touch } from './briefing.js';
import { newsOf } from './editions.js';
import { briefingAsText, interestInWords, whyInWords } from './words.js';

const DAY = civilDate('2017-10-24');
const rulebook = rulebookFor({ jurisdiction: 'england', codes: [], standingOrdersExclude: [] }, DAY);
if (rulebook.kind === 'not-encoded') throw new Error('No law.');
const law = rulebook;

function touch(interest: Partial<BriefedInterest> = {}, said?: Touch['said']): Touch {
  const facts: MeetingFacts = {
    person: 'member',
    meetingDate: DAY,
    formalMeeting: true,
    dispensations: [],
    matter: { decidesOnDispensation: false },
    interest: {
      kind: 'dpi',
      heldBy: 'self',
      memberAwareOfPartners: true,
      inRegister: true,
      pending: false,
      sensitive: interest.sensitive ?? 'no',
    },
  };
  return {
    interest: {
      id: 'entry-1',
      knownAs: ['entry-1'],
      category: 'land',
      heldBy: 'self',
      state: 'entered',
      sensitive: 'no',
      description: 'Owner: 3 Mill Lane',
      ...interest,
    },
    match: {
      level: 'strong',
      score: 1,
      evidence: [],
      why: 'Both say “3 Mill Lane”.',
    } as unknown as Touch['match'],
    said,
    remembered: false,
    interviewed: {},
    tellsAffecting: false,
    open: { forMember: null, forOthers: [] },
    relief: [],
    facts,
    result: law.meeting(facts, IF_THE_ITEM_IS_ABOUT_IT),
    supposed: law.meeting(facts, IF_THE_ITEM_IS_ABOUT_IT),
  };
}

function briefing(touches: readonly Touch[], venue = 'Town Hall'): Briefing {
  const meeting = {
    id: 'm',
    bodyId: 'b',
    meetsOn: DAY,
    startsAt: '10:00',
    venue,
    status: 'confirmed',
  } as unknown as Meeting;
  const item = { id: 'i', number: '5', title: 'Mill Lane', text: '', facts: {} } as unknown as AgendaItem;
  const withoutInterest = law.meeting({ person: 'member', meetingDate: DAY, interest: null });
  return {
    ...{
      kind: 'briefing',
      meeting,
      bodyName: 'Highways Panel',
      bodyKind: 'committee',
      memberId: 'a',
      term: {} as TermOfOffice,
      sitsOnBody: true,
    },
    items: [{ item, facts: { meetingDate: DAY }, comparedInPart: false, touches, withoutInterest }],
    ...{ interestsCompared: 2, agendaRevision: 1, registerVersion: '1', rulebook: law },
    ...{ matcherVersion: '1', code: undefined },
  };
}

describe('an interest in words', () => {
  test('is named to the member; a sensitive one, or one claimed to be, by its kind alone to anybody else', () => {
    for (const sensitive of ['claimed', 'agreed'] as const) {
      expect(interestInWords(touch({ sensitive }), 'own-page')).toContain('3 Mill Lane');
      expect(interestInWords(touch({ sensitive }), 'elsewhere')).not.toContain('Mill');
      expect(whyInWords(touch({ sensitive }), 'elsewhere')).toBe('Words in the agenda may refer to it.');
    }
    expect(interestInWords(touch(), 'elsewhere')).toContain('3 Mill Lane');
    expect(whyInWords(touch(), 'elsewhere')).toBe('Both say “3 Mill Lane”.');
  });

  test('says whose it is', () => {
    expect(interestInWords(touch(), 'own-page')).toMatch(/^your interest/);
    expect(interestInWords(touch({ heldBy: 'partner' }), 'own-page')).toMatch(/^your spouse’s or partner’s/);
  });

  test('says what the member said, where they did', () => {
    const interest = 'your interest under “land” (Owner: 3 Mill Lane)';
    expect(whyInWords(touch({}, 'about-it'), 'elsewhere')).toBe(
      `You told us that this item is about ${interest}.`,
    );
    expect(whyInWords(touch({}, 'not-about-it'), 'own-page')).toBe(
      `You told us that this item is not about ${interest}.`,
    );
    expect(whyInWords(touch({ sensitive: 'agreed' }, 'about-it'), 'elsewhere')).not.toContain('Mill');
    expect(whyInWords(touch({}, 'not-sure'), 'own-page')).toBe('Both say “3 Mill Lane”.');
  });
});

describe('a briefing in words', () => {
  test('that found nothing never says that there is no interest', () => {
    const words = briefingAsText(briefing([]), 'elsewhere').join('\n');
    expect(words).toContain('We compared the 2 interests that you have told us of');
    expect(words).toContain('That does not mean that you have no interest');
  });

  test('of somebody who has told of no interest does not say that it compared any', () => {
    const words = briefingAsText({ ...briefing([]), interestsCompared: 0 }, 'elsewhere').join('\n');
    expect(words).toContain('You have not told us of any interest yet, so there was nothing to compare.');
    expect(words).not.toContain('We compared');
  });

  test.each(['claimed', 'agreed'] as const)(
    'leaves a sensitive interest (%s) out of a message, and says where to read of it',
    (sensitive) => {
      const text = (touches: readonly Touch[]): string =>
        briefingAsText(briefing(touches), 'elsewhere').join('\n');
      expect(text([touch({ sensitive })])).not.toMatch(/Item|Mill|nothing/);
      expect(text([touch({ sensitive })])).toContain(
        'Something on this agenda may touch an interest whose details are withheld. Open your briefing.',
      );
      const both = text([touch(), touch({ id: 'entry-2', sensitive, description: 'Owner: Flat 9' })]);
      expect(both).toContain('Item 5. Mill Lane');
      expect(both).toContain('Something else on this agenda may touch an interest');
      expect(both).not.toContain('Flat 9');
      expect(text([touch()])).not.toContain('withheld');
    },
  );

  test('advises to ask what to say of an interest that is kept back until the officer decides', () => {
    const advice = 'Ask them before the meeting what to say (Localism Act 2011 s.32).';
    for (const readers of ['own-page', 'elsewhere'] as const) {
      expect(briefingAsText(briefing([touch({ sensitive: 'claimed' })]), readers).join()).toContain(advice);
      expect(briefingAsText(briefing([touch({ sensitive: 'agreed' })]), readers).join()).not.toContain(
        advice,
      );
    }
  });

  test('says the time as every page does', () => {
    expect(briefingAsText(briefing([]), 'elsewhere')[0]).toBe(
      'Highways Panel, Tuesday 24 October 2017, 10am',
    );
  });

  test('names the item and puts the condition before the command', () => {
    const words = briefingAsText(briefing([touch()]), 'elsewhere').join('\n');
    expect(words).toContain('Item 5. Mill Lane');
    expect(words.indexOf('If this item is about')).toBeLessThan(words.indexOf('So, do this'));
    expect(words.indexOf('If this item is about')).toBeGreaterThan(-1);
  });
});

describe('whether a briefing is news', () => {
  test('what the member said is none; another venue is', () => {
    const plain = newsOf(briefing([touch()]));
    expect(newsOf(briefing([touch({}, 'about-it')]))).toBe(plain);
    expect(newsOf(briefing([touch()], 'Guildhall'))).not.toBe(plain);
  });

  test('an interest more or less, one that was entered, and one that became sensitive are news', () => {
    const plain = newsOf(briefing([touch()]));
    expect(newsOf(briefing([touch()]))).toBe(plain);
    for (const other of [
      [],
      [touch({ state: 'pending' })],
      [touch({ sensitive: 'agreed' })],
      [touch(), touch({ id: '2' })],
    ]) {
      expect(newsOf(briefing(other))).not.toBe(plain);
    }
  });
});
