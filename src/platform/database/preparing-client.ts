import { createHash } from 'node:crypto';
import pg from 'pg';

/** A statement that comes this often on one connection is worth keeping there. */
const WORTH_KEEPING_AT = 3;
/** The server keeps a plan for each, in the memory of the connection: some tens of kilobytes. */
const KEPT_AT_MOST = 150;
/** Statements that came once or twice, and may come again. */
const COUNTED_AT_MOST = 1_000;
/** What a statement with a star gives changes with its table: kept, it would fail from then on. */
const HAS_STAR = /(\bselect|\breturning|\.)\s*\*/i;
/** A plan for all parameters reckons with ten of a list: for a long one it is a bad plan, so that is planned each time. */
const isLong = (value: unknown): boolean => Array.isArray(value) && value.length > 20;
/**
 * What PostgreSQL says when a kept statement no longer fits, and when a pooler in between gave us a server’s connection on
 * which it is missing, or was kept by somebody else.
 */
const IS_MISSING = '26000';
const NO_LONGER_GOOD: ReadonlySet<unknown> = new Set(['0A000', IS_MISSING, '42P05']);

/** What pg keeps of a connection, and its types leave out. */
type Wire = pg.Connection & { readonly parsedStatements: Readonly<Record<string, string | undefined>> };

/** As TypeORM words it. */
const BEGINS = 'START TRANSACTION';

/**
 * A connection on which statements that come again and again are prepared once, and which sends a statement without
 * waiting for the answers to those before it. Row-level security makes planning dearer than running what a page asks, and
 * a page asks many small things; see docs/decisions/prepared-statements.md.
 */
export class PreparingClient extends pg.Client {
  readonly #came = new Map<string, number>();
  readonly #names = new Map<string, string>();
  #isGood = true;
  #gathers = false;

  constructor(config: pg.ClientConfig = {}) {
    super(config);
    // Not by the configuration: a pool hides the password in it, and a copy would lose that.
    (this as unknown as { pipeline: boolean }).pipeline = true;
  }

  override query(...given: unknown[]): never {
    this.#gather();
    if (given[0] === BEGINS && given.slice(1).every((one) => one === undefined))
      return this.#begin() as never;
    const [text, values, ...more] = given;
    const name = typeof text === 'string' && Array.isArray(values) ? this.#nameFor(text, values) : undefined;
    const ask = super.query.bind(this) as (...words: unknown[]) => unknown;
    if (name === undefined) return ask(...given) as never;
    const asked = ask({ name, text, values }, ...more);
    // Where there is none, a pool asked by itself: it throws a connection away after any error.
    if (asked instanceof Promise)
      asked.catch((error: unknown) => {
        const { code } = error as { code?: unknown };
        // Of two that came together in a transaction that had failed, the first was never prepared, and the second misses it.
        const neverWas = code === IS_MISSING && this.#wire.parsedStatements[name] === undefined;
        // It fails this once; from now on this connection asks as any other does.
        if (NO_LONGER_GOOD.has(code) && !neverWas) this.#isGood = false;
      });
    return asked as never;
  }

  /** What is asked before anything else is listened to goes out in one write. */
  #gather(): void {
    if (this.#gathers) return;
    this.#gathers = true;
    const { stream } = this.#wire;
    stream.cork();
    process.nextTick(() => {
      this.#gathers = false;
      stream.uncork();
    });
  }

  /**
   * Nobody waits for a transaction to begin: what is asked first in it goes with it, and is answered after it. Should it
   * not begin, the connection ends before that answer is heard, for each statement after it would stand alone.
   */
  #begin(): Promise<undefined> {
    super.query(BEGINS).catch((error: unknown) => this.#wire.stream.destroy(error as Error));
    return Promise.resolve(undefined);
  }

  get #wire(): Wire {
    return (this as unknown as { connection: Wire }).connection;
  }

  #nameFor(text: string, values: readonly unknown[]): string | undefined {
    if (!this.#isGood || values.length === 0 || values.some(isLong)) return undefined;
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= KEPT_AT_MOST) return undefined;
    const came = (this.#came.get(text) ?? 0) + 1;
    if (came < WORTH_KEEPING_AT) {
      if (this.#came.size < COUNTED_AT_MOST || came > 1) this.#came.set(text, came);
      return undefined;
    }
    this.#came.delete(text);
    if (HAS_STAR.test(text)) return undefined;
    const name = createHash('sha1').update(text).digest('hex');
    this.#names.set(text, name);
    return name;
  }
}

/**
 * How a pool keeps its connections. A new one reads the catalogue and plans everything anew, which is dear just when many
 * people come at once: so they stay for ten minutes after their last use.
 */
export const WARM = {
  Client: PreparingClient,
  idleTimeoutMillis: 10 * 60_000,
} as const;
