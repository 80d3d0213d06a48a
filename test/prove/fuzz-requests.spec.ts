/**
 * Whatever is sent to any form of any page and to any operation of the API, by whoever may send it: nothing breaks, nothing
 * tells how we are made or what another council keeps, and nothing is changed that the audit does not tell of.
 *
 * Forms are taken from the pages as they are drawn, operations from /api/openapi.json. What is sent comes from fast-check:
 * what the form had, what its choices offer, ids of another council, and whatever else. `npm run prove -- fuzz-requests`
 * sends 20,000; FUZZ_SEED repeats a run.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { PersonalTokens, SCOPE_NAMES, type Role } from '../../src/identity/index.js';
import { addressesOf, pathsOf } from '../support/addresses.js';
import { startApp, type TestApp } from '../support/app.js';
import { recordChanges, type Unlogged } from '../support/changes-without-events.js';
import { formsIn, type FoundForm } from '../support/forms-found.js';
import { livedInCouncil, type LivedIn } from '../support/lived-in-council.js';
import { QuickVisitor, type QuickAnswer } from '../support/quick-visitor.js';
import { isFull, PROOF_TIMEOUT, sized } from './size.js';

jest.setTimeout(PROOF_TIMEOUT);

const REQUESTS = sized(150, 20_000);
const SEED = Number(process.env.FUZZ_SEED ?? (isFull ? Math.floor(Math.random() * 2 ** 31) : 20_171_016));
/** Stands in every name and text of a council for which nobody here acts. */
const MARK = 'Quernmoor';
const ROLES: readonly Role[] = [
  'member',
  'monitoring-officer',
  'democratic-services',
  'parish-clerk',
  'auditor',
];
/** Of each path, so many addresses are looked at for forms. */
const ADDRESSES_OF_A_PATH = sized(1, 4);

let app: TestApp;
let ours: LivedIn;
let others: LivedIn;
let unlogged: Unlogged;
const people = new Map<Role, QuickVisitor>();
const tokens: string[] = [];
const forms: (FoundForm & { readonly by: Role })[] = [];
let operations: Operation[] = [];
let foreignIds: string[] = [];

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  /** The JSON schema of the body; undefined where there is none. */
  readonly body: Schema | undefined;
}
interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly $ref?: string;
}

beforeAll(async () => {
  app = await startApp({ at: '2017-05-20T09:00', env: { API_REQUESTS_PER_MINUTE: '100000' } });
  others = await livedInCouncil(app, MARK);
  app.moveClockTo('2017-05-20T09:00');
  ours = await livedInCouncil(app, 'Ashgill');
  for (const role of ROLES) people.set(role, await QuickVisitor.of(app, ours.emails.get(role)));
  await findForms();
  await findOperations();
  foreignIds = await idsOf(others);
  unlogged = await recordChanges(app);
}, PROOF_TIMEOUT);
afterAll(() => app.close());

/** Every form that somebody is shown, once for each action and set of fields. */
async function findForms(): Promise<void> {
  const paths = [...pathsOf(app)].filter(
    ([path]) => !/^\/(api|register|declarations|rulebook|sign-)/.test(path),
  );
  const addresses = await addressesOf(
    app,
    ours.council,
    paths.map(([path]) => path),
  );
  const known = new Set<string>();
  for (const some of addresses.values()) {
    // Whoever is let in first stands for the others: they are shown the same form.
    for (const role of ROLES) {
      const pages = [];
      for (const address of some.slice(0, ADDRESSES_OF_A_PATH)) {
        const page = await visitorOf(role).get(address);
        if (page.refused) break;
        if (page.status === 200 && page.type.includes('html')) pages.push({ address, html: page.text });
      }
      for (const form of pages.flatMap(({ html, address }) => formsIn(html, address))) {
        const like = `${form.action.replace(/[0-9a-f-]{36}/g, ':')} ${form.fields.map(({ name }) => name).join()}`;
        if (form.action.startsWith('/sign-out') || known.has(like)) continue;
        known.add(like);
        forms.push({ ...form, by: role });
      }
      if (pages.length > 0) break;
    }
  }
}

async function findOperations(): Promise<void> {
  const { text } = await visitorOf('auditor').get('/api/openapi.json');
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, unknown>> };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]) => {
      const { parameters = [], requestBody } = said as {
        parameters?: { in: string; name: string }[];
        requestBody?: { content?: Record<string, { schema?: Schema }> };
      };
      const query = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
      return {
        method: method.toUpperCase(),
        path,
        query,
        body: requestBody?.content?.['application/json']?.schema,
      };
    }),
  );
  for (const role of ROLES) {
    const { rows } = await app.owner.query<{ id: string }>('select id from account where email = $1', [
      ours.emails.get(role),
    ]);
    const acting = {
      authorityId: ours.council.authorityId,
      actor: { kind: 'person', accountId: rows[0]?.id ?? '' },
    } as const;
    const made = await app.database.unitOfWork(acting, (uow) =>
      app.get(PersonalTokens).make(uow, { name: 'fuzz', scopes: SCOPE_NAMES, days: 1 }),
    );
    if ('token' in made) tokens.push(made.token);
  }
}

async function idsOf({ council }: LivedIn): Promise<string[]> {
  const tables = [
    'member',
    'meeting',
    'agenda_item',
    'notification',
    'register_entry',
    'disclosure',
    'body',
    'case_file',
  ];
  const ids: string[] = [council.authorityId, council.slug];
  for (const table of tables) {
    const { rows } = await app.owner.query<{ id: string }>(
      `select id from "${table}" where authority_id = $1 limit 3`,
      [council.authorityId],
    );
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

function visitorOf(role: Role): QuickVisitor {
  const visitor = people.get(role);
  if (visitor === undefined) throw new Error(`Nobody is ${role}.`);
  return visitor;
}

/** Words that forms have broken on: of databases, pages, paths, numbers, dates and encodings. */
const HARD = [
  ...['', ' ', '\0', 'a\0b', '\ud800', '﻿', '\r\n', '‮', 'İ', '💥'.repeat(50), 'x'.repeat(70_000)],
  ...[
    "' or 1=1 --",
    '"; drop table member',
    '%',
    '_',
    '\\',
    '${7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
  ],
  ...['../../etc/passwd', '/', '?', '#', '//evil.example', 'javascript:1', '%00', '%ff', '[object Object]'],
  ...['0', '-1', '1e309', 'NaN', 'Infinity', '99999999999999999999', '1.5', '２', '0x1F', '-0', '2147483648'],
  ...[
    '2017-02-30',
    '0000-00-00',
    '9999-12-31',
    '10000-01-01',
    '31',
    '13',
    '1752',
    '-5',
    '29/2/2017',
    '24:00',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    'true',
    '[]',
    '{}',
    '00000000-0000-0000-0000-000000000000',
  ],
];
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HARD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)) },
);

/** Which form or operation, and for each of its parts what to do: numbers, because forms are not known here. */
const plan = fc.record({
  which: fc.nat(),
  by: fc.nat(),
  /** For one field after the other: keep what is there, choose from it, another council’s id, or words. */
  parts: fc.array(fc.record({ how: fc.nat(11), pick: fc.nat(), words: text }), {
    minLength: 12,
    maxLength: 12,
  }),
  extra: fc.option(
    fc.record({
      name: fc.constantFrom('__proto__', 'authorityId', 'memberId', 'id', 'version'),
      words: text,
    }),
  ),
  json: fc.jsonValue({ maxDepth: 3 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

const partOf = ({ parts }: Plan, index: number): Plan['parts'][number] => {
  const part = parts[index % parts.length];
  if (part === undefined) throw new Error('A plan has parts.');
  return part;
};
const foreignId = (pick: number): string => foreignIds[pick % foreignIds.length] ?? '';

function sendForm(given: Plan): Promise<QuickAnswer> {
  const form = forms[given.which % forms.length];
  if (form === undefined) throw new Error('No form was found.');
  const words = form.fields.flatMap(({ name, value, choices }, index): [string, string][] => {
    if (name === '_csrf') return [];
    const { how, pick, words: made } = partOf(given, index);
    // Wrong, it is refused before anything else is looked at: seldom enough is enough.
    if (how <= 3 || (name === 'actingAuthority' && given.by % 40 !== 0))
      return value === undefined ? [] : [[name, value]];
    if (how <= 6 && choices.length > 0) return [[name, choices[pick % choices.length] ?? '']];
    if (how === 7) return [[name, foreignId(pick)]];
    if (how === 8) return [];
    if (how === 9)
      return [
        [name, made],
        [name, foreignId(pick)],
      ];
    return [[name, made]];
  });
  const { extra } = given;
  if (extra !== null) words.push([extra.name, extra.name.endsWith('Id') ? foreignId(given.by) : extra.words]);
  // A page of another council’s thing, now and then, by the ids in the address.
  const action =
    given.by % 7 === 0 ? form.action.replace(/[0-9a-f-]{36}/, () => foreignId(given.by)) : form.action;
  return visitorOf(form.by).post(action, words);
}

function sendOperation(given: Plan): Promise<QuickAnswer> {
  const operation = operations[given.which % operations.length];
  if (operation === undefined) throw new Error('No operation was found.');
  let parts = 0;
  const next = (): Plan['parts'][number] => partOf(given, parts++);
  const path = operation.path.replace(/\{\w+\}/g, () => {
    const { how, pick, words } = next();
    return encodeURIComponent(how < 8 ? foreignId(pick) : Buffer.from(words.slice(0, 200)).toString('utf8'));
  });
  const query = new URLSearchParams(
    operation.query
      .filter(() => next().how > 5)
      .map((name): [string, string] => [name, next().words.slice(0, 500)]),
  );
  const token = tokens[given.by % tokens.length] ?? '';
  const headers = {
    authorization: `Bearer ${token}`,
    'idempotency-key': `fuzz-${given.by}`,
    accept: 'application/json',
  };
  const body = operation.body && JSON.stringify(next().how < 8 ? shaped(operation.body, next) : given.json);
  return askApi(`${path}?${query.toString()}`, {
    ...{ method: operation.method, headers: { ...headers, 'content-type': 'application/json' } },
    ...(body !== undefined && { body }),
  });
}

/** Something of the shape that the schema asks for, or not quite. */
function shaped(schema: Schema, next: () => Plan['parts'][number], depth = 0): unknown {
  const { how, pick, words } = next();
  if (how === 11 || depth > 5) return words;
  if (schema.enum !== undefined) return schema.enum[pick % schema.enum.length];
  const [type] = [schema.type ?? 'object'].flat();
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {})
        .filter(() => next().how > 1)
        .map(([name, part]) => [name, shaped(part, next, depth + 1)]),
    );
  if (type === 'array') return schema.items ? [shaped(schema.items, next, depth + 1)] : [];
  if (type === 'integer' || type === 'number') return how > 6 ? pick : -1;
  if (type === 'boolean') return how > 5;
  return how > 5 ? words : foreignId(pick);
}

async function askApi(path: string, given: RequestInit): Promise<QuickAnswer> {
  const answer = await fetch(`${app.url}${path}`, { ...given, redirect: 'manual' });
  const { status } = answer;
  return {
    ...{ status, text: await answer.text(), type: answer.headers.get('content-type') ?? '' },
    ...{ location: answer.headers.get('location') ?? '', refused: status === 401 },
  };
}

const TELLS_HOW_WE_ARE_MADE =
  /node_modules|QueryFailedError|\bat .{1,80}\.(?:js|ts):\d+|violates .* constraint|syntax error at/;

test(`${REQUESTS} requests that nobody meant break nothing, tell nothing and change nothing unseen`, async () => {
  expect(forms.length).toBeGreaterThan(80);
  expect(operations.length).toBeGreaterThan(8);
  const wrong: string[] = [];
  const statuses = new Map<number, number>();
  for (const [index, given] of fc.sample(plan, { numRuns: REQUESTS, seed: SEED }).entries()) {
    const ofApi = index % 4 === 3;
    const answer = await (ofApi ? sendOperation(given) : sendForm(given));
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const what = ofApi
      ? `${operations[given.which % operations.length]?.method ?? ''} ${operations[given.which % operations.length]?.path ?? ''}`
      : `POST ${forms[given.which % forms.length]?.action ?? ''} by ${forms[given.which % forms.length]?.by ?? ''}`;
    const say = (fault: string): void =>
      void wrong.push(
        `request ${index}, ${what}: ${fault} ${JSON.stringify(given.parts.map(({ how, words }) => [how, words.slice(0, 30)]))}`,
      );
    if (answer.status >= 500) say(String(answer.status));
    if (TELLS_HOW_WE_ARE_MADE.test(answer.text)) say('tells how we are made');
    if (answer.text.includes(MARK)) say('tells of another council');
    if (wrong.length > 25) break;
  }
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  process.stdout.write(
    `\nfuzz-requests, seed ${SEED}: ${forms.length} forms, ${operations.length} operations; ${counts.join(', ')}\n`,
  );
  expect(wrong).toEqual([]);
  expect(await unlogged.found({ of: ours.council.authorityId, but: others.council.authorityId })).toEqual({
    ...{ unlogged: [], ofOthers: [] },
  });
  // It reached what it is about: things were changed, and the changes were told.
  expect(await unlogged.seen()).toBeGreaterThan(sized(5, 200));
});
