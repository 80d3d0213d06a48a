import { civilDate, parseCivilDate } from '../../../law/index.js';
import type { InterestDetails, OpenedInterest } from '../../../register/index.js';
import { categoryInWords, dateInWords } from '../../../wording/index.js';
import { inFull } from '../../notify-interests/interest/kinds.js';
import type { LawOnIt } from '../law-says/laws.js';
import { WHOSE } from '../whose.js';
import type { WhatIsTold } from './what-is-told.js';

/** One thing that was told, as a row: 'It is now', 'Owner: 3 Mill Lane'. */
export interface ToldRow {
  readonly question: string;
  readonly answer: string;
}

export const ACTS: Readonly<Record<OpenedInterest['act'], string>> = {
  hold: 'It is held',
  add: 'A new interest',
  change: 'It has changed',
  end: 'It has ended',
  correct: 'A mistake is put right',
};

/**
 * What is told, row by row.
 * @param before what the register says of it, or said
 */
export function toldRows(told: WhatIsTold, before: InterestDetails | undefined): ToldRow[] {
  const gift = told.category === 'gifts';
  return [
    {
      question: 'What you tell',
      answer: gift && told.act === 'add' ? 'A gift or hospitality' : ACTS[told.act],
    },
    { question: 'Category', answer: categoryInWords(told.category).name },
    ...(gift ? [] : [{ question: 'Whose', answer: WHOSE[told.heldBy] }]),
    ...(before === undefined || told.act === 'end'
      ? []
      : [{ question: 'The register says', answer: inFull(before) }]),
    { question: DETAILS[told.act], answer: inFull(told.details) },
    ...dayRow(DAYS[told.act], told.effectiveOn),
    ...dayRow('You became aware', told.awareOn),
  ];
}

const DETAILS: Readonly<Record<OpenedInterest['act'], string>> = {
  ...{ hold: 'What it is', add: 'What it is', change: 'It is now' },
  ...{ end: 'What has ended', correct: 'It should say' },
};
const DAYS: Readonly<Record<OpenedInterest['act'], string>> = {
  ...{ hold: 'Since', add: 'It began', change: 'It changed', end: 'The last day', correct: 'Since' },
};

function dayRow(question: string, day: string | null): ToldRow[] {
  const date = parseCivilDate(day ?? '');
  return date === undefined ? [] : [{ question, answer: dateInWords(date) }];
}

export interface ToldView extends LawOnIt {
  readonly title: string;
  readonly receivedAt: string;
  readonly rows: readonly ToldRow[];
  /** 'Waiting to be entered', or what became of it. */
  readonly fate: string;
  readonly atMeetings: boolean;
  /** Where to ask for its details to be withheld, while it is pending. */
  readonly sensitiveHref: string | undefined;
  readonly isGift: boolean;
}

/** What became of it, in a sentence to the member. */
export function fateInWords(fate: OpenedInterest['fate'], enteredOn: string | null): string {
  const on = enteredOn === null ? '' : ` on ${dateInWords(civilDate(enteredOn))}`;
  switch (fate) {
    case null:
      return 'The monitoring officer enters it in the register. Until then it is pending: you have told of it, and the register does not show it yet.';
    case 'withdrawn':
      return 'You took it back. It is not entered in the register.';
    case 'ended':
      return `The monitoring officer ended it in the register${on}.`;
    case 'repeated':
      return `The register held it already in the same words, so nothing had to be changed${on}.`;
    case 'entered':
      return `The monitoring officer entered it in the register${on}.`;
  }
}
