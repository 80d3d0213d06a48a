/**
 * A journey is data: which pages there are, when each is relevant, when each is complete. Next page, back link,
 * 'may they be here', the task list's states and 'check your answers' all follow from it (route.ts, progress.ts),
 * so no page writes a link by hand and no two of them can disagree.
 */
export interface Journey<Answers> {
  /** Where the back link of the first page goes. */
  readonly startPath: string;
  /** The task list, for a journey whose tasks may be done in any order. Without it, task follows task. */
  readonly listPath?: string;
  readonly tasks: readonly JourneyTask<Answers>[];
  /** What follows when every task is complete: 'check your answers', usually. */
  readonly ending: readonly JourneyPage<Answers>[];
}

/** A few pages that belong together: one row of the task list. */
export interface JourneyTask<Answers> {
  readonly id: string;
  readonly title: string;
  /** Absent: always. */
  readonly relevant?: (answers: Answers) => boolean;
  readonly pages: readonly JourneyPage<Answers>[];
}

/** One page, with one question. Ids are unique in the journey. */
export interface JourneyPage<Answers> {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  /** Absent: always. A page that is not relevant is passed over, and its answers do not count. */
  readonly relevant?: (answers: Answers) => boolean;
  readonly complete: (answers: Answers) => boolean;
  /**
   * For a page that may be answered several times (add an entry): the id of the page, later in the task, that
   * lists what was added. Once that page is relevant, 'back' goes there, for that is where 'add another' was.
   */
  readonly listedOn?: string;
  /** The rows of 'check your answers' that come from this page; absent: none. */
  readonly rows?: (answers: Answers) => readonly CheckRow[];
}

/** One answer to check, in the person's terms. `changePath` is the page itself unless told. */
export interface CheckRow {
  readonly question: string;
  readonly answer: string;
  readonly changePath?: string;
}

/** GOV.UK's words for the state of a task. */
export type TaskStatus = 'Not yet started' | 'In progress' | 'Completed';

/** Does this count for these answers? */
export const isRelevant = <A>(part: { relevant?: (answers: A) => boolean }, answers: A): boolean =>
  part.relevant?.(answers) ?? true;
