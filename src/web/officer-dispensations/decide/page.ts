import { IsIn, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import {
  DECIDERS,
  decidersOf,
  GROUNDS,
  type Decider,
  type NewDecision,
  type NotDecided,
} from '../../../dispensations/index.js';
import { civilDate, type CivilDate, type Ground } from '../../../law/index.js';
import type { GroundWords } from '../../../wording/index.js';
import { DateField, wordsOfDate, type FormError, type FormState, type Words } from '../../form/index.js';
import {
  askedRows,
  deciderText,
  errorAt,
  groundChoices,
  lawErrors,
  relievesIn,
  scopeOf,
  SCOPES,
  type Row,
  type Scope,
} from '../../my-dispensations/index.js';
import type { KnownOfOne } from '../known.js';

/** What was decided. The questions about a grant are asked of a grant alone; see `decisionIn`. */
export class DecideForm {
  @IsIn(['granted', 'refused'], { message: 'Choose what was decided' })
  outcome: 'granted' | 'refused';

  @IsIn(DECIDERS, { message: 'Choose who decided' })
  decidedBy: Decider;

  @IsOptional()
  bodyId?: string;

  @DateField({
    enter: 'Enter the day of the decision',
    name: 'The day of the decision',
    mustBe: 'today or in the past',
  })
  decidedOn: CivilDate;

  @MaxLength(1000, { message: 'The cases must be 1,000 characters or less' })
  @IsOptional()
  cases?: string;

  @IsOptional()
  scope?: string;

  @IsOptional()
  ground?: string;

  @DateField({ enter: 'Enter the first day', name: 'The first day', optional: true })
  from: CivilDate | undefined;

  @DateField({ enter: 'Enter the last day', name: 'The last day', optional: true })
  to: CivilDate | undefined;

  /** Does it reach the item that it was asked for? */
  @IsOptional()
  reaches?: string;

  @MaxLength(2000, { message: 'The reasons must be 2,000 characters or less' })
  @IsNotEmpty({ message: 'Enter the reasons' })
  reason: string;

  /** Others of the batch for which the same is decided. */
  @IsOptional()
  also?: string | string[];
}

/** The decision, or what is missing for it. What the law wants of a grant is left to the law. */
export function decisionIn(form: DecideForm, { one }: KnownOfOne): NewDecision | readonly FormError[] {
  const { outcome, decidedBy, decidedOn, reason, cases = '' } = form;
  const bodyId = form.bodyId === '' ? undefined : form.bodyId;
  const taken = { decidedBy, decidedOn, reason, bodyId };
  if (outcome === 'refused') return { ...taken, outcome };
  const noCases = cases === '' ? [errorAt('cases', 'Enter the cases in which it has effect')] : [];
  if (one.request.kind === 'executive-decision')
    return noCases.length > 0 ? noCases : { ...taken, outcome, cases, ...LIFTS_NOTHING };
  const scope = SCOPES.find((known) => known === form.scope);
  const ground = GROUNDS.find((known) => known === form.ground) ?? null;
  const { from = null, to = null } = form;
  const errors = [
    ...noCases,
    ...(scope === undefined ? [errorAt('scope', 'Choose what the dispensation allows')] : []),
    ...(from === null ? [errorAt('from', 'Enter the first day')] : []),
    ...(one.request.agendaItemId !== null && form.reaches !== 'yes' && form.reaches !== 'no'
      ? [errorAt('reaches', 'Choose whether it reaches the item')]
      : []),
  ];
  if (scope === undefined || errors.length > 0) return errors;
  return { ...taken, outcome, cases, ground, from, to, relieves: relievesIn(scope) };
}

const LIFTS_NOTHING = { ground: null, relieves: [], from: null, to: null } as const;

/** The others of the batch that were ticked. */
export const alsoIn = ({ also = [] }: DecideForm, { batch }: KnownOfOne): string[] =>
  batch.map(({ id }) => id).filter((id) => [also].flat().includes(id));

/** Filled in with what was asked; it begins today where that is later. */
export function firstWords({ one, batch }: KnownOfOne, today: CivilDate): Words {
  const { request, asked } = one;
  const from = request.fromOn !== null && request.fromOn > today ? civilDate(request.fromOn) : today;
  const scope: Scope | undefined = scopeOf(request.relieves);
  const ground: Ground | null = request.ground;
  return {
    ...wordsOfDate('decidedOn', today),
    ...wordsOfDate('from', from),
    ...wordsOfDate('to', request.toOn === null ? undefined : civilDate(request.toOn)),
    cases: asked.matter,
    ...(scope === undefined ? {} : { scope }),
    ...(ground === null ? {} : { ground }),
    also: batch.map(({ id }) => id),
  };
}

export interface DecideView {
  readonly title: string;
  readonly backHref: string;
  readonly rows: readonly Row[];
  readonly isExecutive: boolean;
  /** Said first where it cannot be granted as it is. */
  readonly warning: string | undefined;
  readonly deciders: readonly { readonly value: string; readonly text: string }[];
  readonly bodies: readonly { readonly value: string; readonly text: string }[];
  readonly grounds: readonly GroundWords[];
  readonly item: string | undefined;
  readonly batch: readonly { readonly value: string; readonly text: string }[];
  readonly button: string;
  readonly form: FormState;
}

export function decideView(known: KnownOfOne, form: FormState, today: CivilDate): DecideView {
  const { one, memberName, names, authority, bodies, batch } = known;
  const { request } = one;
  return {
    title: 'Decide on a dispensation',
    backHref: `/officer/dispensations/${request.id}`,
    rows: [{ name: 'Member', value: memberName }, ...askedRows(one, names)],
    isExecutive: request.kind === 'executive-decision',
    warning:
      request.inWriting || request.kind === 'executive-decision'
        ? undefined
        : 'It was not asked for in writing, so it can be refused and not granted. The member may ask in writing.',
    deciders: decidersOf(request, authority).map((value) => ({
      value,
      text: value === 'committee' ? 'A committee' : deciderText(value, null, names),
    })),
    bodies: [
      { value: '', text: 'No committee' },
      ...bodies.map(({ id, name }) => ({ value: id, text: name })),
    ],
    grounds: groundChoices(authority.executiveArrangements, today),
    item: request.agendaItemId === null ? undefined : names.item(request.agendaItemId),
    batch: batch.map(({ id, memberName: text }) => ({ value: id, text })),
    button: 'Record the decision',
    form,
  };
}

/** Why a decision was not taken, beside the question that it is about. */
export function decideErrors(refusal: NotLeft): FormError[] {
  if (refusal.refused === 'not-allowed') return lawErrors(refusal.reasons);
  const [field, text] = WHY_NOT[refusal.refused];
  return [errorAt(field, text)];
}

type NotLeft = Exclude<NotDecided, { refused: 'not-found' | 'decided-already' }>;
type Plain = Exclude<NotLeft['refused'], 'not-allowed'>;

const WHY_NOT: Readonly<Record<Plain, readonly [string, string]>> = {
  'parish-decides-itself': [
    'decidedBy',
    'A parish council grants its own dispensations, and its clerk records them',
  ],
  'not-theirs-to-decide': ['decidedBy', 'Choose who decided'],
  'own-request': [
    'decidedBy',
    'Nobody records a decision on their own request. Leave it to somebody else who may decide',
  ],
  'decided-before-it-was-asked': [
    'decidedOn',
    'The day of the decision must be the same as or after the day of the request',
  ],
  'in-the-future': ['decidedOn', 'The day of the decision must be today or in the past'],
  'officer-decides-today': [
    'decidedOn',
    'The day of an officer’s own decision must be today, because a dispensation does not look back (Localism Act 2011 s.33)',
  ],
  'no-such-body': ['bodyId', 'Choose the committee that decided'],
  'no-restriction': ['scope', 'Choose what the dispensation allows'],
  'more-than-was-asked': ['scope', 'It must allow no more than was asked. The member may ask again for more'],
  'earlier-than-was-asked': ['from', 'The first day must not be before the first day that was asked for'],
  'later-than-was-asked': [
    'to',
    'The last day must not be after the last day that was asked for. The member may ask again for longer',
  ],
  'no-first-day': ['from', 'Enter the first day'],
  'ends-before-it-begins': ['to', 'The last day must be the same as or after the first day'],
};
