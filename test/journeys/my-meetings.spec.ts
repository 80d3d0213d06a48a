import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Authorities } from '../../src/authorities/index.js';
import { Editions } from '../../src/briefings/index.js';
import { Associations, RelevanceAnswers } from '../../src/disclosures/index.js';
import { civilDate } from '../../src/law/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { Seats } from '../../src/members/index.js';
import { Notifications, Register } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { agendaAbout, clerkOfNewCouncil, item, ITEMS, type Clerk } from '../support/clerk.js';
import { addAccount, foundCouncil } from '../support/council.js';
import { addMember, type Office, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';
import { agreeSensitive } from '../support/sensitive.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

const LAND = { category: 'land', address: '3 Mill Lane, Tarrow', natureOfInterest: 'Owner' } as const;
const MILL_LANE = [
  ...ITEMS.slice(0, 2),
  item('3', 'Resurfacing of Mill Lane, Tarrow, at number 3 Mill Lane, Tarrow'),
];

let app: TestApp;
let clerk: Clerk;
let meetingId: string;
let member: SignedMember;
let visitor: Visitor;

/** Somebody with a seat on the panel; with land in Mill Lane, entered in the register, unless told. */
async function seatedMember(
  email: string,
  { enter = true, ...office }: Partial<Office> & { enter?: boolean } = {},
): Promise<SignedMember> {
  const { council } = clerk;
  const seated = await addMember(app, council, email, { on: '2017-05-08', ...office });
  await council.inUnit(async (uow) => {
    const { id: seatId } = await app.get(Seats).add(uow, { bodyId: clerk.panelId, role: 'member' });
    const { memberId } = seated;
    await app.get(Seats).fill(uow, { seatId, memberId, fromOn: civilDate('2017-05-08') });
  });
  const interests = { answer: 'entries', interests: [LAND] } as const;
  const notification = await notify(app, council, { ...seated, answers: { 'land/self': interests } });
  if (enter) await council.inUnit((uow) => app.get(Register).enter(uow, notification));
  return seated;
}

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  clerk = await clerkOfNewCouncil(app);
  await clerk.council.inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') }),
  );
  ({ meetingId } = await clerk.saved(agendaAbout('Mill Lane'), { items: MILL_LANE }));
  member = await seatedMember('member@example.org');
  visitor = await app.signIn(member.email);
});
afterAll(() => app.close());

const briefing = async (by: Visitor = visitor, id = meetingId): Promise<string> =>
  mainText(await by.open(`/my/meetings/${id}`).expect(200));

describe('a briefing', () => {
  it('is announced under "my next meetings", with how many items may touch', async () => {
    const my = await visitor.open('/my').expect(200);
    expect(my.text).toContain(`href="/my/meetings/${meetingId}"`);
    expect(mainText(my)).toContain('Tuesday 24 October 2017, 10am, Town Hall, Ashford Magna');
    expect(mainText(my)).toContain('1 item may touch your interests.');
  });

  it('says by law, by the code, what to do and what follows, each with its source', async () => {
    const page = await briefing();
    expect(page).toContain('Highways Panel: your briefing');
    expect(page).toContain('If this item is about your interest under “land” (Owner: 3 Mill Lane, Tarrow)');
    expect(page).toMatch(/By law .*You must not take part in the discussion.* Localism Act 2011 s\.31\(4\)/);
    expect(page).toMatch(/By your council’s code .*You must declare it.* code of conduct 2012/);
    expect(page).toMatch(/So, do this .*Leave the room/);
    expect(page).toMatch(/If you do not .*criminal offence \(Localism Act 2011 s\.34\)/);
    expect(page).toContain('The item has the address “3 Mill Lane”, and you have told us of “3 Mill Lane”.');
  });

  it('says of an item without a match that nothing was found, and never that there is no interest', async () => {
    const page = await briefing();
    expect(page).toMatch(/2\. Declarations of Interest Nothing found\./);
    expect(page.toLowerCase()).not.toContain('no interest in');
  });

  it('says what the code of the day asks of interests that are not registered', async () => {
    const page = await briefing();
    expect(page).toContain(
      'If an item is about a disclosable pecuniary interest that is not in the register',
    );
    expect(page).toContain('Notify the monitoring officer of it by Monday 20 November 2017.');
    expect(page).toContain('If an item is about another interest of yours');
    expect(page).toContain('If an item is about another public body of which you are a member');
  });

  it('is recorded as opened once, and again when it says something else', async () => {
    const opened = await clerk.audited('briefing.opened');
    await briefing();
    await briefing();
    expect(await clerk.audited('briefing.opened')).toBe(opened);
    const editions = await clerk.council.inUnit((uow) => app.get(Editions).ofMeeting(uow, meetingId));
    expect(editions.map(({ memberId, firstOpenedAt }) => [memberId, firstOpenedAt !== null])).toEqual([
      [member.memberId, true],
    ]);
  });
});

describe('"Is this item about it?"', () => {
  let minute = 10;
  const answerIs = async (answer: string): Promise<string> => {
    app.moveClockTo(`2017-10-16T09:${++minute}`);
    const response = await visitor.fill(`/my/meetings/${meetingId}`, { answer }, { form: 'relevance' });
    expect(response.status).toBe(303);
    expect(response.headers.location).toMatch(new RegExp(`^/my/meetings/${meetingId}\\?answered=about-`));
    return mainText(await visitor.open(response.headers.location ?? '').expect(200));
  };

  it('yes turns the conditional duty into a firm one', async () => {
    const page = await answerIs('about-it');
    expect(page).toContain('You told us that this item is about your interest under “land”');
    expect(page).toMatch(/Success Your answer is saved: “Resurfacing of Mill Lane.*” is about it\./);
    expect(page).toContain('The agenda has “3 Mill Lane” You have told us of “3 Mill Lane”');
    expect(page).not.toContain('If this item is about your interest under “land”');
    expect(page).toContain('About your interest under “land”');
  });
  it('no lifts it', async () => {
    const page = await answerIs('not-about-it');
    expect(page).toContain('You told us that this item is not about your interest under “land”');
    expect(page).toContain('This item does not concern your interest.');
  });
  it('not sure leaves it conditional', async () => {
    const page = await answerIs('not-sure');
    expect(page).toContain('If this item is about your interest under “land”');
    expect(page).toContain('you are not sure. Ask the monitoring officer before the meeting.');
  });

  it.each([
    ['no answer', {}],
    ['an answer that is none', { answer: 'perhaps' }],
  ])('%s comes back with 400 beside the question', async (_, sent) => {
    const response = await visitor.fill(`/my/meetings/${meetingId}`, sent, { form: 'relevance' });
    expect(response.status).toBe(400);
    const [, id = ''] = /href="#(about-[^"]+)"/.exec(response.text) ?? [];
    expect(response.text).toContain(`id="${id}"`);
    expect(mainText(response)).toContain('Error: Select whether this item is about it');
  });

  it('is not taken about an item that the agenda has changed meanwhile', async () => {
    const { action = '', hidden } = formOf(await visitor.open(`/my/meetings/${meetingId}`), 'relevance');
    const sent = { ...hidden, itemTitle: 'What it was called before', answer: 'about-it' };
    const response = await visitor.send(action, sent);
    expect(response.status).toBe(409);
    expect(mainText(response)).toContain('The agenda was revised while this page was open');
  });

  it('is not taken about an item or an interest that the briefing does not ask about', async () => {
    const { action = '', hidden } = formOf(await visitor.open(`/my/meetings/${meetingId}`), 'relevance');
    const [other] = await clerk.items(meetingId);
    const elsewhere = action.replace(/items\/[^/]+/, `items/${other?.id ?? ''}`);
    expect((await visitor.send(elsewhere, { ...hidden, answer: 'about-it' })).status).toBe(404);
    const stranger = await seatedMember('stranger@example.org');
    const theirs = formOf(
      await (await app.signIn(stranger.email)).open(`/my/meetings/${meetingId}`),
      'relevance',
    );
    const sent = { ...hidden, interest: theirs.hidden.interest ?? '', answer: 'about-it' };
    expect((await visitor.send(action, sent)).status).toBe(404);
    const said = await clerk.council.inUnit((uow) =>
      app.get(RelevanceAnswers).latest(uow, stranger.memberId),
    );
    expect(said.size).toBe(0);
  });

  it('about an interest that waits to be entered still holds once it is', async () => {
    const waiting = await seatedMember('waiting@example.org', { enter: false });
    const theirs = await app.signIn(waiting.email);
    const at = `/my/meetings/${meetingId}`;
    expect((await theirs.fill(at, { answer: 'about-it' }, { form: 'relevance' })).status).toBe(303);
    await clerk.council.inUnit(async (uow) => {
      const [told] = await app.get(Notifications).list(uow, waiting.memberId);
      await app.get(Register).enter(uow, told?.id ?? '');
    });
    expect(await briefing(theirs)).toContain(
      'You told us that this item is about your interest under “land”',
    );
  });

  it('no may say why, for the officer to read', async () => {
    const page = await visitor.fill(
      `/my/meetings/${meetingId}`,
      { answer: 'not-about-it', because: 'It is the other Mill Lane.' },
      { form: 'relevance' },
    );
    expect(page.status).toBe(303);
    const said = await clerk.council.inUnit(async (uow) =>
      app.get(RelevanceAnswers).ofItems(
        uow,
        (await clerk.items(meetingId)).map(({ id }) => id),
      ),
    );
    expect(said.find(({ memberId }) => memberId === member.memberId)?.because).toBe(
      'It is the other Mill Lane.',
    );
    const tooLong = { answer: 'not-about-it', because: 'x'.repeat(501) };
    const refused = await visitor.fill(`/my/meetings/${meetingId}`, tooLong, { form: 'relevance' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('x'.repeat(501));
  });

  it('says that an answer is saved only where there is one', async () => {
    const page = mainText(await visitor.open(`/my/meetings/${meetingId}?answered=about-x-y`).expect(200));
    expect(page).not.toContain('Your answer is saved');
  });

  it('is neither asked nor taken about a sensitive interest: the answer would be stored', async () => {
    const guarded = await seatedMember('guarded@example.org');
    const theirs = await app.signIn(guarded.email);
    const before = formOf(await theirs.open(`/my/meetings/${meetingId}`), 'relevance');
    const [own] = await clerk.council.inUnit((uow) => app.get(Register).current(uow, guarded.memberId));
    await agreeSensitive(app, clerk.council, { ...guarded, entryId: own?.entry.id ?? '' });
    const page = await briefing(theirs);
    expect(page).toContain('If this item is about your interest under “land” (Owner: 3 Mill Lane, Tarrow)');
    expect(page).toContain('We do not ask you whether this item is about it');
    const refused = await theirs.send(before.action ?? '', { ...before.hidden, answer: 'about-it' });
    expect(refused.status).toBe(404);
    const said = await clerk.council.inUnit((uow) => app.get(RelevanceAnswers).latest(uow, guarded.memberId));
    expect(said.size).toBe(0);
  });
});

describe('who sees which briefing', () => {
  it('another council’s meeting, and what is no meeting, is not found', async () => {
    const other = await foundCouncil(app, 'district');
    const foreign = await addMember(app, other, 'foreign@example.org', { on: '2017-05-08' });
    await (await app.signIn(foreign.email)).open(`/my/meetings/${meetingId}`).expect(404);
    await visitor.open('/my/meetings/not-an-id').expect(404);
    await visitor.open('/my/meetings/11111111-1111-4111-8111-111111111111').expect(404);
  });

  it('each member sees their own, of a meeting on whose day they hold office', async () => {
    const bare = await addMember(app, clerk.council, 'bare@example.org', { on: '2017-05-08' });
    const page = await briefing(await app.signIn(bare.email));
    expect(page).toContain(
      'You have no seat on this body. If you attend all the same, these rules bind you.',
    );
    expect(page).not.toContain('Owner: 3 Mill Lane');
  });

  it('nobody without an office there', async () => {
    await addAccount(app, 'nobody@example.org');
    await app.addPerson('officer@example.org');
    await (await app.signIn('officer@example.org')).open(`/my/meetings/${meetingId}`).expect(403);
  });
});

describe('somebody who votes on education alone', () => {
  it('is told that the vote depends on what the clerk has not confirmed, then that they have it or have it not', async () => {
    const governor = await seatedMember('governor@example.org', {
      standing: 'co-opted',
      votesOn: 'education',
    });
    const theirs = await app.signIn(governor.email);
    expect(await briefing(theirs)).toContain('depends on this: Is this item about an education function?');
    const [first, second] = await clerk.items(meetingId);
    await clerk.council.inUnit(async (uow) => {
      await app.get(Meetings).setItemFacts(uow, first?.id ?? '', { educationFunction: 'yes' });
      await app.get(Meetings).setItemFacts(uow, second?.id ?? '', { educationFunction: 'no' });
    });
    const page = await briefing(theirs);
    expect(page).toContain('Your vote: You may vote, because this is about an education function.');
    expect(page).toContain('Your vote: You have no vote on this item');
    expect(await briefing()).not.toContain('Your vote:');
  });
});

describe('a day whose rules are not held here', () => {
  it('says so where the council’s code of that day is not known', async () => {
    const bare = await clerkOfNewCouncil(app);
    await bare.council.inUnit((uow) =>
      app.get(Authorities).adoptCode(uow, { code: 'some-code-of-1066', fromOn: civilDate('2012-07-01') }),
    );
    const { meetingId: id } = await bare.saved(agendaAbout('Elm Row'));
    const theirs = await addMember(app, bare.council, 'elsewhere@example.org', { on: '2017-05-08' });
    const page = await briefing(await app.signIn(theirs.email), id);
    expect(page).toContain(
      'We do not hold the code of conduct that applied at your council on 24 October 2017.',
    );
  });

  it('says so where no law of that day is known', async () => {
    const meetsOn = civilDate('2012-06-05');
    const { meetingId: id } = await clerk.saved(agendaAbout('the days before'), { meetsOn });
    const old = await addMember(app, clerk.council, 'old@example.org', { on: '2011-05-09' });
    const page = await briefing(await app.signIn(old.email), id);
    expect(page).toContain('This service does not hold the law that applied on 5 June 2012');
    expect(page).toContain('That does not mean that nothing was required.');
  });
});

describe('what the law still asks of somebody’s own list', () => {
  let theirs: Visitor;
  let at: string;
  const answer = async (form: 'relevance' | 'interview', said: string): Promise<string> => {
    const response = await theirs.fill(at, { answer: said }, { form });
    expect(response.status).toBe(303);
    return mainText(await theirs.open(at).expect(200));
  };

  beforeAll(async () => {
    const items = [item('1', 'Grant to the Tarrow Bell Ringers Guild')];
    const saved = await clerk.saved(agendaAbout('the bells'), { meetsOn: civilDate('2017-10-25'), items });
    at = `/my/meetings/${saved.meetingId}`;
    const ringer = await addMember(app, clerk.council, 'ringer@example.org', { on: '2017-05-08' });
    await clerk.council.inUnit((uow) =>
      app.get(Associations).add(uow, ringer.memberId, {
        ...{ kind: 'body', name: 'Tarrow Bell Ringers Guild', otherNames: [], connection: 'treasurer' },
      }),
    );
    theirs = await app.signIn(ringer.email);
  });

  it('is asked one question at a time, of what could still change what they must do', async () => {
    const first = mainText(await theirs.open(at).expect(200));
    expect(first).toContain('a body that you are associated with: Tarrow Bell Ringers Guild (treasurer)');
    expect(first).toContain('You must declare it.');
    // Were it a planning matter, only this would count; whether it is, the clerk has not said.
    const PREJUDICE = 'Think of what a reasonable member of the public who knew the facts would say.';
    const PECUNIARY = 'If it affects those of your family or of a body you belong to';
    const asked = await answer('relevance', 'about-it');
    expect(asked).toContain(PREJUDICE);
    expect(asked).not.toContain(PECUNIARY);
    expect(asked).toContain('Is this a planning or regulatory matter? The clerk has not said yet.');
    expect(await answer('interview', 'yes')).toContain(PECUNIARY);
    const out = await answer('interview', 'yes');
    expect(out).toMatch(/So, do this .*Leave the room/);
    expect(out).not.toContain('The clerk has not said yet.');
    expect(out).not.toContain(PREJUDICE);
  });

  it('a question is answered again, and the rest follows', async () => {
    const { text } = await theirs.open(at).expect(200);
    const [, link = ''] = /href="([^"]*\?ask=[^"#]*likelyToPrejudice)/.exec(text) ?? [];
    const { action = '', hidden } = formOf(await theirs.open(link).expect(200), 'interview');
    expect(hidden.fact).toBe('likelyToPrejudice');
    expect((await theirs.send(action, { ...hidden, answer: 'no' })).status).toBe(303);
    const [own = ''] = mainText(await theirs.open(at).expect(200)).split('If you are under a party whip');
    expect(own).not.toContain('Leave the room');
    const bad = await theirs.send(action, { ...hidden, answer: 'perhaps' });
    expect(bad.status).toBe(400);
    expect(mainText(bad)).toContain('Select yes, no or “I am not sure”');
    const notAsked = { ...hidden, fact: 'affectsMoreThanMajorityOfWard', answer: 'yes' };
    expect((await theirs.send(action, notAsked)).status).toBe(404);
  });
});

describe('the calendar file', () => {
  it('names the meeting in Universal Time and leads to the briefing, and says nothing of interests', async () => {
    const file = await visitor.open(`/my/meetings/${meetingId}/calendar.ics`).expect(200);
    expect(file.headers['content-type']).toContain('text/calendar');
    const events = new ICAL.Component(ICAL.parse(file.text) as never).getAllSubcomponents('vevent');
    expect(events).toHaveLength(1);
    const [only] = events;
    expect(only?.getFirstPropertyValue('dtstart')?.toString()).toBe('2017-10-24T09:00:00Z');
    expect(only?.getFirstPropertyValue('summary')).toBe('Highways Panel');
    expect(file.text).not.toContain('Mill Lane');
  });
});
