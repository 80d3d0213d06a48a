import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Database } from '../../platform/database/index.js';

/**
 * Devices on which somebody has signed in before. Such a device has a count of wrong passwords of its own, so whoever
 * guesses at an account from elsewhere cannot keep its owner out. A cookie says which device it is; the table keeps a
 * digest of it and who has signed in there. It signs nobody in.
 */
@Injectable()
export class KnownDevices {
  readonly #secure: boolean;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) config: Config,
  ) {
    this.#secure = config.publicUrl.startsWith('https:');
  }

  /** The digest of the device, when whoever has this email has signed in on it within the last ninety days. */
  async known(request: Request, email: string): Promise<string | undefined> {
    const token = tokenOf(request);
    if (token === undefined) return undefined;
    const rows = await this.database.acrossAuthorities((manager) =>
      manager.query<object[]>(
        `select from known_device device join account on account.id = device.account_id
         where device.token_hash = $1 and account.email = $2 and device.last_used_at > now() - $3 * interval '1 day'`,
        [digest(token), email, DAYS],
      ),
    );
    return rows.length === 0 ? undefined : digest(token).toString('hex');
  }

  /** Somebody has just signed in here. */
  async remember(request: Request, accountId: string): Promise<void> {
    const token = tokenOf(request) ?? randomBytes(32).toString('base64url');
    await this.database.acrossAuthorities(async (manager) => {
      await manager.query(
        `insert into known_device (token_hash, account_id, last_used_at) values ($1, $2, now())
         on conflict (token_hash, account_id) do update set last_used_at = now()`,
        [digest(token), accountId],
      );
      await manager.query(
        `delete from known_device where account_id = $1 and last_used_at < now() - $2 * interval '1 day'`,
        [accountId, DAYS],
      );
    });
    request.res?.cookie(COOKIE, token, {
      ...{ httpOnly: true, sameSite: 'lax', secure: this.#secure, path: '/sign-in' },
      maxAge: DAYS * 24 * 60 * 60 * 1_000,
    });
  }
}

const COOKIE = 'probity-device';
const DAYS = 90;

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The cookie as we write it; anything else is no device. */
function tokenOf(request: Request): string | undefined {
  const pattern = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{43})(?:;|$)`);
  return pattern.exec(request.headers.cookie ?? '')?.[1];
}
