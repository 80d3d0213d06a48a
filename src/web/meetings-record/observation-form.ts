import { createHash } from 'node:crypto';
import {
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsUUID,
  isUUID,
  Matches,
  Validate,
  ValidateIf,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import {
  ATTENDANCES,
  OUTCOMES,
  QUESTIONS,
  VOTES,
  type AttendanceKind,
  type NamedVote,
  type NewObservation,
  type Outcome,
  type Question,
  type Seen,
  type Vote,
} from '../../meetings/index.js';
import type { FormError, Words } from '../form/index.js';
import { readClockTime } from '../meetings-import/clock-time.js';

/** What the small forms of the page record. `roll` is the attendance of everybody at once. */
const KINDS = [
  'opened',
  'closed',
  'roll',
  'attendance',
  'substitution',
  'item-begun',
  'left',
  'returned',
  'vote',
  'taken-back',
] as const;
type FormKind = (typeof KINDS)[number];

@ValidatorConstraint()
class ClockTime implements ValidatorConstraintInterface {
  validate(text: unknown): boolean {
    return typeof text === 'string' && (text === '' || readClockTime(text) !== undefined);
  }
}

const ofKind =
  (...kinds: FormKind[]) =>
  ({ kind }: ObservationForm): boolean =>
    kinds.includes(kind);
const byNumbers = (form: ObservationForm): boolean => form.kind === 'vote' && form.way === 'counts';
const WHOLE = /^(0|[1-9]\d{0,2})$/;
const number = { message: 'Enter a whole number, 0 if there was none' };

/** One small form of the page. What its kind does not need is not asked for, and is not read. */
export class ObservationForm {
  /** Made by the page or by the device, so that the same form sent twice is recorded once. */
  @IsUUID('all', { message: 'Reload the page and record this again' })
  entry: string;

  @IsIn(KINDS, { message: 'Reload the page and record this again' })
  kind: FormKind;

  @ValidateIf(ofKind('item-begun', 'vote'))
  @IsUUID('all', { message: 'Choose the item' })
  item: string;

  @ValidateIf(ofKind('attendance', 'substitution', 'left', 'returned'))
  @IsUUID('all', { message: 'Choose the member' })
  member: string;

  @ValidateIf(ofKind('substitution'))
  @IsUUID('all', { message: 'Choose whom they stand in for' })
  forMember: string;

  @ValidateIf(ofKind('attendance'))
  @IsIn(ATTENDANCES, { message: 'Choose how they attend' })
  as: AttendanceKind;

  @IsOptional()
  @Validate(ClockTime, { message: 'The time must be a time of day, like 10.05am or 19:30, or empty for now' })
  at?: string;

  @ValidateIf(ofKind('vote'))
  @IsIn(['named', 'counts'], { message: 'Choose how the vote is recorded' })
  way: 'named' | 'counts';

  @ValidateIf(ofKind('vote'))
  @IsIn(QUESTIONS, { message: 'Choose what was put to the vote' })
  question: Question;

  @ValidateIf(({ outcome }: ObservationForm) => (outcome ?? '') !== '')
  @IsIn(OUTCOMES, { message: 'Choose whether it was carried or lost' })
  outcome?: Outcome | '';

  @ValidateIf(byNumbers)
  @Matches(WHOLE, number)
  for: string;

  @ValidateIf(byNumbers)
  @Matches(WHOLE, number)
  against: string;

  @ValidateIf(byNumbers)
  @Matches(WHOLE, number)
  abstained: string;

  @ValidateIf(({ corrects, kind }: ObservationForm) => (corrects ?? '') !== '' || kind === 'taken-back')
  @IsUUID('all', { message: 'Reload the page and record this again' })
  corrects?: string;

  /** How long ago the device took it down, in milliseconds; a form without it is of now. */
  @ValidateIf(({ age }: ObservationForm) => (age ?? '') !== '')
  @Matches(/^\d{1,12}$/, { message: 'Reload the page and record this again' })
  age?: string;

  /** Which form of the page it was, for showing it again. */
  @IsNotEmpty({ message: 'Reload the page and record this again' })
  form: string;
}

type Unsaid = Omit<NewObservation, 'saidAt'>;

/** What a form says was seen, or what is wrong with it. Words hold what the page names after members. */
export function observationsIn(form: ObservationForm, words: Words): readonly Unsaid[] | FormError {
  const { entry: id, corrects } = form;
  if (form.kind === 'roll') return rollIn(id, words);
  if (form.kind === 'vote' && form.way === 'named' && votesIn(words).length === 0) {
    return { field: 'votes', href: '#votes', text: 'Choose how at least one member voted' };
  }
  const at = form.at === undefined ? undefined : readClockTime(form.at);
  const correctsId = correctedBy(form, words) ?? (corrects === '' ? undefined : corrects);
  return [{ id, seen: seenIn(form, form.kind, words), correctsId, at }];
}

function seenIn(form: ObservationForm, kind: Exclude<FormKind, 'roll'>, words: Words): Seen {
  const { item: itemId, member: memberId } = form;
  switch (kind) {
    case 'attendance':
      return { kind, memberId, as: form.as };
    case 'substitution':
      return { kind, memberId, forMemberId: form.forMember };
    case 'item-begun':
      return { kind, itemId };
    case 'left':
    case 'returned':
      return { kind, memberId, itemId: isUUID(itemId) ? itemId : undefined };
    case 'vote':
      return {
        ...{ kind, itemId, question: form.question, outcome: form.outcome === '' ? undefined : form.outcome },
        result: form.way === 'named' ? { named: votesIn(words) } : { counts: countsIn(form) },
      };
    default:
      return { kind };
  }
}

/** A vote on a question that the page showed with a vote already puts that one right. */
function correctedBy({ kind, question }: ObservationForm, words: Words): string | undefined {
  const stood = words[`stands-${question}`];
  return kind === 'vote' && typeof stood === 'string' && stood !== '' ? stood : undefined;
}

const countsIn = (form: ObservationForm): Record<Vote, number> => ({
  for: Number(form.for),
  against: Number(form.against),
  abstained: Number(form.abstained),
});

/** The inputs `vote-<member>` that say for, against or abstained. */
function votesIn(words: Words): NamedVote[] {
  return answersOf(words, 'vote').flatMap(([memberId, answer]) => {
    const vote = VOTES.find((one) => one === answer);
    return vote === undefined ? [] : [{ memberId, vote }];
  });
}

/**
 * The inputs `as-<member>`: whoever was changed since the page was drawn. What a clerk left as it was is not said again,
 * because another one may have changed it meanwhile.
 */
function rollIn(formId: string, words: Words): Unsaid[] {
  return answersOf(words, 'was').flatMap(([memberId, was]) => {
    const rest = words.rest === 'present' && was === '' ? 'present' : undefined;
    const chosen = words[`as-${memberId}`] ?? rest;
    const as = ATTENDANCES.find((one) => one === chosen);
    if (as === undefined || as === was) return [];
    const stood = words[`stands-${memberId}`];
    const correctsId = typeof stood === 'string' && stood !== '' ? stood : undefined;
    return [{ id: idFor(formId, memberId), seen: { kind: 'attendance', memberId, as }, correctsId }];
  });
}

function answersOf(words: Words, prefix: string): [memberId: string, answer: string][] {
  return Object.entries(words).flatMap(([name, word]): [string, string][] => {
    const memberId = name.startsWith(`${prefix}-`) ? name.slice(prefix.length + 1) : '';
    return UUID.test(memberId) && typeof word === 'string' ? [[memberId, word]] : [];
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One form makes many observations; the same form sent twice makes the same ones. */
function idFor(formId: string, memberId: string): string {
  const hex = createHash('sha256').update(`${formId}/${memberId}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
