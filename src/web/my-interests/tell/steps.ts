import type { CivilDate } from '../../../law/index.js';
import { sameDetails, type InterestDetails } from '../../../register/index.js';
import {
  blankForm,
  refusedForm,
  validateForm,
  type FormError,
  type FormResult,
  type FormState,
  type Words,
} from '../../form/index.js';
import { withFirstPage, withMore } from '../../notify-interests/interest/kind.js';
import { kindOf } from '../../notify-interests/interest/kinds.js';
import { draftWords } from './declared.js';
import { daysForm, daysProblem, type Days } from './days.js';
import { stepsOf, type About, type Step, type Subject } from './subject.js';
import { wordsSent } from './words-sent.js';

/** What was told so far, each part of it checked. */
export interface Said extends Days {
  readonly details: InterestDetails;
}

/** What a form that was sent leads to. */
export interface Turn {
  /** The page to show. */
  readonly step: Step;
  readonly form: FormState;
  /** The answers of every page. The pages carry them, because a draft is not stored and an address may tell nothing. */
  readonly words: Words;
  /** Whether the person came from the check, and goes there again. */
  readonly returning: boolean;
  /** Whether something has to be put right on that page. */
  readonly refused: boolean;
  /** All of it, at the check. */
  readonly said: Said;
  /** Whether the check was sent, and all of it is right. */
  readonly send: boolean;
}

/** The first page, filled with what was told last. */
export function firstTurn(subject: Subject): Turn {
  const { category, about } = subject;
  const kind = kindOf(category);
  const before = about && latest(about);
  const words =
    before === undefined ? draftOf(subject) : { ...kind.wordsOf(before), ...kind.more?.wordsOf(before) };
  const step = stepsOf(subject)[0] ?? 'check';
  return { ...QUIET, step, form: blankForm(words), words, said: nothingSaid(subject) };
}

/** What was declared at a meeting is a beginning; anything else that is new begins empty. */
const draftOf = (subject: Subject): Words =>
  subject.act === 'add' && subject.declared !== undefined
    ? draftWords(subject.category, subject.declared)
    : {};

const QUIET = { returning: false, refused: false, send: false } as const;

/**
 * What follows a form that was sent. Every answer so far is checked again, whatever page it came from: the pages carry
 * them through the browser.
 */
export function nextTurn(subject: Subject, body: unknown, today: CivilDate): Turn {
  const { words, step: from, go, returning } = wordsSent(body);
  const steps = stepsOf(subject);
  const sentFrom = steps.find((step) => step === from) ?? firstTurn(subject).step;
  let said = nothingSaid(subject);
  for (const [index, step] of steps.entries()) {
    const page = { ...QUIET, words, said, step, form: blankForm(words) };
    if (step === go) return { ...page, returning: true };
    if (step === 'check') break;
    if (!returning && index > steps.indexOf(sentFrom)) return page;
    const read = readPage(subject, step, said, words, today);
    if ('errors' in read)
      return { ...page, form: refusedForm({ errors: read.errors, words }), returning, refused: true };
    said = read.said;
  }
  return { ...QUIET, step: 'check', form: blankForm(words), words, said, send: sentFrom === 'check' };
}

const nothingSaid = ({ about, category }: Subject): Said => ({
  details: about === undefined ? ({ category } as InterestDetails) : latest(about),
});

type Read = { readonly said: Said } | { readonly errors: readonly FormError[] };

/** Reads the answers of one page into what was said before. */
function readPage(
  subject: Subject,
  step: Exclude<Step, 'check'>,
  said: Said,
  words: Words,
  today: CivilDate,
): Read {
  if (step === 'days') return readDays(subject, said, validateForm(daysForm(subject), words, { today }));
  const kind = kindOf(subject.category);
  const form = validateForm<object>(step === 'more' && kind.more ? kind.more.form : kind.form, words, {
    today,
  });
  if (!form.ok) return { errors: form.errors };
  const { more } = kind;
  const details =
    step === 'more' && more !== undefined
      ? withMore(more, said.details, form.value)
      : withFirstPage(kind, said.details, form.value);
  const isLast = step === 'more' || more === undefined;
  const problem =
    (step === 'more' ? more?.problem?.(details) : kind.problem?.(details)) ??
    (isLast ? unchanged(subject, details) : undefined);
  return problem === undefined ? { said: { ...said, details } } : { errors: [problem] };
}

function readDays(subject: Subject, said: Said, form: FormResult<Days>): Read {
  if (!form.ok) return { errors: form.errors };
  const problem = daysProblem(subject, form.value);
  return problem === undefined ? { said: { ...said, ...form.value } } : { errors: [problem] };
}

const latest = ({ toldSince, details }: About): InterestDetails => toldSince ?? details;

/** Nothing would change by it. What repeats something that is waiting is told once, which the telling sees to. */
function unchanged({ about, act }: Subject, details: InterestDetails): FormError | undefined {
  if (about === undefined || about.toldSince !== undefined || !sameDetails(about.details, details))
    return undefined;
  const remedy = act === 'change' ? 'Change what is different now' : 'Correct what is wrong';
  return { field: 'form', href: '#main-content', text: `This is what the register says already. ${remedy}` };
}
