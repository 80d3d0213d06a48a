import { describe, expect, it } from '@jest/globals';
import type { MeetingFacts } from './facts.js';
import { MEETING_QUESTIONS } from './meeting-questions.js';
import { civilDate } from './time/civil-date.js';

const meetingDate = civilDate('2023-11-02');
const dayAfter = civilDate('2023-11-03');
const before = civilDate('2023-10-01');

/** Nothing known but the day, an interest and two dispensations: each of a period that is half known. */
const from: MeetingFacts = {
  meetingDate,
  interest: {},
  dispensations: [{ id: 'a' }, { id: 'b', to: before }, { id: 'c', from: before }],
};

const top = (fact: string, ...values: readonly unknown[]): [string, object[]] => [
  fact,
  values.map((value) => ({ ...from, [fact]: value })),
];
const ofInterest = (name: string, ...values: readonly unknown[]): [string, object[]] => [
  `interest.${name}`,
  values.map((value) => ({ ...from, interest: { [name]: value } })),
];
const ofMatter = (name: string): [string, object[]] => [
  `matter.${name}`,
  [true, false].map((value) => ({ ...from, matter: { [name]: value } })),
];
const ofEach = (name: string, ...values: readonly unknown[]): [string, object[]] => [
  `dispensations.${name}`,
  values.map((value) => ({
    ...from,
    dispensations: from.dispensations?.map((one) => ({ ...one, [name]: value })),
  })),
];

/** Every fact that can be asked for, in the order of asking, and the facts after each of its answers. */
const EXPECTED: readonly (readonly [string, readonly object[]])[] = [
  top('person', 'member', 'co-opted', 'co-opted-education', 'co-opted-no-vote'),
  top('formalMeeting', true, false),
  top('present', true, false),
  top('interest', null, {}),
  top('interestIsInTheMatter', true, false),
  top('memberAwareItIs', true, false),
  ofInterest('kind', 'dpi', 'odi', 'other-body-membership', 'ori', 'nri'),
  ofInterest('heldBy', 'self', 'partner'),
  ofInterest('memberAwareOfPartners', true, false),
  ofInterest('inRegister', true, false),
  ofInterest('pending', true, false),
  ofInterest('sensitive', 'agreed', 'no'),
  ofMatter('decidesOnDispensation'),
  ofMatter('educationFunction'),
  ofMatter('planningOrRegulatory'),
  top('relation', 'directly-relates', 'affects', 'neither'),
  top('affectsPecuniaryInterests', true, false),
  top('affectsMoreThanMajorityOfWard', true, false),
  top('likelyToPrejudice', true, false),
  top('reasonablePublicWouldThinkViewAffected', true, false),
  ofMatter('publicMaySpeak'),
  top('dispensations', [], [{ id: 'theirs' }]),
  ofEach('coversThisMatter', true, false),
  ofEach('relieves', ['discussion', 'vote'], ['discussion'], ['vote']),
  ofEach('requestedInWriting', true, false),
  [
    'dispensations.period',
    [
      {
        ...from,
        dispensations: [
          { id: 'a', from: meetingDate, to: meetingDate },
          { id: 'b', from: before, to: before },
          { id: 'c', from: before, to: meetingDate },
        ],
      },
      {
        ...from,
        dispensations: [
          { id: 'a', from: meetingDate, to: null },
          { id: 'b', from: meetingDate, to: null },
          { id: 'c', from: before, to: null },
        ],
      },
    ],
  ],
  ofEach('grantedOn', meetingDate, dayAfter),
];

it('the facts that can be asked for are these, in this order', () => {
  expect(MEETING_QUESTIONS.map(({ fact }) => fact)).toEqual(EXPECTED.map(([fact]) => fact));
});

describe('after an answer the facts hold it, and everything else as before:', () => {
  it.each(EXPECTED)('%s', (fact, after) => {
    const question = MEETING_QUESTIONS.find((one) => one.fact === fact);
    expect(question?.answers.map((give) => give(from))).toEqual(after);
  });
});

describe('an answer leaves alone what is known', () => {
  const given = (fact: string, facts: MeetingFacts): object[] =>
    MEETING_QUESTIONS.find((one) => one.fact === fact)?.answers.map((give) => give(facts)) ?? [];

  it('of a dispensation whose both days are known, also one without a last day', () => {
    const known: MeetingFacts = {
      meetingDate,
      dispensations: [
        { id: 'a', from: before, to: before },
        { id: 'b', from: before, to: null },
      ],
    };
    expect(given('dispensations.period', known)).toEqual([known, known]);
  });
  it('of a dispensation of which it was said already', () => {
    const known: MeetingFacts = { meetingDate, dispensations: [{ id: 'a', coversThisMatter: false }] };
    expect(given('dispensations.coversThisMatter', known)).toEqual([known, known]);
  });
  it('of somebody who turned out to have no interest', () => {
    const none: MeetingFacts = { meetingDate, interest: null };
    expect(given('interest.pending', none)).toEqual([none, none]);
  });
  it('of an interest and a matter of which other things are known', () => {
    const some: MeetingFacts = {
      meetingDate,
      interest: { kind: 'odi' },
      matter: { educationFunction: true },
    };
    expect(given('interest.pending', some)).toEqual(
      [true, false].map((pending) => ({ ...some, interest: { kind: 'odi', pending } })),
    );
    expect(given('matter.publicMaySpeak', some)).toEqual(
      [true, false].map((publicMaySpeak) => ({
        ...some,
        matter: { educationFunction: true, publicMaySpeak },
      })),
    );
  });
  it('where nothing was said of dispensations', () => {
    expect(given('dispensations.relieves', { meetingDate })).toEqual(
      Array(3).fill({ meetingDate, dispensations: [] }),
    );
    expect(given('dispensations.period', { meetingDate })).toEqual(
      Array(2).fill({ meetingDate, dispensations: [] }),
    );
  });
  it('of a first day that is known, where the last day is before it or after the meeting', () => {
    const ends = civilDate('2024-01-01');
    const late: MeetingFacts = { meetingDate, dispensations: [{ id: 'a', to: ends }] };
    expect(given('dispensations.period', late)[0]).toEqual({
      meetingDate,
      dispensations: [{ id: 'a', from: meetingDate, to: ends }],
    });
    const endless: MeetingFacts = { meetingDate, dispensations: [{ id: 'a', to: null }] };
    expect(given('dispensations.period', endless)[0]).toEqual({
      meetingDate,
      dispensations: [{ id: 'a', from: meetingDate, to: meetingDate }],
    });
  });
});
