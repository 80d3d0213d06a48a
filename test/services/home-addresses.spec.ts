import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { RegisterSettings } from '../../src/authorities/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import { HomeAddressRound } from '../../src/publication/index.js';
import {
  HomeAddresses,
  PublicLines,
  Publishing,
  Register,
  type DraftAnswer,
  type InterestDetails,
} from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { addAccount, done, foundCouncil, SYSTEM, type Council } from '../support/council.js';
import { notify } from '../support/notify.js';

let app: TestApp;
let council: Council;
let memberId: string;
let accountId: string;
let people = 0;

beforeAll(async () => {
  app = await startApp({ at: '2027-01-10T09:00' });
});
beforeEach(async () => {
  app.moveClockTo('2027-01-10T09:00');
  await commencesOn(null);
  council = await foundCouncil(app);
  accountId = await addAccount(app, `home-${++people}@example.org`);
  memberId = await council.inUnit(
    async (uow) => (await app.get(Members).add(uow, { name: 'Ann Agar', accountId })).id,
  );
});
afterAll(() => app.close());

const home: InterestDetails = {
  category: 'land',
  address: '3 Mill Lane, Oakham',
  natureOfInterest: 'Owner',
  isHome: true,
};
const other: InterestDetails = {
  category: 'land',
  address: '13 Mill Lane, Oakham',
  natureOfInterest: 'Owner',
};

const commencesOn = async (day: string | null): Promise<void> => {
  await app.get(RegisterSettings).setResidentialAddressesFrom(day === null ? null : civilDate(day), SYSTEM);
};
const practice = (withholdsHomeAddresses: boolean): Promise<void> =>
  council.inUnit(async (uow) => {
    await app.get(RegisterSettings).set(uow, { withholdsHomeAddresses });
    await app.get(Publishing).refreshAll(uow);
  });
const registered = async (answers: Record<string, DraftAnswer>): Promise<void> => {
  const id = await notify(app, council, { memberId, accountId, hasPartner: true, answers });
  done(await council.inUnit((uow) => app.get(Register).enter(uow, id)));
};
const some = (...interests: InterestDetails[]): DraftAnswer => ({ answer: 'entries', interests });
const asks = (what: 'show' | 'withhold'): Promise<void> =>
  council.inUnit(async (uow) => {
    await app.get(HomeAddresses).give(uow, memberId, what);
    await app.get(Publishing).refresh(uow, memberId);
  });
/** What the public reads of the member's land on a day, in words or by what it is withheld. */
const landOn = async (day: string): Promise<string[]> => {
  const lines = await council.inUnit((uow) => app.get(PublicLines).standing(uow, civilDate(day), memberId));
  return lines
    .filter(({ kind, category }) => kind !== 'nothing' && category === 'land')
    .map(({ words, withheldBy }) => words ?? `(${withheldBy ?? ''})`)
    .sort();
};
const today = (): Promise<string[]> => landOn('2027-01-10');

describe('while s.32A is not in force', () => {
  test('a home address is shown, unless the council’s practice leaves it out, which is never called s.32A', async () => {
    await registered({ 'land/self': some(home, other) });
    expect(await today()).toEqual(['Owner: 13 Mill Lane, Oakham', 'Owner: 3 Mill Lane, Oakham']);
    await practice(true);
    expect(await today()).toEqual(['(practice)', 'Owner: 13 Mill Lane, Oakham']);
    await practice(false);
    expect(await today()).toContain('Owner: 3 Mill Lane, Oakham');
  });

  test('what the practice leaves out is on no page of a past day', async () => {
    await registered({ 'land/self': some(home) });
    app.moveClockTo('2027-01-20T09:00');
    await practice(true);
    expect(await landOn('2027-01-20')).toEqual(['(practice)']);
    expect(await landOn('2027-01-15')).toEqual([]);
  });

  test('a member’s notice to show it stands until they take it back, and each one is kept with its day', async () => {
    await practice(true);
    await registered({ 'land/self': some(home) });
    expect(await today()).toEqual(['(practice)']);
    await asks('show');
    expect(await today()).toEqual(['Owner: 3 Mill Lane, Oakham']);
    await asks('withhold');
    expect(await today()).toEqual(['(practice)']);
    const notices = await council.inUnit((uow) => app.get(HomeAddresses).notices(uow, memberId));
    expect(notices.map(({ asks: what, receivedOn }) => [what, receivedOn])).toEqual([
      ['show', '2027-01-10'],
      ['withhold', '2027-01-10'],
    ]);
  });

  test('the same address as the partner’s, or in an entry that was told before, is left out as well', async () => {
    await registered({ 'land/self': some({ ...home, isHome: false }) });
    app.moveClockTo('2027-01-20T09:00');
    await practice(true);
    expect(await landOn('2027-01-20')).toEqual(['Owner: 3 Mill Lane, Oakham']);
    const partners: InterestDetails = {
      category: 'land',
      address: '3 Mill Lane',
      natureOfInterest: 'Joint owner',
    };
    await registered({ 'land/self': some(home), 'land/partner': some(partners) });
    expect(await landOn('2027-01-20')).toEqual(['(practice)', '(practice)']);
    expect(await landOn('2027-01-15')).toEqual([]);
  });
});

describe('on the day on which s.32A begins', () => {
  // Later than everything above: no clock goes back, and a round brings every council up to date.
  beforeEach(() => {
    app.moveClockTo('2027-02-10T09:00');
  });

  test('it speaks instead of the practice, a member may still have theirs shown, and a second round changes nothing', async () => {
    await practice(true);
    await registered({ 'land/self': some(home) });
    await commencesOn('2027-02-10');
    await app.get(HomeAddressRound).run();
    expect(await landOn('2027-02-10')).toEqual(['(s32a)']);
    await asks('show');
    expect(await landOn('2027-02-10')).toEqual(['Owner: 3 Mill Lane, Oakham']);
    const version = (): Promise<string> => council.inUnit((uow) => app.get(Register).version(uow));
    const before = await version();
    await app.get(HomeAddressRound).run();
    expect(await version()).toBe(before);
  });

  test('a day that was entered by mistake is taken back, and nothing stands in its name', async () => {
    await registered({ 'land/self': some(home) });
    await commencesOn('2027-02-10');
    await app.get(HomeAddressRound).run();
    expect(await landOn('2027-02-10')).toEqual(['(s32a)']);
    await commencesOn(null);
    await app.get(HomeAddressRound).run();
    expect(await landOn('2027-02-10')).toEqual(['Owner: 3 Mill Lane, Oakham']);
  });

  test('the public register follows at the first round, and not on the day before', async () => {
    await registered({ 'land/self': some(home) });
    await commencesOn('2027-04-01');
    await app.get(HomeAddressRound).run();
    expect(await landOn('2027-02-10')).toEqual(['Owner: 3 Mill Lane, Oakham']);
    app.moveClockTo('2027-03-31T23:59');
    await app.get(HomeAddressRound).run();
    expect(await landOn('2027-03-31')).toEqual(['Owner: 3 Mill Lane, Oakham']);
    app.moveClockTo('2027-04-01T00:01');
    await app.get(HomeAddressRound).run();
    expect(await landOn('2027-04-01')).toEqual(['(s32a)']);
    expect(await landOn('2027-03-31')).toEqual([]);
  });
});
