/** What a file says, without what it looks like. */

/** One line, paragraph or table row, its white space collapsed. */
export interface TextBlock {
  text: string;
  /** The cells of a table row; an empty cell is ''. */
  cells?: string[];
  /** The words at the start that are set as a heading: bold, or in another typeface than what follows them. */
  lead?: string;
  /** How far from the left edge it begins, in points. */
  indent?: number;
  /** True when more room stands above it than between lines. */
  gap?: boolean;
  /** True for a heading of the document's own making: `<h2>`, or a paragraph in a heading style. */
  heading?: boolean;
}

/** Numbers, refusals and blocks are plain data: they cross from one process to another. */
export type ReadDocument =
  | { readonly format: 'text'; readonly text: string }
  | { readonly format: 'html' | 'pdf' | 'docx'; readonly blocks: TextBlock[]; readonly notes: string[] }
  | { readonly format: 'xml'; readonly root: XmlElement };

/** Elements by name. One that stands several times is a list; `@name` is an attribute; an empty element is ''. */
export interface XmlElement {
  readonly [name: string]: string | XmlElement | readonly (string | XmlElement)[];
}

/** Why a file is not read. Nothing of it is kept. */
export type FileRefusal =
  | 'too-large'
  | 'empty'
  | 'unknown-format'
  | 'not-utf-8'
  | 'old-word'
  | 'rich-text'
  | 'other-zip'
  | 'spreadsheet'
  | 'encrypted'
  | 'image-only'
  | 'inflates-too-much'
  | 'entities'
  | 'damaged'
  | 'took-too-long'
  | 'took-too-much-memory';

export interface RefusedFile {
  readonly refused: FileRefusal;
}
