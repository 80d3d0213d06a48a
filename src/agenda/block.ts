/**
 * A block is one line, paragraph or table row, its white space collapsed, so that no later step
 * meets a long run of blanks (which is what makes regular expressions slow).
 */
export interface Block {
  text: string;
  /** The cells of a table row, when the line is one. */
  cells?: string[];
  /** The words in bold at the start of the line: they end where the heading ends. */
  lead?: string;
  /** How far from the left edge it begins, where the layout tells it. */
  indent?: number;
  /** True when an empty line stands above. */
  gap?: boolean;
  /** True for a heading of the document's own making. */
  heading?: boolean;
  /** True for the title in a file's own header, which is about the file and not printed on the agenda. */
  metadata?: boolean;
}
