import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Limits, type Limiter } from '../platform/limiting/index.js';
import { placeOf } from './sessions/place.js';
import { KnownDevices } from './sessions/known-devices.js';

const QUARTER_OF_AN_HOUR = 15 * 60;
const HOUR = 60 * 60;

/** An attempt that may be made. It is counted already; being right takes it off again. */
export interface Attempt {
  wasRight(): Promise<void>;
}

/**
 * How many wrong passwords are borne, counted in PostgreSQL and so for all web processes together. A device on which the
 * owner has signed in before is borne ten in a quarter of an hour, whatever others do. From every other one: ten for one
 * account from one place in a quarter of an hour, a hundred for one account from all places in an hour, and three hundred
 * from one place.
 *
 * So somebody who guesses at a member’s account from a thousand places keeps out strangers’ devices, for an hour, and
 * never the member’s own. An attempt is counted before the password is looked at: many at once are not borne either.
 */
@Injectable()
export class SignInLimits {
  readonly #device: Limiter;
  readonly #accountInPlace: Limiter;
  readonly #account: Limiter;
  readonly #place: Limiter;

  constructor(
    limits: Limits,
    private readonly devices: KnownDevices,
  ) {
    const within = { seconds: QUARTER_OF_AN_HOUR };
    this.#device = limits.limiter({ name: 'sign-in-device', points: 10, ...within });
    this.#accountInPlace = limits.limiter({ name: 'sign-in-account-place', points: 10, ...within });
    this.#account = limits.limiter({ name: 'sign-in-account', points: 100, seconds: HOUR });
    this.#place = limits.limiter({ name: 'sign-in-place', points: 300, ...within });
  }

  /** Counts an attempt to sign in to the account with this email, or refuses it. An email of nobody counts alike. */
  async attempt(typed: string, request: Request): Promise<Attempt | { refused: 'too-many' }> {
    // No email is longer; what is typed into the box may be. PostgreSQL takes no NUL.
    const email = typed.trim().toLowerCase().replaceAll('\0', '').slice(0, 254);
    const place = placeOf(request.ip);
    const device = await this.devices.known(request, email);
    if (device !== undefined) {
      const key = `${device} ${email}`;
      // A device that spent its own count is a stranger’s again: somebody may have found it.
      if (!('refused' in (await this.#device.spend(key)))) return { wasRight: () => this.#device.clear(key) };
    }
    const here = `${email} ${place}`;
    const counts = [
      [this.#place, place],
      [this.#accountInPlace, here],
      [this.#account, email],
    ] as const;
    // What is refused by one is not counted by the next: a place alone cannot spend what all places have together.

    for (const [limiter, key] of counts) {
      if ('refused' in (await limiter.spend(key))) return { refused: 'too-many' };
    }
    return {
      wasRight: async () => {
        await this.#accountInPlace.clear(here);
        // Being right once says nothing about what others have tried.
        await this.#account.giveBack(email);
        await this.#place.giveBack(place);
      },
    };
  }

  /** Somebody has just signed in: their device is known from now on. */
  async rememberDevice(request: Request, accountId: string): Promise<void> {
    await this.devices.remember(request, accountId);
  }
}
