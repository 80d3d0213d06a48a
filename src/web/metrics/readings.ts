import type { Clock } from '../../platform/clock/index.js';
import type { Database } from '../../platform/database/index.js';
import type { JobQueue } from '../../platform/queue/index.js';
import type { Reading } from './measured.js';

/** Counting reads some thousands of rows: once a minute is enough for what is looked at every five. */
const COUNTED_EVERY_MS = 60_000;

interface Counts {
  readonly reminders_late: number;
  readonly reminders_oldest: Date | null;
  readonly messages_unsent: number;
  readonly messages_oldest: Date | null;
  readonly duties_overdue: number;
}

/** What is read when somebody asks: numbers of the whole installation, which every web process tells alike. */
export function readingsOf(database: Database, queue: JobQueue, clock: Clock): readonly Reading[] {
  const counts = onceAMinute(() => countedAt(database, clock.now()));
  const depth = together(() => queue.depth());
  const one = (name: string, help: string, from: (counted: Counts) => number): Reading => ({
    name,
    help,
    read: async () => ({ '': from(await counts()) }),
  });
  const secondsSince = (then: Date | null): number =>
    then === null ? 0 : Math.max(0, (clock.now().getTime() - new Date(then).getTime()) / 1000);
  return [
    one(
      'probity_reminders_late',
      'Reminders that should have gone five minutes ago or earlier, and wait.',
      (c) => c.reminders_late,
    ),
    one('probity_reminders_oldest_late_seconds', 'How late the latest of them is.', (c) =>
      secondsSince(c.reminders_oldest),
    ),
    one(
      'probity_messages_unsent',
      'Messages that are written for five minutes or longer and were not sent.',
      (c) => c.messages_unsent,
    ),
    one('probity_messages_oldest_unsent_seconds', 'How old the oldest of them is.', (c) =>
      secondsSince(c.messages_oldest),
    ),
    one(
      'probity_duties_overdue',
      'Duties of members that are open after their last day, as the reminders know them.',
      (c) => c.duties_overdue,
    ),
    {
      name: 'probity_queue_jobs',
      help: 'Jobs in the queue, by state.',
      label: 'state',
      read: async () => (await depth()).jobs,
    },
    {
      name: 'probity_queue_oldest_waiting_seconds',
      help: 'How long the job that waits longest has waited; nought when none waits.',
      read: async () => ({ '': (await depth()).oldestWaitingSeconds }),
    },
    {
      name: 'probity_database_connections',
      help: 'Connections of this process to its database; requests that wait for one.',
      label: 'state',
      read: () => Promise.resolve({ ...database.connections() }),
    },
  ];
}

async function countedAt(database: Database, now: Date): Promise<Counts> {
  const [row] = await database.acrossAuthorities((manager) =>
    manager.query<Counts[]>('select * from operations_counts($1)', [now]),
  );
  if (row === undefined) throw new Error('Nothing was counted.');
  return row;
}

/** Machine time. A failure is not kept. */
function onceAMinute<T>(count: () => Promise<T>): () => Promise<T> {
  let counted: { at: number; answer: Promise<T> } | undefined;
  return () => {
    const at = performance.now();
    if (counted === undefined || at - counted.at > COUNTED_EVERY_MS) {
      const answer = count();
      counted = { at, answer };
      answer.catch(() => {
        counted = undefined;
      });
    }
    return counted.answer;
  };
}

/** Two readings of one look ask once. */
function together<T>(ask: () => Promise<T>): () => Promise<T> {
  let open: Promise<T> | undefined;
  return () => {
    open ??= ask().finally(() => {
      open = undefined;
    });
    return open;
  };
}
