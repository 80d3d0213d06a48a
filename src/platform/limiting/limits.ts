import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';

/** What may be done how often. */
export interface LimitSetting {
  /** What is counted, such as `sign-in-account`: counts of different names never mix. */
  readonly name: string;
  /** How many may be spent within the seconds. */
  readonly points: number;
  readonly seconds: number;
}

/** One limit, counted for each key: an account, an address, a token. */
export interface Limiter {
  /** Counts one (or `points`), and says whether that was still within the limit. What is refused is counted too. */
  spend(key: string, points?: number): Promise<{ left: number } | { refused: 'too-many'; seconds: number }>;
  /** Takes back what was counted for something that turned out right. */
  giveBack(key: string, points?: number): Promise<void>;
  /** Begins anew for a key. */
  clear(key: string): Promise<void>;
}

/**
 * Limits that every process shares: they are counted in PostgreSQL, in machine time, each within a window that begins
 * with the first one counted. Keys are kept as digests, since they may be addresses of people, and go an hour after their
 * window.
 */
@Injectable()
export class Limits {
  constructor(private readonly dataSource: DataSource) {}

  /** Make each limiter once, in a constructor: it tidies its table by a timer of its own. */
  limiter({ name, points, seconds }: LimitSetting): Limiter {
    const counts = new RateLimiterPostgres({
      storeClient: this.dataSource,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      // Migrations are the only way in which the schema changes.
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    });
    return {
      async spend(key, spent = 1) {
        try {
          const { remainingPoints } = await counts.consume(digest(key), spent);
          return { left: remainingPoints };
        } catch (error) {
          if (!(error instanceof RateLimiterRes)) throw error;
          return { refused: 'too-many', seconds: Math.ceil(error.msBeforeNext / 1_000) };
        }
      },
      async giveBack(key, points = 1) {
        await counts.reward(digest(key), points);
      },
      async clear(key) {
        await counts.delete(digest(key));
      },
    };
  }
}

const digest = (key: string): string => createHash('sha256').update(key).digest('base64url');
