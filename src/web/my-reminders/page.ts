import { Transform } from 'class-transformer';
import { IsIn } from 'class-validator';
import type { Authority } from '../../authorities/index.js';
import {
  stepOfReminderInWords,
  topicInWords,
  WISH_KINDS,
  type ReminderPractice,
  type WishKind,
} from '../../reminders/index.js';
import type { FormState, Words } from '../form/index.js';
import { instantInWords } from '../page/index.js';
import { kindExplained, kindInWords } from './kinds.js';
import { isUnreachable, outcomeInWords } from './outcomes.js';
import type { ToldOf, ToldOfAll } from './told-of.js';

/** The kinds of reminders that a member wants. */
export class WishesForm {
  // One box that is ticked posts text, several a list, none nothing.
  @Transform(({ value }: { value: unknown }) => [value ?? []].flat())
  @IsIn(WISH_KINDS, { each: true, message: 'Select reminders from this list only' })
  wanted: WishKind[] = [];
}

export function wordsOf(off: ReadonlySet<WishKind>): Words {
  return { wanted: WISH_KINDS.filter((kind) => !off.has(kind)) };
}

/** Those that are not wanted. */
export function offBy({ wanted }: WishesForm): ReadonlySet<WishKind> {
  return new Set(WISH_KINDS.filter((kind) => !wanted.includes(kind)));
}

/** What the page is drawn from. */
export interface MyReminders {
  readonly authority: Pick<Authority, 'name'>;
  readonly email: string | null;
  readonly practice: ReminderPractice;
  readonly told: ToldOfAll;
}

/** One reminder in a list. */
interface Row {
  readonly about: string;
  readonly meeting: { readonly text: string; readonly href: string } | undefined;
  readonly says: string;
}

export function myRemindersView(known: MyReminders, form: FormState, done: unknown): object {
  const { authority, email, practice, told } = known;
  const { newest } = told;
  return {
    title: 'My reminders',
    backHref: '/my',
    banner: done === 'saved' ? { text: 'Your choice is saved.', success: true } : undefined,
    button: 'Save',
    authorityName: authority.name,
    email,
    unreachable: email !== null && newest?.toAddress === email && isUnreachable(newest),
    paused: practice.pausedAt !== null,
    kinds: WISH_KINDS.map((value) => ({
      value,
      text: kindInWords(value),
      hint: { text: kindExplained(value, practice) },
    })),
    form,
    planned: told.planned.map((one) => rowOf(one, `planned for ${instantInWords(one.at)}.`)),
    lately: told.lately.map((one) => rowOf(one, outcomeInWords(one.reminder, one.message))),
  };
}

function rowOf({ reminder, meeting }: ToldOf, what: string): Row {
  return {
    about: topicInWords(reminder.rule).about,
    meeting: meeting && { text: meeting.words, href: `/my/meetings/${meeting.id}` },
    says: `${stepOfReminderInWords(reminder)}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  };
}
