/** What the member is told: the sentence, or how to make it from a day written out ('' where no day is known). */
export type Sentence = string | ((lastDay: string) => string);

/** A question to the person who can give a fact, with help where the words need it. */
export interface Question {
  readonly question: string;
  readonly help?: string;
}
