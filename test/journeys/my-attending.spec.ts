import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Meetings } from '../../src/meetings/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { addRecorder, meetingDay, type MeetingDay } from '../support/meeting-day.js';
import { mainText, type Visitor } from '../support/visitor.js';

let app: TestApp;
let day: MeetingDay;
let clerk: Visitor;
let dee: Visitor;
let path: string;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  day = await meetingDay(app);
  await addRecorder(app, day.clerk, 'recorder@example.org', 'Ria Clerk');
  clerk = await app.signIn('recorder@example.org');
  dee = await app.signIn(`dee-${day.clerk.council.slug}@example.org`);
  path = `/my/meetings/${day.meetingId}/attending`;
});
afterAll(() => app.close());

it('a member is asked whether they will attend, and told what it means without a seat', async () => {
  expect(mainText(await dee.open(path).expect(200))).toContain('You hold no seat on this body.');
  const unsaid = await dee.fill(path, {});
  expect(unsaid.status).toBe(400);
  expect(mainText(unsaid)).toContain('Choose whether you will attend');
});

it('what they answer is shown again, and to the clerk beside their name', async () => {
  const said = await dee.fill(path, { attends: 'yes' });
  expect(said.headers.location).toBe(`/my/meetings/${day.meetingId}`);
  expect((await dee.open(path)).text).toMatch(/value="yes" checked/);
  expect(mainText(await clerk.open(`/meetings/${day.meetingId}/record`))).toContain(
    'Dee Mill, no seat on this body Said beforehand that they will attend',
  );
});

it('is for members, of a meeting of their council that takes place', async () => {
  await clerk.open(path).expect(403);
  await dee.open(`/my/meetings/${randomUUID()}/attending`).expect(404);
  await day.clerk.council.inUnit((uow) => app.get(Meetings).cancel(uow, day.meetingId));
  expect((await dee.fill(path, { attends: 'no' })).status).toBe(409);
});
