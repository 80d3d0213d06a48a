import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { Authorities } from '../../src/authorities/index.js';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { StepRows } from '../../src/oversight/index.js';
import { Notifications, Register } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';
import { agreeSensitive } from '../support/sensitive.js';
import { mainText, type Visitor } from '../support/visitor.js';

/** The annual report and the gifts of a quarter, as a page, a Word document and CSV. */
let app: TestApp;
let council: Council;
let officer: Visitor;
let ann: SignedMember;

beforeAll(async () => {
  app = await startApp({ at: '2021-05-20T09:00' });
  council = await foundCouncil(app, 'district');
  await council.inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'lga-model-2020', fromOn: civilDate('2021-05-06') }),
  );
  const accountId = await app.addPerson('officer@example.org', { name: 'Olive Officer' });
  await council.inUnit((uow) =>
    app.get(Roles).grant(uow, { accountId, role: 'monitoring-officer', fromOn: '2021-01-01' }),
  );
  ann = await addMember(app, council, 'ann@example.org', { on: '2021-05-06' });
  await addMember(app, council, 'bob@example.org', { on: '2021-05-06' });
  const land = { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' } as const;
  const answers = { 'land/self': { answer: 'entries', interests: [land] } } as const;
  await entered(await notify(app, council, { ...ann, answers }));
  app.moveClockTo('2022-02-10T09:00');
  await gift('Mallow Brewery', 'A hamper', 60_00, '2022-01-20', true);
  await gift('=Tarrow Estates', 'Two tickets', 240_00, '2022-02-01', false);
  const hidden = await gift('Zanderwick Ltd', 'A pen', 55_00, '2022-02-02', true);
  await agreeSensitive(app, council, { ...ann, entryId: hidden, reviewOn: civilDate('2023-01-01') });
  app.moveClockTo('2022-06-01T09:00');
  officer = await app.signIn('officer@example.org');
});
afterAll(() => app.close());

const entered = (id: string): Promise<unknown> =>
  council.inUnit(async (uow) => done(await app.get(Register).enter(uow, id)));

/** Tells of one gift and enters it. Gives the entry's id. */
async function gift(
  donor: string,
  what: string,
  valuePence: number,
  offeredOn: string,
  accepted: boolean,
): Promise<string> {
  const acting = {
    authorityId: council.authorityId,
    actor: { kind: 'person', accountId: ann.accountId },
  } as const;
  const details = {
    category: 'gifts',
    donor,
    what,
    valuePence,
    valueIs: 'known',
    offeredOn,
    accepted,
  } as const;
  const told = { act: 'add', heldBy: 'self', details, effectiveOn: civilDate(offeredOn) } as const;
  const { id } = await app.database.unitOfWork(acting, (uow) =>
    app.get(Notifications).receiveChange(uow, ann.memberId, told),
  );
  await entered(id);
  const held = await council.inUnit((uow) => app.get(Register).current(uow, ann.memberId));
  return held.find((one) => 'donor' in one.details && one.details.donor === donor)?.entry.id ?? '';
}

const days = (from: string, to: string): string =>
  [
    ['from', from],
    ['to', to],
  ]
    .flatMap(([name = '', date = '']) => {
      const [year = '', month = '', day = ''] = date.split('-');
      return [`${name}-day=${day}`, `${name}-month=${month}`, `${name}-year=${year}`];
    })
    .join('&');

async function bytesOf(path: string): Promise<Buffer> {
  const response = await officer
    .open(path)
    .buffer(true)
    .parse((stream, give) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        give(null, Buffer.concat(parts));
      });
    });
  expect({ path, status: response.status }).toEqual({ path, status: 200 });
  return response.body as Buffer;
}

const unescaped = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
const cellsIn = (row: string, cell: RegExp): string[] =>
  [...row.matchAll(cell)].map(([, inside = '']) => unescaped(inside.replace(/<[^>]+>/g, '')));

/** Every row of every table: of the page, and of the Word document. */
async function rowsOfPage(path: string): Promise<string[][]> {
  const { text } = await officer.open(path);
  const rows = [...text.matchAll(/<tr class="govuk-table__row">([\s\S]*?)<\/tr>/g)];
  return rows.map(([, row = '']) => cellsIn(row, /<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g));
}
async function rowsOfDocx(path: string): Promise<string[][]> {
  const folder = unzipSync(new Uint8Array(await bytesOf(path)));
  const xml = strFromU8(folder['word/document.xml'] ?? new Uint8Array());
  const rows = [...xml.matchAll(/<w:tr>([\s\S]*?)<\/w:tr>/g)];
  return rows.map(([, row = '']) => cellsIn(row, /<w:tc>([\s\S]*?)<\/w:tc>/g));
}

const YEAR = days('2021-05-01', '2022-04-30');

describe('the annual report', () => {
  it('counts what is recorded', async () => {
    const rows = new Map(
      (await rowsOfPage(`/officer/reports/annual?${YEAR}`)).map(([name, ...rest]) => [name, rest]),
    );
    expect(Object.fromEntries(rows)).toMatchObject({
      'In office on 1 May 2021': ['0'],
      'Terms that began in the period': ['2'],
      'In office on 30 April 2022': ['2'],
      'Answered by the last day': ['1'],
      'Not answered, and the last day has passed': ['1'],
      'Notifications received: all interests': ['1'],
      'Notifications received: a change': ['3'],
      // The one whose details are withheld is in no total.
      'Entries made': ['3'],
      'Under 1 year': ['0', '3'],
      Accepted: ['1'],
      Refused: ['1'],
      'Value: £50 or more, under £100': ['1'],
      'Value: £100 or more, under £250': ['1'],
    });
  });

  it('counts the letters that left, and not one that could not or was taken back', async () => {
    const rows = app.get(StepRows);
    const key = { memberId: ann.memberId, rule: 'england/localism-act-2011/s30(1)', subject: ann.memberId };
    const words = { subject: 'Your interests', text: 'Please answer.' };
    await council.inUnit(async (uow) => {
      for (const became of ['sent', 'failed', 'withdrawn'] as const) {
        const happenedOn = civilDate('2022-03-01');
        const id = await rows.add(uow, key, { step: 'letter', channel: 'mail', words, happenedOn });
        await rows.addEvent(uow, id, 'handed-on', { toAddress: 'ann@example.org' });
        await rows.addEvent(uow, id, became);
      }
    });
    expect(await rowsOfPage(`/officer/reports/annual?${YEAR}`)).toContainEqual([
      ...['Letters about duties not answered', '1'],
    ]);
  });

  it('does not tell of one member with a sensitive interest, and says none and one in the same words', async () => {
    const one = await rowsOfPage(`/officer/reports/annual?${YEAR}`);
    const none = await rowsOfPage(`/officer/reports/annual?${days('2021-05-01', '2021-06-30')}`);
    const told = (rows: string[][]): string[][] => rows.filter(([name]) => name === 'Members');
    expect(told(one)).toEqual([['Members', 'Fewer than 3']]);
    expect(told(none)).toEqual(told(one));
  });

  it('says the same in all three forms', async () => {
    const page = await rowsOfPage(`/officer/reports/annual?${YEAR}`);
    expect(page.length).toBeGreaterThan(40);
    expect(await rowsOfDocx(`/officer/reports/annual.docx?${YEAR}`)).toEqual(page);
    const csv = (await bytesOf(`/officer/reports/annual.csv?${YEAR}`)).toString('utf8');
    const lines = csv.trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFFcouncil,from,to,section,line,counted,figure,source');
    const heads = new Set(['What is counted', 'Entered', 'Body', 'Ground', 'Parish council']);
    const figures = page
      .filter(([name = '']) => !heads.has(name))
      .flatMap(([name = '', ...rest]) => rest.map((figure) => [name, figure]));
    expect(lines).toHaveLength(figures.length + 1);
    figures.forEach(([name = '', figure = ''], index) => {
      const line = lines[index + 1] ?? '';
      const quoted = name.includes(',') ? `"${name}"` : name;
      expect(line).toContain(`,${quoted},`);
      expect(line).toMatch(new RegExp(`,${figure},[^,]*$`));
    });
  });

  it('records that a file was made of it, and not that the page was read', async () => {
    const count = async (): Promise<number> => {
      const { rows } = await app.owner.query<{ count: number }>(
        `select count(*)::int as count from audit_event where action = 'report.exported'`,
      );
      return rows[0]?.count ?? 0;
    };
    const before = await count();
    await officer.open(`/officer/reports/annual?${YEAR}`);
    await bytesOf(`/officer/reports/gifts.csv?${YEAR}`);
    expect(await count()).toBe(before + 1);
  });
});

describe('the gifts of a quarter', () => {
  const quarter = days('2022-01-01', '2022-03-31');

  it('lists what stands on the public register, in all three forms, and nothing that is withheld', async () => {
    const page = await rowsOfPage(`/officer/reports/gifts?${quarter}`);
    expect(page).toEqual([
      ['Member', 'Giver', 'What', 'Received on', 'Value', 'Accepted or refused'],
      ['ann', 'Mallow Brewery', 'A hamper', '20 January 2022', '£60', 'Accepted'],
      ['ann', '=Tarrow Estates', 'Two tickets', '1 February 2022', '£240', 'Refused'],
    ]);
    expect(await rowsOfDocx(`/officer/reports/gifts.docx?${quarter}`)).toEqual(page);
    const csv = (await bytesOf(`/officer/reports/gifts.csv?${quarter}`)).toString('utf8');
    expect(csv.trimEnd().split('\r\n').slice(1)).toEqual([
      'ann,Mallow Brewery,A hamper,20 January 2022,£60,Accepted',
      "ann,'=Tarrow Estates,Two tickets,1 February 2022,£240,Refused",
    ]);
  });

  it('is offered for what has ended since the council is known, and without days for the last months', async () => {
    const text = mainText(await officer.open('/officer/reports'));
    expect(text).toContain('1 January 2022 to 31 March 2022');
    expect(text).toContain('1 May 2021 to 30 April 2022');
    expect(text).not.toContain('1 May 2020');
    expect(mainText(await officer.open('/officer/reports/gifts'))).toContain('2 March 2022 to 1 June 2022');
    expect(mainText(await officer.open('/officer/reports/annual'))).toContain('2 June 2021 to 1 June 2022');
  });
});

describe('a period over which no report can be made', () => {
  it.each([
    ['ends before it begins', days('2022-04-30', '2022-04-29'), 'must be the same as or after the first day'],
    ['has a day that is none', days('2022-02-31', '2022-04-30'), 'The first day must be a real date'],
    ['ends in the future', days('2022-01-01', '2022-06-02'), 'The last day must be today or in the past'],
    ['ends before the council', days('2019-01-01', '2019-12-31'), 'must be the same as or after 6 May 2021'],
    ['lacks a day', days('2022-01-01', ''), 'Enter the last day'],
    ['is no days at all', 'from-day=x&from-month=y&from-year=z', 'The first day must be a real date'],
  ])('%s: 400, with what was typed', async (_, query, sentence) => {
    for (const form of ['annual', 'gifts', 'annual.docx', 'gifts.csv']) {
      const refused = await officer.open(`/officer/reports/${form}?${query}`);
      expect({ form, status: refused.status }).toEqual({ form, status: 400 });
      expect(mainText(refused)).toContain(sentence);
      const typed = new URLSearchParams(query).get('from-year') ?? '';
      expect(refused.text).toContain(`value="${typed}"`);
    }
  });

  it('may begin before the council, as its first municipal year does', async () => {
    const text = mainText(await officer.open(`/officer/reports/annual?${YEAR}`));
    expect(text).toContain('Nothing is recorded here before 6 May 2021.');
  });
});
