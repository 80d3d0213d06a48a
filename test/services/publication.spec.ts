import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Authorities, RegisterSettings } from '../../src/authorities/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import { Database } from '../../src/platform/database/index.js';
import { Publication, RegisterVersions, type PublicMember } from '../../src/publication/index.js';
import { Sensitivities, type InterestDetails } from '../../src/register/index.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import {
  addCouncillor,
  askToWithhold,
  publish,
  tellAndEnter,
  withhold,
  type Councillor,
} from '../support/published.js';
import { startApp, type TestApp } from '../support/app.js';

let rooms: TestApp;
let council: Council;
let anna: Councillor;

const land = (address: string): InterestDetails => ({ category: 'land', address, natureOfInterest: 'Owner' });
const job = (employer: string): InterestDetails => ({ category: 'employment', role: 'Director', employer });

beforeAll(async () => {
  rooms = await startApp();
});
afterAll(() => rooms.close());

/** A council of its own with one councillor, at nine o'clock on 16 October 2017. */
async function newCouncil(): Promise<void> {
  rooms.moveClockTo('2017-10-16T09:00');
  council = await foundCouncil(rooms);
  anna = await addCouncillor(rooms, council, 'Anna Hartle');
}
const version = async (): Promise<string | undefined> =>
  (await rooms.get(RegisterVersions).of(council.slug))?.version;
const shown = async (day: string): Promise<PublicMember | undefined> =>
  (await rooms.get(Publication).register(council.authorityId, civilDate(day), anna.memberId))?.members[0];
const words = async (day: string): Promise<string[]> =>
  ((await shown(day))?.categories ?? []).flatMap(({ entries }) => entries.map((entry) => entry.words));
const nils = async (day: string): Promise<number> =>
  ((await shown(day))?.categories ?? []).filter(({ nothing }) => nothing !== undefined).length;

describe('the register on a day', () => {
  test('shows what was public at the end of that London day, by publication and not by effect', async () => {
    await newCouncil();
    rooms.moveClockTo('2017-10-16T23:59');
    await publish(rooms, council, anna, [land('3 Mill Lane')]);
    rooms.moveClockTo('2017-10-18T00:00');
    await tellAndEnter(rooms, council, anna, {
      ...{ act: 'change', about: '3 Mill Lane', details: land('5 Mill Lane'), on: '2017-10-01' },
    });
    rooms.moveClockTo('2017-10-20T09:00');
    expect(await words('2017-10-15')).toEqual([]);
    expect(await words('2017-10-16')).toEqual(['Owner: 3 Mill Lane']);
    expect(await words('2017-10-17')).toEqual(['Owner: 3 Mill Lane']);
    expect(await words('2017-10-18')).toEqual(['Owner: 5 Mill Lane']);
    expect(await words('2017-10-20')).toEqual(['Owner: 5 Mill Lane']);
  });

  test('shows one id for one interest through its changes', async () => {
    const id = async (day: string): Promise<string | undefined> =>
      (await shown(day))?.categories.find(({ category }) => category === 'land')?.entries[0]?.id;
    expect(await id('2017-10-17')).toBeDefined();
    expect(await id('2017-10-17')).toBe(await id('2017-10-18'));
  });

  test('says nothing of a member who has left, on any day, and of one who was none yet', async () => {
    await council.inUnit((uow) =>
      rooms.get(Members).leaveOffice(uow, anna.memberId, civilDate('2017-10-20')),
    );
    expect(await words('2017-10-17')).toHaveLength(1);
    rooms.moveClockTo('2017-10-21T00:00');
    const register = (day: string) => rooms.get(Publication).register(council.authorityId, civilDate(day));
    expect((await register('2017-10-17')).members).toEqual([]);
    expect(
      await rooms.get(Publication).register(council.authorityId, civilDate('2017-10-17'), anna.memberId),
    ).toBeUndefined();
    const late = await addCouncillor(rooms, council, 'Lara Late', '2017-10-21');
    expect((await register('2017-10-20')).members).toEqual([]);
    expect((await register('2017-10-21')).members.map(({ id }) => id)).toEqual([late.memberId]);
  });
});

describe('what is withheld', () => {
  test('is gone from every day once it is agreed, and no heading tells which one held it', async () => {
    await newCouncil();
    await publish(rooms, council, anna, [land('Quarry Cottage'), job('X Ltd')]);
    rooms.moveClockTo('2017-10-18T09:00');
    expect(await nils('2017-10-17')).toBe(5);
    await withhold(rooms, council, anna, 'Quarry Cottage');
    rooms.moveClockTo('2017-10-20T09:00');
    for (const day of ['2017-10-16', '2017-10-17', '2017-10-18', '2017-10-20']) {
      expect(await words(day)).toEqual(['Director, X Ltd']);
      expect(await nils(day)).toBe(0);
    }
    expect((await shown('2017-10-17'))?.withheld).toEqual([]);
    expect((await shown('2017-10-18'))?.withheld).toHaveLength(1);
    const { changes } = await rooms
      .get(Publication)
      .changes(council.authorityId, civilDate('2017-10-01'), civilDate('2017-10-20'));
    expect(changes.map((change) => change.words).join()).not.toMatch(/Quarry|Land/);
  });

  test('is gone while it is asked for, with nothing said of it, and back on every day where it is not agreed', async () => {
    await newCouncil();
    await publish(rooms, council, anna, [land('Quarry Cottage')]);
    rooms.moveClockTo('2017-10-18T09:00');
    const request = await askToWithhold(rooms, council, anna, 'Quarry Cottage');
    for (const day of ['2017-10-16', '2017-10-18']) {
      expect(await words(day)).toEqual([]);
      expect(await nils(day)).toBe(0);
      expect((await shown(day))?.withheld).toEqual([]);
    }
    await council.inUnit(async (uow) =>
      done(
        await rooms.get(Sensitivities).decide(uow, request, { decision: 'not-agreed', reason: 'No threat.' }),
      ),
    );
    expect(await words('2017-10-16')).toEqual(['Owner: Quarry Cottage']);
    expect(await words('2017-10-18')).toEqual(['Owner: Quarry Cottage']);
    expect(await nils('2017-10-16')).toBe(6);
  });

  test('tells nothing by silence after the withheld interest has ended', async () => {
    await newCouncil();
    await publish(rooms, council, anna, [land('Quarry Cottage')]);
    await withhold(rooms, council, anna, 'Quarry Cottage');
    const details = land('Quarry Cottage');
    rooms.moveClockTo('2017-10-18T09:00');
    await tellAndEnter(rooms, council, anna, {
      act: 'end',
      about: 'Quarry Cottage',
      details,
      on: '2017-10-17',
    });
    expect((await shown('2017-10-18'))?.withheld).toEqual([]);
    expect(await nils('2017-10-18')).toBe(0);
  });
});

describe('the version of a register', () => {
  test('is another one after each change of what its pages show', async () => {
    await newCouncil();
    const seen = [await version()];
    await publish(rooms, council, anna, [land('3 Mill Lane')]);
    seen.push(await version());
    await council.inUnit((uow) => rooms.get(RegisterSettings).set(uow, { namesOverdue: true }));
    seen.push(await version());
    await addCouncillor(rooms, council, 'Ben Oakes');
    seen.push(await version());
    await foundCouncil(rooms, 'parish', council.authorityId);
    seen.push(await version());
    expect(new Set(seen).size).toBe(5);
    expect(await version()).toBe(seen[4]);
  });

  test('stays when another authority’s changes', async () => {
    await newCouncil();
    const mine = council;
    const before = await version();
    await newCouncil();
    await publish(rooms, council, anna, []);
    expect((await rooms.get(RegisterVersions).of(mine.slug))?.version).toBe(before);
  });

  test('is not there for a slug that names none', async () => {
    expect(await rooms.get(RegisterVersions).of('no-such-council')).toBeUndefined();
  });

  test('is asked once for many, and never by a question that was sent before the change', async () => {
    await newCouncil();
    const versions = new RegisterVersions(rooms.get(Database));
    let asked = 0;
    const counted = new RegisterVersions({
      acrossAuthorities: (work: Parameters<Database['acrossAuthorities']>[0]) => {
        asked += 1;
        return rooms.get(Database).acrossAuthorities(work);
      },
    } as Database);
    const before = await versions.of(council.slug);
    const early = Array.from({ length: 50 }, () => counted.of(council.slug));
    // The first question is under way; the change is committed; whoever comes now must see it.
    await publish(rooms, council, anna, []);
    const late = await counted.of(council.slug);
    expect(late?.version).not.toBe(before?.version);
    await Promise.all(early);
    expect(asked).toBeLessThanOrEqual(3);
  });
});

describe('beside the entries', () => {
  test('the members who have not answered in time are named only where the authority chooses to', async () => {
    await newCouncil();
    const about = () => rooms.get(Publication).about(council.authorityId);
    expect((await about()).notYetAnswered).toBeUndefined();
    await council.inUnit((uow) => rooms.get(RegisterSettings).set(uow, { namesOverdue: true }));
    expect((await about()).notYetAnswered).toEqual([{ memberId: anna.memberId, name: 'Anna Hartle' }]);
    await publish(rooms, council, anna, []);
    expect((await about()).notYetAnswered).toEqual([]);
  });

  test('a parish has its principal authority, and the newest evidence that its website carries the register', async () => {
    await newCouncil();
    const parish = await foundCouncil(rooms, 'parish', council.authorityId);
    for (const seenOn of ['2017-09-01', '2017-10-01', '2017-08-01']) {
      await parish.inUnit((uow) =>
        rooms
          .get(RegisterSettings)
          .recordParishPublication(uow, { url: `https://p.example/${seenOn}`, seenOn: civilDate(seenOn) }),
      );
    }
    const about = await rooms.get(Publication).about(parish.authorityId);
    expect(about.principal?.id).toBe(council.authorityId);
    expect(about.seenOnParishWebsite).toEqual({ url: 'https://p.example/2017-10-01', on: '2017-10-01' });
    expect((await rooms.get(Publication).about(council.authorityId)).parishes.map(({ id }) => id)).toEqual([
      parish.authorityId,
    ]);
  });

  test('headings of a code name the code that was in force on the day', async () => {
    await newCouncil();
    const body: InterestDetails = { category: 'other-bodies', body: 'A trust', role: 'Trustee' };
    await tellAndEnter(rooms, council, anna, { act: 'add', details: body, on: '2017-10-16' });
    const source = async (): Promise<string | undefined> =>
      (await shown('2017-10-16'))?.categories.find(({ category }) => category === 'other-bodies')?.source
        .name;
    expect(await source()).toBe('The council’s code of conduct');
    await council.inUnit(async (uow) =>
      done(
        await rooms
          .get(Authorities)
          .adoptCode(uow, { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') }),
      ),
    );
    expect(await source()).toContain('Worcestershire');
  });
});

describe('search', () => {
  test('finds members by name and entries by their words, in one authority or in all', async () => {
    await newCouncil();
    await publish(rooms, council, anna, [land('Zebedee Farm'), job('Zebedee 100%_Ltd')]);
    const find = async (text: string, all = false): Promise<string[]> =>
      (await rooms.get(Publication).search(all ? undefined : council.authorityId, text)).map(
        (found) => found.words ?? found.memberName,
      );
    expect(await find('zebedee')).toEqual(['Director, Zebedee 100%_Ltd', 'Owner: Zebedee Farm']);
    expect(await find('hartle')).toEqual(['Anna Hartle']);
    expect(await find('100%_l')).toHaveLength(1);
    expect(await find('%')).toHaveLength(1);
    expect(await find('zebedee', true)).toHaveLength(2);
    const elsewhere = await foundCouncil(rooms);
    expect(await rooms.get(Publication).search(elsewhere.authorityId, 'zebedee')).toEqual([]);
    await withhold(rooms, council, anna, 'Zebedee Farm');
    expect(await find('zebedee')).toEqual(['Director, Zebedee 100%_Ltd']);
    rooms.moveClockTo('2017-12-01T09:00');
    await council.inUnit((uow) =>
      rooms.get(Members).leaveOffice(uow, anna.memberId, civilDate('2017-11-30')),
    );
    expect(await find('zebedee')).toEqual([]);
  });
});
