import { afterAll, beforeAll, expect, test } from '@jest/globals';
import nunjucks from 'nunjucks';
import { RegisterSettings } from '../../src/authorities/index.js';
import { addDays, civilDate, type CivilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import { Publication, registerAsJson, type PublicRegister } from '../../src/publication/index.js';
import { Publishing, Register, type InterestDetails } from '../../src/register/index.js';
import { printView } from '../../src/web/public-register/print/page.js';
import { foundCouncil, type Council } from '../support/council.js';
import {
  addCouncillor,
  askToWithhold,
  publish,
  tellAndEnter,
  withhold,
  type Councillor,
} from '../support/published.js';
import { startApp, type TestApp } from '../support/app.js';

const FIRST = civilDate('2017-06-01');
const CHANGES = 200;
const CHANGES_A_DAY = 2;

/** What happened to an interest, as whoever made the history knows it. */
interface Thing {
  readonly token: string;
  readonly owner: number;
  details: InterestDetails;
  held: boolean;
}

/** A page of one day as it was kept on that day: the open data, and the words of the page. */
interface Kept {
  readonly json: Json;
  readonly page: readonly string[];
}

interface Entry {
  readonly content: string;
  readonly null_entry: boolean;
}
interface Category {
  readonly category_id: string;
  readonly annotations: readonly object[];
  readonly entries: readonly Entry[];
}
interface Person {
  readonly person_id: string;
  readonly person_name: string;
  readonly annotations: readonly { content: string }[];
  readonly categories: readonly Category[];
}
interface Json {
  readonly published_date: string;
  readonly persons: readonly Person[];
}

let rooms: TestApp;
let council: Council;
const councillors: Councillor[] = [];
const gone = new Set<number>();
const things: Thing[] = [];
const keptDays = new Map<CivilDate, Kept>();
/** By the token of the interest: the days at whose end everything published of it so far had been taken away. */
const takenAway = new Map<string, CivilDate[]>();
/** Members of whom something is or was sensitive. */
const everSensitive = new Set<number>();
let homesWithheld = false;
let made = 0;

const dice = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
};
const roll = dice(20_171_016);

beforeAll(async () => {
  rooms = await startApp({ at: `${FIRST}T08:00` });
  council = await foundCouncil(rooms);
  for (const name of ['Anna', 'Ben', 'Cara', 'Dev', 'Eve', 'Finn', 'Gwen', 'Hal']) {
    councillors.push(await addCouncillor(rooms, council, name));
  }
});
afterAll(() => rooms.close());

/** A new interest that has no word in common with another one. */
function newThing(owner: number): Thing {
  const token = `Tok${String.fromCharCode(97 + (made % 26))}${made}x${roll(1e6)}`;
  made += 1;
  const kinds: InterestDetails[] = [
    { category: 'land', address: `${token} Farm`, natureOfInterest: 'Owner' },
    { category: 'land', address: `${token} House`, natureOfInterest: 'Owner', isHome: true },
    { category: 'employment', role: 'Director', employer: `${token} Ltd` },
    { category: 'securities', company: `${token} plc` },
    { category: 'contracts', contractor: `${token} LLP`, subject: 'Grass' },
  ];
  const details = kinds[roll(kinds.length)];
  if (details === undefined) throw new Error('no kind');
  return { token, owner, details, held: true };
}

const isHome = ({ details }: Thing): boolean => details.category === 'land' && details.isHome === true;
const today = (): CivilDate => clockDay;
let clockDay: CivilDate = FIRST;

function nowTakenAway({ token, owner }: Thing, sensitive: boolean): void {
  takenAway.set(token, [...(takenAway.get(token) ?? []), today()]);
  if (sensitive) everSensitive.add(owner);
}

/** One change of the history, whatever the dice say. What cannot be done leaves the day as it was. */
async function changeSomething(): Promise<void> {
  const owner = roll(councillors.length);
  const councillor = councillors[owner];
  if (councillor === undefined || gone.has(owner)) return changeSomething();
  const own = things.filter((thing) => thing.owner === owner && thing.held);
  const one = own[roll(Math.max(own.length, 1))];
  const on = today();
  const what = roll(20);
  if (what < 7 || (one === undefined && what < 17)) {
    const thing = newThing(owner);
    await tellAndEnter(rooms, council, councillor, { act: 'add', details: thing.details, on });
    things.push(thing);
    if (homesWithheld && isHome(thing)) nowTakenAway(thing, false);
    return;
  }
  if (what < 12 && one !== undefined) {
    const act = what < 10 ? ('change' as const) : ('correct' as const);
    const details = renamed(one.details, `v${roll(1e6)}`);
    await tellAndEnter(rooms, council, councillor, { act, details, about: one.token, on });
    one.details = details;
    return;
  }
  if (what < 14 && one !== undefined) {
    await tellAndEnter(rooms, council, councillor, {
      act: 'end',
      details: one.details,
      about: one.token,
      on,
    });
    one.held = false;
    return;
  }
  if (what < 16 && one !== undefined) {
    if ((await waiting()).has(one.token) || withheld.has(one.token)) return changeSomething();
    withheld.add(one.token);
    await withhold(rooms, council, councillor, one.token, addDays(on, 300));
    nowTakenAway(one, true);
    return;
  }
  if (what === 16) {
    if (one === undefined || (await waiting()).has(one.token) || withheld.has(one.token))
      return changeSomething();
    await askToWithhold(rooms, council, councillor, one.token);
    return;
  }
  if (what === 17) {
    const kept = own.filter(() => roll(3) > 0);
    await publish(
      rooms,
      council,
      councillor,
      kept.map(({ details }) => details),
    );
    for (const thing of own) thing.held = kept.includes(thing);
    return;
  }
  if (what === 18 && !homesWithheld && keptDays.size > 40) {
    homesWithheld = true;
    await council.inUnit(async (uow) => {
      await rooms.get(RegisterSettings).set(uow, { withholdsHomeAddresses: true });
      await rooms.get(Publishing).refreshAll(uow);
    });
    for (const thing of things) if (isHome(thing) && thing.held) nowTakenAway(thing, false);
    return;
  }
  if (what === 19 && keptDays.size > 20 && gone.size < 2) {
    gone.add(owner);
    const last = addDays(on, -1);
    await council.inUnit((uow) => rooms.get(Members).leaveOffice(uow, councillor.memberId, last));
    return;
  }
  return changeSomething();
}

/** Agreed to be sensitive. */
const withheld = new Set<string>();

/** Those that wait for the officer, because the member asked or because they are like one that is withheld. */
async function waiting(): Promise<Set<string>> {
  const tokens = new Set<string>();
  for (const [owner, { memberId }] of councillors.entries()) {
    const entries = await council.inUnit((uow) => rooms.get(Register).history(uow, memberId));
    for (const { entry, details } of entries) {
      if (entry.sensitive === 'claimed') {
        tokens.add(tokenIn(JSON.stringify(details)) ?? '');
        everSensitive.add(owner);
      }
    }
  }
  return tokens;
}

function renamed(details: InterestDetails, suffix: string): InterestDetails {
  switch (details.category) {
    case 'land':
      return { ...details, address: `${details.address} ${suffix}` };
    case 'employment':
      return { ...details, role: `Director ${suffix}` };
    case 'securities':
      return { ...details, company: `${details.company} ${suffix}` };
    case 'contracts':
      return { ...details, subject: `Grass ${suffix}` };
    default:
      return details;
  }
}

const pages = new nunjucks.Environment(
  new nunjucks.FileSystemLoader(['src', 'node_modules/govuk-frontend/dist']),
  {
    autoescape: true,
  },
);

/** The words of the page, one piece of text a line. */
function wordsOf(register: PublicRegister): string[] {
  const html = pages.render(
    'web/public-register/embed/page.njk',
    printView(register, '/register/x', undefined),
  );
  const main = /<section[\s\S]*<\/section>/.exec(html)?.[0] ?? '';
  return main
    .split(/<[^>]+>/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

async function pageOf(day: CivilDate): Promise<Kept> {
  const register = await rooms.get(Publication).register(council.authorityId, day);
  return { json: JSON.parse(registerAsJson(register)) as Json, page: wordsOf(register) };
}

const tokenIn = (text: string): string | undefined => /Tok\w+?x\d+/.exec(text)?.[0];
const NEUTRAL = { author: 'Probity', type: 'none-shown', content_format: 'string' };

/** The kept page of a day less exactly what may not be published now. */
function lessWhatMayNotBePublished(kept: Json, day: CivilDate, stillAsked: ReadonlySet<string>): Json {
  const index = new Map(councillors.map(({ memberId }, position) => [memberId, position]));
  const mayStay = ({ content }: Entry): boolean => {
    const token = tokenIn(content);
    if (token === undefined) return true;
    return !stillAsked.has(token) && !(takenAway.get(token) ?? []).some((taken) => taken > day);
  };
  return {
    ...kept,
    persons: kept.persons
      .filter(({ person_id }) => !gone.has(index.get(person_id) ?? -1))
      .map((person) => {
        const sensitive = everSensitive.has(index.get(person.person_id) ?? -1);
        return {
          ...person,
          categories: person.categories.map((category) => {
            const entries = category.entries.filter(
              (entry) => mayStay(entry) && !(sensitive && entry.null_entry),
            );
            const emptied = entries.length === 0 && category.entries.length > 0;
            return {
              ...category,
              entries,
              annotations: emptied
                ? [{ ...NEUTRAL, content: 'No details are shown under this heading.' }]
                : category.annotations,
            };
          }),
        };
      }),
  };
}

/** What the page must say of the same: each name, statement, entry and sentence. */
function saidOnThePage({ persons }: Json): Set<string> {
  return new Set(
    persons.flatMap(({ person_name, annotations, categories }) => [
      person_name,
      ...annotations.map(({ content }) => content),
      ...categories.flatMap(({ entries }) =>
        entries.filter(({ null_entry }) => !null_entry).map(({ content }) => content),
      ),
    ]),
  );
}

const isOfThePageAlone = (text: string): boolean => !/Tok\w+?x\d+/.test(text);

test('after 200 changes, every past day’s page is the page kept on that day, less what may not be published now', async () => {
  for (let done = 0; done < CHANGES;) {
    for (let step = 0; step < CHANGES_A_DAY; step += 1, done += 1) {
      rooms.moveClockTo(`${clockDay}T1${step}:${String(roll(50) + 10)}`);
      await changeSomething();
    }
    keptDays.set(clockDay, await pageOf(clockDay));
    clockDay = addDays(clockDay, 1);
  }
  rooms.moveClockTo(`${addDays(clockDay, 10)}T09:00`);

  const stillAsked = await waiting();
  let differ = 0;
  for (const [day, kept] of keptDays) {
    const now = await pageOf(day);
    const expected = lessWhatMayNotBePublished(kept.json, day, stillAsked);
    expect({ day, register: now.json }).toEqual({ day, register: expected });
    const said = saidOnThePage(expected);
    for (const words of said)
      expect({ day, words, there: now.page.includes(words) }).toEqual({ day, words, there: true });
    expect(now.page.filter((text) => !isOfThePageAlone(text) && !said.has(text))).toEqual([]);
    if (JSON.stringify(now.json) !== JSON.stringify(kept.json)) differ += 1;
  }
  // The history would prove little if nothing had been taken away, or everything.
  expect(differ).toBeGreaterThan(20);
  expect([...takenAway.keys()].length).toBeGreaterThan(5);
  expect(gone.size).toBeGreaterThan(0);
  expect(homesWithheld).toBe(true);
  expect(keptDays.size).toBe(CHANGES / CHANGES_A_DAY);
}, 300_000);
