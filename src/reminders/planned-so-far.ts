/** At most so many rounds are let pass before what could not be read is tried again. */
const ROUNDS_AT_MOST = 60;

interface SoFar {
  readonly state: string;
  /** Rounds between this try and the next; undefined where the plan was whole. */
  readonly waits?: number;
  left: number;
}

/**
 * What each authority was last planned from: nothing is to be done while that is the same. A plan in which something
 * could not be read is made again in the next round, and then ever less often, because some faults stay until somebody
 * mends them.
 */
export class PlannedSoFar {
  readonly #byAuthority = new Map<string, SoFar>();

  /** Asked once a round. */
  isToPlan(authorityId: string, state: string): boolean {
    const soFar = this.#byAuthority.get(authorityId);
    if (soFar?.state !== state) return true;
    if (soFar.waits === undefined) return false;
    soFar.left -= 1;
    return soFar.left <= 0;
  }

  note(authorityId: string, state: string, unread: number): void {
    if (unread === 0) {
      this.#byAuthority.set(authorityId, { state, left: 0 });
      return;
    }
    const before = this.#byAuthority.get(authorityId);
    const waited = before?.state === state ? (before.waits ?? 0) : 0;
    const waits = Math.min(Math.max(1, 2 * waited), ROUNDS_AT_MOST);
    this.#byAuthority.set(authorityId, { state, waits, left: waits });
  }
}
