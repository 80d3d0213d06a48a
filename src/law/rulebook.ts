import type { Conclusion, Finding, MeetingAnswer, NotEncoded, Reason } from './conclusion.js';
import type { FactName } from './fact-name.js';
import type {
  Category,
  HeldBy,
  InterestFacts,
  MeetingFacts,
  RegisterCategory,
  Restriction,
  Supposition,
  TakingOfficeFacts,
} from './facts.js';
import type { GiftAnswer, GiftFacts, GiftThreshold } from './england/codes/gifts.js';
import type { BodyFacts } from './england/codes/lga-model-2020/table-2-bodies.js';
import type { RegistrationFacts } from './england/codes/registration.js';
import type { LocalTime, PublicParticipationFacts } from './england/public-participation.js';
import type { KeepEntryFacts } from './england/localism-act-2011/s29-3-keep-the-entry.js';
import type { EntryFacts, PublicVersion } from './england/localism-act-2011/s32-2-public-version.js';
import type { AddressPracticeFacts } from './england/localism-act-2011/s32a-before-commencement.js';
import type { CivilDate } from './time/civil-date.js';
import type { WithinDaysOf } from './time/counting.js';

/** A period of civil days, both ends included; without an end it still runs. */
export interface Period {
  readonly from: CivilDate;
  readonly to?: CivilDate | undefined;
}

/** What an authority has adopted, and when: data, from the authority's own records. */
export interface Adopted {
  readonly jurisdiction: 'england';
  /** Codes of conduct. An empty list says that no code is in play, and statute alone answers. */
  readonly codes: readonly ({ readonly code: string } & Period)[];
  /**
   * When standing orders sent members with a disclosable pecuniary interest out of the room (s.31(10)); an empty list
   * says that they never did.
   */
  readonly standingOrdersExclude: readonly Period[] | 'unknown';
  readonly executiveArrangements?: boolean | undefined;
  /** The authority's own figures for registering gifts; none where the code's figure stands. */
  readonly giftThresholds?: readonly (GiftThreshold & Period)[] | undefined;
  /** The day on which s.32A began, as an administrator has entered it; absent while that is not known. */
  readonly residentialAddressesFrom?: CivilDate | undefined;
}

/** The 28 days of s.30(1). */
export interface Clock {
  readonly startsOn: CivilDate;
  /** The legal last day, inclusive. */
  readonly lastDay: CivilDate;
  /** The earlier arguable first day, such as polling day, where one is recorded; otherwise the legal one. */
  readonly chaseFrom: CivilDate;
  /** The last day counted from `chaseFrom`: remind by this one. */
  readonly chaseBy: CivilDate;
}

/** A heading of the register that a person must be asked about, and whose interest under it. */
export interface Asked {
  readonly category: RegisterCategory;
  readonly heldBy: HeldBy;
}

export interface TakingOffice {
  readonly conclusion: Conclusion;
  /** Null when the duty cannot arise or its first day is unknown. */
  readonly clock: Clock | null;
  /** How what was received stands to the last day; null when nothing that had to be notified was received. */
  readonly received: 'in-time' | 'late' | null;
  /** What the person has not answered: not "nothing", and not a breach. */
  readonly unanswered: readonly Asked[];
}

export interface Prescribed {
  readonly category: Category;
  /** Is it a disclosable pecuniary interest? */
  readonly finding: Finding<boolean>;
}

/**
 * A rule that stands beside the interest rules and touches a matter all the same: education representatives,
 * council-tax arrears, the party whip. No dispensation under s.33 reaches it.
 */
export interface Overlay {
  readonly rule: string;
  readonly vote: Finding<boolean>;
  /** Must something be declared under it? Absent where it asks for no declaration. */
  readonly declare?: Finding<boolean>;
}

/** What one more dispensation could relieve. */
export interface Relievable {
  readonly restriction: Restriction;
  /** The combined answer as it would be with it. */
  readonly would: MeetingAnswer;
  /** The grounds of s.33(2). Null where only the code bars it: then the power to dispense is the code's own. */
  readonly grounds: OpenGrounds | null;
}

/** Of each ground of s.33(2), whether the authority may grant a dispensation on it. */
export type OpenGrounds = Readonly<Record<Ground, Finding<boolean>>>;

/** The grounds of s.33(2), by their letters. */
export type Ground = 'a' | 'b' | 'c' | 'd' | 'e';

/** The combined answer: each layer's own, and the strictest of them. */
export interface MeetingResult {
  /** Does s.31 apply to this person, interest and matter at all? */
  readonly engaged: Finding<boolean>;
  readonly byLaw: MeetingAnswer;
  /** Null when no code is in play. */
  readonly byCode: MeetingAnswer | NotEncoded | null;
  readonly overlays: readonly Overlay[];
  readonly effective: MeetingAnswer;
  /** Warnings that bar nothing, such as the appearance of bias. */
  readonly advice: readonly Reason[];
  /** The facts that were supposed, not known: the words must say "if". */
  readonly supposing: readonly (keyof Supposition)[];
}

/** A version of a rule, kept with what was told to people as evidence. */
export interface RuleVersion {
  readonly rule: string;
  readonly inForceFrom: CivilDate;
}

export interface RequiredCategory {
  readonly category: RegisterCategory;
  /** False where only the member's own counts, as with sponsorship. */
  readonly asksPartner: boolean;
}

/** The law of one authority on one day. */
export interface Rulebook {
  readonly kind: 'rulebook';
  readonly on: CivilDate;
  readonly versions: readonly RuleVersion[];
  /** Is a notification owed on taking office, by when, and was it in time? Asked about the rulebook's day. */
  takingOffice(facts: TakingOfficeFacts): TakingOffice;
  /** Is this interest of a prescribed description, and does it count? */
  prescribed(facts: InterestFacts): Prescribed;
  /** What the person must do about one interest in one matter. Suppose facts to answer "if this item is about …". */
  meeting(facts: MeetingFacts, supposing?: Supposition): MeetingResult;
  /** What a dispensation could relieve, each restriction by itself; empty where nothing that it reaches stands. */
  relief(facts: MeetingFacts): readonly Relievable[];
  /** The next fact to ask for: one whose answer could change what the person must do. Null when none could. */
  nextQuestion(facts: MeetingFacts): FactName | null;
  /** Is the home address left out of the public register: by s.32A where it is in force, else by local practice? */
  homeAddressWithheld(facts: AddressPracticeFacts): Finding<boolean>;
  /** The categories to ask every member about: the seven of the Act, then those that the code adds. */
  requiredCategories(): readonly RequiredCategory[];
  /** Must a place in this body be registered? Null where the code has no such heading. */
  otherBody(facts: BodyFacts): Finding<boolean> | null;
  /**
   * Must this gift be registered, and by when? By the authority's figure of the day on which it was received. Null where
   * the code says nothing of gifts.
   */
  gift(facts: Omit<GiftFacts, 'threshold'>): GiftAnswer | null;
  /**
   * By when the code has an interest registered that is held on taking office: its own duty, beside s.30. Null where the
   * code has no such rule.
   */
  onTakingOffice(facts: RegistrationFacts): Finding<WithinDaysOf | null> | null;
  /**
   * By when a new or changed interest must be notified, outside a meeting. The Act sets no day; a code may. Null where
   * the code has no such rule.
   */
  aChange(facts: RegistrationFacts): Finding<WithinDaysOf | null> | null;
  /**
   * The moment, as clocks in London show it, by which somebody gives notice of wanting to speak at a meeting. Null where
   * the council has no such practice that is known here.
   */
  noticeToSpeak(facts: PublicParticipationFacts): Finding<LocalTime> | null;
  /** What the public register may show of an entry, and whether it may say that details are withheld (s.32(2)). */
  publicVersion(facts: EntryFacts): PublicVersion;
  /** Must the entry be kept in the register? (s.29(3)) */
  keepEntry(facts: KeepEntryFacts): Finding<boolean>;
}

/** Suppose that the item is about the interest and that the member, told so, is there: for a match of words. */
export const IF_THE_ITEM_IS_ABOUT_IT: Supposition = {
  present: true,
  interestIsInTheMatter: true,
  memberAwareItIs: true,
  relation: 'directly-relates',
};
