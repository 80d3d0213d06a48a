import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { Associations, DecisionsAlone, Disclosures, type ToldAlone } from '../../src/disclosures/index.js';
import {
  DispensationDecisions,
  DispensationInvitations,
  DispensationRequests,
  type Asked,
} from '../../src/dispensations/index.js';
import { DirectoryImports, readDirectory } from '../../src/exchange/index.js';
import { civilDate, type CivilDate } from '../../src/law/index.js';
import { Meetings } from '../../src/meetings/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import { Register } from '../../src/register/index.js';
import type { Rooms } from './rooms.js';
import { done } from './council.js';

/** Stands on the list that a member keeps for themselves, and nowhere that anybody else may look, an officer included. */
export const OWN_LIST_MARK = 'quexleybury';

type As = <T>(account: string, work: (uow: UnitOfWork) => Promise<T>) => Promise<T>;

/**
 * While every interest is still public: the member declares the first of them at a meeting that is over, in words with a
 * mark, and keeps a list with a mark of its own. Beside it lies one of everything that has a page, without marks.
 */
export async function tellOfMeetings(
  rooms: Rooms,
  told: {
    as: As;
    member: { memberId: string; accountId: string };
    clerk: string;
    officer: string;
    meetingId: string;
  },
): Promise<void> {
  const { as, member, clerk, officer, meetingId } = told;
  const { memberId, accountId } = member;
  await as(accountId, async (uow) => {
    const registered = await rooms.get(Register).current(uow, memberId);
    const entry = registered.find(({ details }) => details.category === 'employment');
    const items = await rooms.get(Meetings).items(uow, meetingId);
    const item = { id: items[1]?.id ?? '', title: items[1]?.title ?? '' };
    const interest = { known: entry?.entry.id ?? '' };
    const declared = { id: randomUUID(), memberId, meetingId, item, interest, intends: 'leaves' } as const;
    const nature = 'I am the warden of Zanderwick.';
    done(await rooms.get(Disclosures).declare(uow, { ...declared, nature, atMeeting: true }));
    const list = { name: 'Quexleybury Cousins', otherNames: [], connection: 'my cousin of Quexleybury' };
    done(await rooms.get(Associations).add(uow, memberId, { kind: 'family', ...list }));
  });
  const asked: Asked & { from: CivilDate; to: CivilDate } = {
    ...{ kind: 'restriction', relieves: ['discussion'], ground: 'c', matter: 'The lease of the market hall' },
    ...{ from: civilDate('2017-10-01'), to: civilDate('2017-11-30'), reason: 'The ward would go unheard.' },
  };
  const requestId = await as(
    accountId,
    async (uow) => done(await rooms.get(DispensationRequests).ask(uow, memberId, asked)).id,
  );
  await as(officer, async (uow) => {
    const granted = { outcome: 'granted', decidedBy: 'officer', decidedOn: civilDate('2017-05-20') } as const;
    const { relieves, ground, from, to, matter: cases, reason } = asked;
    const given = { ...granted, relieves, ground, from, to, cases, reason };
    done(await rooms.get(DispensationDecisions).decide(uow, requestId, given));
  });
  await as(accountId, async (uow) => {
    done(await rooms.get(DispensationRequests).ask(uow, memberId, { ...asked, matter: 'The bandstand' }));
    done(await rooms.get(DecisionsAlone).record(uow, { ...DECIDED, kind: 'single-member', memberId }));
  });
  await as(clerk, async (uow) => {
    done(await rooms.get(DispensationInvitations).invite(uow, [memberId], { ...asked, matter: 'The toll' }));
    done(await rooms.get(DecisionsAlone).record(uow, { ...DECIDED, kind: 'delegated', memberId: undefined }));
    const xml = fs.readFileSync(new URL('../fixtures/moderngov/GetCommittees.xml', import.meta.url));
    const read = await readDirectory(xml);
    if (!('reading' in read)) throw new Error(`The directory was not read: ${JSON.stringify(read)}`);
    await rooms.get(DirectoryImports).keep(uow, read.reading, 'file');
  });
}

const DECIDED: Omit<ToldAlone, 'kind' | 'memberId'> = {
  ...{ decidedOn: civilDate('2017-05-19'), matter: 'The painting of the bandstand' },
  ...{ hasInterest: undefined, interest: undefined, conflictDeclared: 'no', conflict: '' },
  dispensedByHeadOfPaidService: 'no',
};
