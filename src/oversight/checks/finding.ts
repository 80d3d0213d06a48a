import type { Citation, CivilDate, HeldBy, RegisterCategory } from '../../law/index.js';

/** What is looked for. Each asks something of the record; none of them says that anybody did wrong. */
export const CHECK_IDS = [
  'matched-not-declared',
  'declared-not-registered',
  'took-part-with-interest',
  'incomplete-declaration',
  'dispensation-without-interest',
  'dispensation-lapsed',
  'entry-unconfirmed',
  'nothing-declared',
  'household-differs',
  'review-overdue',
  'late-agenda',
  'declaration-count',
  'company-officer',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** What more is to be said of a finding: how strong it is, and what would change it. */
export const FINDING_TAGS = [
  'cannot-tell',
  'attendance-not-recorded',
  'member-said-so',
  'words-match',
  'disclosure-cannot-be-told',
  'clock-running',
  'clock-ends-soon',
  'clock-over',
  'register-not-asked',
  'voted',
  'abstained',
  'there-at-a-vote',
  'said-would-take-part',
  'said-would-speak',
  'dispensation-may-reach',
  'declared',
  'no-nature',
  'nature-says-nothing',
  'no-specific-item',
  'item-withdrawn',
  'withheld-without-agreement',
  'no-interest-held',
  'no-interest-matches',
  'item-after-its-end',
  'interest-met-again',
  'same-home',
  'named-as-partner',
  'partners-interest-missing',
  'home-missing',
  'by-working-days-alone',
  'parish-notice',
  'more-there',
  'more-here',
  'likely',
  'possible',
  'only-the-name',
  'same-person',
  'member-asked',
  'resigned',
] as const;
export type FindingTag = (typeof FINDING_TAGS)[number];

/** What a question rests on. Words of an interest are here for whoever may read them, and go nowhere else. */
export type Evidence =
  | InterestEvidence
  | { readonly kind: 'item'; readonly id: string; readonly number: string | null; readonly title: string }
  | { readonly kind: 'day'; readonly of: EvidenceDay; readonly on: CivilDate }
  | { readonly kind: 'number'; readonly of: EvidenceNumber; readonly count: number }
  | CompanyEvidence;

/** An interest in the register, or one that waits to be entered. */
export interface InterestEvidence {
  readonly kind: 'interest';
  readonly memberId: string;
  readonly id: string;
  readonly category: RegisterCategory;
  readonly heldBy: HeldBy;
  readonly description: string;
  /** Of a sensitive interest, or one that may be: for the named officers alone. */
  readonly sensitive: boolean;
  /** The words of each side that matched, where an item did. */
  readonly matched?: { readonly interest: string; readonly item: string };
}

export interface CompanyEvidence {
  readonly kind: 'company';
  readonly company: string;
  readonly number: string;
  /** As the file has it. */
  readonly officer: string;
  readonly role: string;
  readonly appointedOn: CivilDate | null;
  readonly resignedOn: CivilDate | null;
}

type EvidenceDay =
  'entered' | 'last-confirmed' | 'issued' | 'latest-to-issue' | 'ended' | 'declared' | 'read';
type EvidenceNumber = 'clear-days' | 'meetings' | 'there' | 'here' | 'years';

/** What one rule found, before anybody looked at it. */
export interface Found {
  /** Names the same question however often it is asked. */
  readonly key: string;
  readonly memberIds: readonly string[];
  readonly meetingId?: string;
  readonly agendaItemId?: string;
  /** The day that it is about. */
  readonly on?: CivilDate;
  /** The inclusive last day of a clock that runs. */
  readonly lastDay?: CivilDate;
  readonly tags: readonly FindingTag[];
  readonly evidence: readonly Evidence[];
  /** It rests on a sensitive interest alone: that there is a question is all that others than named officers may read. */
  readonly sensitive: boolean;
}

/** Why a finding was closed, by whom and when. */
export interface Closing {
  readonly id: string;
  readonly at: Date;
  /** The account. */
  readonly by: string;
  readonly reason: string;
}

/** A question that the record asks. It is worked out each time; only its closing is kept. */
export interface Finding extends Found {
  readonly check: CheckId;
  /** Of the facts that it rests on: what was closed is open again once they change. */
  readonly fingerprint: string;
  /** Names it in an address without telling whom or what it is about. */
  readonly ref: string;
  /** While it stands closed. */
  readonly closing?: Closing;
  /** It was closed before and is open again. */
  readonly reopened?: { readonly why: 'facts-changed' | 'opened-again'; readonly before: Closing };
}

/** A rule that asks one question of the record. It is pure: whoever gathers the facts asks it. */
export interface CheckRule<Facts> {
  readonly id: CheckId;
  /** The question, with {places} for names. */
  readonly asks: string;
  readonly sources: readonly Citation[];
  decide(facts: Facts, asAt: CivilDate): readonly Found[];
}

/** It rests on interests, and every one of them is sensitive. */
export function restsOnSensitive(evidence: readonly Evidence[]): boolean {
  const interests = evidence.filter((one): one is InterestEvidence => one.kind === 'interest');
  return interests.length > 0 && interests.every(({ sensitive }) => sensitive);
}
