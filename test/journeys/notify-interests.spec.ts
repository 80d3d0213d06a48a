import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/law/index.js';
import { Authorities } from '../../src/authorities/index.js';
import { Notifications, Register } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { addAccount, done, foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { CATEGORIES, NOTIFY, NotifyJourney } from '../support/notify-journey.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

const LAND = { address: '3 Mill Lane, Tarrow', postcode: 'wr52np', natureOfInterest: 'Owner' };

let app: TestApp;
let council: Council;
let member: SignedMember;
let visitor: Visitor;
let journey: NotifyJourney;
let people = 0;

beforeAll(async () => {
  app = await startApp({ at: '2017-05-20T09:00' });
  council = await foundCouncil(app);
  await council.inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') }),
  );
});
afterAll(() => app.close());
beforeEach(async () => {
  app.moveClockTo('2017-05-20T09:00');
  member = await addMember(app, council, `member-${++people}@example.org`, { on: '2017-05-08' });
  visitor = await app.signIn(member.email);
  journey = new NotifyJourney(visitor);
});

describe('the main job', () => {
  it('notifies own and partner’s interests, and gives a receipt', async () => {
    expect(await journey.page()).toContain('Last day: Sunday 4 June 2017. 15 days left.');
    expect(await journey.page()).toContain('You have completed 0 of 9 tasks.');

    expect(await journey.answer('/partner', { hasPartner: 'yes' })).toBe('');
    expect(await journey.page()).toContain('You have completed 1 of 15 tasks.');
    expect(await journey.answer('/land/self', { any: 'yes' })).toBe('/land/self/add');
    expect(await journey.answer('/land/self/add', LAND)).toBe('/land/self/1/more');
    const more = { gives: 'both', inArea: 'yes', isHome: 'not-sure' };
    expect(await journey.answer('/land/self/1/more', more)).toBe('/land/self/list');
    const list = await journey.page('/land/self/list');
    expect(list).toContain('Owner: 3 Mill Lane, Tarrow, WR5 2NP');
    expect(list).toContain('You must register this, because it is a beneficial interest in land');
    expect(list).toContain('SI 2012/1464 Sch (land)');
    expect(await journey.answer('/land/self/list', { another: 'no' })).toBe('');
    expect(await journey.page('/employment/partner')).toContain('that you know of');
    await journey.answer('/employment/partner', { any: 'yes' });
    await journey.answer('/employment/partner/add', { role: 'Nurse', employer: 'Tarrow Surgery' });
    await journey.answerNothing('land');
    for (const category of CATEGORIES.filter((each) => each !== 'employment' && each !== 'sponsorship'))
      await journey.answer(`/${category}/partner`, { any: 'no' });
    expect(await journey.page()).toContain('You have completed 15 of 15 tasks.');

    const check = await journey.page('/check');
    expect(check).toContain('Nurse, Tarrow Surgery');
    expect(check).toContain('Nothing to register');
    app.moveClockTo('2017-05-20T10:04');
    expect(await journey.answer('/check', { declared: 'yes' })).toBe('/sent');

    const receipt = await journey.page('/sent');
    expect(receipt).toContain('The monitoring officer received it on 20 May 2017 at 10:04am.');
    expect(receipt).toContain(
      'Your notification was received in time. You had until Sunday 4 June 2017 (Localism Act 2011 s.30(1)).',
    );
    expect(receipt).toContain('Owner: 3 Mill Lane, Tarrow, WR5 2NP');
    const my = mainText(await visitor.open('/my').expect(200));
    expect(my).toContain('Met');
    expect(my).toContain('Received on 20 May 2017 at 10:04am, waiting to be entered in the register.');
  });

  it('takes "nothing to register" for every category as an answer', async () => {
    await journey.answer('/partner', { hasPartner: 'no' });
    await journey.answerNothing();
    expect(await journey.answer('/check', { declared: 'yes' })).toBe('/sent');
    expect(await journey.page('/sent')).toContain('You have told us that you have nothing to notify');
  });

  it('counts the last minute of the last day in London as in time, and the next minute as late', async () => {
    app.moveClockTo('2017-06-04T23:59');
    await journey.answer('/partner', { hasPartner: 'no' });
    await journey.answer('/land/self', { any: 'yes' });
    await journey.answer('/land/self/add', LAND);
    await journey.answerNothing('land');
    // 23:30 UTC on the last day is half past midnight in London: the next day.
    app.moveClockTo('2017-06-04T23:30:00Z');
    await journey.answer('/check', { declared: 'yes' });
    const late = await journey.page('/sent');
    expect(late).toContain('received it on 5 June 2017 at 12:30am');
    expect(late).toContain('Your notification was received after the last day, Sunday 4 June 2017');
  });
});

describe('the task list', () => {
  it('is where the check leads back to while something is missing, and says what', async () => {
    await journey.answer('/partner', { hasPartner: 'no' });
    const response = await visitor.open(`${NOTIFY}/check`);
    expect([response.status, response.headers.location]).toEqual([303, `${NOTIFY}?missing`]);
    const list = await visitor.open(`${NOTIFY}?missing`).expect(200);
    expect(list.text).toContain('<title>Error: ');
    expect(list.text).toContain(
      `<a href="${NOTIFY}/securities/self">Answer the question about: Securities</a>`,
    );
    expect(mainText(list)).not.toContain('Answer the question about: Your spouse or partner');
  });

  it('cannot be passed over by sending the declaration alone', async () => {
    const { hidden } = formOf(await visitor.open(`${NOTIFY}/partner`));
    const response = await visitor.send(`${NOTIFY}/check`, { ...hidden, declared: 'yes' });
    expect([response.status, response.headers.location]).toEqual([303, `${NOTIFY}?missing`]);
    const received = await council.inUnit((uow) => app.get(Notifications).list(uow, member.memberId));
    expect(received).toEqual([]);
  });

  it('asks about a partner’s interests only where there is a partner', async () => {
    expect((await visitor.open(`${NOTIFY}/land/partner`)).headers.location).toBe(NOTIFY);
    await journey.answer('/partner', { hasPartner: 'yes' });
    await visitor.open(`${NOTIFY}/land/partner`).expect(200);
    await visitor.open(`${NOTIFY}/sponsorship/partner`).expect(404);
  });

  it.each([
    '/other-bodies/self',
    '/land/children',
    '/land/self/delete',
    '/land/self/0/change',
    '/land/self/x/change',
  ])('has no page %s', async (path) => {
    await visitor.open(`${NOTIFY}${path}`).expect(404);
  });
});

describe('what was added', () => {
  beforeEach(async () => {
    await journey.answer('/land/self', { any: 'yes' });
    await journey.answer('/land/self/add', LAND);
    await journey.answer('/land/self/list', { another: 'yes' });
    await journey.answer('/land/self/add', {
      address: 'Field north of Mill Lane',
      natureOfInterest: 'Tenant',
    });
  });

  it('can be changed in its place', async () => {
    const form = await visitor.open(`${NOTIFY}/land/self/1/change`);
    expect(form.text).toContain('value="3 Mill Lane, Tarrow"');
    expect(await journey.answer('/land/self/1/change', { ...LAND, address: '5 Mill Lane, Tarrow' })).toBe(
      '/land/self/1/more',
    );
    const list = await journey.page('/land/self/list');
    expect(list).toContain('You have added 2 pieces of land');
    expect(list).toContain('5 Mill Lane');
    expect(list).not.toContain('3 Mill Lane');
  });

  it('can be removed, after a question; with the last one the answer goes too', async () => {
    expect(await journey.page('/land/self/1/remove')).toContain('Owner: 3 Mill Lane');
    expect(await journey.answer('/land/self/1/remove', { remove: 'no' })).toBe('/land/self/list');
    expect(await journey.answer('/land/self/1/remove', { remove: 'yes' })).toBe('/land/self/list');
    expect(await journey.page('/land/self/list')).toContain('You have added 1 piece of land');
    expect(await journey.answer('/land/self/1/remove', { remove: 'yes' })).toBe('/land/self');
    expect(await journey.page()).toMatch(/Land Not yet started/);
  });

  it('is kept while the answer is "nothing", and comes back with "yes"', async () => {
    await journey.answer('/land/self', { any: 'no' });
    expect(await journey.page()).toMatch(/Land Completed/);
    expect(await journey.answer('/land/self', { any: 'yes' })).toBe('/land/self/list');
    expect(await journey.page('/land/self/list')).toContain('You have added 2 pieces of land');
  });

  it('is saved: another session goes on with it', async () => {
    const tomorrow = await app.signIn(member.email);
    expect(await new NotifyJourney(tomorrow).page('/land/self/list')).toContain('3 Mill Lane');
  });

  it('cannot grow without end', async () => {
    const { hidden } = formOf(await visitor.open(`${NOTIFY}/land/self/add`));
    let version = Number(hidden.version);
    for (let count = 2; count < 100; count += 1, version += 1) {
      const sent = { ...hidden, version: String(version), ...LAND };
      expect((await visitor.send(`${NOTIFY}/land/self/add`, sent)).status).toBe(303);
    }
    const refused = await journey.refusal('/land/self/add', LAND);
    expect(mainText(refused)).toContain('You can add up to 100 of one kind');
  });
});

describe('two tabs', () => {
  it('cannot overwrite each other: the second is told, and keeps what was typed', async () => {
    await journey.answer('/land/self', { any: 'yes' });
    const second = formOf(await visitor.open(`${NOTIFY}/land/self/add`));
    await journey.answer('/land/self/add', LAND);
    const sent = { ...second.hidden, address: 'Typed in the second tab', natureOfInterest: 'Tenant' };
    const response = await visitor.send(`${NOTIFY}/land/self/add`, sent);
    expect(response.status).toBe(409);
    expect(mainText(response)).toContain('changed in another tab or on another device');
    expect(response.text).toContain('value="Typed in the second tab"');

    const again = { ...formOf(response).hidden, address: sent.address, natureOfInterest: 'Tenant' };
    expect((await visitor.send(`${NOTIFY}/land/self/add`, again)).status).toBe(303);
    const list = await journey.page('/land/self/list');
    expect(list).toContain('3 Mill Lane');
    expect(list).toContain('Typed in the second tab');
  });

  it('what is sent is what was checked', async () => {
    await journey.answer('/partner', { hasPartner: 'no' });
    await journey.answerNothing();
    const check = formOf(await visitor.open(`${NOTIFY}/check`));
    await journey.answer('/land/self', { any: 'yes' });
    await journey.answer('/land/self/add', LAND);
    const response = await visitor.send(`${NOTIFY}/check`, { ...check.hidden, declared: 'yes' });
    expect(response.status).toBe(409);
    expect(mainText(response)).toContain('Nothing was sent.');
    expect(mainText(response)).toContain('3 Mill Lane');
  });

  it('sending twice gives one notification and its receipt', async () => {
    await journey.answer('/partner', { hasPartner: 'no' });
    await journey.answerNothing();
    const check = { ...formOf(await visitor.open(`${NOTIFY}/check`)).hidden, declared: 'yes' };
    const answers = [
      await visitor.send(`${NOTIFY}/check`, check),
      await visitor.send(`${NOTIFY}/check`, check),
    ];
    expect(answers.map(({ headers }) => headers.location)).toEqual([`${NOTIFY}/sent`, `${NOTIFY}/sent`]);
    const received = await council.inUnit((uow) => app.get(Notifications).list(uow, member.memberId));
    expect(received).toHaveLength(1);
  });

  it('going back after sending leads to the receipt, and finds nothing missing', async () => {
    await journey.answer('/partner', { hasPartner: 'no' });
    expect((await visitor.open(`${NOTIFY}/check`)).headers.location).toBe(`${NOTIFY}?missing`);
    expect(await journey.page('?missing')).toContain('There is a problem');
    await journey.answerNothing();
    await visitor.fill(`${NOTIFY}/check`, { declared: 'yes' });
    expect((await visitor.open(`${NOTIFY}/check`)).headers.location).toBe(`${NOTIFY}/sent`);
    expect(await journey.page('?missing')).not.toContain('There is a problem');
  });

  it('a form without its version, or with a wrong token, changes nothing', async () => {
    const { hidden } = formOf(await visitor.open(`${NOTIFY}/partner`));
    const unversioned = { ...hidden, version: '', hasPartner: 'no' };
    expect((await visitor.send(`${NOTIFY}/partner`, unversioned)).status).toBe(409);
    const forged = { ...hidden, _csrf: 'f'.repeat(64), hasPartner: 'no' };
    expect((await visitor.send(`${NOTIFY}/partner`, forged)).status).toBe(403);
    expect(await journey.page()).toContain('You have completed 0 of 9 tasks.');
  });
});

describe('another member', () => {
  it('neither sees nor changes what this one drafted and sent', async () => {
    await journey.answer('/land/self', { any: 'yes' });
    await journey.answer('/land/self/add', LAND);
    const other = await addMember(app, council, `other-${people}@example.org`, { on: '2017-05-08' });
    const stranger = await app.signIn(other.email);
    expect(await new NotifyJourney(stranger).page('')).toContain('You have completed 0 of 9 tasks.');
    expect((await stranger.open(`${NOTIFY}/land/self/1/change`)).status).toBe(303);
    const ids = { memberId: member.memberId, accountId: member.accountId };
    await stranger.fill(`${NOTIFY}/partner`, { hasPartner: 'yes', ...ids });
    expect(await journey.page()).toContain('You have completed 1 of 9 tasks.');
    expect(await journey.page('/land/self/list')).toContain('3 Mill Lane');

    await journey.answerNothing('land');
    await journey.answer('/partner', { hasPartner: 'no' });
    await journey.answer('/check', { declared: 'yes' });
    expect((await stranger.open(`${NOTIFY}/sent`)).headers.location).toBe(NOTIFY);
    expect(mainText(await stranger.open('/my/interests'))).not.toContain('Mill Lane');
    expect(mainText(await visitor.open('/my/interests'))).toContain('3 Mill Lane');
  });

  it('who is no member has no such page', async () => {
    const email = `nobody-${people}@example.org`;
    await app.addPerson(email);
    await (await app.signIn(email)).open(NOTIFY).expect(403);
    expect((await app.visitor().open(NOTIFY)).status).toBe(303);
  });
});

describe('a second notification', () => {
  beforeEach(async () => {
    await journey.answer('/land/self', { any: 'yes' });
    await journey.answer('/land/self/add', LAND);
    await journey.answerNothing('land');
    await journey.answer('/partner', { hasPartner: 'no' });
    await journey.answer('/check', { declared: 'yes' });
    const accountId = await addAccount(app, `officer-${people}@example.org`);
    const acting = { authorityId: council.authorityId, actor: { kind: 'person', accountId } } as const;
    await app.database.unitOfWork(acting, async (uow) => {
      const [first] = await app.get(Notifications).list(uow, member.memberId);
      done(await app.get(Register).enter(uow, first?.id ?? ''));
    });
  });

  it('can begin with what was said, and is entered in the place of the first', async () => {
    expect(await journey.page()).toContain('You can begin with the answers that you sent on 20 May 2017');
    await visitor.fill(NOTIFY, {}, { form: 'start-from' });
    expect(await journey.page()).toContain('You have completed 8 of 9 tasks.');
    expect(await journey.page('/land/self/list')).toContain('3 Mill Lane');
  });

  it('can say of each question that nothing has changed', async () => {
    const question = await journey.page('/land/self');
    expect(question).toContain('What you have said up to 20 May 2017');
    expect(question).toContain('Owner: 3 Mill Lane, Tarrow, WR5 2NP');
    expect(await journey.answer('/land/self', { any: 'same' })).toBe('');
    expect(await journey.answer('/employment/self', { any: 'same' })).toBe('');
    expect(await journey.page()).toContain('You have completed 2 of 9 tasks.');
    expect(await journey.page('/land/self/list')).toContain('3 Mill Lane');
    expect(await journey.page('/employment/self')).not.toContain('The same as I said last time');
  });

  it('knows of a change that was told since and is still pending', async () => {
    const own = { kind: 'person', accountId: member.accountId } as const;
    await app.database.unitOfWork({ authorityId: council.authorityId, actor: own }, async (uow) => {
      const [entry] = await app.get(Register).current(uow, member.memberId);
      const details = { category: 'land', address: '9 Weir Bank', natureOfInterest: 'Owner' } as const;
      const about = { act: 'change', heldBy: 'self', aboutEntryId: entry?.entry.id ?? '' } as const;
      await app.get(Notifications).receiveChange(uow, member.memberId, { ...about, details });
    });
    const question = await journey.page('/land/self');
    expect(question).toContain('Owner: 9 Weir Bank');
    expect(question).not.toContain('3 Mill Lane');
  });
});
