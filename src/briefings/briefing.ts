import type { Relevance } from '../disclosures/index.js';
import type {
  HeldBy,
  MeetingFacts,
  MeetingResult,
  NotEncoded,
  RegisterCategory,
  RuleVersion,
} from '../law/index.js';
import type { MatchAnswer } from '../matching/index.js';
import type { AgendaItem, Meeting } from '../meetings/index.js';
import type { Sensitivity } from '../register/index.js';

/** An interest of the member, in the register or notified and pending. */
export interface BriefedInterest {
  /** The register entry, or the notified interest that waits to be entered. */
  readonly id: string;
  readonly category: RegisterCategory;
  readonly heldBy: HeldBy;
  readonly state: 'entered' | 'pending';
  readonly sensitive: Sensitivity;
  /** In one line, for the member's own eyes. */
  readonly description: string;
}

/** One interest that may touch one item, and what the law makes of it. */
export interface Touch {
  readonly interest: BriefedInterest;
  readonly match: MatchAnswer;
  /** What the member said about it, where they did. */
  readonly said: Relevance | undefined;
  /** The facts that the law was asked with; what it supposed beside them stands in the result. */
  readonly facts: MeetingFacts;
  readonly result: MeetingResult;
  /** What the law answers if the item is about it, whatever the member has said. */
  readonly supposed: MeetingResult;
}

/** One item, with the interests that may touch it. None is "nothing found", never "no interest". */
export interface BriefedItem {
  readonly item: AgendaItem;
  readonly touches: readonly Touch[];
  /** What the law says to this person of this item even without an interest: an education co-optee's vote. */
  readonly withoutInterest: MeetingResult;
}

/** What one member is told before one meeting. */
export interface Briefing {
  readonly kind: 'briefing';
  readonly meeting: Meeting;
  readonly bodyName: string;
  readonly memberId: string;
  /** Whether the member has a seat on the body; others may attend and are bound all the same. */
  readonly sitsOnBody: boolean;
  readonly items: readonly BriefedItem[];
  /** How many interests were held against the agenda. */
  readonly interestsCompared: number;
  readonly agendaRevision: number;
  readonly registerVersion: string;
  readonly ruleVersions: readonly RuleVersion[];
  readonly matcherVersion: string;
  /** The code that was in force on the day; undefined where none was adopted. */
  readonly code: string | undefined;
}

/** Why there is no briefing. */
export type NoBriefing = { readonly kind: 'not-found' } | { readonly kind: 'not-in-office' } | NotEncoded;
