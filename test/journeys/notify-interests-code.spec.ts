import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Authorities } from '../../src/authorities/index.js';
import { civilDate } from '../../src/law/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { foundCouncil } from '../support/council.js';
import { addMember } from '../support/members.js';
import { CATEGORIES, NotifyJourney } from '../support/notify-journey.js';

const DINNER = {
  ...{
    donor: 'Riverside Alliance',
    what: 'Dinner',
    valuePence: '30',
    valueIs: 'known',
    accepted: 'accepted',
  },
  ...{ 'offeredOn-day': '6', 'offeredOn-month': '5', 'offeredOn-year': '2026' },
};
const AS_COUNCILLOR = { reason: 'An opening.', asCouncillor: 'yes' };

let app: TestApp;
let journey: NotifyJourney;

/** A member under the model code, who has answered whatever the Act asks. */
beforeAll(async () => {
  app = await startApp({ at: '2026-05-20T09:00' });
  const council = await foundCouncil(app);
  await council.inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'lga-model-2020', fromOn: civilDate('2021-06-01') }),
  );
  const { email } = await addMember(app, council, 'member@example.org', { on: '2026-05-11' });
  journey = new NotifyJourney(await app.signIn(email));
  await journey.answer('/partner', { hasPartner: 'no' });
  await journey.answerNothing('other-bodies', 'gifts');
});
afterAll(() => app.close());

it('asks for what the council’s code registers besides', async () => {
  const list = await journey.page();
  expect(list).toContain('You have completed 8 of 10 tasks.');
  expect(list).toContain('what your council’s code has registered besides');
  expect(list).toMatch(/Other registrable interests Not yet started Gifts and hospitality Not yet started/);
});

it('says of a place in a body what the code says of its sort', async () => {
  await journey.answer('/other-bodies/self', { any: 'yes' });
  const place = { body: 'Tarrow Almshouse Trust', role: 'Trustee', bodyNumber: '1123456' };
  expect(await journey.answer('/other-bodies/self/add', { ...place, sort: 'charitable' })).toBe(
    '/other-bodies/self/list',
  );
  expect(await journey.page('/other-bodies/self/list')).toContain(
    'You must register this, because your council’s code registers a place in a body of this sort.',
  );
  await journey.answer('/other-bodies/self/1/change', { ...place, sort: 'something-else' });
  expect(await journey.page('/other-bodies/self/list')).toContain('You need not register this, but you may');
});

it('adds up what one donor gave, and shows the sum', async () => {
  await journey.answer('/gifts/self', { any: 'yes' });
  expect(await journey.answer('/gifts/self/add', DINNER)).toBe('/gifts/self/1/more');
  await journey.answer('/gifts/self/1/more', AS_COUNCILLOR);
  expect(await journey.page('/gifts/self/list')).toContain('You need not register this, but you may');
  await journey.answer('/gifts/self/add', { ...DINNER, donor: 'RIVERSIDE  alliance', valuePence: '20' });
  await journey.answer('/gifts/self/2/more', AS_COUNCILLOR);
  const list = await journey.page('/gifts/self/list');
  expect(list.match(/You must register this/g)).toHaveLength(2);
  expect(list).toContain('other gifts worth £20 that are not in the register yet: £50 together');
});

it('asks whether what was refused was significant', async () => {
  const car = { ...DINNER, donor: 'Fotherby Ltd', what: 'A car', accepted: 'refused' };
  await journey.answer('/gifts/self/add', car);
  expect(await journey.page('/gifts/self/3/more')).toContain('Was it significant?');
  expect(await journey.page('/gifts/self/1/more')).not.toContain('Was it significant?');
  await journey.answer('/gifts/self/3/more', { ...AS_COUNCILLOR, significant: 'yes' });
  expect(await journey.page('/gifts/self/list')).toContain(
    'your council’s code registers what is significant, even if you refused it',
  );
});

it('tells the law’s answers on the check and on the receipt, and never asks for a gift again', async () => {
  for (const page of ['/check', '/sent']) {
    expect(await journey.page(page)).toContain('£50 together');
    if (page === '/check') expect(await journey.answer('/check', { declared: 'yes' })).toBe('/sent');
  }
  expect(await journey.page('/gifts/self')).not.toContain('The same as I said last time');
  expect(await journey.page(`/${CATEGORIES[0]}/self`)).toContain('The same as I said last time');
});

it('adds up with what was told earlier and is not in the register yet', async () => {
  await journey.answer('/gifts/self', { any: 'yes' });
  await journey.answer('/gifts/self/add', { ...DINNER, valuePence: '1' });
  await journey.answer('/gifts/self/1/more', AS_COUNCILLOR);
  expect(await journey.page('/gifts/self/list')).toContain('£51 together');
});
