import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Accounts } from '../../../identity/index.js';

/**
 * The one-time code with which the first administrator of an empty installation makes their account. It is made anew
 * at every start and printed where only the operator reads: whoever finds the page first must not own the place.
 */
@Injectable()
export class FirstAdministrator {
  /** Twenty hexadecimal characters in groups of five. */
  readonly code = randomBytes(10)
    .toString('hex')
    .replace(/.{5}(?!$)/g, '$&-');

  constructor(private readonly accounts: Accounts) {}

  /** Whether nobody can sign in yet, so that the code is of use. */
  async isNeeded(): Promise<boolean> {
    return !(await this.accounts.any());
  }

  matches(given: string): boolean {
    const [ours, theirs] = [this.code, given.trim().toLowerCase()].map((text) => Buffer.from(text)) as [
      Buffer,
      Buffer,
    ];
    return ours.length === theirs.length && timingSafeEqual(ours, theirs);
  }
}
