import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Audit, AuditVerifier } from '../../src/audit/index.js';
import {
  Carrying,
  HandOvers,
  Intakes,
  Successions,
  TakenIn,
  TakingIn,
  type HandOver,
  type MayContinue,
} from '../../src/exchange/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members, Seats } from '../../src/members/index.js';
import type { Actor } from '../../src/platform/database/index.js';
import { JobQueue } from '../../src/platform/queue/index.js';
import {
  Drafts,
  Notifications,
  Register,
  type DraftAnswer,
  type InterestDetails,
} from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { addPanel, done, foundCouncil, type Council } from '../support/council.js';
import { agreeSensitive } from '../support/sensitive.js';
import { mainText } from '../support/visitor.js';

const VESTING = civilDate('2027-04-01');
const HEAD = 'council,name,email,standing,polling-day,became-member-on,continues';
const JOB: InterestDetails = {
  ...{ category: 'employment', role: 'Site manager', employer: 'Hartlebrook Quarries' },
};
const LAND: InterestDetails = {
  ...{ category: 'land', address: '4 Tallow Lane', natureOfInterest: 'Owner' },
};

let app: TestApp;
let actor: Actor;

beforeAll(async () => {
  app = await startApp({ at: '2027-02-01T09:00' });
  // Jobs are run by hand.
  jest.spyOn(app.get(JobQueue), 'add').mockResolvedValue();
  jest.spyOn(app.get(JobQueue), 'addAll').mockResolvedValue();
  actor = { kind: 'person', accountId: await app.addPerson('admin@example.org', { isAdministrator: true }) };
});
afterAll(() => app.close());

/** A member in office since 2023, with what the register holds of them. */
async function member(
  council: Council,
  name: string,
  accountId?: string,
  ...held: InterestDetails[]
): Promise<string> {
  return council.inUnit(async (uow) => {
    const { id } = await app.get(Members).add(uow, { name, ...(accountId !== undefined && { accountId }) });
    const becameMemberOn = civilDate('2023-05-09');
    await app
      .get(Members)
      .takeOffice(uow, { memberId: id, standing: 'elected', votesOn: 'any', becameMemberOn });
    if (held.length === 0) return id;
    const answers = Object.fromEntries(
      held.map((details): [string, DraftAnswer] => [
        `${details.category}/self`,
        { answer: 'entries', interests: [details] },
      ]),
    );
    const form = {
      memberId: id,
      channel: 'import',
      receivedOn: civilDate('2023-05-20'),
      hasPartner: false,
      answers,
    };
    const { id: notification } = done(await app.get(Notifications).record(uow, form as never));
    done(await app.get(Register).enter(uow, notification));
    return id;
  });
}
const record = async (predecessors: Council[], successors: Council[]): Promise<HandOver> => {
  const ids = (councils: Council[]): string[] => councils.map(({ authorityId }) => authorityId);
  const given = { predecessors: ids(predecessors), successors: ids(successors), vestingOn: VESTING };
  const { id } = done(await app.get(HandOvers).record(given, actor));
  const handOver = await app.get(Successions).find(id);
  if (handOver === undefined) throw new Error('The hand-over is not there.');
  return handOver;
};
/** A row of the list, as an administrator sends it on: who was elected to the new council, with the poll. */
const goesTo = ({ slug }: Council, { name, email, memberIds }: MayContinue): string =>
  [slug, name, email ?? '', 'elected', '', VESTING, memberIds.join(' ')].join(',');
async function takeIn(...rows: string[]): Promise<string> {
  const file = Buffer.from([HEAD, ...rows].join('\n'));
  const { id } = done(await app.get(Intakes).receive(file, false, actor));
  const opened = await app.get(Intakes).find(id, actor);
  expect(opened?.content.problems ?? []).toEqual([]);
  done(await app.get(TakingIn).begin(id, true, actor));
  await app.get(TakingIn).run(id);
  return id;
}
const events = async (council: Council): Promise<string[]> =>
  (await council.inUnit((uow) => app.get(Audit).newest(uow, 50))).map(({ action }) => action);
const draftOf = async (council: Council, name: string) =>
  council.inUnit(async (uow) => {
    const found = (await app.get(Members).list(uow)).find((one) => one.name === name);
    if (found === undefined) throw new Error(`${name} is no member.`);
    const { draft } = await app.get(Drafts).find(uow, { memberId: found.id, channel: 'web' });
    const carried = await app.get(Carrying).carriedTo(uow, found.id);
    const notified = await app.get(Notifications).list(uow, found.id);
    return { draft, carried, notified, memberId: found.id, accountId: found.accountId };
  });

describe('two districts that merge into one', () => {
  let wyre: Council;
  let severn: Council;
  let wyreside: Council;
  let handOver: HandOver;
  let ann: string;
  let people: MayContinue[];

  beforeAll(async () => {
    [wyre, severn] = [await foundCouncil(app, 'district'), await foundCouncil(app, 'district')];
    wyreside = await foundCouncil(app, 'unitary');
    const annsAccount = await app.addPerson('adaeze@example.org', { name: 'Adaeze Okonjo' });
    ann = await member(wyre, 'Adaeze Okonjo', annsAccount, JOB, LAND);
    const both = await app.addPerson('bryn@example.org', { name: 'Bryn Cotterell' });
    await member(wyre, 'Bryn Cotterell', both, JOB);
    await member(severn, 'Bryn Cotterell', both, JOB);
    await member(severn, 'Callum Farrow');
    await wyre.inUnit(async (uow) => {
      const bodyId = await addPanel(uow, app, 'Planning');
      const seat = await app.get(Seats).add(uow, { bodyId, role: 'member' });
      await app.get(Seats).fill(uow, { seatId: seat.id, memberId: ann, fromOn: civilDate('2023-05-20') });
    });
    const entries = await wyre.inUnit((uow) => app.get(Register).current(uow, ann));
    const entryId = entries.find(({ entry }) => entry.category === 'land')?.entry.id ?? '';
    await agreeSensitive(app, wyre, {
      ...{ memberId: ann, accountId: annsAccount, entryId, reviewOn: civilDate('2028-01-10') },
    });
    handOver = await record([wyre, severn], [wyreside]);
    people = await app.get(HandOvers).mayContinue(handOver, actor);
  });

  test('end on the day before, every term and seat of theirs, and each record tells of it', async () => {
    for (const council of [wyre, severn]) {
      const terms = await council.inUnit((uow) => app.get(Members).terms(uow));
      expect(terms.map(({ endedOn }) => endedOn)).toEqual(['2027-03-31', '2027-03-31']);
      expect((await events(council))[0]).toBe('authority.succeeded');
    }
    expect((await events(wyreside))[0]).toBe('authority.continues');
    const { rows } = await app.owner.query<{ to_on: string }>(
      `select to_char(to_on, 'YYYY-MM-DD') as to_on from seat_holding where member_id = $1`,
      [ann],
    );
    expect(rows).toEqual([{ to_on: '2027-03-31' }]);
    expect((await app.get(AuditVerifier).verify()).firstBroken).toBeUndefined();
  });

  test('list everybody who may go on, one person once', () => {
    expect(people.map(({ name, email, memberIds }) => [name, email, memberIds.length])).toEqual([
      ['Adaeze Okonjo', 'adaeze@example.org', 1],
      ['Bryn Cotterell', 'bryn@example.org', 2],
      ['Callum Farrow', null, 1],
    ]);
  });

  test('who goes on is a member of the new council with a draft filled in, and has notified nothing', async () => {
    const going = people.filter(({ name }) => name !== 'Callum Farrow');
    const id = await takeIn(...going.map((person) => goesTo(wyreside, person)));
    expect((await app.get(TakenIn).councils(id, actor))[0]?.done).toMatchObject({
      newMembers: 2,
      draftsPrepared: 2,
    });
    const adaeze = await draftOf(wyreside, 'Adaeze Okonjo');
    expect(adaeze.draft).toEqual({
      answers: {
        'employment/self': { answer: 'entries', interests: [JOB] },
        'land/self': { answer: 'entries', interests: [LAND] },
      },
    });
    expect(adaeze.notified).toEqual([]);
    expect(adaeze.carried).toMatchObject([{ interests: 2 }]);
    // What two councils hold alike is filled in once.
    const bryn = await draftOf(wyreside, 'Bryn Cotterell');
    expect(bryn.draft.answers['employment/self']?.interests).toEqual([JOB]);
    expect(bryn.carried).toHaveLength(2);
    const { successors } = await app.get(HandOvers).progress(handOver, actor);
    expect(successors).toEqual([{ id: wyreside.authorityId, continuing: 2, interests: 4 }]);
  });

  test('what was withheld there stands in the member’s own draft alone, sealed', async () => {
    const { rows } = await app.owner.query<{ details: string }>(
      'select details from notification_draft where authority_id = $1',
      [wyreside.authorityId],
    );
    expect(rows).toHaveLength(2);
    for (const { details } of rows) expect(details).toMatch(/^v1\./);
    for (const path of [`/register/${wyreside.slug}`, `/register/${wyreside.slug}.json`])
      expect((await app.visitor().open(path)).text).not.toMatch(/Tallow|Hartlebrook/);
  });

  test('nothing of the old registers is moved: they hold what they held', async () => {
    const held = await wyre.inUnit((uow) => app.get(Register).current(uow, ann));
    expect(held.map(({ details }) => details)).toEqual(expect.arrayContaining([JOB, LAND]));
  });

  test('their public pages name each other, and the member’s own says what was filled in', async () => {
    const page = async (council: Council): Promise<string> =>
      mainText(await app.visitor().open(`/register/${council.slug}`));
    expect(await page(wyre)).toContain('ends on 31 March 2027. From 1 April 2027 it is continued by');
    expect(await page(wyreside)).toMatch(
      /From 1 April 2027 Council \d+ continues Council \d+ and Council \d+/,
    );
    app.moveClockTo('2027-04-01T09:00');
    expect(await page(severn)).toContain('ended on 31 March 2027');
    expect(await page(severn)).toContain('It has no members any more.');
    expect(await page(wyreside)).toContain('Adaeze Okonjo');
    const adaeze = await app.signIn('adaeze@example.org');
    expect(mainText(await adaeze.open('/my/interests/notify'))).toMatch(
      /2 interests were filled in here from the register of Council \d+\. .* nothing of it is notified before/,
    );
    app.moveClockTo('2027-02-01T09:00');
  });

  test('the list given again adds nobody twice, and overwrites no draft', async () => {
    const { memberId } = await draftOf(wyreside, 'Adaeze Okonjo');
    await wyreside.inUnit((uow) =>
      app.get(Drafts).save(uow, { memberId, channel: 'web' }, { hasPartner: false, answers: {} }, 1),
    );
    const id = await takeIn(...people.map((person) => goesTo(wyreside, person)));
    expect((await app.get(TakenIn).councils(id, actor))[0]?.done).toMatchObject({
      ...{ newMembers: 1, alreadyHere: 2, draftsPrepared: 0 },
    });
    expect((await draftOf(wyreside, 'Adaeze Okonjo')).draft).toEqual({ hasPartner: false, answers: {} });
  });

  test('terms that began after it was recorded are ended when somebody says so, one that was to end later too', async () => {
    const delyth = await member(severn, 'Delyth Varley');
    await severn.inUnit((uow) =>
      uow.manager.query(`update term_of_office set ended_on = '2028-05-01' where member_id = $1`, [delyth]),
    );
    const before = await app.get(HandOvers).progress(handOver, actor);
    expect(before.predecessors.map(({ open }) => open).sort()).toEqual([0, 1]);
    expect(await app.get(HandOvers).endOpenTerms(handOver, actor)).toBe(1);
    expect(await app.get(HandOvers).endOpenTerms(handOver, actor)).toBe(0);
  });
});

describe('a district that is split into two', () => {
  test('has each member go on at the council to which they go', async () => {
    const district = await foundCouncil(app, 'district');
    const [north, south] = [await foundCouncil(app, 'unitary'), await foundCouncil(app, 'unitary')];
    await member(
      district,
      'Ewan Dunmore',
      await app.addPerson('ewan@example.org', { name: 'Ewan Dunmore' }),
      JOB,
    );
    await member(district, 'Farida Ellerby', undefined, LAND);
    const handOver = await record([district], [north, south]);
    expect(handOver.successors).toHaveLength(2);
    const [ewan, farida] = await app.get(HandOvers).mayContinue(handOver, actor);
    if (ewan === undefined || farida === undefined) throw new Error('Both were members.');
    await takeIn(goesTo(north, ewan), goesTo(south, { ...farida, email: 'farida@example.org' }));
    expect((await draftOf(north, 'Ewan Dunmore')).draft.answers['employment/self']?.interests).toEqual([JOB]);
    const there = await draftOf(south, 'Farida Ellerby');
    expect(there.draft.answers['land/self']?.interests).toEqual([LAND]);
    expect(there.accountId).not.toBeNull();
    const page = mainText(await app.visitor().open(`/register/${district.slug}`));
    expect(page).toMatch(/continued by Council \d+ and Council \d+/);
  });
});

describe('what is no hand-over', () => {
  test('is refused, and ends no term', async () => {
    const [one, two, three, four] = [
      ...[await foundCouncil(app), await foundCouncil(app), await foundCouncil(app), await foundCouncil(app)],
    ] as [Council, Council, Council, Council];
    await member(one, 'Greta Selwyn');
    const attempt = (predecessors: Council[], successors: Council[]): ReturnType<HandOvers['record']> =>
      app.get(HandOvers).record(
        {
          predecessors: predecessors.map(({ authorityId }) => authorityId),
          successors: successors.map(({ authorityId }) => authorityId),
          vestingOn: VESTING,
        },
        actor,
      );
    expect(await attempt([], [two])).toEqual({ refused: 'nothing-chosen' });
    expect(await attempt([one], [])).toEqual({ refused: 'nothing-chosen' });
    expect(await attempt([one], [one])).toEqual({ refused: 'continues-itself' });
    expect(await attempt([one, two], [three, four])).toEqual({ refused: 'many-to-many' });
    const [term] = await one.inUnit((uow) => app.get(Members).terms(uow));
    expect(term?.endedOn).toBeNull();
    done(await attempt([two], [three]));
    expect(await attempt([one, two], [four])).toEqual({ refused: 'continued-already' });
    expect((await one.inUnit((uow) => app.get(Members).terms(uow)))[0]?.endedOn).toBeNull();
  });

  test('a member of a council that is not continued by theirs is nobody’s predecessor', async () => {
    const [stranger, other] = [await foundCouncil(app), await foundCouncil(app)];
    const id = await member(stranger, 'Hamish Loxley', undefined, LAND);
    const file = Buffer.from(`${HEAD}\n${other.slug},Hamish Loxley,,elected,,2027-04-01,${id}`);
    const { id: intake } = done(await app.get(Intakes).receive(file, false, actor));
    expect((await app.get(Intakes).find(intake, actor))?.content.problems).toMatchObject([
      { row: 2, column: 'continues' },
    ]);
  });
});
