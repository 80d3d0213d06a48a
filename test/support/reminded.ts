import { Outbox, type OutboxMail } from '../../src/platform/mail/index.js';
import { Gathering, Planner, ReminderPractices, Sending, type Planned } from '../../src/reminders/index.js';
import type { Council } from './council.js';
import type { Rooms } from './rooms.js';

/** A reminder as it stands. */
export interface ReminderRow {
  readonly step: string;
  readonly state: string;
  readonly reason: string | null;
}

/** What a worker does for one council, step by step, and what came of it. */
export interface Reminded {
  /** One message a day goes at once; whatever else comes up waits for the digest. */
  readonly oneADay: () => Promise<void>;
  readonly plan: () => Promise<Planned>;
  /** The ids of the messages that were fixed. */
  readonly gather: () => Promise<readonly string[]>;
  readonly send: (messageId: string) => Promise<void>;
  /** Plans, gathers and sends, as a round does by way of the queue. How many messages went out. */
  readonly tell: () => Promise<number>;
  readonly reminders: (rule?: string) => Promise<ReminderRow[]>;
  /** The steps in a state, in the order of their times. */
  readonly steps: (state: string, rule?: string) => Promise<string[]>;
  /** What reached an address, the newest first. */
  readonly outbox: (email: string) => Promise<OutboxMail[]>;
}

export function reminded(rooms: Rooms, council: Council): Reminded {
  const { authorityId } = council;
  const plan = (): Promise<Planned> => council.inUnit((uow) => rooms.get(Planner).plan(uow));
  const gather = async (): Promise<readonly string[]> =>
    (await rooms.get(Gathering).gather(authorityId)).messageIds;
  const send = (messageId: string): Promise<void> => rooms.get(Sending).send(authorityId, messageId);
  const reminders = async (rule = '%'): Promise<ReminderRow[]> =>
    (
      await rooms.owner.query<ReminderRow>(
        `select step, state, reason from reminder where authority_id = $1 and rule like $2
         order by due_at, planned_at, step`,
        [authorityId, rule],
      )
    ).rows;
  return {
    oneADay: () => council.inUnit((uow) => rooms.get(ReminderPractices).set(uow, { atOnceADay: 1 })),
    plan,
    gather,
    send,
    tell: async () => {
      await plan();
      const fixed = await gather();
      for (const id of fixed) await send(id);
      return fixed.length;
    },
    reminders,
    steps: async (state, rule) =>
      (await reminders(rule)).filter((row) => row.state === state).map(({ step }) => step),
    outbox: async (email) => (await rooms.get(Outbox).newest()).filter(({ to }) => to === email),
  };
}
