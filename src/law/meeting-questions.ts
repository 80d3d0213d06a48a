import type { FactName } from './fact-name.js';
import type { Dispensation, MatterFacts, MeetingFacts, MeetingInterest } from './facts.js';
import { addDays } from './time/civil-date.js';
import type { CivilDate } from './time/civil-date.js';

/** A fact that a person can be asked for, and the facts as they would be after each answer that could be given. */
export interface Askable {
  readonly fact: FactName;
  readonly answers: readonly ((facts: MeetingFacts) => MeetingFacts)[];
}

type TopFact =
  'person' | 'formalMeeting' | 'present' | 'interestIsInTheMatter' | 'memberAwareItIs' | 'relation';
type Test =
  | 'affectsPecuniaryInterests'
  | 'likelyToPrejudice'
  | 'affectsMoreThanMajorityOfWard'
  | 'reasonablePublicWouldThinkViewAffected';

/** Every fact about a meeting that a person can be asked for, in the order in which they would be asked. */
export const MEETING_QUESTIONS: readonly Askable[] = [
  top('person', 'member', 'co-opted', 'co-opted-education', 'co-opted-no-vote'),
  top('formalMeeting', true, false),
  top('present', true, false),
  {
    fact: 'interest',
    answers: [(facts) => ({ ...facts, interest: null }), (facts) => ({ ...facts, interest: {} })],
  },
  top('interestIsInTheMatter', true, false),
  top('memberAwareItIs', true, false),
  ofInterest('kind', 'dpi', 'odi', 'other-body-membership', 'ori', 'nri'),
  ofInterest('heldBy', 'self', 'partner'),
  ofInterest('memberAwareOfPartners', true, false),
  ofInterest('inRegister', true, false),
  ofInterest('pending', true, false),
  ofInterest('sensitive', 'agreed', 'no'),
  ofMatter('decidesOnDispensation', true, false),
  ofMatter('educationFunction', true, false),
  ofMatter('planningOrRegulatory', true, false),
  top('relation', 'directly-relates', 'affects', 'neither'),
  yesOrNo('affectsPecuniaryInterests'),
  yesOrNo('affectsMoreThanMajorityOfWard'),
  yesOrNo('likelyToPrejudice'),
  yesOrNo('reasonablePublicWouldThinkViewAffected'),
  ofMatter('publicMaySpeak', true, false),
  {
    fact: 'dispensations',
    answers: [
      (facts) => ({ ...facts, dispensations: [] }),
      (facts) => ({ ...facts, dispensations: [{ id: 'theirs' }] }),
    ],
  },
  ofDispensations('dispensations.coversThisMatter', 'coversThisMatter', true, false),
  ofDispensations('dispensations.relieves', 'relieves', ['discussion', 'vote'], ['discussion'], ['vote']),
  ofDispensations('dispensations.requestedInWriting', 'requestedInWriting', true, false),
  {
    fact: 'dispensations.period',
    answers: [
      (facts) => eachPeriod(facts, ({ from, to }, on) => ({ from: from ?? earlierOf(to, on), to: to ?? on })),
      (facts) => eachPeriod(facts, ({ from }, on) => ({ from: from ?? on, to: null })),
    ],
  },
  {
    fact: 'dispensations.grantedOn',
    answers: [
      (facts) => eachDispensation(facts, 'grantedOn', { grantedOn: facts.meetingDate }),
      (facts) => eachDispensation(facts, 'grantedOn', { grantedOn: addDays(facts.meetingDate, 1) }),
    ],
  },
];

function top<K extends TopFact>(fact: K, ...values: readonly NonNullable<MeetingFacts[K]>[]): Askable {
  return { fact, answers: values.map((value) => (facts) => ({ ...facts, [fact]: value })) };
}

function yesOrNo(fact: Test): Askable {
  return { fact, answers: [true, false].map((value) => (facts) => ({ ...facts, [fact]: value })) };
}

/** Somebody who turns out to have no interest is not asked about it. */
function ofInterest<K extends keyof MeetingInterest>(
  name: K,
  ...values: readonly NonNullable<MeetingInterest[K]>[]
): Askable {
  return {
    fact: `interest.${name}`,
    answers: values.map((value) => (facts) => {
      const { interest } = facts;
      return interest === null ? facts : { ...facts, interest: { ...interest, [name]: value } };
    }),
  };
}

function ofMatter(name: keyof MatterFacts, ...values: readonly boolean[]): Askable {
  return {
    fact: `matter.${name}`,
    answers: values.map((value) => (facts) => ({ ...facts, matter: { ...facts.matter, [name]: value } })),
  };
}

function ofDispensations<K extends 'coversThisMatter' | 'relieves' | 'requestedInWriting'>(
  fact: FactName,
  name: K,
  ...values: readonly NonNullable<Dispensation[K]>[]
): Askable {
  return {
    fact,
    answers: values.map((value) => (facts) => eachDispensation(facts, name, { [name]: value })),
  };
}

/** The period of every dispensation of which a day is not known yet. */
function eachPeriod(
  facts: MeetingFacts,
  period: (one: Dispensation, on: CivilDate) => Partial<Dispensation>,
): MeetingFacts {
  const dispensations = (facts.dispensations ?? []).map((one) =>
    one.from === undefined || one.to === undefined ? { ...one, ...period(one, facts.meetingDate) } : one,
  );
  return { ...facts, dispensations };
}

function earlierOf(to: Dispensation['to'], on: CivilDate): CivilDate {
  return to && to < on ? to : on;
}

/** The answer for every dispensation of which it is not known yet. */
function eachDispensation(
  facts: MeetingFacts,
  name: keyof Dispensation,
  answer: Partial<Dispensation>,
): MeetingFacts {
  const dispensations = (facts.dispensations ?? []).map((one) =>
    one[name] === undefined ? { ...one, ...answer } : one,
  );
  return { ...facts, dispensations };
}
