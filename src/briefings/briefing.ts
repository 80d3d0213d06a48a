import type { BodyKind } from '../authorities/index.js';
import type { Interviewed, InterviewFact, Relevance } from '../disclosures/index.js';
import type {
  FactName,
  HeldBy,
  MeetingFacts,
  MeetingResult,
  NotEncoded,
  RegisterCategory,
  Relievable,
  Rulebook,
} from '../law/index.js';
import type { MatchAnswer } from '../matching/index.js';
import type { AgendaItem, Meeting } from '../meetings/index.js';
import type { TermOfOffice } from '../members/index.js';
import type { Sensitivity } from '../register/index.js';

/** An interest of the member: in the register, notified and pending, or on the list that they keep for themselves. */
export interface BriefedInterest {
  /** The register entry, the notified interest that waits to be entered, or the association. */
  readonly id: string;
  /** The ids under which the member may have spoken of it: what was pending is an entry now. */
  readonly knownAs: readonly string[];
  /** Null for an association, which stands under no heading. */
  readonly category: RegisterCategory | null;
  readonly heldBy: HeldBy;
  /** `own-list`: an association. Nobody but its member ever reads it, so no message names it and nothing stores it. */
  readonly state: 'entered' | 'pending' | 'own-list';
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
  /** The member said of an item of this name at another meeting that it is about this interest. */
  readonly remembered: boolean;
  /** What they answered to the law's further questions. */
  readonly interviewed: Interviewed;
  /** Does the code of the day tell an item that is about the interest from one that only affects it? */
  readonly tellsAffecting: boolean;
  /** What is still to be asked: of the member, and of the clerk or the officer. */
  readonly open: OpenQuestions;
  /** What a dispensation could relieve, where one could. */
  readonly relief: readonly Relievable[];
  /** The facts that the law was asked with; what it supposed beside them stands in the result. */
  readonly facts: MeetingFacts;
  readonly result: MeetingResult;
  /** What the law answers if the item is about it, whatever the member has said. */
  readonly supposed: MeetingResult;
}

export interface OpenQuestions {
  /** The next question to the member; null when no answer of theirs could change what they must do. */
  readonly forMember: InterviewFact | null;
  /** Facts that others give: whether it is a planning matter, whether a dispensation reaches it. */
  readonly forOthers: readonly FactName[];
}

/** One item, with the interests that may touch it. None is "nothing found", never "no interest". */
export interface BriefedItem {
  readonly item: AgendaItem;
  /** What is known of the item and the person, without an interest. */
  readonly facts: MeetingFacts;
  readonly touches: readonly Touch[];
  /** The text is so long that only its beginning was compared. */
  readonly comparedInPart: boolean;
  /** What the law says to this person of this item even without an interest: an education co-optee's vote. */
  readonly withoutInterest: MeetingResult;
}

/** What one member is told before one meeting. */
export interface Briefing {
  readonly kind: 'briefing';
  readonly meeting: Meeting;
  readonly bodyName: string;
  readonly bodyKind: BodyKind | undefined;
  readonly memberId: string;
  /** In which the member is in office on the meeting’s day. */
  readonly term: TermOfOffice;
  /** Whether the member has a seat on the body; others may attend and are bound all the same. */
  readonly sitsOnBody: boolean;
  readonly items: readonly BriefedItem[];
  /** How many interests were held against the agenda. */
  readonly interestsCompared: number;
  readonly agendaRevision: number;
  readonly registerVersion: string;
  /** The law on the meeting’s day, by which this was worked out. */
  readonly rulebook: Rulebook;
  readonly matcherVersion: string;
  /** The code that was in force on the day; undefined where none was adopted. */
  readonly code: string | undefined;
}

/** Why there is no briefing. */
export type NoBriefing = { readonly kind: 'not-found' } | { readonly kind: 'not-in-office' } | NotEncoded;
