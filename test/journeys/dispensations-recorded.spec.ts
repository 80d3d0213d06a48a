import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Roles, type Role } from '../../src/identity/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { agendaAbout, clerkOfNewCouncil, item, type Clerk } from '../support/clerk.js';
import type { Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { formOf, mainText, type Answers, type Visitor } from '../support/visitor.js';

const WEIR = 'Rebuilding of Thornfield Weir';
const ASK = '/my/dispensations/request';

let app: TestApp;
let clerk: Clerk;
let council: Council;
let member: SignedMember;
let ann: Visitor;
let officer: Visitor;
let people = 0;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
});
beforeEach(async () => {
  app.moveClockTo('2017-10-16T09:00');
  clerk = await clerkOfNewCouncil(app);
  council = clerk.council;
  member = await addMember(app, council, `ann-${++people}@example.org`, { on: '2017-05-08' });
  ann = await app.signIn(member.email);
  officer = await withRole('monitoring-officer');
});
afterAll(() => app.close());

async function withRole(role: Exclude<Role, 'member'>): Promise<Visitor> {
  const email = `${role}-${++people}@example.org`;
  const accountId = await app.addPerson(email, { name: role });
  await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return app.signIn(email);
}
const day = (name: string, words: string): Answers => {
  const [d = '', m = '', y = ''] = words.split('/');
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y };
};
const ASKED: Answers = {
  ...{ matter: WEIR, scope: 'both', ground: 'a', reason: 'Six of eight could not vote.' },
  ...day('from', '16/10/2017'),
  ...day('to', '31/12/2017'),
};
/** Asks, checked. Gives the request's id. */
const ask = async (): Promise<string> => {
  const sent = await ann.fill(ASK, { ...ASKED, step: 'send' });
  expect(sent.status).toBe(303);
  return /dispensations\/([0-9a-f-]{36})\?done=asked$/.exec(sent.headers.location ?? '')?.[1] ?? '';
};
const granted = (more: Answers = {}): Answers => ({
  ...{ outcome: 'granted', decidedBy: 'officer', bodyId: '', reason: 'It would be inquorate.' },
  ...{ cases: WEIR, scope: 'discussion', ground: 'a' },
  ...day('decidedOn', '16/10/2017'),
  ...day('from', '16/10/2017'),
  ...day('to', '31/12/2017'),
  ...more,
});
const decide = (id: string, answers: Answers = granted()): ReturnType<Visitor['fill']> =>
  officer.fill(`/officer/dispensations/${id}/decide`, answers);

describe('an officer', () => {
  it('decides today; what a council decided earlier says when it was recorded, and after which meetings', async () => {
    await clerk.saved(agendaAbout('Weir'), { items: [item('1', WEIR)] });
    const [own, theirs, intime] = [await ask(), await ask(), await ask()];
    app.moveClockTo('2017-10-24T09:59');
    const refused = await decide(own);
    expect([refused.status, mainText(refused)]).toEqual([
      400,
      expect.stringContaining('The day of an officer’s own decision must be today'),
    ]);
    expect((await decide(intime, granted({ decidedBy: 'council' }))).status).toBe(303);
    app.moveClockTo('2017-10-25T09:00');
    expect((await decide(theirs, granted({ decidedBy: 'council' }))).status).toBe(303);
    const late =
      'It was recorded after these meetings in its period had begun: Highways Panel, Tuesday 24 October 2017.';
    const pages = (id: string): [Visitor, string][] => [
      [officer, `/officer/dispensations/${id}`],
      [ann, `/my/dispensations/${id}`],
    ];
    for (const [visitor, page] of pages(theirs)) {
      const text = mainText(await visitor.open(page));
      for (const words of ['Granted 16 October 2017', 'Recorded on 25 October 2017', late])
        expect(text).toContain(words);
    }
    for (const [visitor, page] of pages(intime)) {
      const text = mainText(await visitor.open(page));
      expect(text).toContain('Recorded on 24 October 2017');
      expect(text).not.toContain('had begun');
    }
    expect(
      (await decide(own, granted({ ...day('decidedOn', '25/10/2017'), ...day('from', '25/10/2017') })))
        .status,
    ).toBe(303);
    expect(mainText(await ann.open(`/my/dispensations/${own}`))).not.toMatch(/Recorded on|had begun/);
  });

  it('who is the member that asked reads it, and neither decides nor says what it reaches', async () => {
    const { meetingId } = await clerk.saved(agendaAbout('Weir'), { items: [item('1', WEIR)] });
    const id = await ask();
    const { accountId } = member;
    await council.inUnit((uow) =>
      app.get(Roles).grant(uow, { accountId, role: 'deputy-monitoring-officer', fromOn: '2017-01-01' }),
    );
    const address = `/officer/dispensations/${id}`;
    const page = mainText(await ann.open(address));
    expect(page).toContain('Somebody else records what is decided on it');
    const { hidden } = formOf(await ann.open(ASK));
    const byCouncil = granted({ decidedBy: 'council' });
    const sent = await ann.send(`${address}/decide`, { ...hidden, ...byCouncil });
    expect([sent.status, mainText(sent)]).toEqual([
      403,
      expect.stringContaining('somebody else must record'),
    ]);
    expect((await decide(id, byCouncil)).status).toBe(303);
    expect(mainText(await officer.open('/officer/dispensations'))).toContain('Is this item meant?');
    expect(mainText(await ann.open('/officer/dispensations'))).not.toContain('Is this item meant?');
    expect((await ann.open(`${address}/meetings/${meetingId}`)).status).toBe(404);
  });
});
