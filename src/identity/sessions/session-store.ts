import { createHash } from 'node:crypto';
import connectPgSimple from 'connect-pg-simple';
import session, { type SessionData } from 'express-session';
import type pg from 'pg';

/**
 * A session as it is kept: `kept` tells one that was read from the table from one that was just begun, `usedLately` that
 * its use need not be written again. The latter is of the reading alone.
 */
type KeptSession = SessionData & { kept?: true; usedLately?: boolean };
type Done = (error?: unknown) => void;

const PgStore = connectPgSimple(session);
const A_QUARTER_OF_AN_HOUR = 15 * 60 * 1_000;
const USED_LATELY = `last_used_at >= now() - interval '30 seconds'`;
const READ = `select sess, ${USED_LATELY} as "usedLately" from session where sid = $1 and expire >= now()`;
const TOUCH = `update session set expire = now() + $2 * interval '1 millisecond', last_used_at = now()
               where sid = $1 and not ${USED_LATELY}`;
const EXPIRY = `now() + $3 * interval '1 millisecond'`;

/**
 * Sessions in PostgreSQL, under a digest of their id, so that whoever reads the table can be nobody. What was ended
 * stays ended: a request that was under way when its session was removed does not write it again.
 */
export class SessionStore extends PgStore {
  #prunesFrom = 0;

  constructor(private readonly pool: pg.Pool) {
    super({ pool, tableName: 'session', pruneSessionInterval: false });
  }

  /**
   * A table that cannot be read is an error, whatever its code: express-session takes ENOENT, which the missing socket of
   * a server that restarts gives too, for a session that is not there, and whoever is signed in would be told that they
   * are not.
   */
  override get(id: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    this.pool.query<{ sess: SessionData; usedLately: boolean }>(READ, [digestOf(id)]).then(
      ({ rows: [row] }) => {
        callback(null, row && ({ ...row.sess, usedLately: row.usedLately } as SessionData));
      },
      (error: unknown) => {
        callback(new Error('The session could not be read.', { cause: error }));
      },
    );
  }

  /** Every session that begins ends another; so what has run out is removed here, and no timer outlives the pool. */
  override destroy(id: string, callback?: Done): void {
    if (performance.now() > this.#prunesFrom) {
      this.#prunesFrom = performance.now() + A_QUARTER_OF_AN_HOUR;
      // What is not removed now is removed next time; nobody is given it either way.
      this.#run('delete from session where expire < now()', [], () => undefined);
    }
    super.destroy(digestOf(id), callback);
  }

  override set(id: string, given: SessionData, callback: Done = () => undefined): void {
    const { kept, ...data }: KeptSession = given;
    const values = [digestOf(id), { ...data, kept: true, usedLately: undefined }, lifeOf(given)];
    const statement =
      kept === true
        ? `update session set sess = $2, expire = ${EXPIRY}, last_used_at = now() where sid = $1`
        : `insert into session (sid, sess, expire) values ($1, $2, ${EXPIRY})
           on conflict (sid) do update set sess = excluded.sess, expire = excluded.expire, last_used_at = now()`;
    this.#run(statement, values, callback);
  }

  /** Written at most twice a minute, so that a busy reader costs the table little; the limits are kept to half a minute. */
  override touch(id: string, given: SessionData, callback: Done = () => undefined): void {
    // Whoever waits for the page waits for this too.
    if ((given as KeptSession).usedLately === true) callback();
    else this.#run(TOUCH, [digestOf(id), lifeOf(given)], callback);
  }

  #run(statement: string, values: unknown[], callback: Done): void {
    this.pool.query(statement, values).then(
      () => {
        callback();
      },
      (error: unknown) => {
        callback(error);
      },
    );
  }
}

/** Under what a session stands in the table. */
export const digestOf = (id: string): string => createHash('sha256').update(id).digest('hex');

/** Milliseconds for which it is good from now on. */
function lifeOf({ cookie }: SessionData): number {
  if (typeof cookie.maxAge !== 'number') throw new Error('Every session has an end.');
  return cookie.maxAge;
}
