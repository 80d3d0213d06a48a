import { parseCivilDate, type CivilDate } from '../../../law/index.js';
import { dateInWords } from '../../../wording/index.js';
import { DateField, type FormError } from '../../form/index.js';
import { beganOn, type Subject } from './subject.js';

class BegunForm {
  @DateField({
    enter: 'Enter the day it began',
    name: 'The day it began',
    mustBe: 'today or in the past',
  })
  effectiveOn: CivilDate;

  @DateField({
    enter: 'Enter the day you became aware of it',
    name: 'The day you became aware of it',
    mustBe: 'today or in the past',
  })
  awareOn: CivilDate;
}

class ChangedForm {
  @DateField({
    enter: 'Enter the day it changed',
    name: 'The day it changed',
    mustBe: 'today or in the past',
  })
  effectiveOn: CivilDate;

  @DateField({
    enter: 'Enter the day you became aware of the change',
    name: 'The day you became aware of the change',
    mustBe: 'today or in the past',
  })
  awareOn: CivilDate;
}

class EndedForm {
  @DateField({
    enter: 'Enter the day it ended',
    name: 'The day it ended',
    mustBe: 'today or in the past',
  })
  effectiveOn: CivilDate;
}

/** The days that a member gives; which of them, the act decides. */
export interface Days {
  readonly effectiveOn?: CivilDate;
  readonly awareOn?: CivilDate;
}

/** The form of the days of an act. */
export function daysForm({ act }: Subject): new () => Days {
  if (act === 'end') return EndedForm;
  return act === 'change' ? ChangedForm : BegunForm;
}

/** What the page of the days asks: 'When did it change?'. `aware` is absent where only one day is asked. */
export function dayQuestions({ act, heldBy }: Subject): { title: string; effective: string; aware?: string } {
  if (act === 'end') return { title: 'When did it end?', effective: 'The last day it was held' };
  const aware =
    heldBy === 'self' ? 'When did you become aware of it?' : 'When did you become aware that they have it?';
  return act === 'change'
    ? {
        title: 'When did it change?',
        effective: 'The day it changed',
        aware: 'When did you become aware of it?',
      }
    : { title: 'When did it begin?', effective: 'The day it began', aware };
}

/** What is wrong with days that are right each by itself. */
export function daysProblem(subject: Subject, { effectiveOn, awareOn }: Days): FormError | undefined {
  const began = parseCivilDate(beganOn(subject) ?? '');
  if (effectiveOn !== undefined && began !== undefined && effectiveOn < began) {
    const it = subject.act === 'end' ? 'The day it ended' : 'The day it changed';
    return error('effectiveOn', `${it} must be the same as or after the day it began, ${dateInWords(began)}`);
  }
  if (effectiveOn !== undefined && awareOn !== undefined && awareOn < effectiveOn) {
    const what = subject.act === 'change' ? 'it changed' : 'it began';
    return error('awareOn', `The day you became aware must be the same as or after the day ${what}`);
  }
  return undefined;
}

const error = (field: string, text: string): FormError => ({
  ...{ field, href: `#${field}-day`, text },
  parts: ['day', 'month', 'year'],
});
