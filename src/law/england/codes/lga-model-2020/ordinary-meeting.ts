import type { MeetingFacts, MeetingInterest, Restriction } from '../../../facts.js';
import { civilDate } from '../../../time/civil-date.js';
import { goodDispensation, ordinaryMeeting, withInterest } from '../../ordinary-meeting.js';

/** A meeting under the model code, about the interest itself, where the public may not speak: every fact known. */
export function underModelCode(interest: MeetingInterest, more: Partial<MeetingFacts> = {}): MeetingFacts {
  return {
    ...withInterest(interest),
    meetingDate: civilDate('2021-03-16'),
    matter: { ...ordinaryMeeting.matter, publicMaySpeak: false },
    relation: 'directly-relates',
    affectsMoreThanMajorityOfWard: false,
    reasonablePublicWouldThinkViewAffected: false,
    ...more,
  };
}

export const PUBLIC_SPEAKS = { matter: { ...ordinaryMeeting.matter, publicMaySpeak: true } } as const;
export const BOTH_LIMBS = {
  relation: 'affects',
  affectsMoreThanMajorityOfWard: true,
  reasonablePublicWouldThinkViewAffected: true,
} as const;
export const SPEAK_AND_GO = ['existence_and_nature', 'as_public_only', 'false', 'true', 'null'];
export const EXISTENCE_AND_GO = ['existence_only', 'false', 'false', 'true', 'null'];

export const dispensedFor = (...relieves: readonly Restriction[]) => ({
  dispensations: [{ ...goodDispensation, relieves }],
});
