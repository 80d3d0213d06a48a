import { HttpException } from '@nestjs/common';

/** One thing wrong with one field of a JSON body. */
export interface FieldProblem {
  readonly field: string;
  readonly text: string;
}

/**
 * A request that is refused for a reason that the person should read.
 * The sentence is shown as it is, on the page and in the API, so it names nobody and is plain English.
 * Any other HttpException is answered with the standing words for its status.
 */
export class Refusal extends HttpException {
  constructor(
    status: 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429,
    readonly sentence: string,
    readonly problems: readonly FieldProblem[] = [],
    /** What a program needs besides the sentence, such as the id of what is there already. No personal data. */
    readonly more: Readonly<Record<string, string>> = {},
  ) {
    super(sentence, status);
  }
}
