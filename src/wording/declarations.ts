import type { MeetingInterest } from '../law/index.js';

type DisclosedKind = NonNullable<MeetingInterest['kind']>;
type Intention = 'leaves' | 'speaks-and-leaves' | 'stays-silent' | 'takes-part';

const KINDS: Readonly<Record<DisclosedKind, string>> = {
  dpi: 'disclosable pecuniary interest',
  odi: 'other disclosable interest',
  'other-body-membership': 'interest as a member of another authority or public body',
  ori: 'other registerable interest',
  nri: 'non-registerable interest',
};

/** 'disclosable pecuniary interest'. */
export const disclosedKindInWords = (kind: DisclosedKind): string => KINDS[kind];

const I_WILL: Readonly<Record<Intention, string>> = {
  leaves: 'I will leave the room while it is considered.',
  'speaks-and-leaves': 'I will speak, and then leave the room.',
  'stays-silent': 'I will stay, and will not speak or vote on it.',
  'takes-part': 'I will take part.',
};

const SAID: Readonly<Record<Intention, string>> = {
  leaves: 'Said they would leave the room',
  'speaks-and-leaves': 'Said they would speak and then leave the room',
  'stays-silent': 'Said they would stay without speaking or voting',
  'takes-part': 'Said they would take part',
};

/** 'I will leave the room …', as the member says it. */
export const intentionInWords = (intends: Intention): string => I_WILL[intends];
/** 'Said they would leave the room', as others read it. */
export const saidIntentionInWords = (intends: Intention): string => SAID[intends];

/** What the public reads in the place of the nature of an interest. */
export const notToldInWords = (why: 's32' | 'not-shown'): string =>
  why === 's32' ? 'Details withheld (Localism Act 2011 s.32)' : 'The details are not shown';

/** The line of the agenda as it is called in the room: 'item 5, Family Support Contract'. */
export function itemAloud(item: {
  readonly number: string | null;
  readonly title: string;
  readonly restricted: boolean;
}): string {
  const title = item.restricted ? undefined : item.title;
  if (item.number === null)
    return title === undefined ? 'an item that is not open to the public' : `the item “${title}”`;
  return title === undefined ? `item ${item.number}` : `item ${item.number}, ${title}`;
}

/** What a declaration needs to be said. */
export interface ToSayAloud {
  readonly kind: DisclosedKind;
  /** As `itemAloud` gives it. */
  readonly item: string;
  /** Absent where it is withheld. */
  readonly nature: string | undefined;
  /** Agreed to be sensitive: only then need the nature not be said (s.32(3)). */
  readonly agreedSensitive: boolean;
  readonly intends: Intention | null;
}

/** The sentence to say aloud at the meeting. */
export function declarationAloud({ kind, item, nature, agreedSensitive, intends }: ToSayAloud): string {
  const has = `I have ${article(KINDS[kind])} ${KINDS[kind]} in ${item}`;
  const sentences = [
    `${has}${nature === undefined ? '.' : because(nature)}`,
    ...(agreedSensitive ? ['Its details are sensitive under section 32 of the Localism Act 2011.'] : []),
    ...(intends === null ? [] : [I_WILL[intends]]),
  ];
  return sentences.join(' ');
}

/** Words that begin with the member or theirs follow "because"; any others are named after it. */
function because(nature: string): string {
  const words = nature.replace(/[\s.]+$/, '');
  return /^(i|i’m|i'm|i’ve|i've|my|we|our)\b/i.test(words)
    ? `, because ${words}.`
    : `. Its nature is: ${words}.`;
}

const article = (words: string): string => (/^[aeio]/i.test(words) ? 'an' : 'a');

/** The sentence for a party whip, which is no interest. */
export const whipAloud = (item: string, group: string, nature: string): string =>
  `I declare that I am under a party whip of the ${group.replace(/^the /i, '')} on ${item}: ${nature.replace(/[\s.]+$/, '')}.`;

/** The sentence for council tax that is owed: the fact alone. */
export const arrearsAloud = (item: string): string =>
  `Section 106 of the Local Government Finance Act 1992 applies to me on ${item}. I will not vote on it.`;

export const NOTHING_ALOUD = 'I have nothing to declare.';
