import type { CivilDate, HeldBy, Rulebook } from '../../../law/index.js';
import type { InterestDetails } from '../../../register/index.js';
import type { FormError, Words } from '../../form/index.js';

/** For whom and when an interest is written down, and the law of that day. */
interface WrittenDown {
  readonly heldBy: HeldBy;
  readonly today: CivilDate;
  readonly rulebook: Rulebook;
}

/** One category of interest as a form: its questions stand in `<category>.njk`. */
export interface InterestKind<
  Details extends InterestDetails = InterestDetails,
  Form extends object = object,
> {
  readonly form: new () => Form;
  detailsOf(answers: Form): Details;
  /** The words with which the form is filled again. */
  wordsOf(details: Details): Words;
  /** Everything that was said, in a line or two: for the person to check. */
  inFull(details: Details): string;
  /** What is wrong although each field is right. */
  problem?(details: Details, on: WrittenDown): FormError | undefined;
}
