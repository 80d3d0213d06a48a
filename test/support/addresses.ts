import { RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { ACCESS, type Access } from '../../src/identity/index.js';
import { CHECK_IDS, Checks, RETENTION_KINDS } from '../../src/oversight/index.js';
import { TurnOff } from '../../src/reminders/index.js';
import type { TestApp } from './app.js';
import type { Council } from './council.js';

/**
 * The addresses that can be opened, as the controllers state them: '/officer/members/:member/briefings/:id', and who may
 * use each.
 */
export function pathsOf(app: TestApp): Map<string, Access | undefined> {
  const controllers = [...app.get(ModulesContainer).values()].flatMap(({ controllers: known }) =>
    [...known.values()].map(({ metatype }) => metatype as Type),
  );
  return new Map(controllers.flatMap(openedBy).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function openedBy(controller: Type): [string, Access | undefined][] {
  const prototype = controller.prototype as Record<string, unknown>;
  const bases = [Reflect.getMetadata('path', controller) as string | string[]].flat();
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (typeof handler !== 'function' || Reflect.getMetadata('method', handler) !== RequestMethod.GET)
      return [];
    const access = new Reflector().getAllAndOverride<Access | undefined>(ACCESS, [handler, controller]);
    const paths = [Reflect.getMetadata('path', handler) as string | string[]].flat();
    return bases.flatMap((base) =>
      paths.map((path): [string, Access | undefined] => [
        `/${base}/${path}`.replace(/\/+/g, '/').replace(/(?<=.)\/$/, ''),
        access,
      ]),
    );
  });
}

/** What a parameter stands for, by the word before it in the address; by its own name where that says nothing. */
const TABLES: Readonly<Record<string, string>> = {
  members: 'member',
  ':authority': 'member',
  notifications: 'notification',
  told: 'notification',
  receipts: 'notification',
  ask: 'notified_interest',
  pending: 'notified_interest',
  scans: 'notification_attachment',
  questions: 'notification_query',
  interests: 'register_entry',
  entries: 'register_entry',
  requests: 'sensitivity_request',
  briefings: 'briefing_edition',
  messages: 'message',
  reminders: 'reminder',
  meetings: 'meeting',
  items: 'agenda_item',
  ':meeting': 'meeting',
  dispensations: 'dispensation_request',
  invitations: 'dispensation_invitation',
  decisions: 'decision_alone',
  directory: 'directory_import',
  ':association': 'association',
  ':declaration': 'disclosure',
  bodies: 'body',
  seats: 'seat',
  ':role': 'role_holding',
  escalations: 'member',
  ':duty': 'duty',
  rungs: 'escalation_step',
  advice: 'advice_question',
  ':sealed': 'turn-off',
  cases: 'case_file',
  ':position': 'audit_event',
  ':finding': 'finding',
  ':intake': 'intake',
  ':webhook': 'webhook',
  ':handOver': 'hand-over',
  ':key': 'first-sign-in',
  ':token': 'sign-in-link',
  'interrupted-form': 'interrupted-form',
};
const CATEGORIES = [
  ...['employment', 'sponsorship', 'contracts', 'land', 'licences', 'corporate-tenancies'],
  ...['securities', 'other-bodies', 'gifts'],
];
const FORMS = ['', '.json', '.csv', '.pdf'];

/**
 * Every address that a path may stand for at a council: each parameter filled with every id of what it names, and with
 * every id there is where this does not know what it names, so that a page that is new is opened too.
 */
export async function addressesOf(
  app: TestApp,
  council: Council,
  paths: Iterable<string>,
): Promise<Map<string, string[]>> {
  const { rows: tables } = await app.owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns c
     where table_schema = 'public' and column_name = 'id' and exists (
       select from information_schema.columns a
       where a.table_schema = 'public' and a.table_name = c.table_name and a.column_name = 'authority_id')`,
  );
  const ids = new Map<string, string[]>();
  for (const { name } of tables) {
    // Reminders of one rule, step and state differ in their reader alone: one of each is opened.
    const distinct = name === 'reminder' ? 'distinct on (rule, step, state)' : '';
    const { rows } = await app.owner.query<{ id: string }>(
      `select ${distinct} id from "${name}" where authority_id = $1`,
      [council.authorityId],
    );
    ids.set(
      name,
      rows.map(({ id }) => id),
    );
  }
  // One event of each kind.
  const { rows: events } = await app.owner.query<{ position: string }>(
    'select distinct on (action) position from audit_event where authority_id = $1',
    [council.authorityId],
  );
  ids.set(
    'audit_event',
    events.map(({ position }) => position),
  );
  const { rows: accounts } = await app.owner.query<{ id: string }>('select id from account');
  ids.set(
    'account',
    accounts.map(({ id }) => id),
  );
  // A duty is named by the term of office, or by the declaration, from which it follows.
  ids.set('duty', [...(ids.get('term_of_office') ?? []), ...(ids.get('disclosure') ?? [])]);
  ids.set(
    'turn-off',
    (ids.get('member') ?? []).map((id) => turnOffKey(app, council, id)),
  );
  // A question of a check is stored nowhere: it is worked out, and named by its check and a digest.
  const asked = await council.inUnit((uow) => app.get(Checks).findings(uow));
  ids.set(
    'finding',
    asked.map(({ check, ref }) => `${check}.${ref}`),
  );
  return new Map([...paths].map((path) => [path, filled(path, ids, council.slug)]));
}

/** The last part of the address in a message that turns a member's reminders off. */
function turnOffKey(app: TestApp, { authorityId }: Council, memberId: string): string {
  return app.get(TurnOff).address(authorityId, memberId, ['morning-of']).split('/').at(-1) ?? '';
}

function filled(path: string, ids: ReadonlyMap<string, readonly string[]>, slug: string): string[] {
  const words = path.split('/').slice(1);
  return words
    .reduce<string[][]>(
      (addresses, word, index) =>
        addresses.flatMap((address) =>
          valuesOf(word, words, index, ids, slug).map((value) => [...address, value]),
        ),
      [[]],
    )
    .map((address) => `/${address.join('/')}`);
}

function valuesOf(
  word: string,
  words: readonly string[],
  index: number,
  ids: ReadonlyMap<string, readonly string[]>,
  slug: string,
): readonly string[] {
  const isLast = index === words.length - 1;
  if (word === '*rule') return ['england/localism-act-2011/s32(1)'];
  if (word.startsWith('*')) return ['nothing-is-here'];
  if (!word.startsWith(':')) return [word];
  if (word === ':slug') return [slug];
  if (word === ':authority') return isLast ? FORMS.map((form) => `${slug}${form}`) : [slug];
  if (word === ':category') return CATEGORIES;
  if (word === ':check') return CHECK_IDS;
  if (word === ':kind') return RETENTION_KINDS;
  if (word === ':heldBy') return ['self'];
  if (word === ':number') return ['1'];
  if (word === ':step') return ['add', 'list', 'change', 'more', 'remove'];
  const before = words[index - 1] ?? '';
  if (before === 'people') return ids.get('account') ?? [];
  if (before === 'import')
    return ids.get(words[0] === 'meetings' ? 'agenda_import' : 'register_import') ?? [];
  const table = TABLES[word] ?? TABLES[before];
  const values = table === undefined ? [...ids.values()].flat() : (ids.get(table) ?? []);
  return before === ':authority' && isLast
    ? values.flatMap((id) => FORMS.map((form) => `${id}${form}`))
    : values;
}
