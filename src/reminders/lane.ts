/** Each group keeps a connection to the database: when so many are slow, the others wait for one of them. */
const MOST_SLOW = 4;

/** Milliseconds. */
const MOMENT = 4;

/** Where one item of a lane belongs: items of one place are taken together. */
export interface InLane {
  readonly place: string;
}

interface Waiting<T> {
  readonly item: T;
  readonly done: (outcome: PromiseSettledResult<void>) => void;
}

/**
 * Takes what comes in groups of one place, one group after the other. A group that keeps the others waiting for too
 * long no longer holds them up: it goes on beside them. So where a group is one message, a process that is killed has
 * at most one prompt message that left and was not recorded, and beside it only such as hang anyway.
 */
export class Lane<T extends InLane> {
  readonly #waiting: Waiting<T>[] = [];
  #busy = false;
  #running = 0;

  /**
   * @param atOnce how many items make a group at most
   * @param slowAfter milliseconds of machine time after which a group no longer holds up the next
   * @param run does a group; one outcome for each item, in their order
   */
  constructor(
    private readonly atOnce: number,
    private readonly slowAfter: number,
    private readonly run: (items: readonly T[]) => Promise<readonly PromiseSettledResult<void>[]>,
  ) {}

  /** Waits for its turn and does the item. @throws what doing it threw */
  async through(item: T): Promise<void> {
    const outcome = await new Promise<PromiseSettledResult<void>>((done) => {
      this.#waiting.push({ item, done });
      this.#soon();
    });
    if (outcome.status === 'rejected') throw outcome.reason;
  }

  /** Where several are taken together, those that come at the same moment are waited for. */
  #soon(): void {
    if (this.atOnce === 1) this.#next();
    else
      setTimeout(() => {
        this.#next();
      }, MOMENT);
  }

  #next(): void {
    const [oldest] = this.#waiting;
    if (this.#busy || this.#running > MOST_SLOW || oldest === undefined) return;
    const group = this.#waiting.filter(({ item }) => item.place === oldest.item.place).slice(0, this.atOnce);
    for (const one of group) this.#waiting.splice(this.#waiting.indexOf(one), 1);
    this.#busy = true;
    this.#running += 1;
    let holds = true;
    const letOn = (): void => {
      if (!holds) return;
      holds = false;
      this.#busy = false;
      this.#soon();
    };
    const slow = setTimeout(letOn, this.slowAfter);
    void this.#do(group).then(() => {
      clearTimeout(slow);
      this.#running -= 1;
      letOn();
      this.#soon();
    });
  }

  async #do(group: readonly Waiting<T>[]): Promise<void> {
    const outcomes = await this.run(group.map(({ item }) => item)).catch((reason: unknown) =>
      group.map(() => ({ status: 'rejected', reason }) as const),
    );
    group.forEach(({ done }, index) => {
      done(
        outcomes[index] ?? { status: 'rejected', reason: new Error('A group left one of its items out.') },
      );
    });
  }
}
