import type { CivilDate, RequiredCategory, Rulebook } from '../../law/index.js';
import type { Draft } from '../../register/index.js';
import type { FormError, Words } from '../form/index.js';
import type { Journey } from '../journey/index.js';

/** A member's draft, with the journey that today's law asks for. */
export interface OpenedDraft {
  readonly draft: Draft;
  /** What the person sees; a form carries it, and saving over another one is refused. */
  readonly version: number;
  readonly journey: Journey<Draft>;
  readonly required: readonly RequiredCategory[];
  readonly rulebook: Rulebook;
  readonly today: CivilDate;
}

/**
 * One page with one question, as data: `Notifying` shows it, checks what comes back, saves the draft and finds the
 * next page.
 */
export interface QuestionPage<Form extends object> {
  /** The page of the journey that this is: from it follow 'may they be here', back link and next page. */
  readonly id: string;
  readonly template: string;
  readonly form: new () => Form;
  /** What the template needs besides form, back link and version. */
  view(opened: OpenedDraft): { readonly title: string } & object;
  /** What was answered before. */
  words(opened: OpenedDraft): Words;
  /** What is wrong with answers whose form is right, because of other answers or of the law. */
  problems?(opened: OpenedDraft, answers: Form): readonly FormError[];
  /** The draft with the answer in it; the same draft when there is nothing to save. */
  change(draft: Draft, answers: Form): Draft;
  /** Where to go then, for a page that is not followed by the journey's next one. */
  next?(draft: Draft, answers: Form): string | undefined;
}
