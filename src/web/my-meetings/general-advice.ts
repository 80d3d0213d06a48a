import {
  IF_THE_ITEM_IS_ABOUT_IT,
  type MeetingFacts,
  type MeetingInterest,
  type Rulebook,
} from '../../law/index.js';
import { explainMeeting } from '../../wording/index.js';
import type { DutyPanel } from '../my/duty-panel.js';
import { panelOf } from './panel.js';

/** An interest that nobody registered, as the law would meet it. */
const NOT_REGISTERED = { inRegister: false, pending: false, sensitive: 'no', heldBy: 'self' } as const;

interface Unregistered {
  readonly heading: string;
  readonly interest: MeetingInterest;
  /** Statute knows nothing of it: only a code asks for anything. */
  readonly byCodeAlone: boolean;
}

const UNREGISTERED: readonly Unregistered[] = [
  {
    heading: 'If an item is about a disclosable pecuniary interest that is not in the register',
    interest: { kind: 'dpi', ...NOT_REGISTERED },
    byCodeAlone: false,
  },
  {
    heading: 'If an item is about another interest of yours',
    interest: { kind: 'odi', ...NOT_REGISTERED },
    byCodeAlone: true,
  },
  {
    heading: 'If an item is about another public body of which you are a member',
    interest: { kind: 'other-body-membership', ...NOT_REGISTERED },
    byCodeAlone: true,
  },
];

/**
 * What the law and the code in force on the meeting's day say of interests that the register does not hold: none of
 * them can be compared with the agenda, so the member is told what to do when they find one.
 */
export function generalAdvice(
  rulebook: Rulebook,
  { person, meetingDate }: Pick<MeetingFacts, 'person' | 'meetingDate'>,
): DutyPanel[] {
  const facts: MeetingFacts = {
    ...{ person, meetingDate, formalMeeting: true, dispensations: [] },
    // Ordinary business; an item that decides on a dispensation is asked about where it stands.
    matter: { decidesOnDispensation: false },
  };
  return UNREGISTERED.flatMap(({ heading, interest, byCodeAlone }) => {
    const result = rulebook.meeting({ ...facts, interest }, IF_THE_ITEM_IS_ABOUT_IT);
    if (byCodeAlone && result.byCode === null) return [];
    return [panelOf(explainMeeting(result), heading)];
  });
}
