import type { InterestDetails } from '../../../register/index.js';
import type { FormError, Words } from '../../form/index.js';

/** One category of interest as a form: its questions stand in `<category>.njk`. */
export interface InterestKind<
  Details extends InterestDetails = InterestDetails,
  Form extends object = object,
  More extends object = object,
> {
  readonly form: new () => Form;
  /** Whatever must be said is asked here, so that these details can stand by themselves. */
  detailsOf(answers: Form): Details;
  /** The words with which the form is filled again. */
  wordsOf(details: Details): Words;
  /** A second page, for a category that asks more than one page takes; its questions stand in `<category>-more.njk`. */
  readonly more?: MorePage<Details, More>;
  /** Everything that was said, in a line or two: for the person to check. */
  inFull(details: Details): string;
  /** What is wrong although each field is right. */
  problem?(details: Details): FormError | undefined;
}

/** The second page of a category. None of its questions has to be answered. */
export interface MorePage<Details extends InterestDetails, Form extends object> {
  readonly form: new () => Form;
  /** Its heading, about the interest that the first page told of. */
  title(details: Details): string;
  /** Which of the details are asked about here. */
  readonly asks: readonly string[];
  detailsOf(answers: Form, details: Details): Partial<Details>;
  wordsOf(details: Details): Words;
  problem?(details: Details): FormError | undefined;
}

/** The details with the answers of the first page in them; what the second page was told stays. */
export function withFirstPage(
  kind: InterestKind,
  before: InterestDetails | undefined,
  answers: object,
): InterestDetails {
  return { ...only(before ?? {}, kind.more?.asks ?? []), ...kind.detailsOf(answers) };
}

/** The details with the answers of the second page in them. */
export function withMore(
  more: MorePage<InterestDetails, object>,
  before: InterestDetails,
  answers: object,
): InterestDetails {
  const first = Object.keys(before).filter((name) => !more.asks.includes(name));
  return { ...only(before, first), ...more.detailsOf(answers, before) } as InterestDetails;
}

const only = (details: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(details).filter(([name]) => names.includes(name)));
