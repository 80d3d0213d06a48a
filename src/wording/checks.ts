/**
 * What the officer’s checks ask of the record: questions, never findings of fault. {member}, {other}, {meeting}, {item},
 * {day} and {lastDay} are places for names.
 */
interface CheckWords {
  readonly title: string;
  /** What the check looks for, in one sentence. */
  readonly looksFor: string;
  readonly asks: string;
}

const CHECKS = {
  'matched-not-declared': {
    title: 'A registered interest matched an item, and nothing was declared',
    looksFor:
      'Words of an interest of somebody who was there stand in an item, and no declaration for it was recorded.',
    asks: 'Was {item} of {meeting} about an interest of {member}? If it was, was it declared and not recorded?',
  },
  'declared-not-registered': {
    title: 'Declared at a meeting, and not registered',
    looksFor:
      'A disclosable pecuniary interest was disclosed to a meeting, and nobody has notified it since.',
    asks: 'Has {member} told the monitoring officer of the interest that they declared at {meeting}? The last day is {lastDay}.',
  },
  'took-part-with-interest': {
    title: 'A prescribed interest, and the record of taking part',
    looksFor:
      'Somebody with a disclosable pecuniary interest is recorded in a vote, or as saying that they would speak, and no dispensation is known to allow it.',
    asks: 'Is the record of {member} on {item} of {meeting} right? If it is, is there a dispensation that is not recorded here?',
  },
  'incomplete-declaration': {
    title: 'A declaration without its item or its nature',
    looksFor: 'What was recorded does not say which item, or what the interest is.',
    asks: 'What did {member} declare at {meeting}, and in which item? Can the record be completed?',
  },
  'dispensation-without-interest': {
    title: 'A dispensation that matches no interest',
    looksFor: 'A dispensation is in force, and nothing in the register resembles what it was granted for.',
    asks: 'For which interest was the dispensation of {member} granted, and is that interest registered?',
  },
  'dispensation-lapsed': {
    title: 'A dispensation that has ended',
    looksFor:
      'A dispensation is over, and an item that it reached, or one that names the same interest, came before a meeting afterwards.',
    asks: 'Does {member} know that their dispensation ended on {day}? Do they wish to ask for another?',
  },
  'entry-unconfirmed': {
    title: 'An entry older than a year that nobody confirmed',
    looksFor: 'Something was entered more than a year ago, and was neither changed nor confirmed since.',
    asks: 'Is what the register holds of {member} still right?',
  },
  'nothing-declared': {
    title: 'Nothing heard for two years',
    looksFor:
      'Somebody is in office for two years or more with meetings to attend, and nothing was notified, confirmed or declared.',
    asks: 'Has {member} anything to register or declare? Nothing was heard since {day}.',
  },
  'household-differs': {
    title: 'Two members of one household whose entries differ',
    looksFor:
      'One lists an interest as their partner’s, or a home, that the register of the other does not hold.',
    asks: 'Do {member} and {other} live as partners? If they do, does one of them have something to add?',
  },
  'review-overdue': {
    title: 'The review of a sensitive interest is overdue',
    looksFor: 'The day on which an agreed interest was to be looked at again has passed.',
    asks: 'Do {member} and the monitoring officer still both consider the interest sensitive? It was to be looked at again by {lastDay}.',
  },
  'late-agenda': {
    title: 'An agenda with too few clear days',
    looksFor: 'Fewer clear days lie between the issue of an agenda and its meeting than the Act asks for.',
    asks: 'Was {meeting} called at shorter notice, or is the day of issue that was read, {day}, wrong?',
  },
  'declaration-count': {
    title: 'ModernGov counts other declarations than we do',
    looksFor:
      'The number of declarations that ModernGov tells of a meeting differs from those recorded here.',
    asks: 'Which declarations at {meeting} are recorded in one place and not in the other?',
  },
  'company-officer': {
    title: 'A company officer who may be a member',
    looksFor:
      'The name of an officer of a company resembles a member’s, and the company is not in their register.',
    asks: 'Is this officer {member}, or somebody else of that name? If it is, should the company be registered?',
  },
} as const satisfies Readonly<Record<string, CheckWords>>;

type CheckName = keyof typeof CHECKS;

export const checkInWords = (check: CheckName): CheckWords => CHECKS[check];
export const askedBy = (check: CheckName): string => CHECKS[check].asks;

/** A question with its places filled; one that nothing fills is left out of the sentence as 'an unknown …'. */
export function checkQuestion(asks: string, places: Readonly<Record<string, string | undefined>>): string {
  const words = asks.replace(/\{(\w+)\}/g, (_, place: string) => places[place] ?? UNKNOWN[place] ?? '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const UNKNOWN: Readonly<Record<string, string>> = {
  member: 'a member',
  other: 'another member',
  meeting: 'a meeting',
  item: 'an item',
  day: 'a day that is not known',
  lastDay: 'not known',
};

/** Of each tag, what it says under the question. */
const TAGS = {
  'cannot-tell': 'Cannot tell',
  'attendance-not-recorded': 'Whether they were there was not recorded',
  'member-said-so': 'The member answered that the item is about it, or affects it',
  'words-match': 'The words match; whether the item is about it, the member has not said',
  'disclosure-cannot-be-told': 'Whether the law or the code asks for a declaration waits for a fact',
  'clock-running': 'Time is left',
  'clock-ends-soon': 'The last day is near',
  'clock-over': 'The last day has passed',
  'register-not-asked': 'A clerk recorded it; nobody said whether it is in the register',
  voted: 'Recorded as voting',
  abstained: 'Recorded as abstaining',
  'there-at-a-vote': 'Recorded as in the room while a vote was counted in numbers',
  'said-would-take-part': 'Recorded as saying that they would take part',
  'said-would-speak': 'Recorded as saying that they would speak and leave',
  'dispensation-may-reach': 'Has a dispensation; nobody said yet whether it reaches this item',
  declared: 'Declared in this item',
  'no-nature': 'Its nature is not recorded',
  'nature-says-nothing': 'The words recorded do not say what the interest is',
  'no-specific-item': 'No item of business is named',
  'item-withdrawn': 'The item is no longer on the agenda',
  'withheld-without-agreement': 'The nature is withheld, and no agreement that it is sensitive is known',
  'no-interest-held': 'The register holds no interest of the member',
  'no-interest-matches': 'No interest of the member resembles what it was granted for',
  'item-after-its-end': 'An item that it reaches came up after its last day',
  'interest-met-again': 'An item after its last day names the interest that it was granted for',
  'same-home': 'Both register the same home',
  'named-as-partner': 'One names the other in a partner’s interest',
  'partners-interest-missing': 'Listed as a partner’s by one, and not by the other',
  'home-missing': 'A home that one lists and the other does not',
  'by-working-days-alone': 'Enough by calendar days, too few by working days',
  'parish-notice': 'Three clear days, for a parish council',
  'more-there': 'ModernGov counts more',
  'more-here': 'More are recorded here',
  likely: 'Likely the same person',
  possible: 'Possibly the same person',
  'only-the-name': 'Only the name is alike',
  'same-person': 'Decided: the same person',
  'member-asked': 'Decided: ask the member',
  resigned: 'Has resigned since',
} as const;

export const checkTagInWords = (tag: keyof typeof TAGS): string => TAGS[tag];
