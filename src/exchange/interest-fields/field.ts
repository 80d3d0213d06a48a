/** What a field holds, and so how its words are read. */
export type FieldKind =
  | { readonly kind: 'text'; readonly most: number }
  /** `future`: a day that has not come yet is possible, such as the end of a licence. */
  | { readonly kind: 'date'; readonly future?: true }
  /** Pounds in words; whole pence once read. */
  | { readonly kind: 'money' }
  | { readonly kind: 'yes-no' }
  /** One of these words. A page shows the text beside each. */
  | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, string>> }
  | { readonly kind: 'postcode' | 'company-number' | 'body-number' | 'title-number' | 'uprn' };

/** One thing that may be said of an interest of a category, as a person writes it in a form or a file. */
export interface Field {
  /** The column of a file and the input of a form: 'made-on'. */
  readonly name: string;
  /** The property of the details: 'madeOn'. */
  readonly property: string;
  /** 'Date of the payment'; begins every message. */
  readonly label: string;
  /** What to write: 'the day on which the payment was made'. */
  readonly write: string;
  readonly required?: true;
  readonly reads: FieldKind;
}

/** What is wrong with one field, and what to do about it. */
export interface FieldProblem {
  /** The name of the field. */
  readonly field: string;
  /** A sentence without its full stop: 'Date of the payment is not a real day'. */
  readonly wrong: string;
  /** What to write instead, a sentence without its full stop. */
  readonly write: string;
}
