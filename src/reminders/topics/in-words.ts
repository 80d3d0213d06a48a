import { addDays, ALL_RULES, civilDate, england } from '../../law/index.js';
import { londonWallClock } from '../../platform/clock/index.js';
import type { Reminder } from '../reminder.entity.js';
import {
  AFTER_DISCLOSURE,
  AFTER_DISCLOSURE_OVERDUE,
  CODES_ON_A_CHANGE,
  CODES_ON_GIFTS,
  CODES_ON_TAKING_OFFICE,
  CONFIRMATION,
  DISPENSATION_ENDS,
  MEETING_CANCELLED,
  NOTICES_CLOSED,
  SENSITIVE_REVIEW,
  TAKING_OFFICE_OVERDUE,
} from './rules.js';

/** What a reminder is for, in words for the officer who asks why it was sent. */
export interface TopicWords {
  /** A heading: what it is about. */
  readonly about: string;
  /** A sentence: why somebody is told. */
  readonly why: string;
  /** The provision that it follows from; null where it is a practice and no law. */
  readonly citation: string | null;
  /** Whether an Act lays down the duty that it reminds of. */
  readonly statutory: boolean;
}

/** What is said of a rule; the citation is that of the rule of law, where one of that id is encoded. */
interface Said {
  readonly about: string;
  readonly why: string;
  /** The rule of law that it follows from, where its own name is none. */
  readonly follows?: { readonly id: string };
  readonly statutory?: true;
}

const ON_TAKING_OFFICE_BY_A_CODE: Said = {
  about: 'Registering interests on taking office, by the code of conduct',
  why: 'The council’s code asks for interests to be registered within days of its own, beside those of the Act.',
};
const A_CHANGE_BY_A_CODE: Said = {
  about: 'Registering a new or changed interest, by the code of conduct',
  why: 'The council’s code asks for a new interest to be registered within days of becoming aware of it, and one was declared at a meeting and not notified.',
};
const A_GIFT_BY_A_CODE: Said = {
  about: 'Registering a gift or hospitality, by the code of conduct',
  why: 'The council’s code asks for gifts to be registered within days of receipt, and one was written down and not sent.',
};

const SAID: Readonly<Record<string, Said>> = {
  [england.s30_1.id]: {
    about: 'Notifying interests on taking office',
    why: 'A new member has 28 days to notify the monitoring officer, and no whole notification has been received.',
    statutory: true,
  },
  [AFTER_DISCLOSURE]: {
    about: 'Notifying an interest that was disclosed at a meeting',
    why: 'An interest that was disclosed at a meeting and is not registered must be notified within 28 days, and no notification of it has been received.',
    statutory: true,
  },
  ...Object.fromEntries(CODES_ON_TAKING_OFFICE.map((id) => [id, ON_TAKING_OFFICE_BY_A_CODE])),
  ...Object.fromEntries(CODES_ON_A_CHANGE.map((id) => [id, A_CHANGE_BY_A_CODE])),
  ...Object.fromEntries(CODES_ON_GIFTS.map((id) => [id, A_GIFT_BY_A_CODE])),
  briefing: {
    about: 'A meeting to come',
    why: 'The member is expected at the meeting, and the briefing says which items may touch their interests.',
  },
  [MEETING_CANCELLED]: {
    about: 'A meeting that was cancelled',
    why: 'The member was told of the meeting before, and it will not take place.',
  },
  [CONFIRMATION]: {
    about: 'The regular confirmation of the register',
    why: 'The council asks its members to confirm regularly that the register is right. No Act asks for it.',
  },
  [DISPENSATION_ENDS]: {
    about: 'A dispensation that ends',
    why: 'A dispensation lifts nothing after its last day, and another takes time to decide.',
    follows: england.notRetrospective,
  },
  [SENSITIVE_REVIEW]: {
    about: 'The review of a sensitive interest',
    why: 'The day has come near, or has come, on which an agreement on a sensitive interest was to be looked at again.',
  },
  [TAKING_OFFICE_OVERDUE]: {
    about: 'A member from whom no notification on taking office has been recorded',
    why: 'The last day has passed and no whole notification has been recorded. That is no breach by itself: only those who hold an interest must notify it.',
    follows: england.s30_1,
    statutory: true,
  },
  [AFTER_DISCLOSURE_OVERDUE]: {
    about: 'A member from whom no notification after a disclosure has been recorded',
    why: 'The last day to notify an interest that was disclosed at a meeting has passed, and no notification of it has been recorded.',
    follows: england.s31_3,
    statutory: true,
  },
  [NOTICES_CLOSED]: {
    about: 'Public participation: the time for notices is over',
    why: 'The clerk can tell now who has given notice to speak at the meeting.',
  },
};

const UNKNOWN = (rule: string): Said => ({
  about: rule,
  why: 'This version of the program does not know it.',
});

/** The words for a reminder's rule. A rule of another version of the program is named as it stands. */
export function topicInWords(rule: string): TopicWords {
  const { about, why, follows, statutory }: Said = SAID[rule] ?? UNKNOWN(rule);
  const law = ALL_RULES.find(({ id }) => id === (follows?.id ?? rule));
  return { about, why, citation: law?.citation.text ?? null, statutory: statutory ?? false };
}

const STEPS: Readonly<Record<string, string>> = {
  'agenda-published': 'When the agenda was ready',
  'days-before': 'Some days before',
  'three-days-before': 'Three days before',
  'evening-before': 'The evening before',
  'morning-of': 'On the morning',
  'last-day': 'The last day',
  'on-the-day': 'On the day',
  overdue: 'When the last day had passed',
  'notices-closed': 'When notices had closed',
  cancelled: 'When it was cancelled',
};

/** The name of a step in words. */
export function stepInWords(step: string): string {
  const [, day] = /^day-(\d+)$/.exec(step) ?? [];
  const [, weeks] = /^week-(\d+)-after$/.exec(step) ?? [];
  const [, days] = /^(\d+)-days-before-end$/.exec(step) ?? [];
  if (/^by-hand-\d+$/.test(step)) return 'Sent by hand';
  if (day !== undefined) return day === '28' ? 'Day 28, the last day' : `Day ${day} of 28`;
  if (weeks !== undefined) return `${weeks} ${weeks === '1' ? 'week' : 'weeks'} after the last day`;
  if (days === '0') return 'On the last day';
  if (days !== undefined) return `${days} ${days === '1' ? 'day' : 'days'} before the last day`;
  return STEPS[step] ?? step;
}

/** What is needed of a reminder to name its step by the clock that it is counted by. */
type ByItsClock = Pick<Reminder, 'rule' | 'step' | 'edition' | 'dueAt'>;

const BY_A_CODE: ReadonlySet<string> = new Set([
  ...CODES_ON_TAKING_OFFICE,
  ...CODES_ON_A_CHANGE,
  ...CODES_ON_GIFTS,
]);

/**
 * The name of a reminder's step in words. Day 28 is the last day only where nobody may argue for a later one: on taking
 * office the days may be counted from polling day, and a code leaves open whether its first day counts.
 */
export function stepOfReminderInWords(reminder: ByItsClock): string {
  const { rule, step } = reminder;
  const words = stepInWords(step);
  if (BY_A_CODE.has(rule)) {
    if (step === 'day-28') return 'Day 28, the last day to be safe';
    return step === 'last-day' ? 'The latest last day that can be argued for' : words;
  }
  if (!isFromPollingDay(reminder)) return words;
  return `${step === 'day-28' ? 'Day 28' : words}, counted from polling day`;
}

/** The edition is the legal last day: day 28 of a clock that began earlier comes before it. */
function isFromPollingDay({ rule, step, edition, dueAt }: ByItsClock): boolean {
  const [, day] = /^day-(\d+)$/.exec(step) ?? [];
  if (rule !== england.s30_1.id || day === undefined) return false;
  return addDays(civilDate(londonWallClock(dueAt).date), 28 - Number(day)) < edition;
}
