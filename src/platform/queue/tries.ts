import type { Job, JobsOptions } from 'bullmq';

/** Where a job stands, told to its handler. */
export interface Tries {
  /** How often it was begun before; a try that ended with its process counts too. */
  readonly made: number;
  /** Nothing follows when this try fails: the job is then kept among the dead letters. */
  readonly last: boolean;
}

/** Twenty tries take an hour and three quarters: long enough for a mail server to be mended in working hours. */
const ATTEMPTS = 20;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 600_000;
const DEAD_LETTERS_KEPT = 5_000;
const GROWING = 'growing';

/** The same name and id waiting twice is one job. BullMQ frees the key when the job ends, well or badly. */
export function jobOptions(name: string, id: string): JobsOptions {
  return {
    deduplication: { id: `${name}/${id}` },
    attempts: ATTEMPTS,
    backoff: { type: GROWING },
    // Where it was thrown is always the same place of ours.
    stackTraceLimit: 0,
    removeOnComplete: true,
    removeOnFail: { count: DEAD_LETTERS_KEPT },
  };
}

/** A second after the first try, twice as long after each further one, and never more than ten minutes. */
export function pauseAfter(tries: number): number {
  return Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE);
}

export function triesOf(job: Job): Tries {
  return {
    made: Math.max(job.attemptsStarted - 1, job.attemptsMade),
    last: job.attemptsMade + 1 >= (job.opts.attempts ?? 1),
  };
}
