import type { MeetingFacts, MeetingInterest } from '../facts.js';
import type { CivilDate } from '../time/civil-date.js';
import { goodDispensation, ordinaryMeeting } from './ordinary-meeting.js';

/** A meeting that tells codes of conduct apart, or shows where they agree. */
export interface TellingMeeting {
  readonly name: string;
  readonly facts: MeetingFacts;
}

const { matter } = ordinaryMeeting;
const OWN_PECUNIARY =
  'An item about the member’s own disclosable pecuniary interest, which is in the register';

/** The meetings on one day. Every fact that any code here asks for is known, so that each of them can answer. */
export function tellingMeetings(on: CivilDate): readonly TellingMeeting[] {
  const about = {
    ...ordinaryMeeting,
    meetingDate: on,
    matter: { ...matter, publicMaySpeak: true },
    relation: 'directly-relates',
    affectsMoreThanMajorityOfWard: false,
    reasonablePublicWouldThinkViewAffected: false,
  } as const satisfies MeetingFacts;
  const dispensation = { ...goodDispensation, grantedOn: on, from: on, to: on };
  const interest = (changes: MeetingInterest): MeetingInterest => ({
    ...ordinaryMeeting.interest,
    ...changes,
  });
  const friends: MeetingFacts = { ...about, interest: interest({ kind: 'nri' }) };
  const swayed = { likelyToPrejudice: true, reasonablePublicWouldThinkViewAffected: true };
  const planning = { matter: { ...about.matter, planningOrRegulatory: true } };

  return [
    { name: `${OWN_PECUNIARY}.`, facts: about },
    {
      name: `${OWN_PECUNIARY}, and is agreed to be sensitive.`,
      facts: { ...about, interest: interest({ sensitive: 'agreed' }) },
    },
    {
      name: `${OWN_PECUNIARY}; they have a dispensation to speak and to vote.`,
      facts: { ...about, dispensations: [dispensation] },
    },
    {
      name: `${OWN_PECUNIARY}; they have a dispensation to speak and not to vote.`,
      facts: { ...about, dispensations: [{ ...dispensation, relieves: ['discussion'] }] },
    },
    {
      name: 'An item about a disclosable pecuniary interest of the member’s partner, of which the member does not know.',
      facts: { ...about, interest: interest({ heldBy: 'partner', memberAwareOfPartners: false }) },
    },
    {
      name: 'An item that affects the member as it affects most people in the ward, and is not about them.',
      facts: { ...friends, relation: 'affects' },
    },
    {
      name: 'A planning application that affects a close friend’s home more than most, where people would think that it sways the member.',
      facts: { ...friends, ...swayed, ...planning, relation: 'affects', affectsMoreThanMajorityOfWard: true },
    },
    {
      name: 'An item about the wellbeing of a close friend, where nobody would think that it sways the member.',
      facts: friends,
    },
    {
      name: 'A close friend’s planning application, where people would think that it sways the member.',
      facts: { ...friends, ...swayed, ...planning },
    },
    {
      name: 'An item about another council of which the member is a councillor as well.',
      facts: { ...about, interest: interest({ kind: 'other-body-membership' }) },
    },
    { name: 'An item in which the member has no interest.', facts: { ...about, interest: null } },
  ];
}
