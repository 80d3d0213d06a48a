import { inFull, kindOf } from '../../notify-interests/interest/kinds.js';
import { wordsOf } from '../../notify-interests/question-words.js';
import type { LawOnIt } from '../law-says/laws.js';
import { toldRows } from '../told/page.js';
import type { WhatIsTold } from '../told/what-is-told.js';
import { dayQuestions } from './days.js';
import { declaredIntro } from './declared.js';
import type { Said, Turn } from './steps.js';
import { pathOf, stepsOf, type Step, type Subject } from './subject.js';
import { keptWords } from './words-sent.js';

/** A page of telling: its template and what that needs. */
export interface TellPage {
  readonly template: string;
  readonly view: { readonly title: string } & Readonly<Record<string, unknown>>;
}

/** The page of one step but the check. */
export function stepPage(subject: Subject, turn: Turn): TellPage {
  const { step, form, words, returning, said } = turn;
  const common = {
    step,
    form,
    kept: keptWords(words),
    returning,
    action: pathOf(subject),
    backHref: backOf(subject),
  };
  if (step === 'days') {
    const questions = dayQuestions(subject);
    const view = {
      ...common,
      questions,
      title: questions.title,
      caption: captionOf(subject),
      it: inFull(said.details),
    };
    return { template: 'web/my-interests/tell/days.njk', view };
  }
  const { category, heldBy } = subject;
  const more = step === 'more' ? kindOf(category).more?.title(said.details) : undefined;
  return {
    template: 'web/my-interests/tell/details.njk',
    view: {
      ...common,
      ...{ category, heldBy, isPartners: heldBy === 'partner', details: said.details },
      title: more ?? titleOf(subject),
      caption: more === undefined ? whose(subject) : titleOf(subject),
      intro: more === undefined ? introOf(subject) : undefined,
    },
  };
}

/** Everything that is about to be sent. */
export function checkPage(subject: Subject, turn: Turn, law: LawOnIt): TellPage {
  const { said, words } = turn;
  return {
    template: 'web/my-interests/tell/check.njk',
    view: {
      title: 'Check what you are about to tell',
      ...{ action: pathOf(subject), backHref: backOf(subject), kept: keptWords(words) },
      rows: toldRows(toldOf(subject, said), subject.about?.details),
      backs: stepsOf(subject).flatMap((step) => BACK[step] ?? []),
      warnsOfPublishing: subject.act !== 'end',
      ...law,
    },
  };
}

/** What would be told, in the shape of what was told. */
export function toldOf(
  { act, category, heldBy }: Subject,
  { details, effectiveOn, awareOn }: Said,
): WhatIsTold & { readonly act: Subject['act'] } {
  return { act, category, heldBy, details, effectiveOn: effectiveOn ?? null, awareOn: awareOn ?? null };
}

const BACK: Readonly<Partial<Record<Step, { step: Step; text: string }>>> = {
  details: { step: 'details', text: 'Change the details' },
  days: { step: 'days', text: 'Change the days' },
};

const INTROS: Readonly<Partial<Record<Subject['act'], string>>> = {
  change:
    'This is what the register says. Change what is different now. What it says today stays in its history.',
  correct:
    'This is what the register says. Put right what was wrong from the beginning. If it was right once and is different now, go back and tell of a change.',
};

function introOf(subject: Subject): string | undefined {
  const { act, about } = subject;
  if (subject.act === 'add' && subject.declared !== undefined) return declaredIntro(subject.declared);
  if (about?.toldSince === undefined) return INTROS[act];
  return 'This is what you told last. It is waiting to be entered in the register. Enter what is different from it.';
}

function titleOf(subject: Subject): string {
  const { one } = wordsOf(subject);
  switch (subject.act) {
    case 'add':
      return subject.category === 'gifts' ? 'Register a gift or hospitality' : `Tell of a new ${one}`;
    case 'change':
      return 'What has changed?';
    case 'correct':
      return 'Correct a mistake';
    case 'end':
      return 'It has ended';
  }
}

const whose = ({ heldBy }: Subject): string | undefined =>
  heldBy === 'partner' ? 'Your spouse or partner' : undefined;

const captionOf = (subject: Subject): string | undefined =>
  subject.act === 'end' ? titleOf(subject) : whose(subject);

const backOf = ({ category, act }: Subject): string =>
  category === 'gifts' ? '/my/interests/gifts' : act === 'add' ? '/my/interests/new' : '/my/interests';
