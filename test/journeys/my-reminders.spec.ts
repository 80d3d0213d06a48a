import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { civilDate } from '../../src/law/index.js';
import { Members, Seats } from '../../src/members/index.js';
import { TurnOff, WISH_KINDS, Wishes, type WishKind } from '../../src/reminders/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { EMPLOYMENT, sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { done } from '../support/council.js';
import { reminded, type Reminded } from '../support/reminded.js';
import { mainText, type Visitor } from '../support/visitor.js';

let app: TestApp;
let scene: Scene;
let told: Reminded;
let ann: SeatedMember & { readonly email: string };
let people = 0;

beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.moveClockTo('2017-10-16T09:00');
  scene = await sceneOfBriefings(app);
  told = reminded(app, scene.council);
  ann = await seated(`ann-${++people}@example.org`);
});
afterAll(() => app.close());

/** A councillor on the panel who can sign in, and whose mail goes to the same address. */
async function seated(email: string): Promise<typeof ann> {
  const accountId = await app.addPerson(email, { name: 'Ann Agar' });
  const on = civilDate('2017-05-08');
  return scene.council.inUnit(async (uow) => {
    const { id: memberId } = await app.get(Members).add(uow, { name: 'Ann Agar', accountId, email });
    const office = { memberId, standing: 'elected', votesOn: 'any', becameMemberOn: on } as const;
    done(await app.get(Members).takeOffice(uow, office));
    const { id: seatId } = await app.get(Seats).add(uow, { bodyId: scene.clerk.panelId, role: 'member' });
    done(await app.get(Seats).fill(uow, { seatId, memberId, fromOn: on }));
    return { memberId, accountId, email };
  });
}

const turnedOff = async (): Promise<WishKind[]> =>
  scene.council.inUnit(async (uow) => [...(await app.get(Wishes).off(uow, ann.memberId))].sort());
const addressOf = (memberId: string, kinds: readonly WishKind[], council = scene.council): string =>
  new URL(app.get(TurnOff).address(council.authorityId, memberId, kinds)).pathname;
const ticked = ({ text }: { text: string }): string[] =>
  [...text.matchAll(/<input[^>]*name="wanted"[^>]*value="([^"]*)"([^>]*)>/g)].flatMap(
    ([, kind = '', rest = '']) => (rest.includes('checked') ? kind : []),
  );
const PATH = '/my/reminders';

describe('my reminders', () => {
  let member: Visitor;
  beforeEach(async () => {
    member = await app.signIn(ann.email);
  });

  it('is found from “My duties”; says what always comes, and where it goes; everything is on', async () => {
    expect((await member.open('/my').expect(200)).text).toContain('href="/my/reminders"');
    const page = await member.open(PATH).expect(200);
    const words = mainText(page);
    for (const law of ['s.30(1)', 's.31(3)', 'a gift or hospitality']) expect(words).toContain(law);
    expect(words).toContain(`go to ${ann.email} .`);
    expect(words).toContain('3 days before the meeting at 9am');
    expect(words).toContain('60, 28 and 7 days before its last day');
    expect(ticked(page)).toEqual([...WISH_KINDS]);
    expect((await app.visitor().open(PATH)).headers.location).toContain('/sign-in');
  });

  it('turns off what is not ticked and on what is ticked; the same once more is no event', async () => {
    const wanted = ['agenda-published', 'morning-of'];
    const sent = await member.fill(PATH, { wanted });
    expect([sent.status, sent.headers.location]).toEqual([303, '/my/reminders?done=saved']);
    const page = await member.open('/my/reminders?done=saved');
    expect(mainText(page)).toContain('Your choice is saved.');
    expect(ticked(page)).toEqual(wanted);
    await member.fill(PATH, { wanted });
    expect(await scene.clerk.audited('reminder-wish.changed')).toBe(1);

    await member.fill(PATH, { wanted: 'morning-of' });
    expect(await turnedOff()).toEqual(WISH_KINDS.filter((kind) => kind !== 'morning-of').sort());
    await member.fill(PATH, {});
    expect(await turnedOff()).toEqual([...WISH_KINDS].sort());
    await member.fill(PATH, { wanted: [...WISH_KINDS] });
    expect(await turnedOff()).toEqual([]);
    expect(await scene.clerk.audited('reminder-wish.changed')).toBe(4);
  });

  it.each([
    ['no kind at all', 'everything'],
    ['a duty', 'england/localism-act-2011/s30(1)'],
  ])('refuses %s, with the boxes as they were ticked, and changes nothing', async (_, unknown) => {
    const sent = await member.fill(PATH, { wanted: ['morning-of', unknown] });
    expect(sent.status).toBe(400);
    expect(mainText(sent)).toContain('Select reminders from this list only');
    expect(ticked(sent)).toEqual(['morning-of']);
    expect(await turnedOff()).toEqual([]);
    expect(await scene.clerk.audited('reminder-wish.changed')).toBe(0);
  });

  it('lists what comes next and what came lately, with what became of it', async () => {
    await scene.register(ann, EMPLOYMENT);
    const meetingId = await scene.meeting();
    await told.tell();
    const page = await member.open(PATH);
    const [next = '', lately = ''] = (mainText(page).split('Coming next')[1] ?? '').split('Sent lately');
    expect(next).toContain('The evening before: planned for 23 October 2017 at 6pm.');
    expect(next).toContain('Tuesday 24 October 2017, 10am');
    expect(lately).toContain('When the agenda was ready: sent on 16 October 2017 at 9am.');
    expect(lately).not.toContain('The evening before');
    expect(page.text).toContain(`href="/my/meetings/${meetingId}"`);
    expect(page.text).not.toContain('Hartlebrook');
  });

  it.each([
    [`delivery = 'delivered'`, 'delivered to your mail server', false],
    [`delivery = 'permanent-failure', failed_reason = 'address-refused'`, 'it could not be delivered', true],
    [`failed_reason = 'address-refused'`, 'the e-mail address was refused', true],
    [`failed_reason = 'given-up'`, 'we tried, and gave up', false],
  ])('where %s, says that a message was: %s', async (what, words, warns) => {
    await scene.meeting();
    await told.tell();
    await changeAsOwner(app, scene.council, `update message set ${what}`);
    const page = mainText(await member.open(PATH));
    expect(page).toContain(words);
    expect(page.includes('Reminders may not reach you')).toBe(warns);
  });

  it('says that nothing can reach a member without an address, and what was missed for it', async () => {
    await scene.meeting();
    await told.plan();
    await changeAsOwner(app, scene.council, `update member set email = null where id = '${ann.memberId}'`);
    await told.gather();
    const page = mainText(await member.open(PATH));
    expect(page).toContain('We have no e-mail address for you');
    expect(page).toContain('not sent: we had no e-mail address for you.');
  });
});

describe('what a member turned off', () => {
  it('does not come, and the next one does', async () => {
    await scene.register(ann, EMPLOYMENT);
    await scene.meeting();
    await told.tell();
    await told.plan();
    await scene.council.inUnit((uow) => app.get(Wishes).turnOff(uow, ann.memberId, ['evening-before']));
    app.moveClockTo('2017-10-23T18:00');
    // It was planned before: it is not sent, whether or not it is planned anew first.
    expect(await told.gather()).toHaveLength(1);
    app.moveClockTo('2017-10-23T20:00');
    expect(await told.tell()).toBe(0);
    expect(await told.steps('in-message', 'briefing')).not.toContain('evening-before');
    app.moveClockTo('2017-10-24T07:30');
    expect(await told.tell()).toBe(1);
    expect(await told.steps('in-message', 'briefing')).toContain('morning-of');
  });

  it('never keeps a duty from coming: with everything turned off, the 28 days are told', async () => {
    await scene.council.inUnit((uow) => app.get(Wishes).turnOff(uow, ann.memberId, WISH_KINDS));
    await scene.meeting();
    expect(await told.tell()).toBe(1);
    expect(await told.reminders('briefing')).toEqual([]);
    const [mail, ...others] = await told.outbox(ann.email);
    expect(others).toEqual([]);
    expect(mail?.subject).toContain('Register your interests');
    expect(mail?.body).not.toContain('/reminders/off/');
    expect(mail?.body).toContain('/my/reminders');
  });
});

describe('the address in a message that turns reminders off', () => {
  it('stands in the message, and is opened by the reader without signing in; opening it changes nothing', async () => {
    await scene.register(ann, EMPLOYMENT);
    await scene.meeting();
    await told.tell();
    const [mail] = await told.outbox(ann.email);
    const path = /\/reminders\/off\/\S+/.exec(mail?.body ?? '')?.[0] ?? '';
    const visitor = app.visitor();
    const page = await visitor.open(path).expect(200);
    await visitor.open(path).expect(200);
    const words = mainText(page);
    expect(words).toContain('Turn off these reminders?');
    expect(words).toContain('When the agenda of a meeting is ready');
    expect(words).not.toMatch(/Agar|Hartlebrook/);
    expect(page.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    expect(page.headers).not.toHaveProperty('set-cookie');
    expect(await turnedOff()).toEqual([]);

    const pressed = await visitor.fill(path, {});
    expect(pressed.status).toBe(200);
    expect(mainText(pressed)).toContain('These reminders are turned off');
    expect(mainText(await visitor.open(path))).toContain('These reminders are turned off');
    expect(await turnedOff()).toEqual(['agenda-published']);
  });

  it('is posted to by a mail program, in either form that RFC 8058 has; twice is once; the rest stays as it is', async () => {
    const program = request(app.url);
    const morning = addressOf(ann.memberId, ['morning-of']);
    for (const time of [1, 2]) {
      const answer = await program.post(morning).type('form').send('List-Unsubscribe=One-Click');
      expect([time, answer.status, answer.headers['set-cookie']]).toEqual([time, 200, undefined]);
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
    }
    expect(await turnedOff()).toEqual(['morning-of']);
    const evening = addressOf(ann.memberId, ['evening-before']);
    expect((await program.post(evening).field('List-Unsubscribe', 'One-Click')).status).toBe(200);
    expect(await turnedOff()).toEqual(['evening-before', 'morning-of']);
    expect(await scene.clerk.audited('reminder-wish.changed')).toBe(2);
  });

  it('is planned from: what it says was not done by the reminders themselves', async () => {
    const planFrom = async (): Promise<string | undefined> =>
      (
        await app.owner.query<{ position: string }>(
          'select position from changes_to_plan_from() where authority_id = $1',
          [scene.council.authorityId],
        )
      ).rows[0]?.position;
    const before = await planFrom();
    await request(app.url).post(addressOf(ann.memberId, ['morning-of']));
    expect(Number(await planFrom())).toBeGreaterThan(Number(before));
  });

  it('is none where it was changed, cut, made up, says no kind, or is of somebody who is not there', async () => {
    const good = addressOf(ann.memberId, ['morning-of']);
    const elsewhere = await sceneOfBriefings(app);
    const none = [
      good.slice(0, -4),
      `${good}AAAA`,
      good.replace(/.(?=.{10}$)/, (letter) => (letter === 'A' ? 'B' : 'A')),
      good.replace('/v1.', '/v2.'),
      '/reminders/off/v1.k1.a.b.c',
      addressOf(ann.memberId, ['taking-office' as WishKind]),
      addressOf(randomUUID(), ['morning-of']),
      addressOf(ann.memberId, ['morning-of'], elsewhere.council),
      addressOf(ann.memberId, ['morning-of'], { ...scene.council, authorityId: randomUUID() }),
    ];
    for (const path of none) {
      const opened = await app.visitor().open(path);
      expect([path, opened.status]).toEqual([path, 404]);
      expect(mainText(opened)).toContain('open the link in the message again');
      expect([path, (await request(app.url).post(path)).status]).toEqual([path, 404]);
    }
    expect(await turnedOff()).toEqual([]);
  });

  it('is the only one of its kind: a form elsewhere still needs the token of its session', async () => {
    const member = await app.signIn(ann.email);
    expect((await member.send(PATH, { wanted: 'morning-of' })).status).toBe(403);
    expect((await request(app.url).post(`${PATH}/off/x`)).status).toBe(403);
    expect((await request(app.url).post('/reminders/off/x/y')).status).toBe(403);
    expect(await turnedOff()).toEqual([]);
  });
});
