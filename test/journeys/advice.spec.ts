import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Roles, type Role } from '../../src/identity/index.js';
import { Notifications } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { COMPANY, EMPLOYMENT } from '../support/briefed.js';
import { agendaAbout, clerkOfNewCouncil, item, type Clerk } from '../support/clerk.js';
import { foundCouncil, seatMember, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

const QUESTION = 'My uncle owns Quillfeather Farm. May I speak?';
const ANSWER = 'Declare it, then speak: Quillfeather is not yours.';
const TITLE = `Rebuilding of Thornfield Weir: ${COMPANY}`;

let app: TestApp;
let clerk: Clerk;
let council: Council;
let member: SignedMember;
let ann: Visitor;
let officer: Visitor;
let deputy: Visitor;
let meeting: string;
let at: string;

async function withRole(role: Exclude<Role, 'member'>, of = council): Promise<Visitor> {
  const email = `${role}-${of.slug}@example.org`;
  const accountId = await app.addPerson(email, { name: role });
  await of.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return app.signIn(email);
}

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  clerk = await clerkOfNewCouncil(app);
  council = clerk.council;
  member = await addMember(app, council, 'ann@example.org', { on: '2017-05-08' });
  ann = await app.signIn(member.email);
  officer = await withRole('monitoring-officer');
  deputy = await withRole('deputy-monitoring-officer');
  await council.inUnit((uow) =>
    seatMember(uow, app, { name: 'Cai Ford', bodyId: clerk.panelId, role: 'chairman', on: '2017-05-08' }),
  );
  const items = [item('1', 'Apologies'), item('2', TITLE)];
  const { meetingId } = await clerk.saved(agendaAbout('Thornfield Weir'), { items });
  meeting = `/my/meetings/${meetingId}`;
  at = `${meeting}/items/${(await clerk.items(meetingId))[1]?.id ?? ''}/ask`;
});
afterAll(() => app.close());

/** Asks, and gives the question's id. */
async function ask(question = QUESTION, more: Record<string, string> = {}): Promise<string> {
  const sent = await ann.fill(at, { question, ...more });
  expect(sent.status).toBe(303);
  return /\/my\/advice\/([0-9a-f-]{36})\?done=asked$/.exec(sent.headers.location ?? '')?.[1] ?? '';
}

describe('a question about an item', () => {
  it('goes from the briefing to the officer and back beside the item, and a correction beside what it corrects', async () => {
    expect((await ann.open(meeting)).text).toContain(`href="${at}"`);
    const id = await ask();
    expect(mainText(await ann.open(meeting))).toContain(
      'You asked the monitoring officer on 16 October 2017: no answer yet',
    );
    const queue = mainText(await officer.open('/officer/advice'));
    expect(queue).toMatch(
      /ann .*Waiting Item Rebuilding of Thornfield Weir: .* Meeting Highways Panel, Tuesday 24 October 2017 Time left 8 days/,
    );
    expect(queue).not.toContain('Quillfeather');
    expect(mainText(await officer.open(`/officer/advice/${id}`))).toContain(QUESTION);
    const empty = await officer.fill(`/officer/advice/${id}/answer`, { text: ' ' });
    expect([empty.status, mainText(empty)]).toEqual([400, expect.stringContaining('Enter your answer')]);
    const opened = formOf(await deputy.open(`/officer/advice/${id}/answer`));
    const sent = await officer.fill(`/officer/advice/${id}/answer`, { text: ANSWER });
    expect(sent.headers.location).toBe(`/officer/advice/${id}?done=answered`);
    // The deputy had the page open at the same moment.
    const second = await deputy.send(`/officer/advice/${id}/answer`, {
      ...opened.hidden,
      text: 'Do not speak.',
    });
    expect([second.status, mainText(second)]).toEqual([
      409,
      expect.stringContaining('Somebody has answered since'),
    ]);
    expect(second.text).toContain('Do not speak.');
    expect(mainText(second)).toContain(ANSWER);
    const briefing = await ann.open(meeting);
    expect(briefing.text).toContain(`href="/my/advice/${id}"`);
    expect(mainText(await ann.open(`/my/advice/${id}`))).toMatch(
      /Answer monitoring-officer, 16 October 2017 at 9am Declare it/,
    );
    await deputy.fill(`/officer/advice/${id}/answer`, { text: 'The farm was sold, so you need not.' });
    const page = mainText(await ann.open(`/my/advice/${id}`));
    expect(page).toMatch(/Correction of the answer .*The farm was sold.*Put right later .*Declare it/);
    expect(mainText(await ann.open('/my/advice'))).toContain('Answered and corrected');
    expect(mainText(await officer.open('/officer/advice?state=answered&item=weir'))).toContain(TITLE);
    expect(mainText(await officer.open('/officer/advice?state=answered&item=nothing'))).toContain(
      '0 questions.',
    );
    expect(mainText(await officer.open('/officer/advice'))).toContain('0 questions.');
    expect(mainText(await officer.open('/officer/audit'))).toMatch(/\d+\. Corrected an answer to a member/);
  });

  it('can hold what the briefing says of the item', async () => {
    await app.database.unitOfWork(
      { authorityId: council.authorityId, actor: { kind: 'person', accountId: member.accountId } },
      (uow) =>
        app.get(Notifications).receiveChange(uow, member.memberId, {
          ...{ act: 'add', heldBy: 'self', details: EMPLOYMENT },
        }),
    );
    const id = await ask('And my company?');
    const page = await officer.open(`/officer/advice/${id}/answer`);
    expect(mainText(page)).toContain(`Director, ${COMPANY}`);
    await officer.fill(`/officer/advice/${id}/answer`, { text: 'See below.', addLaw: 'yes' });
    const shown = mainText(await ann.open(`/my/advice/${id}`));
    expect(shown).toContain('What the law says of this item, as your briefing had it then');
    expect(shown).toContain(`Director, ${COMPANY}`);
    expect(shown).toContain('Localism Act 2011');
  });

  it.each([
    ['nothing', { question: ' ' }, 'Enter your question'],
    ['too much', { question: 'x'.repeat(4001) }, 'must be 4,000 characters or less'],
    ['a box that is none', { question: QUESTION, sensitive: 'perhaps' }, 'Tick the box, or leave it empty'],
  ])('with %s comes back with the words kept', async (_, answers, says) => {
    const answer = await ann.fill(at, answers);
    expect([answer.status, mainText(answer)]).toEqual([400, expect.stringContaining(says)]);
  });

  it('is not answered from a page that counts what cannot be counted', async () => {
    const id = await ask('And then?');
    const at = `/officer/advice/${id}/answer`;
    const { hidden } = formOf(await officer.open(at));
    for (const seen of ['-1', '0.5', '1e9', 'Infinity']) {
      const { status } = await officer.send(at, { ...hidden, text: 'No.', seen });
      expect({ seen, status }).toEqual({ seen, status: 400 });
    }
  });

  it('is not asked once the meeting is over, or about another council’s item', async () => {
    const other = await foundCouncil(app);
    const stranger = await app.signIn(
      (await addMember(app, other, 'stranger@example.org', { on: '2017-05-08' })).email,
    );
    await stranger.open(at).expect(404);
    const { hidden } = formOf(await stranger.open('/my/dispensations/request'));
    expect((await stranger.send(at, { ...hidden, question: QUESTION })).status).toBe(404);
    app.moveClockTo('2017-10-25T00:00');
    await ann.open(at).expect(404);
    expect((await ann.open(meeting)).text).not.toContain(`href="${at}"`);
    app.moveClockTo('2017-10-16T09:00');
  });
});

describe('who reads it', () => {
  it('the auditor reads that there was one; members, clerks and other councils nothing', async () => {
    const id = await ask();
    const auditor = await withRole('auditor');
    const seen = mainText(await auditor.open(`/officer/advice/${id}`).expect(200));
    expect(seen).toContain(TITLE);
    expect(seen).not.toContain('Quillfeather');
    await auditor.open(`/officer/advice/${id}/answer`).expect(403);
    const bob = await app.signIn(
      (await addMember(app, council, 'bob@example.org', { on: '2017-05-08' })).email,
    );
    await bob.open(`/my/advice/${id}`).expect(404);
    expect(mainText(await bob.open('/my/advice'))).toContain('You have asked nothing yet.');
    const town = await withRole('democratic-services');
    for (const by of [bob, town]) {
      await by.open('/officer/advice').expect(403);
      await by.open(`/officer/advice/${id}`).expect(403);
    }
    const foreigner = await withRole('monitoring-officer', await foundCouncil(app));
    await foreigner.open(`/officer/advice/${id}`).expect(404);
    await foreigner.open(`/officer/advice/${id}/answer`).expect(404);
  });

  it('what is about a sensitive interest, only those who may read such details; the others not even which item', async () => {
    const id = await ask(QUESTION, { sensitive: 'yes' });
    const shown = mainText(await deputy.open(`/officer/advice/${id}`));
    expect(shown).toContain('An item that is not named here');
    expect(shown).not.toMatch(/Quillfeather|Thornfield/);
    await deputy.open(`/officer/advice/${id}/answer`).expect(403);
    const found = await deputy.open('/officer/advice?item=Thornfield');
    expect(found.text).not.toContain(id);
    expect(mainText(await officer.open(`/officer/advice/${id}`))).toContain(QUESTION);
    expect((await officer.open('/officer/advice?item=Thornfield')).text).toContain(id);
  });
});
