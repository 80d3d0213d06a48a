import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import { Authorities, Bodies } from '../../src/authorities/index.js';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import { addPanel, done, foundCouncil, type Council } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';

/** Unique over all authorities. Each holds random ids, digests or tokens: whoever could make them collide knows them already. */
const COLLIDE: readonly string[] = [
  ...[
    'api_client_is_known_by_its_id',
    'api_token_hash_is_unique',
    'authority_pkey',
    'authority_slug_is_unique',
  ],
  ...['calendar_key_is_unique', 'message_id_is_unique'],
];

let rooms: Rooms;
let ours: Council;
let theirs: Council;

beforeAll(async () => {
  rooms = await startRooms();
  ours = await foundCouncil(rooms);
  theirs = await foundCouncil(rooms);
});
afterAll(() => rooms.close());

const rowsOf = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await rooms.owner.query<T>(sql, values)).rows;

const memberOf = (council: Council, name: string): Promise<string> =>
  council.inUnit(async (uow) => (await rooms.get(Members).add(uow, { name })).id);

describe('what a connection of the application sees', () => {
  test('nothing at all where no acting authority is set', async () => {
    await memberOf(ours, 'Ann Ours');
    const { rows } = await rooms.app.query('select * from member');
    expect(rows).toEqual([]);
  });

  test('nothing after a unit of work has ended, on the connection that it used', async () => {
    await memberOf(ours, 'Ann Ours');
    // More looks than the pool has connections, so that every connection that was used is looked at.
    const looks = Array.from({ length: 40 }, () =>
      rooms.database.acrossAuthorities((manager) => manager.query<unknown[]>('select * from member')),
    );
    for (const rows of await Promise.all(looks)) expect(rows).toEqual([]);
  });

  test('the acting authority’s rows, and not another’s', async () => {
    const [our, their] = [await memberOf(ours, 'Ann Ours'), await memberOf(theirs, 'Tom Theirs')];
    const seen = await ours.inUnit((uow) => uow.manager.query<{ id: string }[]>('select id from member'));
    const ids = seen.map((row) => row.id);
    expect(ids).toContain(our);
    expect(ids).not.toContain(their);
    expect(await ours.inUnit((uow) => rooms.get(Members).find(uow, their))).toBeUndefined();
  });

  test('an officer of the principal authority also sees the parish that is named, and no other one', async () => {
    const [parish, otherParish] = [
      await foundCouncil(rooms, 'parish', ours.authorityId),
      await foundCouncil(rooms, 'parish', ours.authorityId),
    ];
    const [seen, unseen] = [await memberOf(parish, 'Pat Parish'), await memberOf(otherParish, 'Oli Other')];
    const acting = { ...ours.acting, alsoSees: [parish.authorityId] };
    const rows = await rooms.database.unitOfWork(acting, (uow) =>
      uow.manager.query<{ id: string }[]>('select id from member'),
    );
    const ids = rows.map((row) => row.id);
    expect(ids).toContain(seen);
    expect(ids).not.toContain(unseen);
  });
});

describe('what a connection of the application can write', () => {
  test('a row in another authority’s name is refused', async () => {
    const insert = ours.inUnit((uow) =>
      uow.manager.query('insert into member (authority_id, id, name) values ($1, $2, $3)', [
        theirs.authorityId,
        randomUUID(),
        'Ivy Intruder',
      ]),
    );
    await expect(insert).rejects.toThrow('violates row-level security policy');
  });

  test('a row is not handed over to another authority', async () => {
    const id = await memberOf(ours, 'Ann Ours');
    const update = ours.inUnit((uow) =>
      uow.manager.query('update member set authority_id = $1 where id = $2', [theirs.authorityId, id]),
    );
    await expect(update).rejects.toThrow('violates row-level security policy');
  });

  test('another authority’s row is not changed, because it is not there', async () => {
    const id = await memberOf(theirs, 'Tom Theirs');
    await ours.inUnit((uow) => uow.manager.query(`update member set name = 'Changed' where id = $1`, [id]));
    expect(await rowsOf('select name from member where id = $1', [id])).toEqual([{ name: 'Tom Theirs' }]);
  });

  test('a term does not begin for a member of another authority', async () => {
    const memberId = await memberOf(theirs, 'Tom Theirs');
    const office = {
      memberId,
      standing: 'elected',
      votesOn: 'any',
      becameMemberOn: civilDate('2017-05-08'),
    } as const;
    const taking = ours.inUnit((uow) => rooms.get(Members).takeOffice(uow, office));
    await expect(taking).rejects.toThrow('violates foreign key constraint');
  });

  test('no schema can be changed', async () => {
    await expect(rooms.app.query('create table intruder (id integer)')).rejects.toThrow('permission denied');
    await expect(rooms.app.query('alter table member disable row level security')).rejects.toThrow(
      'must be owner',
    );
  });
});

describe('what an attacker with statements of their own tries', () => {
  const actingFor = (authorityId: string): string => `{${authorityId}}`;

  test('a setting that is no list of ids is an error, and shows nothing', async () => {
    await memberOf(ours, 'Ann Ours');
    for (const forged of ['*', '{*}', "{}' or true --", ours.authorityId, `{${ours.authorityId}`]) {
      const asked = rooms.database.acrossAuthorities((manager) =>
        manager.transaction(async (within) => {
          await within.query(`select set_config('probity.authority_ids', $1, true)`, [forged]);
          return within.query<unknown[]>('select * from member');
        }),
      );
      await expect(asked).rejects.toThrow(/malformed array literal|invalid input syntax/);
    }
  });

  test('a statement that was prepared for one authority asks again for whom it is run', async () => {
    const [our, their] = [await memberOf(ours, 'Ann Ours'), await memberOf(theirs, 'Tom Theirs')];
    const client = await rooms.app.connect();
    const idsFor = async (authorityId: string): Promise<string[]> => {
      await client.query('begin');
      await client.query(`select set_config('probity.authority_ids', $1, true)`, [actingFor(authorityId)]);
      const { rows } = await client.query<{ id: string }>({ name: 'members', text: 'select id from member' });
      await client.query('commit');
      return rows.map(({ id }) => id);
    };
    try {
      // Six times, after which PostgreSQL keeps one plan for all.
      for (let time = 0; time < 6; time += 1) expect(await idsFor(ours.authorityId)).toContain(our);
      const ids = await idsFor(theirs.authorityId);
      expect(ids).toContain(their);
      expect(ids).not.toContain(our);
      expect((await client.query({ name: 'members', text: 'select id from member' })).rows).toEqual([]);
    } finally {
      client.release();
    }
  });

  test('units of work of two authorities at once, some of which fail, never see each other’s rows', async () => {
    const [our, their] = [await memberOf(ours, 'Ann Ours'), await memberOf(theirs, 'Tom Theirs')];
    const look = (council: Council, fails: boolean): Promise<string[]> =>
      council.inUnit(async (uow) => {
        const rows = await uow.manager.query<{ id: string }[]>('select id, pg_sleep(0.001) from member');
        if (fails) throw new Error('broken off');
        return rows.map(({ id }) => id);
      });
    const looks = Array.from({ length: 120 }, (_, at) => {
      const council = at % 2 === 0 ? ours : theirs;
      return look(council, at % 5 === 0).then(
        (ids) => ({
          own: ids.includes(council === ours ? our : their),
          other: ids.includes(council === ours ? their : our),
        }),
        () => ({ own: true, other: false }),
      );
    });
    for (const seen of await Promise.all(looks)) expect(seen).toEqual({ own: true, other: false });
    const after = await Promise.all(
      Array.from({ length: 40 }, () =>
        rooms.database.acrossAuthorities((manager) => manager.query<unknown[]>('select id from member')),
      ),
    );
    expect(after.flat()).toEqual([]);
  });

  test.each([
    [
      'switching row-level security off',
      'set row_security = off; select * from member',
      'row-level security',
    ],
    ['becoming the owner', 'set role probity_owner', 'permission denied'],
    ['becoming another session', 'set session authorization probity_owner', 'permission denied'],
    ['emptying a table', 'truncate member', 'permission denied'],
    ['a file of the server', `select pg_read_file('/etc/passwd')`, 'permission denied'],
    ['a program of the server', `copy member from program 'id'`, 'permission denied|must be'],
    [
      'a function with the owner’s rights',
      `create function f() returns int language sql security definer as 'select 1'`,
      'permission denied',
    ],
    ['another policy', 'create policy mine on member using (true)', 'must be owner'],
    [
      'a trigger of one’s own',
      'create trigger t before insert on member execute function refuse_change()',
      'permission denied',
    ],
    [
      'a rule instead of a table',
      'create rule r as on select to member do instead select 1',
      'must be owner',
    ],
  ])('%s is refused', async (_, statement, words) => {
    const client = await rooms.app.connect();
    try {
      await expect(client.query(statement)).rejects.toThrow(new RegExp(words));
    } finally {
      client.release(true);
    }
  });

  test('the statistics of the planner tell no value of a row', async () => {
    await rooms.owner.query('analyze member');
    const { rows } = await rooms.app.query(
      `select tablename from pg_stats where schemaname = 'public' and tablename in ('member', 'register_entry')`,
    );
    expect(rows).toEqual([]);
  });

  test('whether an id is another council’s cannot be told by referring to it: it fails like one that is nobody’s', async () => {
    const their = await memberOf(theirs, 'Tom Theirs');
    const refer = (memberId: string): Promise<string> =>
      ours
        .inUnit((uow) =>
          uow.manager.query(
            `insert into term_of_office (authority_id, id, member_id, standing, votes_on, became_member_on)
             values ($1, $2, $3, 'elected', 'any', '2017-05-08')`,
            [ours.authorityId, randomUUID(), memberId],
          ),
        )
        .then(
          () => 'done',
          (error: unknown) => (error as Error).message,
        );
    const [theirsSays, nobodysSays] = [await refer(their), await refer(randomUUID())];
    expect(theirsSays).toBe(nobodysSays);
    expect(theirsSays).toContain('violates foreign key constraint');
  });
});

describe('how every table stands', () => {
  test('the role of the application owns nothing, is no superuser and cannot bypass row-level security', async () => {
    const [role] = await rowsOf(`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class where relowner = r.oid) as owns,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships
      from pg_roles r where rolname = 'probity_app'`);
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: 0,
      memberships: 0,
    });
  });

  const tablesOfAuthorities = (): Promise<{ name: string; guarded: boolean }[]> =>
    rowsOf(`
      select c.relname as name,
        c.relrowsecurity and c.relforcerowsecurity and exists (
          select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
            and p.policyname = 'acting_authority' and p.cmd = 'ALL'
            and p.qual = '(authority_id = ANY (acting_authorities()))' and p.with_check = p.qual) as guarded
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'authority_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);

  // A key to the authority itself cannot hold a second authority_id: the row's own one is the key.
  const keysWithoutAuthority = (): Promise<{ name: string }[]> =>
    rowsOf(`
      with guarded as (select attrelid, attnum from pg_attribute where attname = 'authority_id' and not attisdropped)
      select con.conname as name from pg_constraint con
      join guarded here on here.attrelid = con.conrelid
      join guarded there on there.attrelid = con.confrelid
      where con.contype = 'f' and con.connamespace = 'public'::regnamespace and con.confrelid <> 'authority'::regclass
        and coalesce(array_position(con.conkey, here.attnum) <> array_position(con.confkey, there.attnum), true)`);

  test('every table with an authority_id is under forced row-level security with the policy of the acting authority', async () => {
    const tables = await tablesOfAuthorities();
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter((table) => !table.guarded)).toEqual([]);
  });

  test('every foreign key between tables of an authority includes authority_id on both sides', async () => {
    expect(await keysWithoutAuthority()).toEqual([]);
  });

  test('a table that forgets its guard, and a key that forgets the authority, are found', async () => {
    await rooms.owner.query(`
      create table forgetful (authority_id uuid not null, id uuid primary key, other_id uuid references forgetful (id));
      alter table forgetful enable row level security`);
    const [tables, keys] = [await tablesOfAuthorities(), await keysWithoutAuthority()];
    await rooms.owner.query('drop table forgetful');
    expect(tables.filter((table) => !table.guarded)).toEqual([{ name: 'forgetful', guarded: false }]);
    expect(keys).toEqual([{ name: 'forgetful_other_id_fkey' }]);
  });

  test('the tables that stand outside all authorities are these, and every other one has an authority_id', async () => {
    const tables = await rowsOf<{ name: string }>(`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'authority_id' and not a.attisdropped)
      order by 1`);
    expect(tables.map((table) => table.name)).toEqual([
      'account',
      'account_notice',
      'code_app',
      'installation_setting',
      'interrupted_form',
      'known_device',
      'migration',
      'outbox_mail',
      'passkey',
      'passkey_challenge',
      'provider_account',
      'rate_limit',
      'recovery_code',
      'session',
      'sign_in_link',
      'used_logout_token',
    ]);
  });

  test('no policy lets the application see more: the only other one is the owner’s, for reading', async () => {
    const policies = await rowsOf<{ policyname: string; cmd: string; roles: string[] }>(`
      select distinct policyname, cmd, roles::text[] as roles from pg_policies
      where schemaname = 'public' and policyname <> 'acting_authority'`);
    const [{ owner } = { owner: '' }] = await rowsOf<{ owner: string }>('select current_user as owner');
    expect(owner).not.toBe('probity_app');
    expect(policies).toEqual([{ policyname: 'named_functions', cmd: 'SELECT', roles: [owner] }]);
  });

  test('no view and no right beyond rows stands beside the policies', async () => {
    const views = await rowsOf(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f')`,
    );
    expect(views).toEqual([]);
    const rights = await rowsOf(`
      select distinct privilege_type as may from information_schema.role_table_grants
      where grantee in ('probity_app', 'PUBLIC') and table_schema = 'public' order by 1`);
    expect(rights).toEqual([{ may: 'DELETE' }, { may: 'INSERT' }, { may: 'SELECT' }, { may: 'UPDATE' }]);
  });

  test('no key but one that holds authority_id makes two councils collide, but for names that are the installation’s', async () => {
    const keys = await rowsOf<{ name: string }>(`
      select i.indexrelid::regclass::text as name from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'authority_id' and not a.attisdropped
      join pg_class c on c.oid = i.indrelid
      where i.indisunique and c.relnamespace = 'public'::regnamespace and not a.attnum = any (i.indkey::int2[])
      order by 1`);
    expect(keys.map(({ name }) => name)).toEqual(COLLIDE);
  });

  test('the application may delete only drafts, projections, wishes and what retention erases', async () => {
    const rows = await rowsOf<{ name: string }>(`
      select table_name as name from information_schema.role_table_grants
      where grantee = 'probity_app' and table_schema = 'public' and privilege_type = 'DELETE' order by 1`);
    expect(rows.map((row) => row.name)).toEqual([
      'account_notice',
      'agenda_import',
      'api_answer',
      'api_token',
      'association',
      'audit_payload',
      'code_app',
      'directory_import',
      'intake',
      'interrupted_form',
      'known_device',
      'notification_draft',
      'outbox_mail',
      'passkey',
      'passkey_challenge',
      'provider_account',
      'public_line',
      'rate_limit',
      'recovery_code',
      'register_import',
      'reminder_wish',
      'session',
      'sign_in_link',
      'used_logout_token',
      'webhook_delivery',
      'webhook_event',
    ]);
  });
});

describe('the named functions that cross authorities', () => {
  test('these run as the owner, with a fixed search path, and no other ones', async () => {
    const functions = await rowsOf<{ name: string; fixed: boolean }>(`
      select proname as name, coalesce(proconfig = array['search_path=pg_catalog, public, pg_temp'], false) as fixed from pg_proc
      where pronamespace = 'public'::regnamespace and prosecdef order by 1`);
    expect(functions.filter((one) => !one.fixed)).toEqual([]);
    expect(functions.map((one) => one.name)).toEqual([
      'accounts_answering_for',
      'accounts_of_those_who_left',
      'anchors_not_mailed',
      'api_client_known',
      'audit_chains',
      'audit_positions_naming',
      'authorities_on_this_installation',
      'authorities_to_look_through',
      'authorities_with_due_reminders',
      'authorities_with_invitations',
      'authority_and_parishes_digest',
      'authority_of_message',
      'calendar_of',
      'chains_without_anchor',
      'changes_to_plan_from',
      'erase_closed_cases',
      'erase_former_registers',
      'erase_left_accounts',
      'erase_old_advice',
      'erase_old_briefings',
      'erase_old_declarations',
      'erase_old_letters',
      'holder_of_api_token',
      'imports_being_taken_over',
      'memberships_of_account',
      'newest_anchors',
      'operations_counts',
      'public_register_at',
      'search_public_register',
      'successions_of',
      'unsent_batches',
      'unsent_letters',
      'unsent_messages',
      'webhook_deliveries_due',
    ]);
  });

  test('a temporary table of the caller is not taken for ours', async () => {
    const client = await rooms.app.connect();
    try {
      await client.query(`create temporary table authority as
        select gen_random_uuid() id, 'forged' slug, 'Forged' name, 'county' kind, null::uuid principal_authority_id`);
      const { rows } = await client.query<{ slug: string }>(
        'select slug from authorities_on_this_installation()',
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.map(({ slug }) => slug)).not.toContain('forged');
    } finally {
      client.release(true);
    }
  });

  test('nobody but the application may call them', async () => {
    const rows = await rowsOf<{ name: string }>(`
      select proname as name from pg_proc p, lateral aclexplode(coalesce(proacl, acldefault('f', proowner))) a
      where pronamespace = 'public'::regnamespace and prosecdef and a.grantee = 0`);
    expect(rows).toEqual([]);
  });

  test('the list of authorities tells what is public of them and nothing else', async () => {
    const [first] = await rooms.app
      .query('select * from authorities_on_this_installation()')
      .then((result) => result.rows as object[]);
    expect(Object.keys(first ?? {}).sort()).toEqual(['id', 'kind', 'name', 'principal_authority_id', 'slug']);
  });

  test('those that erase reach an authority that is acted for and no other one, whoever owns the tables', async () => {
    const [ourId, theirId] = [ours.authorityId, theirs.authorityId];
    for (const erasing of [
      ['erase_former_registers($1, $2::uuid[], $3)', []],
      ['erase_old_briefings($1, $2::uuid[], $3, $4::uuid[])', [[]]],
      ['erase_closed_cases($1, $2::uuid[], $3)', []],
      ['erase_old_advice($1, $2::uuid[], $3)', []],
      ['erase_old_letters($1, $2::uuid[], $3)', []],
      [`erase_old_declarations($1, $2::uuid[], '{v1.x}', $3, now())`, []],
    ] as const) {
      const run = (authorityId: string): Promise<unknown> =>
        ours.inUnit((uow) =>
          uow.manager.query(`select ${erasing[0]}`, [
            authorityId,
            [randomUUID()],
            '2017-01-01',
            ...erasing[1],
          ]),
        );
      await expect(run(ourId)).resolves.toHaveLength(1);
      await expect(run(theirId)).rejects.toThrow('not acted for');
    }
  });

  test('a person’s memberships tell of that person alone', async () => {
    const { rows } = await rooms.app.query('select * from memberships_of_account($1, $2)', [
      randomUUID(),
      '2017-10-16',
    ]);
    expect(rows).toEqual([]);
  });

  test('who answers for an authority is told to those alone who act for it', async () => {
    const { accountId, authorityId } = ours;
    const roles = ['monitoring-officer'];
    await ours.inUnit((uow) =>
      rooms.get(Roles).grant(uow, { accountId, role: 'monitoring-officer', fromOn: '2017-01-01' }),
    );
    const answering = (council: Council): Promise<unknown[]> =>
      council.inUnit((uow) =>
        uow.manager.query('select * from accounts_answering_for($1, $2, $3)', [
          ...[authorityId, roles, '2017-10-16'],
        ]),
      );
    expect(await answering(ours)).toEqual([{ account_id: accountId }]);
    expect(await answering(theirs)).toEqual([]);
  });

  test('what was said of a member is told to those alone who act for the authority', async () => {
    const memberId = randomUUID();
    await ours.inUnit((uow) => {
      const subject = { type: 'test', id: '1' };
      rooms.get(Audit).record(uow, { action: 'test.said', subject, payload: { memberId } });
      return Promise.resolve();
    });
    const naming = (council: Council): Promise<unknown[]> =>
      council.inUnit((uow) =>
        uow.manager.query('select * from audit_positions_naming($1, $2, $3)', [
          ...[ours.authorityId, 'memberId', memberId],
        ]),
      );
    expect(await naming(ours)).toHaveLength(1);
    expect(await naming(theirs)).toEqual([]);
  });

  test('the chains of audit are ids and nothing else', async () => {
    const { fields } = await rooms.app.query('select * from audit_chains()');
    expect(fields.map((field) => field.name)).toEqual(['authority_id']);
  });
});

test('two authorities may each have a body of the same name, and neither finds the other’s', async () => {
  const name = 'Planning Committee';
  const [our, their] = [
    await ours.inUnit((uow) => addPanel(uow, rooms, name)),
    await theirs.inUnit((uow) => addPanel(uow, rooms, name)),
  ];
  expect(our).not.toBe(their);
  expect(await ours.inUnit((uow) => rooms.get(Bodies).find(uow, their))).toBeUndefined();
});

test('an authority that is founded is visible to itself', async () => {
  const authority = await ours.inUnit((uow) => rooms.get(Authorities).get(uow));
  expect(authority.slug).toBe(ours.slug);
  expect(done(authority).id).toBe(ours.authorityId);
});
