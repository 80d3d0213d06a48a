import {
  IF_THE_ITEM_IS_ABOUT_IT,
  type MeetingFacts,
  type MeetingInterest,
  type Rulebook,
  type Supposition,
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
  readonly supposing: Supposition;
}

const IF_IT_ONLY_AFFECTS_IT: Supposition = { ...IF_THE_ITEM_IS_ABOUT_IT, relation: 'affects' };

const other = (
  kind: MeetingInterest['kind'],
  heading: string,
  supposing = IF_THE_ITEM_IS_ABOUT_IT,
): Unregistered => ({
  ...{ heading, supposing },
  interest: { kind, ...NOT_REGISTERED },
  byCodeAlone: true,
});

const DPI: Unregistered = {
  ...other('dpi', 'If an item is about a disclosable pecuniary interest that is not in the register'),
  byCodeAlone: false,
};

/** What codes know beside the Act's own kind, each in its code's words. */
const BY_CODE: Readonly<Record<string, readonly Unregistered[]>> = {
  'lga-model-2020': [
    other('ori', 'If an item is about a body that you belong to and have not registered'),
    other('nri', 'If an item is about your own money or wellbeing, or that of a relative or close associate'),
    other('nri', 'If an item is not about such an interest, but affects it', IF_IT_ONLY_AFFECTS_IT),
  ],
};

const OF_OTHER_CODES: readonly Unregistered[] = [
  other('odi', 'If an item is about another interest of yours'),
  other('other-body-membership', 'If an item is about another public body of which you are a member'),
];

/**
 * What the law and the code in force on the meeting's day say of interests that the register does not hold: none of
 * them can be compared with the agenda, so the member is told what to do when they find one.
 */
export function generalAdvice(
  rulebook: Rulebook,
  { person, meetingDate, code }: Pick<MeetingFacts, 'person' | 'meetingDate'> & { code?: string | undefined },
): DutyPanel[] {
  const facts: MeetingFacts = {
    ...{ person, meetingDate, formalMeeting: true, dispensations: [] },
    // Ordinary business; an item that decides on a dispensation is asked about where it stands.
    matter: { decidesOnDispensation: false },
  };
  const kinds = [DPI, ...(BY_CODE[code ?? ''] ?? OF_OTHER_CODES)];
  return kinds.flatMap(({ heading, interest, byCodeAlone, supposing }) => {
    const result = rulebook.meeting({ ...facts, interest }, supposing);
    if (byCodeAlone && result.byCode === null) return [];
    return [panelOf(explainMeeting(result), heading)];
  });
}
