import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Authorities, RegisterSettings } from '../../src/authorities/index.js';
import { civilDate } from '../../src/law/index.js';
import { Notifications, Register } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { formOf, mainText, type Answers, type Visitor } from '../support/visitor.js';

const GIFTS = '/my/interests/gifts';

let app: TestApp;
let council: Council;
let member: SignedMember;
let visitor: Visitor;
let people = 0;

/** A council whose code registers gifts from £50 on, and that lowered the figure to more than £25 from July 2023. */
beforeAll(async () => {
  app = await startApp({ at: '2023-08-20T09:00' });
  council = await foundCouncil(app);
  await council.inUnit(async (uow) => {
    await app.get(Authorities).adoptCode(uow, { code: 'lga-model-2020', fromOn: civilDate('2023-05-18') });
    const figure = { pence: 2500, registers: 'more-than', fromOn: civilDate('2023-07-01') } as const;
    await app.get(RegisterSettings).setGiftThreshold(uow, figure);
  });
});
afterAll(() => app.close());
beforeEach(async () => {
  member = await addMember(app, council, `guest-${++people}@example.org`, { on: '2023-05-08' });
  visitor = await app.signIn(member.email);
});

const page = async (path: string): Promise<string> => mainText(await visitor.open(path).expect(200));
const list = (): Promise<string> => page(GIFTS);

/** A dinner of a firm, and what is different about it. */
function gift(on: string, pounds: string, more: Answers = {}): readonly [Answers, Answers] {
  const [year = '', month = '', day = ''] = on.split('-');
  const { reason = '', asCouncillor = 'yes', significant = '', ...first } = more;
  return [
    {
      ...{
        donor: 'Tarrow Build',
        what: 'Dinner',
        valuePence: pounds,
        valueIs: 'known',
        accepted: 'accepted',
      },
      ...{ 'offeredOn-year': year, 'offeredOn-month': month, 'offeredOn-day': day },
      ...first,
    },
    { reason, asCouncillor, significant },
  ];
}

async function fill(pages: readonly Answers[]): ReturnType<Visitor['send']> {
  let response = await visitor.open(`${GIFTS}/new`).expect(200);
  for (const answers of pages)
    response = await visitor.send(`${GIFTS}/new`, { ...formOf(response).hidden, ...answers });
  return response;
}
/** Registers a gift. Gives the words of its receipt. */
async function registered(pages: readonly Answers[]): Promise<string> {
  const sent = await fill([...pages, {}]);
  expect(sent.status).toBe(303);
  return page(sent.headers.location ?? '');
}

describe('what the code of the day of receipt says', () => {
  it.each([
    ['of £49.99 in June, when £50 counted', '2023-06-30', '49.99', 'You need not register this, but you may'],
    [
      'of £50 in June',
      '2023-06-30',
      '50',
      'You must register this, because under your council’s code it is worth enough',
    ],
    [
      'of £25 in July, when more than £25 counted',
      '2023-07-01',
      '25',
      'You need not register this, but you may',
    ],
    ['of £25.01 in July', '2023-07-01', '25.01', 'You must register this'],
  ])('a gift %s', async (_, on, pounds, words) => {
    expect(mainText(await fill(gift(on, pounds)))).toContain(words);
  });

  it.each([
    ['2023-07-24', 'You told of it in time. Your council’s code gave you until Sunday 20 August 2023'],
    ['2023-07-23', 'the last day if the first day is not counted'],
    ['2023-07-22', 'You told of it after the last day by your council’s code'],
  ])('28 days of receipt on %s', async (on, words) => {
    expect(await registered(gift(on, '30'))).toContain(words);
  });

  it('a gift that had nothing to do with the council need not be registered', async () => {
    expect(mainText(await fill(gift('2023-08-01', '500', { asCouncillor: 'no' })))).toContain(
      'You need not register this',
    );
  });

  it('one that was refused is registered where it was significant', async () => {
    const refused = {
      accepted: 'refused',
      reason: 'The firm has a planning application.',
      significant: 'yes',
    };
    expect(await registered(gift('2023-08-01', '500', refused))).toContain('even if you refused it');
    expect(await list()).toContain('Refused');
    expect(await list()).toContain('Tarrow Build 1 refused');
  });
});

describe('small gifts from one donor', () => {
  it('add up, and the receipt of the first stays as it was', async () => {
    const first = await registered(gift('2023-08-01', '20'));
    expect(first).toContain('You need not register this');
    const second = await registered(gift('2023-08-02', '5.01', { donor: 'TARROW  build', what: 'Cake' }));
    expect(second).toContain('You must register this');
    const shown = await list();
    expect(shown).toContain('2 accepted, worth £25.01 together');
    const [id = ''] = await council.inUnit(async (uow) =>
      (await app.get(Notifications).list(uow, member.memberId)).map((one) => one.id),
    );
    expect(await page(`/my/interests/told/${id}`)).toContain('You need not register this');
  });
  it('do not add up with another donor’s', async () => {
    await registered(gift('2023-08-01', '20'));
    expect(await registered(gift('2023-08-02', '20', { donor: 'Fernhill Ltd' }))).toContain(
      'You need not register this',
    );
  });
});

it('is pending, entered, and then only corrected', async () => {
  await registered(gift('2023-08-01', '30'));
  expect(await list()).toContain('Pending');
  await council.inUnit(async (uow) => {
    const [one] = await app.get(Notifications).list(uow, member.memberId);
    await app.get(Register).enter(uow, one?.id ?? '');
  });
  expect(await list()).toContain('Entered');
  const response = await visitor.open(GIFTS);
  expect(response.text).toMatch(/href="\/my\/interests\/[0-9a-f-]{36}\/correct"/);
});

it.each([
  ['no donor', { donor: '' }, 'Enter who gave or offered it'],
  ['a value below nothing', { valuePence: '-5' }, 'must not be less than £0'],
  ['an absurd value', { valuePence: '99999999999999' }, 'must be £1,000,000,000 or less'],
  ['a day after today', { 'offeredOn-day': '21' }, 'must be today or in the past'],
])('%s is refused', async (_, wrong, text) => {
  const [first] = gift('2023-08-20', '30');
  const response = await fill([{ ...first, ...wrong }]);
  expect(response.status).toBe(400);
  expect(mainText(response)).toContain(text);
});

it('where the code registers no gifts, there is no such page to fill in', async () => {
  const other = await foundCouncil(app);
  const guest = await addMember(app, other, `elsewhere-${people}@example.org`, { on: '2023-05-08' });
  visitor = await app.signIn(guest.email);
  expect(await list()).toContain('Your council’s code does not have gifts registered here');
  await visitor.open(`${GIFTS}/new`).expect(404);
});
