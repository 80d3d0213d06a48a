import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Authorities } from '../../src/authorities/index.js';
import { BriefingsModule } from '../../src/briefings/index.js';
import { Disclosures, DisclosuresModule, RelevanceAnswers } from '../../src/disclosures/index.js';
import {
  DispensationDecisions,
  DispensationRequests,
  DispensationsModule,
} from '../../src/dispensations/index.js';
import { DutiesModule } from '../../src/duties/index.js';
import { DeclarationCounts } from '../../src/exchange/index.js';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Observations, type Seen } from '../../src/meetings/index.js';
import {
  Checks,
  ChecksModule,
  Closings,
  Companies,
  type CheckId,
  type Finding,
} from '../../src/oversight/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import { Confirmations, Register, RegisterModule, type InterestDetails } from '../../src/register/index.js';
import { ABOUT_IT, COMPANY, EMPLOYMENT, ITEMS, sceneOfBriefings } from '../support/briefed.js';
import type { Scene, SeatedMember } from '../support/briefed.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { addAccount, done, foundCouncil } from '../support/council.js';
import { asked, grant } from '../support/dispensations.js';
import { notify } from '../support/notify.js';
import { startRooms, type Rooms } from '../support/rooms.js';
import { agreeSensitive } from '../support/sensitive.js';
import { tablesThatSay } from '../support/tables-that-say.js';

const HOME: InterestDetails = {
  ...{ category: 'land', address: '3 Weavers Row, Ashford Magna', postcode: 'WR9 9AB' },
  ...{ natureOfInterest: 'Owner', isHome: true },
};
/** The meeting of the scene is at ten on 24 October 2017; everything is registered on the 16th. */
const AFTER = '2017-10-25T09:00';

let rooms: Rooms;
let scene: Scene;
let ann: SeatedMember;
let meetingId: string;
let itemId: string;
let officer: string;

beforeAll(async () => {
  rooms = await startRooms({
    also: [
      ...[RegisterModule, DutiesModule, DisclosuresModule, DispensationsModule, BriefingsModule],
      ChecksModule,
    ],
  });
});
afterAll(() => rooms.close());
beforeEach(async () => {
  rooms.moveClockTo('2017-10-16T09:00');
  scene = await sceneOfBriefings(rooms);
  await inUnit(async (uow) =>
    done(
      await rooms.get(Authorities).adoptCode(uow, {
        ...{ code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') },
      }),
    ),
  );
  officer = await addAccount(rooms, `checks-${randomUUID()}@example.org`, 'Mo Officer');
  await inUnit((uow) =>
    rooms.get(Roles).grant(uow, { accountId: officer, role: 'monitoring-officer', fromOn: '2017-01-01' }),
  );
  ann = await scene.seat({ name: 'Ann Agar' });
  meetingId = await scene.meeting();
  itemId = (await scene.clerk.items(meetingId))[1]?.id ?? '';
});

const inUnit = <T>(work: (uow: UnitOfWork) => Promise<T>): Promise<T> => scene.council.inUnit(work);
const as = <T>(accountId: string, work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
  rooms.database.unitOfWork(
    { authorityId: scene.council.authorityId, actor: { kind: 'person', accountId } },
    work,
  );
const findings = (asAt?: string): Promise<readonly Finding[]> =>
  inUnit((uow) => rooms.get(Checks).findings(uow, asAt === undefined ? undefined : civilDate(asAt)));
const of = async (check: CheckId, asAt?: string): Promise<Finding[]> =>
  (await findings(asAt)).filter((finding) => finding.check === check);
const keysOf = async (check: CheckId, asAt?: string): Promise<string[]> =>
  (await of(check, asAt)).map(({ key }) => key);
const only = async (check: CheckId): Promise<Finding> => {
  const all = await of(check);
  const [first] = all;
  if (first === undefined || all.length > 1) throw new Error(`${all.length} of ${check}`);
  return first;
};

/** What a clerk saw at the meeting, at the moment at which the clock stands. */
async function saw(...all: Seen[]): Promise<void> {
  await inUnit(async (uow) => {
    const observations = all.map((seen) => ({
      id: randomUUID(),
      seen,
      saidAt: new Date('2017-10-24T09:30:00Z'),
    }));
    const outcomes = await rooms.get(Observations).record(uow, { meetingId, observations });
    if (outcomes.some((one) => 'refused' in one)) throw new Error(JSON.stringify(outcomes));
  });
}
const there = (memberId: string): Seen => ({ kind: 'attendance', memberId, as: 'present' });
const voted = (memberId: string): Seen => ({
  ...{ kind: 'vote', itemId, question: 'motion', outcome: 'carried' },
  result: { named: [{ memberId, vote: 'for' }] },
});
async function declares(
  member: SeatedMember,
  nature = `I am a director of ${COMPANY}`,
  more: Partial<Parameters<Disclosures['declare']>[1]> = {},
): Promise<string> {
  return as(member.accountId, async (uow) => {
    const said = { id: randomUUID(), memberId: member.memberId, meetingId, atMeeting: true };
    const interest = { kind: 'dpi', heldBy: 'self', category: 'employment' } as const;
    const item = { id: itemId, title: ABOUT_IT };
    const declared = { ...said, item, interest, nature, intends: 'leaves' as const, ...more };
    return done(await rooms.get(Disclosures).declare(uow, declared)).id;
  });
}
const entryOf = async ({ memberId }: SeatedMember): Promise<string> =>
  (await inUnit((uow) => rooms.get(Register).current(uow, memberId)))[0]?.entry.id ?? '';

describe('at a meeting', () => {
  beforeEach(async () => {
    await scene.register(ann, EMPLOYMENT);
  });

  test('a match is asked about once the meeting took place, and what was recorded of it changes the question', async () => {
    expect(await keysOf('matched-not-declared')).toEqual([]);
    rooms.moveClockTo(AFTER);
    expect(await only('matched-not-declared')).toMatchObject({
      ...{ key: `${ann.memberId}/${itemId}`, meetingId, agendaItemId: itemId, on: '2017-10-24' },
      ...{ tags: ['words-match', 'cannot-tell', 'attendance-not-recorded'], sensitive: false },
      evidence: [
        { kind: 'item', title: ABOUT_IT },
        { kind: 'interest', description: `Director, ${COMPANY}` },
      ],
    });
    await saw(there(ann.memberId), voted(ann.memberId));
    expect((await only('matched-not-declared')).tags).toEqual(['words-match']);
    expect((await only('took-part-with-interest')).tags).toEqual(['voted', 'words-match']);
    // Of an earlier day nothing is asked that was not known then.
    expect(await keysOf('took-part-with-interest', '2017-10-23')).toEqual([]);
  });

  test('nothing is asked of a member who declared it, said that it is not about it, or was away', async () => {
    const [bob, cai] = [await scene.seat({ name: 'Bob Birch' }), await scene.seat({ name: 'Cai Cole' })];
    await scene.register(bob, EMPLOYMENT);
    await scene.register(cai, EMPLOYMENT);
    const said = { agendaItemId: itemId, itemTitle: ABOUT_IT, interestId: await entryOf(bob) };
    await as(bob.accountId, (uow) =>
      rooms.get(RelevanceAnswers).record(uow, { ...said, memberId: bob.memberId, answer: 'not-about-it' }),
    );
    rooms.moveClockTo('2017-10-24T10:05');
    await declares(ann, undefined, { interest: { known: await entryOf(ann) } });
    rooms.moveClockTo(AFTER);
    await saw(there(ann.memberId), there(bob.memberId), {
      ...{ kind: 'attendance', memberId: cai.memberId, as: 'apologies' },
    });
    expect(await findings()).toEqual([]);
  });

  test('a dispensation lifts the bar once it is said to reach the item, and is asked about when it ended', async () => {
    const days = { from: civilDate('2017-10-16'), to: civilDate('2017-10-31') };
    const requestId = await as(ann.accountId, async (uow) => {
      const matter = `Whatever concerns ${COMPANY}`;
      return done(await rooms.get(DispensationRequests).ask(uow, ann.memberId, asked({ matter, ...days })))
        .id;
    });
    await as(officer, async (uow) => {
      const granted = grant({
        relieves: ['discussion', 'vote'],
        cases: `Whatever concerns ${COMPANY}`,
        ...days,
      });
      done(await rooms.get(DispensationDecisions).decide(uow, requestId, granted));
    });
    const later = await scene.meeting({ meetsOn: civilDate('2017-11-07') });
    rooms.moveClockTo('2017-10-24T10:05');
    await declares(ann, undefined, { interest: { known: await entryOf(ann) } });
    rooms.moveClockTo(AFTER);
    await saw(there(ann.memberId), voted(ann.memberId));
    expect((await only('took-part-with-interest')).tags).toContain('dispensation-may-reach');
    expect(await keysOf('dispensation-without-interest')).toEqual([]);
    expect(await keysOf('dispensation-lapsed')).toEqual([]);
    rooms.moveClockTo('2017-11-08T09:00');
    const lapsed = await only('dispensation-lapsed');
    expect(lapsed).toMatchObject({ key: requestId, meetingId: later, tags: ['interest-met-again'] });
  });

  test('what was declared under no item of business is asked about there, and not as if nothing was said', async () => {
    const [first, ...others] = ITEMS;
    const items = [{ ...first, title: 'Declarations of interest' } as (typeof ITEMS)[number], ...others];
    meetingId = await scene.meeting({ meetsOn: civilDate('2017-10-23'), items });
    const [asks, about] = await scene.clerk.items(meetingId);
    rooms.moveClockTo('2017-10-24T09:00');
    const key = `${ann.memberId}/${about?.id ?? ''}`;
    expect(await keysOf('matched-not-declared')).toEqual([key]);
    const item = { id: asks?.id ?? '', title: asks?.title ?? '' };
    await declares(ann, undefined, { item, interest: { known: await entryOf(ann) }, atMeeting: false });
    expect(await keysOf('matched-not-declared')).toEqual([]);
    expect((await only('incomplete-declaration')).tags).toEqual(['no-specific-item']);
  });

  test('nobody who came later was in the room while a vote was counted', async () => {
    rooms.moveClockTo(AFTER);
    await saw(there(ann.memberId), {
      ...{ kind: 'vote', itemId, question: 'motion', outcome: 'carried' },
      result: { counts: { for: 5, against: 0, abstained: 0 } },
    });
    expect((await only('took-part-with-interest')).tags).toContain('there-at-a-vote');
    await inUnit((uow) => {
      const came = { kind: 'returned', memberId: ann.memberId } as const;
      const observations = [{ id: randomUUID(), seen: came, saidAt: new Date('2017-10-24T09:50:00Z') }];
      return rooms.get(Observations).record(uow, { meetingId, observations });
    });
    expect(await keysOf('took-part-with-interest')).toEqual([]);
  });

  test('a dispensation that ended is not asked about for an item at which the member was away', async () => {
    const days = { from: civilDate('2017-10-16'), to: civilDate('2017-10-20') };
    const matter = 'Rebuilding of Thornfield Weir';
    const requestId = await as(ann.accountId, async (uow) => {
      const about = { matter, agendaItemId: itemId, ...days };
      return done(await rooms.get(DispensationRequests).ask(uow, ann.memberId, asked(about))).id;
    });
    await as(officer, async (uow) =>
      done(await rooms.get(DispensationDecisions).decide(uow, requestId, grant({ cases: matter, ...days }))),
    );
    rooms.moveClockTo(AFTER);
    expect((await only('dispensation-lapsed')).tags).toEqual(['item-after-its-end']);
    await saw({ kind: 'attendance', memberId: ann.memberId, as: 'apologies' });
    expect(await keysOf('dispensation-lapsed')).toEqual([]);
  });

  test('a dispensation for what nobody registered', async () => {
    const matter = 'Rebuilding of Thornfield Weir';
    const requestId = await as(
      ann.accountId,
      async (uow) => done(await rooms.get(DispensationRequests).ask(uow, ann.memberId, asked({ matter }))).id,
    );
    await as(officer, async (uow) =>
      done(await rooms.get(DispensationDecisions).decide(uow, requestId, grant({ cases: matter }))),
    );
    expect(await only('dispensation-without-interest')).toMatchObject({
      ...{ key: requestId, tags: ['no-interest-matches'] },
    });
  });
});

describe('what was declared', () => {
  test('and is in no register has its clock, until it is notified', async () => {
    rooms.moveClockTo('2017-10-24T10:05');
    const id = await declares(ann, undefined, { atMeeting: false });
    expect(await only('declared-not-registered')).toMatchObject({
      ...{ key: id, lastDay: '2017-11-20', tags: ['clock-running'], agendaItemId: itemId },
    });
    rooms.moveClockTo('2017-11-21T09:00');
    expect((await only('declared-not-registered')).tags).toEqual(['clock-over']);
    await scene.register(ann, EMPLOYMENT);
    expect(await keysOf('declared-not-registered')).toEqual([]);
  });

  test('without a nature, or with words that tell none, is asked about; ModernGov counts it too', async () => {
    rooms.moveClockTo('2017-10-24T10:05');
    const id = await declares(ann);
    expect(await keysOf('incomplete-declaration')).toEqual([]);
    const { authorityId } = scene.council;
    const withheld = `update disclosure set nature_withheld = true where id = '${id}'`;
    await changeAsOwner(rooms, scene.council, withheld);
    expect(await only('incomplete-declaration')).toMatchObject({
      ...{ key: id, tags: ['withheld-without-agreement'] },
    });
    await changeAsOwner(
      rooms,
      scene.council,
      `update meeting set source = 'moderngov', external_id = '7003' where id = '${meetingId}'`,
    );
    await changeAsOwner(
      rooms,
      scene.council,
      `update agenda_item set source = 'moderngov', external_id = '88002' where id = '${itemId}'`,
    );
    const counted = (declared: number) =>
      inUnit((uow) =>
        rooms.get(DeclarationCounts).keep(uow, {
          ...{ meetingExternalId: '7003', items: [{ itemExternalId: '88002', declared }] },
        }),
      );
    rooms.moveClockTo(AFTER);
    await counted(2);
    expect(await only('declaration-count')).toMatchObject({ key: meetingId, tags: ['more-there'] });
    await counted(1);
    expect(await keysOf('declaration-count')).toEqual([]);
    expect(authorityId).toBe(scene.council.authorityId);
  });
});

describe('the register', () => {
  test('an entry of more than a year ago, until it is confirmed; and two years without a word', async () => {
    await scene.register(ann, EMPLOYMENT, {
      ...{ category: 'gifts', donor: 'A', what: 'A pen', valuePence: 2_500, valueIs: 'known' },
      ...{ offeredOn: '2017-10-01', accepted: true },
    });
    rooms.moveClockTo('2018-10-16T09:00');
    expect(await keysOf('entry-unconfirmed')).toEqual([]);
    rooms.moveClockTo('2018-10-17T09:00');
    const found = await only('entry-unconfirmed');
    expect(found).toMatchObject({
      key: ann.memberId,
      evidence: [{ of: 'last-confirmed', on: '2017-10-16' }, { category: 'employment' }],
    });
    await as(ann.accountId, (uow) => rooms.get(Confirmations).confirm(uow, ann.memberId));
    expect(await keysOf('entry-unconfirmed')).toEqual([]);
    await scene.meeting({ meetsOn: civilDate('2019-10-24') });
    rooms.moveClockTo('2020-10-16T09:00');
    expect(await keysOf('nothing-declared')).toEqual([]);
    rooms.moveClockTo('2020-10-17T09:00');
    expect(await keysOf('nothing-declared')).toEqual([ann.memberId]);
  });

  test('two members of one home, of whom one lists what the other does not', async () => {
    const bob = await scene.seat({ name: 'Bob Birch' });
    await scene.register(bob, HOME);
    const entries = { answer: 'entries', interests: [EMPLOYMENT] } as const;
    const home = { answer: 'entries', interests: [{ ...HOME, address: '3 Weavers Row' }] } as const;
    const answers = { 'employment/partner': entries, 'land/self': home };
    await scene.enter(await notify(rooms, scene.council, { ...ann, hasPartner: true, answers }));
    const found = await only('household-differs');
    expect(found.key).toBe([ann.memberId, bob.memberId].sort().join('/'));
    expect(found).toMatchObject({
      ...{ tags: ['same-home', 'partners-interest-missing'], sensitive: false },
      evidence: [{ memberId: ann.memberId, heldBy: 'partner', description: `Director, ${COMPANY}` }],
    });
    await scene.register(bob, HOME, EMPLOYMENT);
    expect(await keysOf('household-differs')).toEqual([]);
  });

  test('a sensitive interest is asked about in a way that tells it to named officers alone', async () => {
    await scene.register(ann, EMPLOYMENT);
    const entryId = await entryOf(ann);
    const reviewOn = await agreeSensitive(rooms, scene.council, { ...ann, entryId });
    rooms.moveClockTo('2018-10-20T09:00');
    expect(await only('review-overdue')).toMatchObject({ key: entryId, lastDay: reviewOn, sensitive: true });
    expect((await only('matched-not-declared')).sensitive).toBe(true);
  });
});

describe('an agenda', () => {
  test('is late by the law of its council, and cannot be told without a day of issue', async () => {
    const issuedOn = civilDate('2017-11-10');
    const late = await scene.meeting({ meetsOn: civilDate('2017-11-14'), issuedOn });
    expect(await keysOf('late-agenda')).toEqual([]);
    rooms.moveClockTo('2017-11-11T09:00');
    expect(await only('late-agenda')).toMatchObject({ key: late, on: issuedOn, lastDay: '2017-11-06' });
    const { untold } = await inUnit((uow) => rooms.get(Checks).ask(uow, { only: ['late-agenda'] }));
    expect(untold.get('late-agenda')).toBe(1);
  });
});

describe('a closing', () => {
  beforeEach(async () => {
    await scene.register(ann, EMPLOYMENT);
    rooms.moveClockTo(AFTER);
  });
  const close = (finding: Finding, by = officer) =>
    as(by, (uow) => rooms.get(Closings).close(uow, finding, 'She left for the whole item.'));

  test('stands with its reason until the facts change, and can be opened again', async () => {
    const asFound = await only('matched-not-declared');
    expect(await close(asFound, ann.accountId)).toEqual({ refused: 'own-finding' });
    rooms.moveClockTo('2017-10-26T09:00');
    done(await close(asFound));
    const closed = await only('matched-not-declared');
    expect(closed.closing).toMatchObject({ by: officer, reason: 'She left for the whole item.' });
    expect(await close(closed)).toEqual({ refused: 'closed-already' });
    expect(await tablesThatSay(rooms, 'She left for the whole')).toEqual([]);
    // Closed today, it was open yesterday.
    expect((await of('matched-not-declared', '2017-10-25')).map((one) => one.closing)).toEqual([undefined]);

    await saw(there(ann.memberId));
    const again = await only('matched-not-declared');
    expect(again.closing).toBeUndefined();
    expect(again.reopened).toMatchObject({ why: 'facts-changed', before: { by: officer } });

    done(await close(again));
    const opened = await as(officer, async (uow) =>
      rooms.get(Closings).open(uow, await only('matched-not-declared'), 'The clerk corrected the roll.'),
    );
    done(opened);
    expect((await only('matched-not-declared')).reopened?.why).toBe('opened-again');
    expect(await scene.clerk.rowsIn('check_closing')).toBe(3);
  });

  test('of two officers who close it at once, one is told that it is closed', async () => {
    const found = await only('matched-not-declared');
    const answers = await Promise.all([close(found), close(found)]);
    expect(answers.filter((one) => 'refused' in one)).toEqual([{ refused: 'closed-already' }]);
    expect(await scene.clerk.rowsIn('check_closing')).toBe(1);
    const closed = await only('matched-not-declared');
    const open = () => as(officer, (uow) => rooms.get(Closings).open(uow, closed, 'Again.'));
    const opened = await Promise.all([open(), open()]);
    expect(opened.filter((one) => 'refused' in one)).toEqual([{ refused: 'not-closed' }]);
  });

  test('is recorded without saying of whom or what, and cannot be changed', async () => {
    done(await close(await only('matched-not-declared')));
    const { rows } = await rooms.owner.query<{ payload: object }>(
      `select p.payload from audit_payload p join audit_event e using (authority_id, position)
       where e.authority_id = $1 and e.action = 'finding.closed'`,
      [scene.council.authorityId],
    );
    expect(rows).toEqual([{ payload: { check: 'matched-not-declared' } }]);
    const change = inUnit((uow) => uow.manager.query(`update check_closing set act = 'opened'`));
    await expect(change).rejects.toThrow('permission denied');
  });

  test('of another council is not found here', async () => {
    done(await close(await only('matched-not-declared')));
    const other = await foundCouncil(rooms);
    const seen = await other.inUnit((uow) => uow.manager.query<unknown[]>('select * from check_closing'));
    expect(seen).toEqual([]);
  });
});

describe('company officers', () => {
  const HEAD = 'company_number,company_name,officer_name,role,appointed_on,resigned_on,postcode';
  const file = (...rows: string[]) => new TextEncoder().encode([HEAD, ...rows].join('\n'));
  const ANN = '1234567,THORNFIELD WEIR LTD,"AGAR, Ann",director,2016-01-31,,WR9 9AB';
  const BOLTON = '7654321,BOLTON BUNS LTD,"AGAR, Ann",director,2016-01-31,,BL1 1AA';
  const NOBODY = '1111111,NOBODY LTD,"QUILLFEATHER, Zed",director,2016-01-31,,WR9 9AB';
  const give = (bytes: Uint8Array) => as(officer, (uow) => rooms.get(Companies).receive(uow, bytes));

  test('that look like a member are kept, sealed and once; nobody is accused, and a person decides', async () => {
    await scene.register(ann, HOME);
    expect(await give(file(ANN, BOLTON, NOBODY))).toEqual({ rows: 3, alike: 2, known: 0 });
    expect(await give(file(ANN))).toEqual({ rows: 1, alike: 1, known: 1 });
    expect(await scene.clerk.rowsIn('company_officer')).toBe(2);
    for (const words of ['THORNFIELD', 'QUILLFEATHER', 'BOLTON BUNS'])
      expect(await tablesThatSay(rooms, words)).toEqual([]);
    const [likely, namesake] = await of('company-officer');
    expect(likely).toMatchObject({ tags: ['likely'], evidence: [{ company: 'THORNFIELD WEIR LTD' }] });
    expect(namesake).toMatchObject({ tags: ['only-the-name'] });

    const decide = (key: string, is: 'somebody-else' | 'same-person', by = officer) =>
      as(by, (uow) => rooms.get(Companies).decide(uow, key, { is, reason: 'She told me.' }));
    expect(await decide(namesake?.key ?? '', 'somebody-else', ann.accountId)).toEqual({
      refused: 'own-row',
    });
    done(await decide(namesake?.key ?? '', 'somebody-else'));
    done(await decide(likely?.key ?? '', 'same-person'));
    expect((await only('company-officer')).tags).toEqual(['likely', 'same-person']);

    const company = {
      category: 'employment',
      role: 'Director',
      employer: 'Thornfield Weir Limited',
    } as const;
    await scene.register(ann, HOME, company);
    expect(await keysOf('company-officer')).toEqual([]);
  });

  test('of a file with anything wrong in it are not kept', async () => {
    const refused = await give(file(ANN, 'x,,Ann,,,,'));
    expect(refused).toMatchObject({ refused: { total: 2 } });
    expect(await scene.clerk.rowsIn('company_officer')).toBe(0);
    expect(await scene.clerk.audited('company-officers.read')).toBe(0);
  });
});
