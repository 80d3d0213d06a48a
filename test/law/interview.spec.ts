import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, rulebookFor } from '../../src/law/index.js';
import type { FactName, Finding, MeetingFacts, Rulebook } from '../../src/law/index.js';
import { MEETING_QUESTIONS } from '../../src/law/meeting-questions.js';
import type { Askable } from '../../src/law/meeting-questions.js';
import { goodDispensation, ordinaryMeeting, withInterest } from '../../src/law/england/ordinary-meeting.js';

const FROM = civilDate('2012-07-01');
const bookOf = (code: string, excludes = false): Rulebook =>
  rulebookFor(
    {
      jurisdiction: 'england',
      codes: [{ code, from: FROM }],
      standingOrdersExclude: excludes ? [{ from: FROM }] : [],
    },
    civilDate('2023-11-02'),
  ) as Rulebook;
const worcestershire = bookOf('worcestershire-2012');
const modelCode = bookOf('lga-model-2020');

const odi = withInterest({ kind: 'odi' });
const ori: MeetingFacts = {
  ...withInterest({ kind: 'ori' }),
  relation: undefined,
  affectsMoreThanMajorityOfWard: undefined,
  reasonablePublicWouldThinkViewAffected: undefined,
};

describe('The next question', () => {
  it.each<[string, Rulebook, MeetingFacts, FactName | null]>([
    ['nothing, once everything is known', worcestershire, ordinaryMeeting, null],
    [
      'whether it is in the register, where only that is unknown',
      worcestershire,
      withInterest({ inRegister: undefined }),
      'interest.inRegister',
    ],
    [
      'nothing, though presence is unknown, where there is no interest',
      worcestershire,
      { ...ordinaryMeeting, interest: null, present: undefined },
      null,
    ],
    [
      'nothing about planning, where it would not prejudice judgement',
      worcestershire,
      { ...odi, matter: { ...odi.matter, planningOrRegulatory: undefined }, likelyToPrejudice: false },
      null,
    ],
    [
      'whether it is planning, where judgement would be seen as prejudiced',
      worcestershire,
      { ...odi, matter: { ...odi.matter, planningOrRegulatory: undefined }, likelyToPrejudice: true },
      'matter.planningOrRegulatory',
    ],
    [
      'nothing about prejudice, where it is neither planning nor pecuniary',
      worcestershire,
      { ...odi, likelyToPrejudice: undefined },
      null,
    ],
    ['how the matter stands to the interest, by the model code', modelCode, ori, 'relation'],
    [
      'one limb of the test for matters that only affect it',
      modelCode,
      { ...ori, relation: 'affects', reasonablePublicWouldThinkViewAffected: false },
      null,
    ],
    [
      'the other limb, where the first is met',
      modelCode,
      { ...ori, relation: 'affects', affectsMoreThanMajorityOfWard: true },
      'reasonablePublicWouldThinkViewAffected',
    ],
    [
      'whether a dispensation covers the matter',
      worcestershire,
      { ...ordinaryMeeting, dispensations: [{ ...goodDispensation, coversThisMatter: undefined }] },
      'dispensations.coversThisMatter',
    ],
    [
      'nothing about a dispensation that is out of its period anyhow',
      worcestershire,
      {
        ...ordinaryMeeting,
        dispensations: [{ ...goodDispensation, to: civilDate('2017-10-23'), coversThisMatter: undefined }],
      },
      null,
    ],
    [
      'the period of a dispensation, of which only the first day is known',
      worcestershire,
      { ...ordinaryMeeting, dispensations: [{ ...goodDispensation, to: undefined }] },
      'dispensations.period',
    ],
    [
      'the period of a dispensation, of which only the last day is known',
      worcestershire,
      { ...ordinaryMeeting, dispensations: [{ ...goodDispensation, from: undefined }] },
      'dispensations.period',
    ],
    ['who they are, of somebody nothing is known of', worcestershire, { meetingDate: FROM }, 'person'],
  ])('is %s', (_name, book, facts, expected) => {
    expect(book.nextQuestion(facts)).toBe(expected);
  });

  it('is none where only the council’s own code is unknown', () => {
    expect(bookOf('a-code-of-our-own').nextQuestion(ordinaryMeeting)).toBeNull();
  });
});

/** Facts of which a few are unknown, few enough to try every answer to every one of them. */
const fewUnknown: fc.Arbitrary<{ facts: MeetingFacts; unknown: readonly Askable[] }> = fc
  .tuple(
    fc.shuffledSubarray([...MEETING_QUESTIONS], { minLength: 1, maxLength: 4 }),
    fc.infiniteStream(fc.nat()),
  )
  .map(([unknown, choices]) => {
    const known = MEETING_QUESTIONS.filter(({ fact }) => !unknown.some((one) => one.fact === fact));
    const facts = known.reduce<MeetingFacts>(
      (so, { answers }) => {
        const give = answers[(choices.next().value as number) % answers.length];
        return give ? give(so) : so;
      },
      { meetingDate: civilDate('2023-11-02') },
    );
    return { facts, unknown };
  });

function outcome(book: Rulebook, facts: MeetingFacts): string {
  const findings: readonly Finding<unknown>[] = Object.values(book.meeting(facts).effective);
  return findings.map((one) => (one.kind === 'cannot-tell' ? '?' : String(one.value))).join('|');
}

function completions(facts: MeetingFacts, unknown: readonly Askable[]): readonly MeetingFacts[] {
  return unknown.reduce<readonly MeetingFacts[]>(
    (all, { answers }) => all.flatMap((one) => answers.map((give) => give(one))),
    [facts],
  );
}

/** Facts that ask about what another answer brings in, such as each dispensation, are all among these. */
function allUnknown(book: Rulebook, facts: MeetingFacts): readonly Askable[] {
  const missing = Object.values(book.meeting(facts).effective).flatMap((finding: Finding<unknown>) =>
    finding.kind === 'cannot-tell' ? finding.missing : [],
  );
  return MEETING_QUESTIONS.filter(({ fact }) => missing.includes(fact));
}

describe.each([
  ['the code of 2012', worcestershire],
  ['the model code', modelCode],
  ['a standing order', bookOf('statute-faithful', true)],
])('By %s, whatever is unknown', (_name, book) => {
  it('a question is asked if, and only if, its answer could change the outcome', () => {
    fc.assert(
      fc.property(fewUnknown, ({ facts }) => {
        const unknown = allUnknown(book, facts);
        const asked = book.nextQuestion(facts);
        const outcomes = new Set(completions(facts, unknown).map((one) => outcome(book, one)));
        if (asked === null) {
          expect(outcomes.size).toBe(1);
          return;
        }
        const question = unknown.find(({ fact }) => fact === asked);
        const others = unknown.filter((one) => one !== question);
        const matters = completions(facts, others).some(
          (one) => new Set(question?.answers.map((give) => outcome(book, give(one)))).size > 1,
        );
        expect({ asked, matters }).toEqual({ asked, matters: true });
      }),
      { numRuns: 300 },
    );
  });
});
