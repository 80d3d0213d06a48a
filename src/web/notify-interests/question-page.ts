import type { RequiredCategory } from '../../law/index.js';
import type { Draft } from '../../register/index.js';
import type { FormError, Words } from '../form/index.js';
import type { Journey } from '../journey/index.js';
import type { Desk } from './desk.js';
import type { LastSaid } from './last-said.js';
import type { GivenUnder } from './law-says.js';

/** A member's draft, with the journey that today's law asks for. */
export interface OpenedDraft extends GivenUnder {
  readonly desk: Desk;
  readonly draft: Draft;
  /** What the person sees; a form carries it, and saving over another one is refused. */
  readonly version: number;
  readonly journey: Journey<Draft>;
  readonly required: readonly RequiredCategory[];
  /** What the member said before; undefined where they have said nothing yet. */
  readonly lastSaid: LastSaid | undefined;
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
  /** Where to go instead, when what the page is about is not there. */
  instead?(opened: OpenedDraft): string | undefined;
  /** What the template needs besides form, back link and version. */
  view(opened: OpenedDraft): { readonly title: string } & object;
  /** What was answered before. */
  words(opened: OpenedDraft): Words;
  /** What is wrong with answers whose form is right, because of other answers. */
  problems?(opened: OpenedDraft, answers: Form): readonly FormError[];
  /** The draft with the answer in it; the same draft when there is nothing to save. */
  change(opened: OpenedDraft, answers: Form): Draft;
  /** Where to go then, for a page that is not followed by the journey's next one; `opened` has the answer in it. */
  next?(opened: OpenedDraft, answers: Form): string | undefined;
  /** Where 'Back' goes, for a page that does not come after the journey's one before. */
  back?(opened: OpenedDraft): string;
}
