/** A title that a revision of an agenda changed. */
export interface Retitled {
  readonly from: string;
  readonly to: string;
}
