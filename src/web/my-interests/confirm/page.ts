import { IsIn } from 'class-validator';
import type { CivilDate } from '../../../law/index.js';
import type { ConfirmationDue, OpenedEntry } from '../../../register/index.js';
import { categoryInWords, dayAndDateInWords } from '../../../wording/index.js';
import { blankForm, type FormState } from '../../form/index.js';
import { inFull } from '../../notify-interests/interest/kinds.js';
import { WHOSE } from '../whose.js';

export class ConfirmForm {
  @IsIn(['yes'], { message: 'Confirm that all of it is right' })
  allRight: 'yes';
}

/** What a member is shown when it is time to confirm. */
export interface ConfirmationPrompt {
  readonly says: string;
  readonly overdue: boolean;
  readonly href: string;
}

export const CONFIRM_PATH = '/my/interests/confirm';

export function confirmationPrompt(due: ConfirmationDue | undefined): ConfirmationPrompt | undefined {
  if (due === undefined || due.state === 'not-yet') return undefined;
  const day = dayAndDateInWords(due.lastDay);
  const overdue = due.state === 'overdue';
  return {
    says: overdue
      ? `Your council asked you to confirm by ${day} that the register is right. This is its practice, and no law.`
      : `Your council asks you to confirm by ${day} that the register is right. This is its practice, and no law.`,
    overdue,
    href: CONFIRM_PATH,
  };
}

export interface ConfirmView {
  readonly title: string;
  readonly backHref: string;
  readonly form: FormState;
  readonly button: string;
  /** What the person sees, by the ids of its entries: what was changed meanwhile is not confirmed unseen. */
  readonly seen: string;
  readonly groups: readonly { readonly name: string; readonly lines: readonly string[] }[];
  readonly pending: number;
  readonly practice: string;
  readonly banner: { readonly text: string } | undefined;
}

/** What a confirmation is about. */
export interface Confirmed {
  readonly entries: readonly OpenedEntry[];
  /** How much was told and is not entered yet. */
  readonly pending: number;
  readonly everyMonths: number;
  readonly lastDay: CivilDate | undefined;
}

const CHANGED = {
  text: 'The register was changed after you opened this page. This is what it holds now: look at it again.',
};

export function confirmView(about: Confirmed, form: FormState = blankForm(), changed = false): ConfirmView {
  const { entries, pending, everyMonths, lastDay } = about;
  const categories = [...new Set(entries.map(({ entry }) => entry.category))];
  const by = lastDay === undefined ? '' : ` It is asked for by ${dayAndDateInWords(lastDay)}.`;
  return {
    title: 'Confirm that all is right',
    backHref: '/my/interests',
    form,
    button: 'Confirm',
    seen: seenOf(entries),
    groups: categories.map((category) => ({
      name: categoryInWords(category).name,
      lines: entries
        .filter(({ entry }) => entry.category === category)
        .map(({ entry, details }) => `${inFull(details)} (${WHOSE[entry.heldBy].toLowerCase()})`),
    })),
    pending,
    practice: `Your council asks its members every ${monthsInWords(everyMonths)} to confirm what the register holds. This is its practice, and no law: not doing it is no offence.${by}`,
    banner: changed ? CHANGED : undefined,
  };
}

/** What the register holds of a member, as a mark that changes whenever it does. */
export const seenOf = (entries: readonly OpenedEntry[]): string =>
  entries
    .map(({ entry }) => entry.id)
    .sort()
    .join(' ');

function monthsInWords(months: number): string {
  if (months === 12) return 'year';
  if (months % 12 === 0) return `${months / 12} years`;
  return months === 1 ? 'month' : `${months} months`;
}
