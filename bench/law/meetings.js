import { civilDate } from '../../dist/src/law/index.js';

const MEETING = civilDate('2023-11-02');

/** A small generator with a seed, so that every run decides the same meetings. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** Meetings of every kind with every fact known, as the library is told of them. */
export function meetings(count) {
  const roll = dice(20_231_102);
  const maybe = () => roll(2) === 1;
  const pick = (...values) => values[roll(values.length)];
  const dispensation = (relieves) => ({
    id: 'one',
    requestedInWriting: true,
    grantedOn: civilDate('2023-05-18'),
    from: civilDate('2023-05-18'),
    to: pick(civilDate('2027-05-17'), civilDate('2023-11-01')),
    coversThisMatter: roll(4) > 0,
    relieves,
  });
  return Array.from({ length: count }, () => ({
    meetingDate: MEETING,
    person: pick('member', 'member', 'member', 'co-opted', 'co-opted-no-vote'),
    formalMeeting: roll(10) > 0,
    present: roll(10) > 0,
    interest: {
      kind: pick('dpi', 'dpi', 'ori', 'nri'),
      heldBy: pick('self', 'self', 'partner'),
      memberAwareOfPartners: roll(4) > 0,
      inRegister: maybe(),
      pending: maybe(),
      sensitive: pick('no', 'no', 'claimed', 'agreed'),
    },
    interestIsInTheMatter: roll(10) > 0,
    memberAwareItIs: roll(10) > 0,
    relation: pick('directly-relates', 'affects'),
    matter: {
      planningOrRegulatory: maybe(),
      educationFunction: false,
      publicMaySpeak: maybe(),
      decidesOnDispensation: roll(20) === 0,
    },
    affectsPecuniaryInterests: maybe(),
    likelyToPrejudice: false,
    affectsMoreThanMajorityOfWard: maybe(),
    reasonablePublicWouldThinkViewAffected: maybe(),
    dispensations: pick([], [], [dispensation(['discussion', 'vote'])], [dispensation(['discussion'])]),
  }));
}
