import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';

/** What a passkey is asked for. An answer to one question is none to another. */
export type PasskeyPurpose = 'add' | 'sign-in' | 'second-step' | 'confirm';

declare module 'express-session' {
  interface SessionData {
    /** What this browser was asked last to let a passkey sign. */
    passkeyChallenge?: { challenge: string; purpose: PasskeyPurpose };
  }
}

/** In milliseconds: as long as browsers wait for somebody to find their key, and a little more. */
const GOOD_FOR = 5 * 60_000;

/**
 * What a passkey is to sign. A challenge belongs to the session of one browser and one purpose, and a row says that nobody
 * has answered it yet: a session alone could be read twice at the same moment.
 */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async give({ session }: Request, challenge: string, purpose: PasskeyPurpose): Promise<void> {
    const now = this.clock.machineNow();
    await this.database.acrossAuthorities(async (manager) => {
      await manager.query('delete from passkey_challenge where expires_at <= $1', [now]);
      await manager.query(
        'insert into passkey_challenge (challenge_hash, purpose, expires_at) values ($1, $2, $3)',
        [digestOf(challenge), purpose, new Date(now.getTime() + GOOD_FOR)],
      );
    });
    session.passkeyChallenge = { challenge, purpose };
  }

  /** The challenge that this browser was given for this purpose. It is used up, however it is answered. */
  async take({ session }: Request, purpose: PasskeyPurpose): Promise<string | undefined> {
    const given = session.passkeyChallenge;
    delete session.passkeyChallenge;
    if (given?.purpose !== purpose) return undefined;
    const [, taken] = await this.database.acrossAuthorities((manager) =>
      manager.query<[unknown, number]>(
        'delete from passkey_challenge where challenge_hash = $1 and purpose = $2 and expires_at > $3',
        [digestOf(given.challenge), purpose, this.clock.machineNow()],
      ),
    );
    return taken === 1 ? given.challenge : undefined;
  }
}

const digestOf = (challenge: string): Buffer => createHash('sha256').update(challenge).digest();
