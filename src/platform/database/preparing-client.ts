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
const NO_LONGER_GOOD: ReadonlySet<unknown> = new Set(['0A000', '26000', '42P05']);

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
    super({ ...config, pipeline: true } as pg.ClientConfig);
  }

  override query(...given: unknown[]): never {
    this.#gather();
    if (given[0] === BEGINS && given[1] === undefined) return this.#begin() as never;
    const [text, values, ...more] = given;
    const name = typeof text === 'string' && Array.isArray(values) ? this.#nameFor(text, values) : undefined;
    const ask = super.query.bind(this) as (...words: unknown[]) => unknown;
    if (name === undefined) return ask(...given) as never;
    const asked = ask({ name, text, values }, ...more);
    // Where there is none, a pool asked by itself: it throws a connection away after any error.
    if (asked instanceof Promise)
      asked.catch((error: unknown) => {
        // It fails this once; from now on this connection asks as any other does.
        if (NO_LONGER_GOOD.has((error as { code?: unknown }).code)) this.#isGood = false;
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
   * not begin, then nothing more is asked on this connection, for each statement would stand alone.
   */
  #begin(): Promise<undefined> {
    super.query(BEGINS).catch(() => this.#wire.stream.destroy());
    return Promise.resolve(undefined);
  }

  get #wire(): pg.Connection {
    return (this as unknown as { connection: pg.Connection }).connection;
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
