import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

/** Those before it were written while nothing ran that they could have stopped. */
const HELD_FROM = '1763769600016';
const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));
const REASON = /\/\/ Zero downtime: \S/;

/** What stops, or breaks, the version before, which runs beside this one while it is replaced. See docs/decisions/migrations.md. */
const RULES: readonly { readonly what: string; readonly found: RegExp }[] = [
  {
    what: 'takes away what the version before reads',
    found: /\bdrop (table|column|view|function|procedure|type)\b/,
  },
  {
    what: 'renames what the version before reads',
    found: /\brename (to|column|constraint)\b|\brename \w+ to\b/,
  },
  { what: 'writes a table anew', found: /\balter column \w+ (set data )?type\b|\bgenerated always as \(/ },
  { what: 'refuses what the version before writes', found: /\bset not null\b/ },
  {
    what: 'refuses what the version before writes',
    found: /\badd column \w+ (?!.*\bdefault\b)[^,;]*\bnot null\b/,
  },
  {
    what: 'reads a whole table under a lock',
    found: /\badd (constraint|check|foreign key|unique|primary key)\b(?!.*\bnot valid\b)/,
  },
  { what: 'halts writing while an index is made', found: /\bcreate (unique )?index (?!concurrently)/ },
  { what: 'changes every row in one transaction', found: /^\s*(update|delete from) / },
];

interface Finding {
  readonly line: number;
  readonly what: string;
  readonly statement: string;
}

/** The statements of a migration that need a reason and have none. What is done to a table of its own halts nobody. */
function findings(source: string): Finding[] {
  const own = new Set(
    [...source.matchAll(/create table (?:if not exists )?(\w+)/g)].map(([, table]) => table),
  );
  const statements = [...source.matchAll(/runner\.query\(\s*`([^`]*)`/g)].flatMap((call) => {
    const [, text = ''] = call;
    const at = call.index;
    // What stands within a function is done when it is called.
    return text
      .replace(/\$\$[\s\S]*?\$\$/g, '')
      .split(';')
      .map((statement) => ({ at, statement: statement.replace(/\s+/g, ' ').trim() }));
  });
  return statements.flatMap(({ at, statement }) => {
    const table =
      /^(?:alter table(?: only| if exists)?|create (?:unique )?index(?: concurrently)?(?: if not exists)?(?: \w+)? on|update|delete from) (\w+)/.exec(
        statement,
      )?.[1];
    if (/^create (table|or replace|function|procedure)/.test(statement) || own.has(table)) return [];
    const before = source.slice(0, at).split('\n').slice(-5).join('\n');
    if (REASON.test(before)) return [];
    return RULES.filter(({ found }) => found.test(statement)).map(({ what }) => ({
      ...{ what, statement },
      line: source.slice(0, at).split('\n').length,
    }));
  });
}

const migration = (...statements: string[]): string =>
  statements.map((statement) => `    await runner.query(\`\n      ${statement}\`);`).join('\n');

describe('migrations that run beside the version before', () => {
  it('do nothing that halts or breaks it, or say why not', () => {
    const files = readdirSync(FOLDER).filter((file) => file >= HELD_FROM && file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(0);
    const found = files.flatMap((file) =>
      findings(readFileSync(`${FOLDER}/${file}`, 'utf8')).map(
        ({ line, what, statement }) => `${file}:${line} ${what}: ${statement.slice(0, 120)}`,
      ),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['drop column name', 'alter table member drop column name'],
    ['drop function', 'drop function unsent_messages(timestamptz, integer)'],
    ['rename', 'alter table member rename column name to full_name'],
    ['alter type', 'alter table member alter column name type varchar(10)'],
    [
      'a generated column',
      'alter table session add column account_id uuid generated always as (sess) stored',
    ],
    ['set not null', 'alter table member alter column email set not null'],
    ['a column that must be given', 'alter table member add column born date not null'],
    ['a constraint', 'alter table member add constraint member_named check (name is not null)'],
    ['an index', 'create index member_name on member (name)'],
    ['an update', 'update member set name = name'],
  ])('are refused with %s', (_what, statement) => {
    expect(findings(migration(statement))).toHaveLength(1);
    expect(
      findings(`    // Zero downtime: the table has a row for each council.\n${migration(statement)}`),
    ).toEqual([]);
  });

  it.each([
    ['a column with a default', "alter table member add column born text not null default ''"],
    ['a column that may be empty', 'alter table member add column born date'],
    [
      'a constraint that is checked later',
      'alter table member add constraint m check (name is not null) not valid',
    ],
    ['an index beside the writing', 'create index concurrently member_name on member (name)'],
  ])('may have %s', (_what, statement) => {
    expect(findings(migration(statement))).toEqual([]);
  });

  it('may do with a table of their own what they like', () => {
    const own = [
      'create table thing (id uuid)',
      'create index thing_id on thing (id)',
      'alter table thing add constraint t check (id is not null)',
    ];
    expect(findings(migration(...own))).toEqual([]);
  });

  it('that make an index beside the writing are not in a transaction', () => {
    const sources = readdirSync(FOLDER).map((file) => readFileSync(`${FOLDER}/${file}`, 'utf8'));
    for (const source of sources.filter((text) => text.includes('index concurrently'))) {
      expect(source).toMatch(/\btransaction = false\b/);
    }
  });
});
