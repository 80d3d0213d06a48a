import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { Meetings } from '../../src/meetings/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { addRecorder, meetingDay, type MeetingDay } from '../support/meeting-day.js';
import { formOf, mainText, type Answers, type Visitor } from '../support/visitor.js';

let app: TestApp;
let day: MeetingDay;
let clerk: Visitor;
let path: string;

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
  app.moveClockTo('2017-10-24T10:00');
});

/** Fills the form of this key in, on the page as it is now, and presses its button. */
async function fill(key: string, answers: Answers): Promise<Response> {
  const { action, hidden } = formOf(await clerk.open(path), `id="${key}"`);
  return clerk.send(action ?? '', { ...hidden, ...answers });
}

describe('the page that records a meeting', () => {
  it('before the meeting takes only apologies, absences and substitutes, and says so', async () => {
    const begins = formOf(await clerk.open(path), 'id="opened"');
    app.moveClockTo('2017-10-24T08:59');
    const page = await clerk.open(path);
    expect(mainText(page)).toContain('This meeting has not begun. Until an hour before it, record only');
    expect(page.text).not.toMatch(/value="(present|remote)"|id="(opened|closed|another|panel|begin-[^"]*)"/);
    const sent = await clerk.send(begins.action ?? '', begins.hidden);
    expect(sent.status).toBe(409);
    expect(mainText(sent)).toContain('This meeting has not begun. Until an hour before it, only apologies');
    expect((await fill('roll', { [`as-${day.cai}`]: 'apologies' })).status).toBe(303);
    expect((await fill('substitution', { member: day.dee, forMember: day.cai })).status).toBe(303);
    expect(await day.clerk.rowsIn('observation')).toBe(2);
    app.moveClockTo('2017-10-24T09:00');
    expect((await fill('opened', {})).status).toBe(303);
  });

  it('says when and where, and only when where the place is not known', async () => {
    expect(mainText(await clerk.open(path))).toContain(
      'Tuesday 24 October 2017, 10am, Town Hall, Ashford Magna',
    );
    const nowhere = `update meeting set venue = '' where id = '${day.meetingId}'`;
    await changeAsOwner(app, day.clerk.council, nowhere);
    expect((await clerk.open(path)).text).toMatch(/Tuesday 24 October 2017, 10am\s*</);
  });
});

describe('whether a member will attend', () => {
  let dee: Visitor;
  let attending: string;
  beforeEach(async () => {
    app.moveClockTo('2017-10-16T09:00');
    dee = await app.signIn(`dee-${day.clerk.council.slug}@example.org`);
    attending = `/my/meetings/${day.meetingId}/attending`;
  });

  it('a member is asked whether they will attend, and told what it means without a seat', async () => {
    expect(mainText(await dee.open(attending).expect(200))).toContain('You hold no seat on this body.');
    const unsaid = await dee.fill(attending, {});
    expect(unsaid.status).toBe(400);
    expect(mainText(unsaid)).toContain('Choose whether you will attend');
  });

  it('what they answer is shown again, and to the clerk beside their name', async () => {
    const said = await dee.fill(attending, { attends: 'yes' });
    expect(said.headers.location).toBe(`/my/meetings/${day.meetingId}`);
    expect((await dee.open(attending)).text).toMatch(/value="yes" checked/);
    expect(mainText(await clerk.open(path))).toContain(
      'Dee Mill, no seat on this body Said beforehand that they will attend',
    );
  });

  it('is for members, of a meeting of their council that takes place', async () => {
    await clerk.open(attending).expect(403);
    await dee.open(`/my/meetings/${randomUUID()}/attending`).expect(404);
    await day.clerk.council.inUnit((uow) => app.get(Meetings).cancel(uow, day.meetingId));
    expect((await dee.fill(attending, { attends: 'no' })).status).toBe(409);
  });
});
