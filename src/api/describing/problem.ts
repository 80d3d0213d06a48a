import { Id, ListOf, Text, Whole } from '../shapes/index.js';

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500;

/** One thing that is wrong with what was sent. */
export class FieldProblem {
  @Text({ says: 'Where: `items.0.title`; empty for the whole.', most: 500, example: 'items.0.title' })
  field: string;

  @Text({ says: 'What is wrong with it.', most: 1_000, example: 'It must be text.' })
  text: string;
}

/** Why it was not answered otherwise (RFC 9457). */
export class Problem {
  @Text({
    says: 'What kind of problem: `about:blank` says that the status tells all.',
    most: 200,
    example: 'about:blank',
  })
  type: string;

  @Text({ says: 'The words for the status.', most: 200, example: 'Unprocessable Content' })
  title: string;

  @Whole({ says: 'The status.', least: 400, most: 599, example: 422 })
  status: number;

  @Text({ says: 'A sentence for whoever reads the log.', most: 1_000, optional: true })
  detail?: string;

  @Text({ says: 'Of an unexpected error: what to quote when you ask for help.', most: 20, optional: true })
  reference?: string;

  @Id({ says: 'Of a conflict: what was saved already.', optional: true })
  existing?: string;

  @ListOf(() => FieldProblem, { says: 'What is wrong, field by field.', most: 50, optional: true })
  errors?: FieldProblem[];
}
