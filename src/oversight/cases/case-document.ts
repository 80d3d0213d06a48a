import type { Citation, CivilDate, RuleVersion } from '../../law/index.js';

/** A sentence and the sources it rests on, as `wording` makes it. */
export interface Line {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** What a section is made of. The page, the PDF and the JSON show the same parts. */
export type Part =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Words as somebody wrote or was shown them. */
  | { readonly kind: 'quote'; readonly lines: readonly string[] }
  /** The same, where they are long: the page folds them away under their title. */
  | { readonly kind: 'words'; readonly title: string; readonly lines: readonly string[] }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] };

export interface Fact {
  readonly name: string;
  readonly value: string;
}

export interface Section {
  /** For links within the page: 'register'. */
  readonly id: string;
  readonly title: string;
  readonly parts: readonly Part[];
}

/** Where a line of the order of events is recorded. */
export interface Source {
  readonly table: string;
  readonly id: string;
  /** The position of the event that tells of it in the authority's audit chain; null where there is none. */
  readonly position: string | null;
}

/** Something that happened, or a day that counts. */
export interface TimelineLine {
  /** An instant, or a civil date where the record knows no time of day. */
  readonly at: Date | CivilDate;
  readonly what: string;
  readonly source: Source;
}

/** The newest link of the authority's audit chain when the file was gathered. */
export interface ChainHead {
  /** '0' where the chain has not begun. */
  readonly position: string;
  /** In hexadecimal. */
  readonly hash: string;
}

/** A case file as it was gathered at one moment, for one reader. */
export interface CaseDocument {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly authorityName: string;
  readonly gatheredAt: Date;
  readonly head: ChainHead;
  /** Whether something is left out that this reader may not read. */
  readonly withheld: boolean;
  readonly isClosed: boolean;
  readonly sections: readonly Section[];
  readonly timeline: readonly TimelineLine[];
  /** The versions of the rules that the law's answers rest on. */
  readonly ruleVersions: readonly RuleVersion[];
  /** Each agenda of the meeting as it was received; empty where there is no meeting. */
  readonly agendas: readonly AgendaText[];
}

export interface AgendaText {
  readonly number: number;
  readonly fileName: string;
  readonly receivedAt: Date;
  readonly content: string;
}

export const heading = (text: string): Part => ({ kind: 'heading', text });
export const paragraph = (text: string): Part => ({ kind: 'paragraph', text });
export const facts = (...rows: readonly (Fact | undefined)[]): Part => ({
  kind: 'facts',
  rows: rows.filter((row) => row !== undefined),
});
export const fact = (name: string, value: string): Fact => ({ name, value });
