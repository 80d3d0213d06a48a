import type { INestApplicationContext } from '@nestjs/common';
import { Accounts } from '../identity/index.js';
import { Clock } from '../platform/clock/index.js';
import type { Config } from '../platform/config/index.js';
import { DemonstrationCouncil } from './council.js';
import { DemonstrationClock } from './demonstration-clock.js';
import { ADMINISTRATOR, emailOf, OFFICERS, PASSWORD } from './people.js';

const INTERRUPTED =
  'The demonstration council was interrupted while it was being loaded. Delete the data folder and start again to load it whole.';

/** Puts the rooms together with another clock, without web or worker. */
export type OpenRooms = (clock: Clock) => Promise<INestApplicationContext>;

/** Whether this installation may have the demonstration at all: its own embedded database, and not production. */
export function mayDemonstrate(config: Config): boolean {
  return config.database.kind === 'embedded' && !config.production;
}

/**
 * Loads the demonstration council into a database in which nobody has an account yet. It is told as a story that ends
 * today, so that something is due soon, something is overdue and the next meeting is near.
 */
export async function loadDemonstration(openRooms: OpenRooms, clock: Clock): Promise<void> {
  const storyClock = new DemonstrationClock(clock.today());
  const rooms = await openRooms(storyClock);
  try {
    if (await rooms.get(Accounts).any()) return;
    await new DemonstrationCouncil(rooms, storyClock).found();
  } finally {
    await rooms.close();
  }
}

/** The sign-ins, one for each role, while the demonstration council is here. */
export async function demonstrationSignIns(accounts: Accounts): Promise<string[]> {
  const isHere = async (login: string): Promise<boolean> =>
    (await accounts.authenticate(emailOf(login), PASSWORD)) !== undefined;
  if (!(await isHere(ADMINISTRATOR.login))) return (await isHere(OFFICERS[0].login)) ? [INTERRUPTED] : [];
  const people = [
    { login: 'cotterell', title: 'Member with an interest' },
    { login: 'okonjo', title: 'Member, newly elected' },
    { login: 'ellwood', title: 'Co-opted member' },
    ...OFFICERS,
    ADMINISTRATOR,
  ];
  const width = Math.max(...people.map(({ title }) => title.length));
  return [
    `Wyrefordshire is a fictional council, for trying things out. Everybody’s password is “${PASSWORD}”:`,
    ...people.map(({ title, login }) => `  ${title.padEnd(width)}  ${emailOf(login)}`),
  ];
}
