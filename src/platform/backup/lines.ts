import { END_OF_ROWS } from './format.js';
import { BackupRefused } from './refused.js';

/** A line that is not rows: names of columns, or the end with its sums. Longer than this it is none of ours. */
const LONGEST_LINE = 16 * 1024 * 1024;
const END = Buffer.from(`\n${END_OF_ROWS}`);

/** Reads a stream by lines, and by the rows of a table, which may be of any length and are never held whole. */
export class Lines {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#source = stream[Symbol.asyncIterator]();
  }

  /** The next line with its newline; undefined at the end. A last line without a newline is one that was cut. */
  async line(): Promise<Buffer | undefined> {
    let looked = 0;
    for (;;) {
      const at = this.#held.indexOf(10, looked);
      if (at !== -1) {
        const line = this.#held.subarray(0, at + 1);
        this.#held = this.#held.subarray(at + 1);
        return line;
      }
      looked = this.#held.length;
      if (looked > LONGEST_LINE) throw new BackupRefused('The backup is damaged: a line of it has no end.');
      if (!(await this.#more())) return undefined;
    }
  }

  /** The rows up to the line that ends them, which is passed over. */
  async *rows(): AsyncGenerator<Buffer> {
    // The rows begin at the start of a line, and so may their end: a newline is put before them, and taken away again.
    let passOver = 1;
    this.#held = Buffer.concat([Buffer.from('\n'), this.#held]);
    for (;;) {
      const at = this.#held.indexOf(END);
      // What might be the beginning of the end is kept until more is there.
      const upTo = at === -1 ? this.#held.length - END.length + 1 : at + 1;
      if (upTo > passOver) {
        const piece = this.#held.subarray(passOver, upTo);
        passOver = 0;
        this.#held = this.#held.subarray(at === -1 ? upTo : at);
        yield piece;
      }
      if (at !== -1) {
        this.#held = this.#held.subarray(END.length);
        return;
      }
      if (!(await this.#more()))
        throw new BackupRefused(
          'The backup is damaged, or it was cut short: the rows of a table have no end.',
        );
    }
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done === true) return false;
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
    return true;
  }
}
