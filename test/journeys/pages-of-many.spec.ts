import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Disclosures } from '../../src/disclosures/index.js';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { item } from '../support/clerk.js';
import { done } from '../support/council.js';
import { addMember } from '../support/members.js';
import { notify } from '../support/notify.js';
import { statementsDuring, tripsDuring } from '../support/statements.js';
import type { Visitor } from '../support/visitor.js';

let app: TestApp;
let scene: Scene;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  scene = await sceneOfBriefings(app);
});
afterAll(() => app.close());

const MANY = 6;
let shops = 0;
const tell = ({ memberId, accountId }: SeatedMember): Promise<string> => {
  const employment = { category: 'employment', role: 'Clerk', employer: `Shop ${++shops}` } as const;
  return notify(app, scene.council, {
    ...{ memberId, accountId },
    answers: { 'employment/self': { answer: 'entries', interests: [employment] } },
  });
};

async function officer(): Promise<Visitor> {
  const accountId = await app.addPerson('olive@example.org', { name: 'Olive Orr' });
  const role = 'monitoring-officer' as const;
  await scene.council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return app.signIn('olive@example.org');
}

/** Grows what a page shows from one to many. What it asks of the database may not grow with it. */
async function asksAsMuch(
  open: () => Promise<unknown>,
  add: () => Promise<unknown>,
  shown: () => Promise<number>,
): Promise<void> {
  await add();
  // The first time it reads what it keeps.
  await open();
  const ofOne = await statementsDuring(open);
  for (let n = 1; n < MANY; n += 1) await add();
  expect(await shown()).toBe(MANY);
  expect(await statementsDuring(open)).toBe(ofOne);
}

describe('a page of many asks no more than a page of one', () => {
  it('the queue of notifications', async () => {
    const visitor = await officer();
    const open = () => visitor.open('/officer/notifications').expect(200);
    await asksAsMuch(
      open,
      async () => tell(await scene.seat({ name: `Member ${shops}` })),
      async () => (await open()).text.split('href="/officer/notifications/').length - 1,
    );
  });

  it.each(['/my', '/my/interests', '/my/interests/gifts'])('%s of a member who told much', async (path) => {
    const email = `teller${path.replaceAll('/', '-')}@example.org`;
    const member = await addMember(app, scene.council, email, { on: '2017-05-08' });
    const visitor = await app.signIn(email);
    let told = 0;
    await asksAsMuch(
      () => visitor.open(path).expect(200),
      async () => {
        told += 1;
        await tell(member);
      },
      () => Promise.resolve(told),
    );
  });

  it('what was declared at many meetings', async () => {
    const { slug } = scene.council;
    const open = () => app.visitor().open(`/declarations/${slug}.csv`).expect(200);
    const member = await scene.seat({ name: 'Ann Agar' });
    await scene.register(member, { category: 'employment', role: 'Director', employer: 'Hartlebrook Ltd' });
    let day = 1;
    const declare = async (): Promise<void> => {
      const meetsOn = civilDate(`2017-11-${String((day += 1)).padStart(2, '0')}`);
      const meetingId = await scene.meeting({ items: [item('1', 'Resurfacing')], meetsOn });
      app.moveClockTo(`${meetsOn}T10:30`);
      const [at] = await scene.clerk.items(meetingId);
      await scene.council.inUnit(async (uow) =>
        done(
          await app.get(Disclosures).declare(uow, {
            ...{
              id: randomUUID(),
              memberId: member.memberId,
              meetingId,
              nature: 'A friend',
              intends: 'leaves',
            },
            item: { id: at?.id ?? '', title: at?.title ?? '' },
            interest: { kind: 'odi', heldBy: 'other' },
          }),
        ),
      );
    };
    await asksAsMuch(open, declare, async () => (await open()).text.trim().split('\n').length - 1);
  });
});

describe('what needs nothing of one another is asked together', () => {
  it.each([
    ['what a member owes', () => '/my', { asks: 30, trips: 9 }],
    ['a briefing', (meetingId: string) => `/my/meetings/${meetingId}`, { asks: 20, trips: 10 }],
  ])('%s', async (_, pathOf, { asks, trips }) => {
    const email = `together-${asks}@example.org`;
    const member = await addMember(app, scene.council, email, { on: '2017-05-08' });
    await tell(member);
    const meetingId = await scene.meeting({
      ...{ items: [item('1', 'Resurfacing')], meetsOn: civilDate('2017-12-20') },
    });
    const visitor = await app.signIn(email);
    const open = () => visitor.open(pathOf(meetingId)).expect(200);
    await open();
    expect(await statementsDuring(open)).toBeGreaterThanOrEqual(asks);
    expect(await tripsDuring(open)).toBeLessThanOrEqual(trips);
  });
});
