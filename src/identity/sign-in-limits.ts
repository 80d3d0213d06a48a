import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';

const QUARTER_OF_AN_HOUR = 15 * 60;

/**
 * How many wrong passwords are borne in a quarter of an hour: ten for one account, three hundred from one address.
 * Counted in each web process, in machine time; a right password clears the account's count.
 */
@Injectable()
export class SignInLimits {
  readonly #byEmail = new RateLimiterMemory({ points: 10, duration: QUARTER_OF_AN_HOUR });
  readonly #byAddress = new RateLimiterMemory({ points: 300, duration: QUARTER_OF_AN_HOUR });

  async isReached(email: string, address: string): Promise<boolean> {
    const [account, place] = [await this.#byEmail.get(key(email)), await this.#byAddress.get(address)];
    return [account, place].some((count) => count !== null && count.remainingPoints <= 0);
  }

  async countFailure(email: string, address: string): Promise<void> {
    await this.#byEmail.penalty(key(email));
    await this.#byAddress.penalty(address);
  }

  async clear(email: string): Promise<void> {
    await this.#byEmail.delete(key(email));
  }
}

/** No email is longer; what is typed into the box may be. */
function key(email: string): string {
  return email.trim().toLowerCase().slice(0, 254);
}
