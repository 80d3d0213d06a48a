import { IsIn, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { GROUNDS, type Asked, type NotAsked } from '../../dispensations/index.js';
import type { CivilDate, Ground, Point, Reason, Restriction } from '../../law/index.js';
import { lineInWords, notAllowedInWords } from '../../wording/index.js';
import { DateField, type FormError } from '../form/index.js';

export const SCOPES = ['discussion', 'vote', 'both'] as const;
export type Scope = (typeof SCOPES)[number];

/** What is asked for under s.33. The same questions to a member, and to whoever prepares it for several. */
export class AskForm {
  @MaxLength(1000, { message: 'The matter must be 1,000 characters or less' })
  @IsNotEmpty({ message: 'Enter the matter' })
  matter: string;

  @IsIn(SCOPES, { message: 'Choose what the dispensation is to allow' })
  scope: Scope;

  @IsIn([...GROUNDS, 'not-sure'], { message: 'Choose a ground, or that you are not sure' })
  ground: Ground | 'not-sure';

  @DateField({
    enter: 'Enter the first day',
    name: 'The first day',
    mustBe: 'today or in the future',
  })
  from: CivilDate;

  @DateField({ enter: 'Enter the last day', name: 'The last day', mustBe: 'today or in the future' })
  to: CivilDate;

  @MaxLength(2000, { message: 'The reason must be 2,000 characters or less' })
  @IsNotEmpty({ message: 'Enter the reason' })
  reason: string;

  /** send: it was checked. change: back to the questions with the words kept. Otherwise it is shown for checking. */
  @IsOptional()
  step?: string;
}

/** What is asked of the head of paid service: SI 2012/2089 knows no ground and no period. */
export class ExecutiveForm {
  @MaxLength(1000, { message: 'The decision must be 1,000 characters or less' })
  @IsNotEmpty({ message: 'Enter the decision' })
  matter: string;

  @MaxLength(2000, { message: 'The conflict and the reason must be 2,000 characters or less' })
  @IsNotEmpty({ message: 'Enter the conflict and why there should be a dispensation' })
  reason: string;

  @IsOptional()
  step?: string;
}

export function relievesIn(scope: Scope): readonly Restriction[] {
  return scope === 'both' ? ['discussion', 'vote'] : [scope];
}

export function scopeOf(relieves: readonly Restriction[]): Scope | undefined {
  return relieves.length === 2 ? 'both' : relieves[0];
}

export function askedIn(
  form: AskForm | ExecutiveForm,
  agendaItemId?: string,
): Asked & { readonly from: CivilDate | null; readonly to: CivilDate | null } {
  const { matter, reason } = form;
  if (form instanceof ExecutiveForm)
    return { ...{ kind: 'executive-decision', matter, reason }, ...NOTHING_OF_S33 };
  const { scope, ground, from, to } = form;
  return {
    ...{ kind: 'restriction', matter, reason, from, to, agendaItemId },
    relieves: relievesIn(scope),
    ground: ground === 'not-sure' ? null : ground,
  };
}

const NOTHING_OF_S33 = { relieves: [], ground: null, from: null, to: null } as const;

/** Beside which question the law's reason stands. */
const FIELDS: Partial<Record<Point, string>> = {
  'grant-may-not-look-back': 'from',
  'no-ground-is-considered-met': 'ground',
  'ground-d-needs-an-executive': 'ground',
};
/** A date is reached by its first box. */
const hrefOf = (field: string): string =>
  ['from', 'to', 'decidedOn', 'receivedOn'].includes(field) ? `#${field}-day` : `#${field}`;

export const errorAt = (field: string, text: string): FormError => ({ field, href: hrefOf(field), text });

/** Each of the law's reasons beside the question that it is about, with its source. */
export function lawErrors(reasons: readonly Reason[]): FormError[] {
  return reasons.map((reason) =>
    errorAt(FIELDS[reason.point] ?? 'to', notAllowedInWords([reason]).map(lineInWords).join(' ')),
  );
}

/** Why what was asked was not taken, beside the question. */
export function askErrors(refusal: NotAsked): FormError[] {
  switch (refusal.refused) {
    case 'not-allowed':
      return lawErrors(refusal.reasons);
    case 'ends-before-it-begins':
      return [errorAt('to', 'The last day must be the same as or after the first day')];
    case 'no-restriction':
      return [errorAt('scope', 'Choose what the dispensation is to allow')];
    case 'no-such-item':
      return [errorAt('matter', 'The item is on no agenda any more. Describe the matter in your own words')];
    case 'no-executive':
      return [errorAt('matter', 'This council has no executive, so it makes no executive decisions')];
  }
}
