import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import type { ParishPublication, RegisterPractice, RegisterSettings } from '../../../authorities/index.js';
import { civilDate, type CivilDate } from '../../../law/index.js';
import { dateInWords, moneyInWords, withheldInWords } from '../../../wording/index.js';
import type { FormState, Words } from '../../form/index.js';

type Figure = Awaited<ReturnType<RegisterSettings['giftThresholds']>>[number];

/** At most four years, the length of a term; in whole months. */
const MONTHS = /^([1-9]|[1-3]\d|4[0-8])$/;
/** Empty, or an address of the web. */
export const WEB_ADDRESS = /^(https?:\/\/[^\s/]+\.[^\s]+)?$/;

export class SettingsForm {
  @IsIn(['yes', 'no'], { message: 'Choose whether the public page names members who are overdue' })
  namesOverdue: 'yes' | 'no';

  @IsIn(['yes', 'no'], { message: 'Choose whether home addresses are left out' })
  withholdsHomeAddresses: 'yes' | 'no';

  @Matches(MONTHS, { message: 'Enter a number of months from 1 to 48' })
  confirmEveryMonths: string;

  @IsOptional()
  @MaxLength(300, { message: 'The place must be described in 300 characters or less' })
  inspectionPlace?: string;

  @IsOptional()
  @Matches(WEB_ADDRESS, {
    message: 'Enter a web address that begins with https://, like https://www.example.org',
  })
  @MaxLength(500, { message: 'The web address must be 500 characters or less' })
  parishWebsite?: string;
}

/** What the page is made of. */
export interface KnownOfPractice {
  readonly practice: RegisterPractice;
  readonly isParish: boolean;
  /** The day on which s.32A begins, once it is known here. */
  readonly commencesOn: CivilDate | undefined;
  readonly figures: readonly Figure[];
  /** The newest first. */
  readonly seen: readonly ParishPublication[];
}

/** The settings that were sent. What a page does not ask about stays as it is. */
export function practiceIn(form: SettingsForm, { practice, isParish }: KnownOfPractice): RegisterPractice {
  return {
    namesOverdue: form.namesOverdue === 'yes',
    withholdsHomeAddresses: form.withholdsHomeAddresses === 'yes',
    confirmEveryMonths: Number(form.confirmEveryMonths),
    inspectionPlace: orNull(form.inspectionPlace),
    parishWebsite: isParish ? orNull(form.parishWebsite) : practice.parishWebsite,
  };
}

const orNull = (words: string | undefined): string | null =>
  words === undefined || words === '' ? null : words;

export const wordsOfPractice = (practice: RegisterPractice): Words => ({
  namesOverdue: practice.namesOverdue ? 'yes' : 'no',
  withholdsHomeAddresses: practice.withholdsHomeAddresses ? 'yes' : 'no',
  confirmEveryMonths: String(practice.confirmEveryMonths),
  inspectionPlace: practice.inspectionPlace ?? '',
  parishWebsite: practice.parishWebsite ?? '',
});

export interface PracticeView {
  readonly title: string;
  readonly backHref: string;
  readonly isParish: boolean;
  /** What s.32A makes of the practice on home addresses, today or later. */
  readonly law: string;
  readonly statement: string;
  readonly figures: readonly string[];
  readonly seen: readonly { readonly url: string; readonly on: string }[];
  readonly button: string;
  readonly form: FormState;
}

export function practiceView(known: KnownOfPractice, today: CivilDate, form: FormState): PracticeView {
  return {
    title: 'How the register is kept and published',
    backHref: '/officer',
    isParish: known.isParish,
    law: lawOnHomes(known.commencesOn, today),
    statement: withheldInWords('practice'),
    figures: known.figures.map(figureInWords),
    seen: known.seen.map(({ url, seenOn }) => ({ url, on: dateInWords(civilDate(seenOn)) })),
    button: 'Save',
    form,
  };
}

function lawOnHomes(from: CivilDate | undefined, today: CivilDate): string {
  if (from === undefined)
    return 'Section 32A of the Localism Act 2011, which will do this by law, has no commencement day here yet.';
  return from <= today
    ? `Section 32A of the Localism Act 2011 does this by law since ${dateInWords(from)}, so this setting changes nothing today.`
    : `Section 32A of the Localism Act 2011 does this by law from ${dateInWords(from)}. Until then this setting counts.`;
}

/** '£50 or more, from 1 April 2017 to 31 March 2018'. */
function figureInWords({ pence, registers, fromOn, toOn }: Figure): string {
  const amount = moneyInWords(pence);
  const figure = registers === 'at-least' ? `${amount} or more` : `more than ${amount}`;
  const from = `from ${dateInWords(civilDate(fromOn))}`;
  return toOn === null ? `${figure}, ${from}` : `${figure}, ${from} to ${dateInWords(civilDate(toOn))}`;
}
