/** One worked case: a sentence for its name, the facts, and what matters of the answer. */
export interface Case<F, S> {
  readonly name: string;
  readonly facts: F;
  readonly expected: S;
}

/** What the cases state of an answer: one short text, or one for each column of the table. */
export type Summary = string | readonly string[];

/** Cases that belong to rules: the tests run them, and the rulebook's pages show them. */
export interface CaseTable<F extends object, R, S extends Summary = Summary> {
  readonly title: string;
  /** The ids of the rules that it is shown under. */
  readonly rules: readonly string[];
  /** What each text of `expected` is about. */
  readonly columns: readonly string[];
  readonly decide: (facts: F) => R;
  /**
   * What of the answer the cases state: 'true' and 'false', days, tags of points, '? fact' for what cannot be told,
   * or plain words.
   */
  readonly summary: (answer: R) => S;
  readonly cases: readonly Case<F, S>[];
  /** Facts that are part of the question and cannot be left out. */
  readonly always?: readonly string[];
}

/** A table whatever it decides on, for lists of tables. */
export interface SomeCaseTable extends Pick<
  CaseTable<object, unknown>,
  'title' | 'rules' | 'columns' | 'cases' | 'always'
> {
  readonly decide: (facts: never) => unknown;
  readonly summary: (answer: never) => Summary;
}
