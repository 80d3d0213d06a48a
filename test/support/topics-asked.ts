import { civilDate } from '../../src/law/index.js';
import { Clock, londonInstant } from '../../src/platform/clock/index.js';
import { Planner, Reminder, ReminderPractices } from '../../src/reminders/index.js';
import type { DropReason, Part, Wanted } from '../../src/reminders/topics/topic.js';
import { Topics } from '../../src/reminders/topics/topics.js';
import type { Council } from './council.js';
import type { Rooms } from './rooms.js';

/** What the topics of one council want told, and what they say. */
export interface TopicsAsked {
  /** What is wanted of a rule now, or on another London day at noon while the clock stands where it is. */
  wanted(rule: string, on?: string): Promise<Wanted[]>;
  /** The steps of everything wanted of a rule with their London times, `day-1 2017-10-24T09:00`, once each. */
  steps(rule: string, on?: string): Promise<string[]>;
  plan(): Promise<{ planned: number; withdrawn: number }>;
  /** How many rows of a rule stand in a state. */
  count(rule: string, state?: Reminder['state']): Promise<number>;
  /** Asks of the planned rows of a rule what they say now, once each. */
  says(rule: string): Promise<(Part | DropReason)[]>;
  /** Every word of everything that is planned, as one text. */
  allWords(): Promise<string>;
}

export function topicsAsked(rooms: Rooms, council: Council): TopicsAsked {
  const asked: TopicsAsked = {
    wanted: (rule, on) =>
      council.inUnit(async (uow) => {
        const clock = rooms.get(Clock);
        const today = on === undefined ? clock.today() : civilDate(on);
        const now = on === undefined ? clock.now() : londonInstant(today, '12:00');
        const practice = await rooms.get(ReminderPractices).of(uow);
        const { wanted, rules } = await rooms.get(Planner).wanted(uow, {
          ...{ today, now, practice },
          cannotRead: () => undefined,
        });
        if (!rules.includes(rule)) throw new Error(`The topic of "${rule}" could not be asked.`);
        return wanted.filter((one) => one.rule === rule);
      }),
    steps: async (rule, on) => {
      const steps = (await asked.wanted(rule, on)).flatMap((one) => one.steps);
      return [...new Set(steps.map(({ name, dueAt }) => `${name} ${london(dueAt)}`))];
    },
    plan: () => council.inUnit((uow) => rooms.get(Planner).plan(uow)),
    count: (rule, state = 'planned') =>
      council.inUnit((uow) =>
        uow.manager.countBy(Reminder, { authorityId: council.authorityId, rule, state }),
      ),
    says: async (rule) => {
      const told = await council.inUnit(async (uow) => {
        const where = { authorityId: council.authorityId, rule, state: 'planned' as const };
        const rows = await uow.manager.find(Reminder, { where, order: { dueAt: 'ASC' } });
        return rows.length === 0 ? [] : [...(await rooms.get(Topics).of(rule).tell(uow, rows)).values()];
      });
      return [...new Map(told.map((one) => [JSON.stringify(one), one])).values()];
    },
    allWords: async () => {
      const parts: (Part | DropReason)[] = [];
      for (const { rules } of rooms.get(Topics).all)
        for (const rule of rules) parts.push(...(await asked.says(rule)));
      return JSON.stringify(parts);
    },
  };
  return asked;
}

/** '2017-10-24T09:00' on the London clock. */
function london(at: Date): string {
  return at.toLocaleString('sv-SE', { timeZone: 'Europe/London' }).replace(' ', 'T').slice(0, 16);
}

/** The words of the one part that is said. */
export function words(said: readonly (Part | DropReason)[]): string {
  const [part, second] = said;
  if (part === undefined || typeof part === 'string' || second !== undefined)
    throw new Error(`Not one part is said: ${JSON.stringify(said)}`);
  return [part.subject, ...part.lines].join('\n');
}
