import { expect, it } from '@jest/globals';
import type { Finding, MeetingAnswer } from './conclusion.js';
import type { FactName } from './fact-name.js';
import type { MeetingFacts } from './facts.js';
import { decided } from './finding.js';
import { nextQuestion } from './interview.js';
import { civilDate } from './time/civil-date.js';

const facts: MeetingFacts = { meetingDate: civilDate('2023-11-02') };

const open = (missing: readonly FactName[], ...couldBe: readonly boolean[]): Finding<boolean> =>
  ({
    kind: 'cannot-tell',
    missing,
    question: missing[0],
    couldBe,
    reasons: [],
  }) as unknown as Finding<boolean>;

/** A law that bars the vote as given, and nothing else. */
const lawOf =
  (vote: (facts: MeetingFacts) => Finding<boolean>) =>
  (given: MeetingFacts): MeetingAnswer => ({
    disclose: decided('none'),
    discuss: decided(true),
    vote: vote(given),
    leave: decided(false),
    notify: decided(null),
  });

const ask = (vote: (facts: MeetingFacts) => Finding<boolean>): FactName | null =>
  nextQuestion(facts, lawOf(vote));

it('asks nothing where everything is settled', () => {
  expect(ask(() => decided(true))).toBeNull();
});

it('asks for the one fact that is missing', () => {
  expect(
    ask(({ present }) => (present === undefined ? open(['present'], true, false) : decided(present))),
  ).toBe('present');
});

it('asks for nothing whose answers lead to the same', () => {
  expect(
    ask(({ present }) => (present === undefined ? open(['present'], true, false) : decided(true))),
  ).toBeNull();
});

it('asks in the order in which a person would be asked, not in the order in which the facts are missing', () => {
  expect(
    ask(({ present, formalMeeting }) =>
      present === undefined || formalMeeting === undefined
        ? open(['present', 'formalMeeting'], true, false)
        : decided(present && formalMeeting),
    ),
  ).toBe('formalMeeting');
});

it('passes over a fact that is harmless whatever the others are', () => {
  expect(
    ask(({ formalMeeting, present }) =>
      formalMeeting === undefined || present === undefined
        ? open(['formalMeeting', 'present'], true, false)
        : decided(present),
    ),
  ).toBe('present');
});

it('finds a difference that shows only after another answer', () => {
  expect(
    ask(({ formalMeeting, present }) => {
      if (formalMeeting === undefined) return open(['formalMeeting', 'present'], true, false);
      if (present === undefined) return open(['present'], true, false);
      return decided(formalMeeting === present);
    }),
  ).toBe('formalMeeting');
});

it('finds it although only one of the later answers shows it', () => {
  expect(
    ask(({ formalMeeting, present }) => {
      if (formalMeeting === undefined || present === undefined)
        return open(['formalMeeting', 'present'], true, false);
      return decided(present || formalMeeting);
    }),
  ).toBe('formalMeeting');
});

it('asks nothing where what is open is not for a person to answer', () => {
  expect(ask(() => open(['code'], true, false))).toBeNull();
});

it('takes an answer that holds by a dispensation as settled', () => {
  const excused = (value: boolean): Finding<boolean> => ({ kind: 'excused', value, by: ['d'], reasons: [] });
  expect(
    ask(({ present }) => (present === undefined ? open(['present'], true, false) : excused(present))),
  ).toBe('present');
});
