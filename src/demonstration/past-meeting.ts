import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Disclosures } from '../disclosures/index.js';
import { addDays, daysBetween, type CivilDate } from '../law/index.js';
import { Meetings, Observations, type AgendaItem, type Seen } from '../meetings/index.js';
import type { Actor, UnitOfWork } from '../platform/database/index.js';
import { Register } from '../register/index.js';
import { workingDayFrom } from './agendas.js';
import type { DemonstrationClock } from './demonstration-clock.js';
import { created } from './created.js';

const DAYS_AGO = 16;
/** More than five clear days, whichever holidays lie between. */
const ISSUED_DAYS_BEFORE = 14;

export interface Story {
  readonly act: <T>(actor: Actor, work: (uow: UnitOfWork) => Promise<T>) => Promise<T>;
  readonly as: (login: string) => Actor;
  readonly memberId: (login: string) => string;
}

/** The day of the meeting that is over, and the day on which its agenda was issued. */
export function pastMeetingDays(today: CivilDate): { meetsOn: CivilDate; issuedOn: CivilDate } {
  const meetsOn = workingDayFrom(addDays(today, -DAYS_AGO));
  return { meetsOn, issuedOn: addDays(meetsOn, -ISSUED_DAYS_BEFORE) };
}

/**
 * What happened at the panel's last meeting. One member declared an interest and left, one declared what is in no
 * register, and one voted on a contract of the company that she is a director of: the officer's checks ask about it.
 */
export async function tellOfPastMeeting(
  rooms: INestApplicationContext,
  clock: DemonstrationClock,
  meetingId: string,
  { act, as, memberId }: Story,
): Promise<void> {
  const { meetsOn } = pastMeetingDays(clock.storyToday);
  clock.daysAgo(daysBetween(meetsOn, clock.storyToday), '10:20');
  const items = await act(as('clerk'), (uow) => rooms.get(Meetings).items(uow, meetingId));
  const contract = itemAbout(items, 'Family Support Contract');
  const schools = itemAbout(items, 'School Places');

  await act(as('pemberton-vale'), async (uow) => {
    const id = memberId('pemberton-vale');
    const entries = await rooms.get(Register).current(uow, id);
    const land = entries.find(({ details }) => details.category === 'land');
    created(
      await rooms.get(Disclosures).declare(uow, {
        ...{ id: randomUUID(), memberId: id, meetingId, atMeeting: true, item: contract },
        ...{ interest: { known: land?.entry.id ?? '' }, intends: 'leaves' },
        nature: 'I receive the rent of premises at the business park where the work is done',
      }),
    );
  });
  await act(as('quillfeather'), async (uow) => {
    created(
      await rooms.get(Disclosures).declare(uow, {
        ...{
          id: randomUUID(),
          memberId: memberId('quillfeather'),
          meetingId,
          atMeeting: true,
          item: schools,
        },
        ...{ interest: { kind: 'dpi', heldBy: 'self', category: 'employment' }, intends: 'leaves' },
        nature: 'I was made a director of Fallow Hill School Transport Ltd last month',
      }),
    );
  });

  const here = ['thackeray', 'pemberton-vale', 'brackley', 'varma', 'quillfeather', 'cotterell', 'ellwood'];
  const seen: Seen[] = [
    { kind: 'opened' },
    ...here.map((login): Seen => ({ kind: 'attendance', memberId: memberId(login), as: 'present' })),
    { kind: 'attendance', memberId: memberId('rusk'), as: 'apologies' },
    { kind: 'item-begun', itemId: contract.id },
    { kind: 'left', memberId: memberId('pemberton-vale'), itemId: contract.id },
    vote(contract, ['thackeray', 'brackley', 'varma', 'quillfeather', 'cotterell'].map(memberId)),
    { kind: 'returned', memberId: memberId('pemberton-vale'), itemId: contract.id },
    { kind: 'item-begun', itemId: schools.id },
    { kind: 'left', memberId: memberId('quillfeather'), itemId: schools.id },
    { kind: 'closed' },
  ];
  await act(as('clerk'), async (uow) => {
    const observations = seen.map((one) => ({ id: randomUUID(), seen: one, saidAt: clock.now() }));
    for (const observation of observations) {
      const [recorded] = await rooms
        .get(Observations)
        .record(uow, { meetingId, observations: [observation] });
      if (recorded === undefined || 'refused' in recorded)
        throw new Error(`The demonstration could not record a meeting: ${JSON.stringify(recorded)}`);
    }
  });
}

const vote = (item: AgendaItem, inFavour: readonly string[]): Seen => ({
  ...{ kind: 'vote', itemId: item.id, question: 'motion', outcome: 'carried' },
  result: { named: inFavour.map((memberId) => ({ memberId, vote: 'for' })) },
});

function itemAbout(items: readonly AgendaItem[], words: string): AgendaItem {
  const item = items.find(({ title }) => title.startsWith(words));
  if (item === undefined) throw new Error(`The demonstration's agenda has no item about ${words}.`);
  return item;
}
