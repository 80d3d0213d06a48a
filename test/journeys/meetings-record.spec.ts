import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import { Disclosures } from '../../src/disclosures/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { Register } from '../../src/register/index.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { clerkOfNewCouncil } from '../support/clerk.js';
import { addRecorder, meetingDay, type MeetingDay } from '../support/meeting-day.js';
import { notify } from '../support/notify.js';
import { agreeSensitive } from '../support/sensitive.js';
import { formOf, mainText, type Answers, type Visitor } from '../support/visitor.js';

let app: TestApp;
let day: MeetingDay;
let clerk: Visitor;
let path: string;
let item: string;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
});
afterAll(() => app.close());

let made = 0;
beforeEach(async () => {
  app.moveClockTo('2017-10-16T09:00');
  day = await meetingDay(app);
  made += 1;
  await addRecorder(app, day.clerk, `recorder-${made}@example.org`, 'Ria Clerk');
  clerk = await app.signIn(`recorder-${made}@example.org`);
  path = `/meetings/${day.meetingId}/record`;
  item = day.items[2]?.id ?? '';
  app.moveClockTo('2017-10-24T10:00');
});

/** Fills the form of this key in, on the page as it is now, and presses its button. */
async function fill(key: string, answers: Answers, visitor = clerk, address = path): Promise<Response> {
  const form = formOf(await visitor.open(address), `id="${key}"`);
  return visitor.send(form.action ?? '', { ...form.hidden, ...answers });
}
const done = async (key: string, answers: Answers, visitor = clerk): Promise<void> => {
  const response = await fill(key, answers, visitor);
  if (response.status !== 303) throw new Error(`${response.status}: ${mainText(response)}`);
};
const open = (): Promise<Response> => Promise.resolve(clerk.open(`${path}?item=${item}`));
const text = async (): Promise<string> => mainText(await open());
const everybodyIsHere = (): Promise<void> => done('roll', { rest: 'present' });

describe('who is here', () => {
  it('is recorded for all at once, changed for one, and comes back to the page', async () => {
    const response = await fill('roll', { [`as-${day.ann}`]: 'present', [`as-${day.bob}`]: 'apologies' });
    expect(response.headers.location).toBe(path);
    expect(await day.clerk.rowsIn('observation')).toBe(2);
    await done('roll', { [`as-${day.ann}`]: 'present', [`as-${day.bob}`]: 'remote' });
    expect(await day.clerk.rowsIn('observation')).toBe(3);
    const page = await open();
    expect(page.text).toMatch(new RegExp(`name="as-${day.bob}" type="radio" value="remote" checked`));
  });

  it('what another clerk changed meanwhile is not said again by who left it as it was', async () => {
    const stale = formOf(await open(), 'id="roll"');
    await done('roll', { [`as-${day.ann}`]: 'apologies' });
    const response = await clerk.send(stale.action ?? '', { ...stale.hidden, [`as-${day.bob}`]: 'present' });
    expect(response.status).toBe(303);
    expect((await open()).text).toMatch(
      new RegExp(`name="as-${day.ann}" type="radio" value="apologies" checked`),
    );
  });

  it('everybody else is present with one button; a member without a seat is added', async () => {
    await done('roll', { [`as-${day.cai}`]: 'absent', rest: 'present' });
    await done('another', { member: day.dee, as: 'present' });
    const page = await open();
    expect(mainText(page)).toContain('Dee Mill, no seat on this body');
    expect(page.text.match(/type="radio" value="present" checked/g)).toHaveLength(3);
  });

  it('names are printed as they are written, once', async () => {
    const renamed = `update member set name = 'Ann O''Weir <& Co>' where id = '${day.ann}'`;
    await changeAsOwner(app, day.clerk.council, renamed);
    await everybodyIsHere();
    await fill('moves', { member: day.ann, kind: 'left' }, clerk, `${path}?item=${item}`);
    const { text: html } = await open();
    expect(html).not.toMatch(/&amp;(amp|lt|gt|#39|quot);|<& Co>/);
    expect(mainText({ text: html })).toContain("Ann O'Weir <& Co>, Chairman");
  });

  it('a substitute is listed, with whether they opened their briefing', async () => {
    await done('substitution', { member: day.dee, forMember: day.cai });
    expect(await text()).toContain('Dee Mill stands in for Cai Ford, and has not opened their briefing yet.');
    const dee = await app.signIn(`dee-${day.clerk.council.slug}@example.org`);
    app.moveClockTo('2017-10-24T10:02');
    await dee.open(`/my/meetings/${day.meetingId}`).expect(200);
    expect(await text()).toContain('Dee Mill stands in for Cai Ford, and opened their briefing at 10:02am.');
  });

  it('who said that they come as a visitor may stand in for a member', async () => {
    const dee = await app.signIn(`dee-${day.clerk.council.slug}@example.org`);
    await dee.fill(`/my/meetings/${day.meetingId}/attending`, { attends: 'yes' });
    const choices =
      /<select[^>]*id="substitution-member"[\s\S]*?<\/select>/.exec((await open()).text)?.[0] ?? '';
    expect(choices).toContain(`value="${day.dee}"`);
    expect(choices).not.toContain(`value="${day.ann}"`);
    await done('substitution', { member: day.dee, forMember: day.cai });
    expect(await text()).toContain('Dee Mill, stands in for Cai Ford');
  });

  it('without a choice is refused beside the field, with the words kept', async () => {
    const response = await fill('another', { member: day.dee });
    expect(response.status).toBe(400);
    expect(response.text).toContain('href="#another-as"');
    expect(response.text).toContain(`<option value="${day.dee}" selected>`);
    expect(await day.clerk.rowsIn('observation')).toBe(0);
  });
});

describe('the meeting and its items', () => {
  it('begin and end at the time that is given, or now', async () => {
    await done('opened', { at: '9.58am' });
    app.moveClockTo('2017-10-24T11:31');
    await done('closed', { at: '' });
    expect(await text()).toContain('The meeting began at 9:58am.');
    expect(await text()).toContain('The meeting ended at 11:31am.');
    expect((await fill('back-closed', {})).status).toBe(303);
    expect(await text()).not.toContain('The meeting ended');
  });

  it('a time that is none is refused', async () => {
    const response = await fill('opened', { at: 'soon' });
    expect(response.status).toBe(400);
    expect(response.text).toContain('href="#opened-at"');
    expect(response.text).toContain('value="soon"');
  });

  it('an item that begins is the one whose forms are shown', async () => {
    const response = await fill(`begin-${item}`, {});
    expect(response.headers.location).toBe(`${path}?item=${item}#item-${item}`);
    const page = await clerk.open(path);
    expect(mainText(page)).toContain('Begun 10am');
    expect(page.text).toContain(`<div id="panel" data-item="${item}">`);
  });

  it('who leaves and comes back is told at the item', async () => {
    await everybodyIsHere();
    app.moveClockTo('2017-10-24T10:12');
    await fill('moves', { member: day.ann, kind: 'left' }, clerk, `${path}?item=${item}`);
    app.moveClockTo('2017-10-24T10:30');
    await fill('moves', { member: day.ann, kind: 'returned', at: '10:29' }, clerk, `${path}?item=${item}`);
    const words = await text();
    expect(words).toContain('Ann Weir left the room at 10:12am');
    expect(words).toContain('Ann Weir came back at 10:29am');
    expect(words).not.toContain('does not fit');
  });

  it('the same form sent twice is recorded once; with other answers it is refused and told', async () => {
    const form = formOf(await open(), 'id="moves"');
    const body = { ...form.hidden, member: day.ann, kind: 'left' };
    expect((await clerk.send(form.action ?? '', body)).status).toBe(303);
    expect((await clerk.send(form.action ?? '', body)).status).toBe(303);
    const other = await clerk.send(form.action ?? '', { ...body, member: day.bob });
    expect(other.status).toBe(409);
    expect(mainText(other)).toContain('This form was sent before with other answers, which were kept');
    expect(await day.clerk.rowsIn('observation')).toBe(1);
  });
});

describe('votes', () => {
  const byName = { question: 'motion', outcome: 'carried' };

  it('by name, and a plain warning where somebody votes who is out of the room', async () => {
    await everybodyIsHere();
    await fill('moves', { member: day.ann, kind: 'left' }, clerk, `${path}?item=${item}`);
    const page = await open();
    expect(mainText(page)).toContain('Out of the room since 10am');
    const votes = { [`vote-${day.ann}`]: 'for', [`vote-${day.bob}`]: 'for', [`vote-${day.cai}`]: '' };
    await fill('named', { ...byName, ...votes }, clerk, `${path}?item=${item}`);
    const words = await text();
    expect(words).toContain('Vote on the motion, by name: 2 for, 0 against, 0 abstained (carried)');
    expect(words).toContain(
      'Ann Weir is recorded as voting on the motion at item 3, and as out of the room since 10am.',
    );
  });

  it('a plain warning where somebody votes who has no seat, or has declared what bars the vote', async () => {
    await everybodyIsHere();
    await done('another', { member: day.dee, as: 'present' });
    const address = `${path}?item=${item}`;
    const dpi = { interestKind: 'dpi', heldBy: 'self', nature: 'Owner of 3 Mill Lane', intends: 'leaves' };
    await fill('declare', { member: day.bob, ...dpi }, clerk, address);
    await fill('arrears', { member: day.cai }, clerk, address);
    const votes = Object.fromEntries([day.bob, day.cai, day.dee].map((id) => [`vote-${id}`, 'for']));
    await fill('named', { ...byName, ...votes }, clerk, address);
    const words = await text();
    expect(words).toContain(
      'Dee Mill has no seat on this body and stands in for nobody, and is recorded as voting on the motion at item 3.',
    );
    expect(words).toContain(
      'Bob Lock declared a disclosable pecuniary interest, and is recorded as voting on the motion at item 3.',
    );
    expect(words).toContain('Cai Ford declared that section 106');
    expect(words).toContain('No dispensation lifts that bar.');
  });

  it('one more on the same question puts the first right, also by another clerk', async () => {
    await everybodyIsHere();
    const address = `${path}?item=${item}`;
    await fill('counts', { ...byName, for: '3', against: '0', abstained: '0' }, clerk, address);
    await addRecorder(app, day.clerk, `second-${made}@example.org`, 'Sid Clerk');
    const second = await app.signIn(`second-${made}@example.org`);
    await fill('counts', { ...byName, for: '2', against: '1', abstained: '0' }, second, address);
    const words = await text();
    expect(words).toContain('Vote on the motion: 2 for, 1 against, 0 abstained (carried)');
    expect(words).not.toContain('3 for');
    expect(words).not.toContain('Two people');
  });

  it('need a question, whole numbers, and somebody who votes', async () => {
    const numbers = await fill('counts', { for: '3.5', against: '', abstained: '0' });
    expect(numbers.status).toBe(400);
    expect(numbers.text).toContain('value="3.5"');
    for (const field of ['question', 'for', 'against'])
      expect(numbers.text).toContain(`href="#counts-${field}"`);
    const nobody = await fill('named', { ...byName });
    expect(nobody.status).toBe(400);
    expect(mainText(nobody)).toContain('Choose how at least one member voted');
  });
});

describe('two clerks', () => {
  it('who record differently are both kept, and the page says who said what', async () => {
    await addRecorder(app, day.clerk, `second-${made}@example.org`, 'Sid Clerk');
    const second = await app.signIn(`second-${made}@example.org`);
    const stale = formOf(await second.open(path), 'id="roll"');
    await done('roll', { [`as-${day.ann}`]: 'present' });
    app.moveClockTo('2017-10-24T10:01');
    await second.send(stale.action ?? '', { ...stale.hidden, [`as-${day.ann}`]: 'apologies' });
    expect(await text()).toContain(
      'Ria Clerk recorded Ann Weir as “present” (10am). Later, Sid Clerk recorded Ann Weir as “apologies” (10:01am), which stands.',
    );
  });
});

describe('declarations', () => {
  const declare = (answers: Answers, key = 'declare'): Promise<Response> =>
    fill(key, { member: day.ann, ...answers }, clerk, `${path}?item=${item}`);
  const interest = { interestKind: 'odi', heldBy: 'self', intends: 'takes-part' };

  it('an interest with its nature, a whip, and the fact of council tax', async () => {
    expect((await declare({ ...interest, nature: 'Trustee of Tarrow Bridge Trust' })).status).toBe(303);
    expect((await declare({ group: 'Mill Group', nature: 'To vote for it' }, 'whip')).status).toBe(303);
    expect((await declare({ nature: 'Nothing of this is kept' }, 'arrears')).status).toBe(303);
    const words = await text();
    expect(words).toContain(
      'Ann Weir declared an other disclosable interest: Trustee of Tarrow Bridge Trust.',
    );
    expect(words).toContain('Said they would take part.');
    expect(words).toContain('Ann Weir declared a party whip (Mill Group): To vote for it.');
    expect(words).toContain('Ann Weir declared that section 106 of the Local Government Finance Act 1992');
    expect(words).not.toContain('Nothing of this is kept');
  });

  it('“as noted” is refused with the reason, and the words are kept', async () => {
    const response = await declare({ ...interest, nature: 'As noted' });
    expect(response.status).toBe(400);
    expect(mainText(response)).toContain('“as noted” or “as registered” is not enough');
    expect(response.text).toContain('href="#declare-nature"');
    expect(response.text).toContain('As noted</textarea>');
    expect(await day.clerk.rowsIn('disclosure')).toBe(0);
  });

  it('of a sensitive interest: that it exists, and nothing else', async () => {
    const {
      dee: memberId,
      deeAccountId: accountId,
      clerk: { council },
    } = day;
    const land = { category: 'land', address: '14 Weir Bank, Tarrow', natureOfInterest: 'Tenant' } as const;
    const answers = { 'land/self': { answer: 'entries', interests: [land] } } as const;
    const notification = await notify(app, council, { memberId, accountId, answers });
    const entryId = await council.inUnit(async (uow) => {
      await app.get(Register).enter(uow, notification);
      return (await app.get(Register).current(uow, memberId))[0]?.entry.id ?? '';
    });
    await agreeSensitive(app, council, { memberId, accountId, entryId });
    await done('another', { member: memberId, as: 'present' });
    const said = { ...interest, member: memberId, interestKind: 'dpi', existenceOnly: 'yes' };
    const incomplete = await declare({ ...said, nature: 'House in Weir Bank', intends: '' });
    expect(incomplete.status).toBe(400);
    expect(incomplete.text).not.toContain('Weir Bank');
    expect((await declare({ ...said, nature: 'House in Weir Bank' })).status).toBe(303);
    const page = await open();
    expect(mainText(page)).toContain('Dee Mill declared the existence of a disclosable pecuniary interest.');
    expect(page.text).not.toContain('Weir Bank');
    // Of whom no such interest is known, what was said in the room is recorded all the same.
    expect((await declare({ ...said, member: day.ann })).status).toBe(303);
    expect(await text()).toContain('Ann Weir declared the existence of a disclosable pecuniary interest.');
  });

  it('what was told beforehand waits to be said aloud, and is in the minutes once it was', async () => {
    const {
      clerk: { council },
      meetingId,
      ann: memberId,
    } = day;
    app.moveClockTo('2017-10-20T09:00');
    await council.inUnit(async (uow) => {
      const title = day.items[2]?.title ?? '';
      const said = {
        id: randomUUID(),
        memberId,
        meetingId,
        item: { id: item, title },
        intends: 'leaves',
      } as const;
      const told = {
        interest: { kind: 'odi', heldBy: 'self' },
        nature: 'Trustee of Tarrow Bridge Trust',
      } as const;
      expect(await app.get(Disclosures).declare(uow, { ...said, ...told })).not.toHaveProperty('refused');
    });
    app.moveClockTo('2017-10-24T10:05');
    const minutes = async (): Promise<string> =>
      (await clerk.open(`/meetings/${meetingId}/minutes.txt`)).text;
    const page = await open();
    expect(mainText(page)).toContain(
      'Declared before the meeting, and to be said aloud now: Ann Weir declared',
    );
    expect(await minutes()).not.toContain('Tarrow Bridge');
    expect(mainText(await clerk.open(`/meetings/${meetingId}/minutes`))).toContain(
      'Ann Weir declared something before the meeting that is not recorded as said at it.',
    );
    const key = /id="(said-[0-9a-f-]+)"/.exec(page.text)?.[1] ?? '';
    expect((await fill(key, {}, clerk, `${path}?item=${item}`)).status).toBe(303);
    expect(await text()).not.toContain('to be said aloud now');
    expect(await minutes()).toContain(
      'Ann Weir declared an other disclosable interest: Trustee of Tarrow Bridge Trust.',
    );
  });

  it('is taken back', async () => {
    await declare({}, 'arrears');
    const page = await open();
    const key = /id="(undo-[0-9a-f-]+)"/.exec(page.text)?.[1] ?? '';
    await fill(key, {}, clerk, `${path}?item=${item}`);
    expect(await text()).not.toContain('section 106 of the');
  });
});

describe('who may record', () => {
  it('a clerk of this council; a member may not, and another council’s clerk finds nothing', async () => {
    const dee = await app.signIn(`dee-${day.clerk.council.slug}@example.org`);
    await dee.open(path).expect(403);
    await app.visitor().open(path).expect(303);
    const other = await clerkOfNewCouncil(app);
    await addRecorder(app, other, `elsewhere-${made}@example.org`, 'Eli Clerk');
    const elsewhere = await app.signIn(`elsewhere-${made}@example.org`);
    await elsewhere.open(path).expect(404);
    const { hidden } = formOf(await elsewhere.open('/meetings/import'));
    const body = { ...hidden, entry: randomUUID(), form: 'opened', kind: 'opened' };
    expect((await elsewhere.send(`${path}/observations`, body)).status).toBe(404);
    expect(await day.clerk.rowsIn('observation')).toBe(0);
  });

  it('nobody records a meeting that is cancelled', async () => {
    const stale = formOf(await open(), 'id="opened"');
    await day.clerk.council.inUnit((uow) => app.get(Meetings).cancel(uow, day.meetingId));
    const page = await clerk.open(path).expect(200);
    expect(mainText(page)).toContain('This meeting is cancelled. Nothing can be recorded of it.');
    expect(page.text).not.toContain('data-record');
    const sent = await clerk.send(stale.action ?? '', stale.hidden);
    expect(sent.status).toBe(409);
    expect(mainText(sent)).toContain('This meeting is cancelled, so nothing can be recorded of it');
  });

  it('a form without the session’s token is refused', async () => {
    const body = { entry: randomUUID(), form: 'opened', kind: 'opened', _csrf: 'f'.repeat(64) };
    expect((await clerk.send(`${path}/observations`, body)).status).toBe(403);
  });
});

describe('a page that sends by itself', () => {
  /** Sends as the page's script does, from a session of its own with a form of that session. */
  async function sendAsScript(key: string, answers: Answers): Promise<{ answer: Response; hidden: Answers }> {
    const agent = request.agent(app.url);
    const { hidden: token } = formOf(await agent.get('/sign-in').set('Accept', 'text/html'));
    const email = `recorder-${made}@example.org`;
    await agent
      .post('/sign-in')
      .set('Accept', 'text/html')
      .type('form')
      .send({ ...token, email, password: PASSWORD });
    const { action, hidden } = formOf(await agent.get(path).set('Accept', 'text/html'), `id="${key}"`);
    const sent = agent
      .post(action ?? '')
      .set('Accept', 'application/json')
      .type('form');
    return { answer: await sent.send({ ...hidden, ...answers }), hidden };
  }

  it('is answered in JSON, with when it was said worked out from how long ago that was', async () => {
    app.moveClockTo('2017-10-24T10:20');
    const { answer } = await sendAsScript('opened', { age: `${15 * 60_000}` });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ recorded: true });
    expect(await text()).toContain('The meeting began at 10:05am.');
  });

  it('is told what is wrong', async () => {
    const { answer } = await sendAsScript('moves', { kind: 'left' });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ detail: 'Choose the member.' });
    const { answer: old } = await sendAsScript('opened', { age: `${32 * 24 * 60 * 60_000}` });
    expect(old.status).toBe(400);
  });

  it('asks for the token of the session that there is now, and whose it is', async () => {
    const { hidden } = formOf(await open(), 'id="opened"');
    const response = await clerk.open(`${path}/token.json`).expect(200);
    const { csrf, account, authority } = response.body as Record<string, string>;
    expect([csrf, authority]).toEqual([hidden._csrf, day.clerk.council.slug]);
    expect((await open()).text).toContain(`data-account="${account ?? ''}"`);
    await app.visitor().open(`${path}/token.json`).expect(401);
  });
});
