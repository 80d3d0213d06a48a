/** At most so many rounds are let pass before what could not be read is tried again. */
const ROUNDS_AT_MOST = 60;
/**
 * After a plan an authority is left alone for so many times as long as it took: two hundred that change all the time can
 * share a worker.
 */
const RESTS_FOR = 200;
/** Then what was recorded meanwhile is planned, however long a plan takes. */
const RESTS_AT_MOST_MS = 60_000;

/** What a plan is made from. */
export interface PlannedFrom {
  /** Where the authority's chain of changes stands. */
  readonly position: string;
  /** The civil day in London. */
  readonly day: string;
}

interface SoFar {
  readonly from: PlannedFrom;
  /** Rounds between this try and the next; undefined where the plan was whole. */
  readonly waits?: number;
  left: number;
  /** By the clock of the process, in milliseconds. */
  readonly restsUntil: number;
}

/**
 * What each authority was last planned from: nothing is to be done while that is the same. A plan in which something
 * could not be read is made again in the next round, and then ever less often, because some faults stay until somebody
 * mends them. An authority of which a plan takes long may rest after it: on a busy evening one large council would keep a
 * worker planning, and the database from those who wait for a page.
 */
export class PlannedSoFar {
  readonly #byAuthority = new Map<string, SoFar>();

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  /** Whether its last plan took so long that it is left alone still, whatever changed on that day. */
  rests(authorityId: string, day: string): boolean {
    const soFar = this.#byAuthority.get(authorityId);
    return soFar?.from.day === day && this.nowMs() < soFar.restsUntil;
  }

  /** Asked once a round. */
  isToPlan(authorityId: string, from: PlannedFrom): boolean {
    const soFar = this.#byAuthority.get(authorityId);
    if (soFar === undefined || !isTheSame(soFar.from, from)) return true;
    if (soFar.waits === undefined) return false;
    soFar.left -= 1;
    return soFar.left <= 0;
  }

  /**
   * @param unread how much could not be read
   * @param beganMs when the plan was begun, by the clock of the process
   */
  note(
    authorityId: string,
    from: PlannedFrom,
    { unread, beganMs }: { unread: number; beganMs: number },
  ): void {
    const now = this.nowMs();
    const restsUntil = now + Math.min(RESTS_FOR * (now - beganMs), RESTS_AT_MOST_MS);
    if (unread === 0) {
      this.#byAuthority.set(authorityId, { from, left: 0, restsUntil });
      return;
    }
    const before = this.#byAuthority.get(authorityId);
    const waited = before !== undefined && isTheSame(before.from, from) ? (before.waits ?? 0) : 0;
    const waits = Math.min(Math.max(1, 2 * waited), ROUNDS_AT_MOST);
    this.#byAuthority.set(authorityId, { from, waits, left: waits, restsUntil });
  }
}

const isTheSame = (one: PlannedFrom, other: PlannedFrom): boolean =>
  one.position === other.position && one.day === other.day;
