import { randomUUID } from 'node:crypto';
import { addDays, civilDate, type CivilDate } from '../../src/law/index.js';
import type { Database } from '../../src/platform/database/index.js';
import { Sensitivities } from '../../src/register/index.js';
import { addAccount, done, type Council } from './council.js';
import type { Rooms } from './rooms.js';

/** Whose entry both keys are turned for, or whose interest that waits to be entered, and until when. */
export type Agreed = ({ readonly entryId: string } | { readonly interestId: string }) & {
  readonly memberId: string;
  /** The member's own account: the first key. */
  readonly accountId: string;
  readonly reviewOn?: CivilDate;
};

/** Makes it sensitive as people do: the member asks, and an officer agrees. Gives the review day. */
export async function agreeSensitive(
  rooms: Rooms & { readonly database: Database },
  council: Council,
  { memberId, accountId, reviewOn = addDays(civilDate('2017-10-16'), 365), ...about }: Agreed,
): Promise<CivilDate> {
  const { authorityId } = council;
  const as = (accountId: string) => ({ authorityId, actor: { kind: 'person', accountId } }) as const;
  const officer = await addAccount(rooms, `officer-${randomUUID()}@example.org`);
  const { id } = await rooms.database.unitOfWork(as(accountId), async (uow) =>
    done(await rooms.get(Sensitivities).request(uow, memberId, { ...about, reason: 'Threats were made.' })),
  );
  const decision = { decision: 'agreed', reason: 'The police confirm it.', reviewOn } as const;
  await rooms.database.unitOfWork(as(officer), async (uow) =>
    done(await rooms.get(Sensitivities).decide(uow, id, decision)),
  );
  return reviewOn;
}
