import fc from 'fast-check';
import { addDays, civilDate } from '../../../src/law/index.js';
import type {
  Dispensation,
  MatterFacts,
  MeetingFacts,
  MeetingInterest,
  Restriction,
} from '../../../src/law/index.js';
import { ordinaryMeeting } from '../../../src/law/england/ordinary-meeting.js';

/** The day of all of these meetings. */
export const MEETING = civilDate('2023-11-02');

/** What each fact can be. */
type Values<F> = { readonly [Fact in keyof F]-?: fc.Arbitrary<F[Fact]> };

type Change<F> = (facts: F) => F;

const maybe = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.constantFrom(undefined, ...values);
const yesNo = maybe(true, false);

const day = fc.integer({ min: -1500, max: 1500 }).map((days) => addDays(MEETING, days));

const ANY_DISPENSATION: Values<Dispensation> = {
  id: fc.constantFrom('d1', 'd2'),
  requestedInWriting: yesNo,
  grantedOn: fc.option(day, { nil: undefined }),
  from: fc.option(day, { nil: undefined }),
  to: fc.oneof(fc.option(day, { nil: undefined }), fc.constant(null)),
  coversThisMatter: yesNo,
  relieves: maybe([], ['discussion'], ['vote'], ['discussion', 'vote'] as const),
};

const ANY_INTEREST: Values<MeetingInterest> = {
  kind: maybe('dpi', 'odi', 'other-body-membership', 'ori', 'nri' as const),
  heldBy: maybe('self', 'partner' as const),
  memberAwareOfPartners: yesNo,
  inRegister: yesNo,
  pending: yesNo,
  sensitive: maybe('no', 'claimed', 'agreed' as const),
};

const ANY_MATTER: Values<MatterFacts> = {
  planningOrRegulatory: yesNo,
  educationFunction: yesNo,
  decidesOnDispensation: yesNo,
  publicMaySpeak: yesNo,
};

/** Dispensations for the meeting as they should be, with at most two things about them changed. */
const nearlyGood: fc.Arbitrary<Dispensation> = varied<Dispensation>(
  fc.constantFrom(['discussion'], ['vote'], ['discussion', 'vote'] as const).map(granted),
  changesOf<Dispensation>(ANY_DISPENSATION),
  { minLength: 0, maxLength: 2 },
);
export const dispensations: fc.Arbitrary<Dispensation> = fc.oneof(nearlyGood, fc.record(ANY_DISPENSATION));

const ANY_FACTS: Values<Omit<MeetingFacts, 'meetingDate'>> = {
  person: maybe('member', 'co-opted', 'co-opted-education', 'co-opted-no-vote' as const),
  formalMeeting: yesNo,
  ofTheExecutive: yesNo,
  present: yesNo,
  interest: fc.option(fc.record(ANY_INTEREST)),
  interestIsInTheMatter: yesNo,
  memberAwareItIs: yesNo,
  relation: maybe('directly-relates', 'affects', 'neither' as const),
  matter: fc.record(ANY_MATTER),
  affectsPecuniaryInterests: yesNo,
  likelyToPrejudice: yesNo,
  affectsMoreThanMajorityOfWard: yesNo,
  reasonablePublicWouldThinkViewAffected: yesNo,
  dispensations: fc.option(fc.array(dispensations, { maxLength: 2 }), { nil: undefined }),
};

/** A member at a meeting with an interest in its matter, who knows: the rules of the law or of a code are engaged. */
const engaged: fc.Arbitrary<MeetingFacts> = fc
  .record({ kind: fc.constantFrom('dpi', 'ori', 'nri' as const), inRegister: fc.boolean() })
  .map((interest) => ({
    ...ordinaryMeeting,
    meetingDate: MEETING,
    interest: { ...ordinaryMeeting.interest, ...interest },
    matter: { ...ordinaryMeeting.matter, publicMaySpeak: true },
    relation: 'directly-relates',
  }));

/** One fact made known, unknown or contrary: at the top, of the interest, or of the matter. */
const oneFact: fc.Arbitrary<Change<MeetingFacts>> = fc.oneof(
  changesOf<MeetingFacts>(ANY_FACTS),
  changesOf<MeetingInterest>(ANY_INTEREST).map((change): Change<MeetingFacts> => (facts) => ({
    ...facts,
    interest: change(facts.interest ?? {}),
  })),
  changesOf<MatterFacts>(ANY_MATTER).map((change): Change<MeetingFacts> => (facts) => ({
    ...facts,
    matter: change(facts.matter ?? {}),
  })),
);

/**
 * Meetings of every kind. Facts that are all random hardly ever engage a rule, so most of these are one to four facts
 * away from a meeting that does.
 */
export const meetings: fc.Arbitrary<MeetingFacts> = fc.oneof(
  { weight: 3, arbitrary: varied(engaged, oneFact, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.record({ meetingDate: fc.constant(MEETING), ...ANY_FACTS }) },
);

/** Gives one of the values to one of the facts. */
function changesOf<F extends object>(values: object): fc.Arbitrary<Change<F>> {
  return fc.oneof(
    ...Object.entries(values).map(([fact, some]: [string, fc.Arbitrary<unknown>]) =>
      some.map((value) => (facts: F): F => ({ ...facts, [fact]: value })),
    ),
  );
}

function varied<F>(
  start: fc.Arbitrary<F>,
  change: fc.Arbitrary<Change<F>>,
  howMany: { readonly minLength: number; readonly maxLength: number },
): fc.Arbitrary<F> {
  return fc
    .tuple(start, fc.array(change, howMany))
    .map(([facts, changes]) => changes.reduce((changed, next) => next(changed), facts));
}

/** A dispensation that reaches the meeting, granted some time before it. */
export function granted(relieves: readonly Restriction[]): Dispensation {
  return {
    id: 'granted',
    requestedInWriting: true,
    grantedOn: addDays(MEETING, -200),
    from: addDays(MEETING, -100),
    to: addDays(MEETING, 300),
    coversThisMatter: true,
    relieves,
  };
}
