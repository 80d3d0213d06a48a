import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { Authorities } from '../../src/authorities/index.js';
import { Disclosures, type OpenedDisclosure } from '../../src/disclosures/index.js';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { Register } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { agendaAbout, clerkOfNewCouncil, item, type Clerk } from '../support/clerk.js';
import { addMember, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';
import { agreeSensitive } from '../support/sensitive.js';
import { formOf, mainText, type Answers, type Visitor } from '../support/visitor.js';

const LAND = { category: 'land', address: '3 Mill Lane, Tarrow', natureOfInterest: 'Owner' } as const;
const BEFORE = '2017-10-23T18:00';
const AT_IT = '2017-10-24T10:20';

let app: TestApp;
let clerk: Clerk;
let ann: SignedMember;
let visitor: Visitor;
let bob: Visitor;
let meetingId: string;
let itemId: string;
let entryId: string;
let agendas = 0;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  clerk = await clerkOfNewCouncil(app);
  const { council } = clerk;
  await council.inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') }),
  );
  ann = await addMember(app, council, 'ann@example.org', { on: '2017-05-08' });
  await addMember(app, council, 'bob@example.org', { on: '2017-05-08' });
  const answers = { 'land/self': { answer: 'entries', interests: [LAND] } } as const;
  const notification = await notify(app, council, { ...ann, answers });
  await council.inUnit((uow) => app.get(Register).enter(uow, notification));
  const [entry] = await council.inUnit((uow) => app.get(Register).current(uow, ann.memberId));
  entryId = entry?.entry.id ?? '';
  visitor = await app.signIn(ann.email);
  bob = await app.signIn('bob@example.org');
});
/** A meeting for each test, at an hour of its own. */
beforeEach(async () => {
  app.moveClockTo('2017-10-16T09:00');
  const startsAt = `10:${String(10 + (agendas += 1)).padStart(2, '0')}`;
  const items = [item('1', 'Apologies'), item('5', 'Resurfacing of Mill Lane')];
  ({ meetingId } = await clerk.saved(agendaAbout(`Row ${agendas}`), { items, startsAt }));
  itemId = (await clerk.items(meetingId))[1]?.id ?? '';
  app.moveClockTo(BEFORE);
});
afterAll(() => app.close());

const at = (): string => `/my/meetings/${meetingId}/items/${itemId}/disclose`;
/** Sends the page that was answered last, filled in. */
async function onward(page: Response, answers: Answers, by = visitor): Promise<Response> {
  const { action, hidden } = formOf(page);
  return by.send(action ?? at(), { ...hidden, ...answers });
}
const standing = (): Promise<OpenedDisclosure[]> =>
  clerk.council.inUnit((uow) => app.get(Disclosures).standing(uow, meetingId));
const NEW_JOB = [
  { which: 'dpi' },
  { category: 'employment', heldBy: 'self' },
  { nature: 'I am a director of Hartlebrook Paving' },
  { intends: 'leaves' },
];
/** Through the pages with these answers. */
async function through(answers: readonly Answers[], from = at()): Promise<Response> {
  let page = await visitor.open(from).expect(200);
  for (const each of answers) page = await onward(page, each);
  return page;
}

describe('declaring an interest in an item', () => {
  it('offers what the member has told of, and what the Act and the code know beside it', async () => {
    const page = mainText(await visitor.open(at()).expect(200));
    expect(page).toContain('Item 5: Resurfacing of Mill Lane');
    expect(page).toContain('Owner: 3 Mill Lane, Tarrow In the register.');
    expect(page).toContain('A disclosable pecuniary interest that I have not told the monitoring officer of');
    expect(page).toContain('Another disclosable interest under the council’s code');
    expect(page).not.toContain('An interest that need not be registered');
  });

  it('asks for the nature of a registered one, with the register’s words, and shows the law beside the choice', async () => {
    const nature = await through([{ which: entryId }]);
    expect(nature.text).toContain('>Owner: 3 Mill Lane, Tarrow</textarea>');
    const intends = await onward(nature, { nature: 'I own the house at 3 Mill Lane' });
    const words = mainText(intends);
    expect(words).toMatch(/By law .*You must not take part in the discussion/);
    expect(words).toMatch(/By your council’s code .*You must declare it/);
    expect(words).toContain('So, do this');
    // The law's answer is never a block.
    const check = await onward(intends, { intends: 'takes-part' });
    expect(mainText(check)).toContain(
      '“I have a disclosable pecuniary interest in item 5, Resurfacing of Mill Lane, because I own the house at 3 Mill Lane. I will take part.”',
    );
    expect(await standing()).toEqual([]);
    const sent = await onward(check, {});
    expect(sent.status).toBe(303);
    expect(await standing()).toMatchObject([{ intends: 'takes-part', stage: 'before' }]);
    const receipt = mainText(await visitor.open(sent.headers.location ?? '').expect(200));
    expect(receipt).toContain('Your declaration is recorded.');
    expect(receipt).toContain('You must still say it at the meeting.');
    expect(receipt).toContain('Say this at the meeting “I have a disclosable pecuniary interest in item 5');
  });

  it('comes back with 400 and the words where a page is not answered', async () => {
    const which = await through([{}]);
    expect(which.status).toBe(400);
    expect(mainText(which)).toContain('Select which interest you have in this item');
    const whose = await through([{ which: 'dpi' }, { heldBy: 'other', category: 'land' }]);
    expect(whose.status).toBe(400);
    expect(whose.text).toMatch(/value="land"[^>]*checked/);
    expect(mainText(whose)).toContain('is yours, or your spouse or partner’s');
    const sponsored = await through([{ which: 'dpi' }, { heldBy: 'partner', category: 'sponsorship' }]);
    expect(mainText(sponsored)).toContain('Only your own counts under this heading');
    const intends = await through([...NEW_JOB.slice(0, 3), {}]);
    expect(intends.status).toBe(400);
    expect(mainText(intends)).toContain('Select what you will do at this item');
    expect(await standing()).toEqual([]);
  });

  it.each([
    ['as noted', 'Say what the interest is'],
    ['See register', 'Say what the interest is'],
    ['n/a', 'Say what the interest is'],
    ['Chair of the trust, for all items that concern it', 'in this item alone'],
  ])('refuses “%s” with the reason and where it is written', async (words, why) => {
    const refused = await through([...NEW_JOB.slice(0, 2), { nature: words }]);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(`>${words}</textarea>`);
    expect(refused.text).toContain('href="#nature"');
    expect(mainText(refused)).toContain(why);
    expect(mainText(refused)).toContain('Worcestershire County Council code of conduct 2012');
    // Nor does it come through by the check.
    const { hidden } = formOf(refused);
    const kept = JSON.stringify({
      ...(JSON.parse(hidden.kept ?? '{}') as object),
      ...{ nature: words, intends: 'leaves' },
    });
    const sent = await visitor.send(at(), { ...hidden, step: 'check', kept });
    expect(sent.status).toBe(400);
    expect(await standing()).toEqual([]);
  });

  it('changes one thing from the check and comes back to it', async () => {
    const check = await through(NEW_JOB);
    const again = await onward(check, { go: 'intends' });
    expect(again.text).toMatch(/value="leaves"[^>]*checked/);
    const back = await onward(again, { intends: 'stays-silent' });
    expect(mainText(back)).toContain('Check what you declare');
    expect(mainText(back)).toContain('I will stay, and will not speak or vote on it.');
    // A registered one needs no "whose", and its nature is asked anew where it was not given.
    const other = await onward(await onward(back, { go: 'which' }), { which: entryId });
    expect(mainText(other)).toContain('Check what you declare');
  });

  it('pressed twice is one declaration', async () => {
    const check = await through(NEW_JOB);
    const [first, second] = [await onward(check, {}), await onward(check, {})];
    expect(second.headers.location).toBe(first.headers.location);
    expect(await standing()).toHaveLength(1);
  });

  it('is put right by another one, which begins with the words of the first', async () => {
    await onward(await through(NEW_JOB), {});
    const page = await visitor.open(`/my/meetings/${meetingId}/declared`).expect(200);
    const href = /href="([^"]*disclose\?changes=[^"]*)"/.exec(page.text)?.[1] ?? '';
    const first = await visitor.open(href).expect(200);
    expect(first.text).toMatch(/value="dpi"[^>]*checked/);
    const check = await through([...NEW_JOB.slice(0, 3), { intends: 'stays-silent' }], href);
    await onward(check, {});
    expect((await standing()).map(({ intends }) => intends)).toEqual(['stays-silent']);
  });
});

describe('who may declare, and where', () => {
  it('nobody with another’s interest, declaration or meeting', async () => {
    const page = await bob.open(at()).expect(200);
    expect(mainText(page)).not.toContain('3 Mill Lane');
    const sent = await onward(page, { which: entryId }, bob);
    expect(sent.status).toBe(400);
    await onward(await through(NEW_JOB), {});
    const [declared] = await standing();
    await bob.open(`${at()}?changes=${declared?.id}`).expect(404);
    const token = formOf(page).hidden;
    const takeBack = `/my/meetings/${meetingId}/declared/${declared?.id}/take-back`;
    const taken = await bob.send(takeBack, { ...token, declaration: '11111111-1111-4111-8111-111111111111' });
    expect(taken.status).toBe(409);
    expect(await standing()).toHaveLength(1);
    const other = await clerkOfNewCouncil(app);
    const { meetingId: elsewhere } = await other.saved(agendaAbout('Elsewhere'));
    await visitor.open(`/my/meetings/${elsewhere}/declared`).expect(404);
    await visitor.open(`/my/meetings/${elsewhere}/nothing`).expect(404);
    const [foreign] = await other.items(elsewhere);
    for (const page of ['disclose', 'whip', 'council-tax'])
      await visitor.open(`/my/meetings/${elsewhere}/items/${foreign?.id}/${page}`).expect(404);
  });

  it('nobody at a cancelled meeting, or once it is over, and they are told', async () => {
    const check = await through(NEW_JOB);
    app.moveClockTo('2017-10-26T09:00');
    const late = await onward(check, {});
    expect([late.status, mainText(late).includes('This meeting is over')]).toEqual([409, true]);
    app.moveClockTo(BEFORE);
    await clerk.council.inUnit((uow) => app.get(Meetings).cancel(uow, meetingId));
    for (const path of [at(), `/my/meetings/${meetingId}/nothing`])
      expect(mainText(await visitor.open(path).expect(409))).toContain('This meeting is cancelled');
    expect((await onward(check, {})).status).toBe(409);
    expect(await standing()).toEqual([]);
  });

  it('is told when the item is called something else now', async () => {
    const check = await through(NEW_JOB);
    const startsAt = `10:${String(10 + agendas)}`;
    const items = [item('1', 'Apologies'), item('5', 'Sale of the depot')];
    await clerk.saved(agendaAbout('revised'), { items, startsAt });
    const sent = await onward(check, {});
    expect([sent.status, mainText(sent).includes('The agenda has changed')]).toEqual([409, true]);
  });
});

describe('at the meeting', () => {
  it('what was declared before it is taken back, or confirmed with one button and then stays', async () => {
    const path = `/my/meetings/${meetingId}/declared`;
    await onward(await through(NEW_JOB), {});
    const back = await visitor.fill(path, {}, { form: '/take-back' });
    expect(mainText(await visitor.open(back.headers.location ?? ''))).toContain(
      'You have taken your declaration back.',
    );
    expect(await standing()).toEqual([]);
    await onward(await through(NEW_JOB), {});
    const stale = await visitor.open(path);
    expect(stale.text).not.toContain('/confirm"');
    app.moveClockTo('2017-10-24T11:00');
    const confirmed = await visitor.fill(path, {}, { form: '/confirm' });
    expect(confirmed.headers.location).toBe(`${path}?done=confirmed`);
    expect(mainText(await visitor.open(`${path}?done=confirmed`))).toContain(
      'At the meeting Recorded as said on',
    );
    const page = await visitor.open(path);
    expect(page.text).not.toContain('/take-back"');
    expect(mainText(page)).toContain('This was said to the meeting, so it stays on the record.');
    const [now] = await standing();
    const { hidden } = formOf(stale, '/take-back"');
    const refused = await visitor.send(`${path}/${now?.id ?? ''}/take-back`, hidden);
    expect(refused.status).toBe(409);
    expect(mainText(refused)).toContain('What you said to a meeting stays on the record');
    expect(await standing()).toHaveLength(1);
  });

  it('an unregistered interest opens the 28 days, with a draft of what to tell', async () => {
    app.moveClockTo('2017-10-24T11:00');
    const check = await through(NEW_JOB);
    expect(mainText(check)).toContain('you have 28 days');
    await onward(check, {});
    const my = await visitor.open('/my').expect(200);
    expect(mainText(my)).toMatch(
      /Tell the monitoring officer what you declared .*“I am a director of Hartlebrook Paving”\. Last day: Monday 20 November 2017\. 27 days left\..*Localism Act 2011 s\.31\(3\)/,
    );
    const href = /href="(\/my\/interests\/new\/employment\/self\?declared=[^"]+)"/.exec(my.text)?.[1] ?? '';
    const draft = await visitor.open(href).expect(200);
    expect(draft.text).toContain('value="I am a director of Hartlebrook Paving"');
    expect(mainText(draft)).toContain('At the meeting on 24 October 2017 you declared');
    const email = `officer-${agendas}@example.org`;
    const accountId = await app.addPerson(email);
    await clerk.council.inUnit((uow) =>
      app.get(Roles).grant(uow, { accountId, role: 'monitoring-officer', fromOn: '2017-01-01' }),
    );
    const officer = await app.signIn(email);
    const board = mainText(await officer.open('/officer').expect(200));
    expect(board).toContain('Declared on 24 October 2017 Time left Last day: 20 Nov 2017');
    expect(board).not.toContain('Hartlebrook');
    // Another member's declaration fills nothing in.
    expect((await bob.open(href).expect(200)).text).not.toContain('Hartlebrook');
  });
});

describe('what is no interest', () => {
  it('nothing to declare is recorded as that, and refused once something is declared', async () => {
    const path = `/my/meetings/${meetingId}/nothing`;
    const said = await visitor.fill(path, {});
    expect(said.status).toBe(303);
    expect(mainText(await visitor.open(said.headers.location ?? ''))).toContain(
      'It is recorded that you have nothing to declare.',
    );
    expect(await standing()).toMatchObject([{ kind: 'nothing' }]);
    const form = await visitor.open(path);
    await onward(await through(NEW_JOB), {});
    const refused = await onward(form, {});
    expect(refused.status).toBe(409);
    expect(mainText(refused)).toContain('it cannot be recorded that you have nothing to declare');
    expect((await standing()).map(({ kind }) => kind)).toEqual(['interest']);
  });

  it('a party whip, with its group and what it asks', async () => {
    const path = `/my/meetings/${meetingId}/items/${itemId}/whip`;
    const page = mainText(await visitor.open(path).expect(200));
    expect(page).toContain('It is not an interest.');
    expect(page).toContain('Declare the whip and what it asks. It is put into the minutes.');
    const bad = await visitor.fill(path, { group: 'Harvest Group', nature: '' });
    expect([bad.status, bad.text.includes('value="Harvest Group"')]).toEqual([400, true]);
    const good = await onward(bad, { group: 'Harvest Group', nature: 'to vote for the scheme' });
    expect(mainText(await visitor.open(good.headers.location ?? ''))).toContain(
      'I declare that I am under a party whip of the Harvest Group on item 5, Resurfacing of Mill Lane: to vote for the scheme.',
    );
  });

  it('that council tax is owed, without an amount', async () => {
    const path = `/my/meetings/${meetingId}/items/${itemId}/council-tax`;
    expect((await visitor.open(path).expect(200)).text).not.toMatch(/<input[^>]*type="(text|number)"/);
    await visitor.fill(path, { amount: '500' });
    expect(await standing()).toMatchObject([{ kind: 'council-tax-arrears', details: {} }]);
  });
});

describe('a sensitive interest', () => {
  it('is asked for no nature, and is said as existence alone', async () => {
    await agreeSensitive(app, clerk.council, { ...ann, entryId });
    app.moveClockTo(AT_IT);
    const intends = await through([{ which: entryId }]);
    expect(mainText(intends)).toContain('you are not asked what it is. Localism Act 2011 s.32(3)');
    const check = await onward(intends, { intends: 'leaves', nature: 'Owner of 3 Mill Lane' });
    expect(mainText(check)).toContain('Its details are sensitive under section 32 of the Localism Act 2011.');
    await onward(check, {});
    const [row] = await standing();
    expect(row).toMatchObject({ natureWithheld: true, details: { withheld: 'agreed' } });
    expect(JSON.stringify(row)).not.toContain('Mill Lane, Tarrow');
  });
});
