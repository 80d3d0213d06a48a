import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditVerifier } from '../../src/audit/index.js';
import { SEALED_COLUMNS } from '../../src/cli/sealed-columns.js';
import { Associations } from '../../src/disclosures/index.js';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import {
  CaseFiles,
  ACCOUNT_LEFT_OUT,
  ACCOUNT_TABLES,
  HELD_TABLES,
  LEFT_OUT,
  Retention,
  RetentionHolds,
  RetentionPeriods,
} from '../../src/oversight/index.js';
import { INSTALLATION } from '../../src/platform/database/index.js';
import { Register, type InterestDetails } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';
import { agreeSensitive } from '../support/sensitive.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

/** A word of each member’s own: wherever it stands, something of theirs was told. */
const ANNS = 'Zanderwick';
const BOBS = 'Quillhurst';
const ON_HER_LIST = 'Thornquist';
const landAt = (address: string): InterestDetails => ({
  ...{ category: 'land', natureOfInterest: 'Owner', gives: 'occupation' },
  ...{ address, inArea: true },
});
const WORK: InterestDetails = { category: 'employment', role: 'Baker', employer: 'Oakham Bread' };

let app: TestApp;
let council: Council;
let ann: SignedMember;
let bob: SignedMember;
let officer: Visitor;

beforeAll(async () => {
  app = await startApp({ at: '2017-05-20T09:00' });
  council = await foundCouncil(app);
  ann = await addMember(app, council, 'ann@example.org', { on: '2017-05-08' });
  bob = await addMember(app, council, 'bob@example.org', { on: '2017-05-08' });
  for (const [who, address] of [
    [ann, `4 ${ANNS} Lane`],
    [bob, `5 ${BOBS} Lane`],
  ] as const) {
    const answers = { 'land/self': { answer: 'entries', interests: [landAt(address)] } } as const;
    const partner = { 'employment/partner': { answer: 'entries', interests: [WORK] } } as const;
    const id = await notify(app, council, { ...who, hasPartner: true, answers: { ...answers, ...partner } });
    await council.inUnit(async (uow) => done(await app.get(Register).enter(uow, id)));
  }
  const accountId = await app.addPerson('officer@example.org');
  await council.inUnit((uow) =>
    app.get(Roles).grant(uow, { accountId, role: 'monitoring-officer', fromOn: '2017-01-01' }),
  );
  officer = await app.signIn('officer@example.org');
});
afterAll(() => app.close());

const leave = (memberId: string, lastDay: string): Promise<unknown> =>
  council.inUnit((uow) => app.get(Members).leaveOffice(uow, memberId, civilDate(lastDay)));

const counted = async (table: string, where = 'true'): Promise<number> => {
  const { rows } = await app.owner.query<{ count: number }>(
    `select count(*)::int as count from ${table} where authority_id = '${council.authorityId}' and ${where}`,
  );
  return rows[0]?.count ?? -1;
};
/** As the application’s own role, to which row-level security applies. */
const inserted = (sql: string): Promise<unknown> => council.inUnit((uow) => uow.manager.query(sql));
const linesOf = ({ memberId }: SignedMember): Promise<number> =>
  counted('public_line', `member_id = '${memberId}'`);
const erasings = (): Promise<number> => counted('audit_event', `action = 'retention.erased'`);

async function lookThroughOn(day: string): Promise<number> {
  app.moveClockTo(`${day}T02:00`);
  return app.get(Retention).lookThrough(council.authorityId);
}

describe('a copy of what is held about somebody', () => {
  const copyOf = ({ body }: { body: unknown }): { html: string; text: string; json: Copy } => {
    const files = unzipSync(new Uint8Array(body as Buffer));
    const text = strFromU8(files['copy.json'] ?? new Uint8Array());
    return { html: strFromU8(files['copy.html'] ?? new Uint8Array()), text, json: JSON.parse(text) as Copy };
  };
  interface Copy {
    readonly held: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
    readonly forTheMemberAlone: Readonly<Record<string, number>>;
  }
  const take = async (who: Visitor, page: string): Promise<ReturnType<typeof copyOf>> => {
    const { hidden } = formOf(await who.open(page));
    const answer = await who.download(page, hidden);
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'application/zip',
      'no-store',
    ]);
    return copyOf(answer);
  };

  beforeAll(async () => {
    const [entry] = (
      await app.owner.query<{ id: string }>(
        `select id from register_entry where member_id = $1 and category = 'land'`,
        [ann.memberId],
      )
    ).rows;
    await agreeSensitive(app, council, { ...ann, entryId: entry?.id ?? '' });
    const acting = { ...council.acting, actor: { kind: 'person', accountId: ann.accountId } } as const;
    await app.database.unitOfWork(acting, (uow) =>
      app.get(Associations).add(uow, ann.memberId, {
        ...{ kind: 'family', name: `Una ${ON_HER_LIST}`, otherNames: [], connection: 'Her sister' },
      }),
    );
  });

  it('a member’s own has their sensitive details and their own list, and nothing of another member', async () => {
    const { html, text, json } = await take(await app.signIn(ann.email), '/my/data');
    for (const told of [ANNS, ON_HER_LIST, 'Threats were made.', 'Oakham Bread'])
      expect([told, html.includes(told), text.includes(told)]).toEqual([told, true, true]);
    for (const other of [BOBS, 'bob', bob.memberId, bob.accountId, 'officer-', council.accountId, '$argon2'])
      expect([other, html.includes(other), text.includes(`"${other}`)]).toEqual([other, false, false]);
    expect(json.held.register_entry?.map((row) => [row.category, row.about_another !== undefined])).toEqual(
      expect.arrayContaining([
        ['land', false],
        ['employment', true],
      ]),
    );
    expect(json.held.register_entry?.[0]?.entered_by).toBe('[another person]');
    expect(json.held.notification?.[0]?.recorded_by).toBe('you');
    expect(json.forTheMemberAlone).toEqual({});
  });

  it('one that an officer makes counts what is for the member’s eyes alone, and says none of it', async () => {
    const { html, text, json } = await take(officer, `/officer/members/${ann.memberId}/data`);
    expect([text.includes(ANNS), html.includes(ANNS)]).toEqual([true, true]);
    for (const other of [ON_HER_LIST, BOBS])
      expect([text.includes(other), html.includes(other)]).toEqual([false, false]);
    expect(json.forTheMemberAlone).toEqual({ association: 1 });
  });

  it('each is recorded, with its hash and who made it', async () => {
    const { rows } = await app.owner.query<{ madeBy: string; sha256: string }>(
      `select payload->>'madeBy' as "madeBy", payload->>'sha256' as sha256 from audit_payload p
       join audit_event e using (authority_id, position) where e.action = 'subject-copy.made' order by position`,
    );
    expect(rows.map(({ madeBy }) => madeBy)).toEqual(['member', 'officer']);
    expect(rows.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  });

  it('nobody makes it without the permission, nor of another council’s member', async () => {
    const auditor = await app.addPerson('auditor@example.org');
    await council.inUnit((uow) =>
      app.get(Roles).grant(uow, { accountId: auditor, role: 'auditor', fromOn: '2017-01-01' }),
    );
    const [signed, other] = [await app.signIn('auditor@example.org'), await foundCouncil(app)];
    const theirs = await addMember(app, other, 'tom@example.org', { on: '2017-05-08' });
    expect((await signed.open(`/officer/members/${ann.memberId}/data`)).status).toBe(403);
    expect((await signed.open('/my/data')).status).toBe(403);
    expect((await officer.open(`/officer/members/${theirs.memberId}/data`)).status).toBe(404);
    const { hidden } = formOf(await officer.open(`/officer/members/${ann.memberId}/data`));
    expect((await officer.send(`/officer/members/${theirs.memberId}/data`, hidden)).status).toBe(404);
  });

  it('every table that names a member or an account is in it, or is left out for a reason that is written down', async () => {
    const unknown = async (column: string, known: readonly string[]): Promise<string[]> => {
      const { rows } = await app.owner.query<{ name: string }>(
        `select distinct table_name as name from information_schema.columns
         where table_schema = 'public' and column_name = $1 order by 1`,
        [column],
      );
      return rows.map(({ name }) => name).filter((name) => !known.includes(name));
    };
    const named = (tables: readonly { readonly table: string }[]): string[] =>
      tables.map(({ table }) => table);
    expect(await unknown('member_id', [...named(HELD_TABLES), ...LEFT_OUT])).toEqual([]);
    expect(await unknown('account_id', [...named(ACCOUNT_TABLES), ...ACCOUNT_LEFT_OUT])).toEqual([]);
    // What is sealed is opened, wherever a part has it.
    const sealed = SEALED_COLUMNS.filter(({ table }) => HELD_TABLES.some((held) => held.table === table));
    const opened = HELD_TABLES.flatMap(({ table, sealed: of = [] }) =>
      of.map(({ column }) => `${table}.${column}`),
    );
    expect(
      sealed.map(({ table, column }) => `${table}.${column}`).filter((one) => !opened.includes(one)),
    ).toEqual([]);
  });
});

describe('a member leaves', () => {
  beforeAll(async () => {
    app.moveClockTo('2017-05-21T09:00');
    await leave(ann.memberId, '2017-06-15');
  });

  it('and is on the public register through the last day in office, and not on the next', async () => {
    const page = `/register/${council.slug}/${ann.memberId}`;
    app.moveClockTo('2017-06-15T23:59');
    expect((await app.visitor().open(page)).status).toBe(200);
    app.moveClockTo('2017-06-16T00:00');
    expect((await app.visitor().open(page)).status).toBe(404);
    expect((await app.visitor().open(`/register/${council.slug}.json`)).text).not.toContain(ann.memberId);
  });

  it('the public words stay through the last day of their period, and the officer sees that they will go', async () => {
    expect(await lookThroughOn('2017-07-15')).toBe(0);
    expect(await linesOf(ann)).toBeGreaterThan(0);
    const page = mainText(await officer.open('/officer/retention'));
    expect(page).toContain('Nothing 1 more within 30 days');
    app.moveClockTo('2017-07-16T00:00');
    expect(mainText(await officer.open('/officer/retention'))).toContain('ann, from 15 June 2017');
    expect(await linesOf(ann)).toBeGreaterThan(0);
  });

  it('a hold on the member, an open case file, and a hold on everything each keep them', async () => {
    const held = await officer.fill('/officer/retention/hold', {
      ...{ whose: ann.memberId, reason: 'Complaint 17/4, the Ottermere letters' },
    });
    expect(held.status).toBe(303);
    expect(await lookThroughOn('2017-07-16')).toBe(0);
    const page = await officer.open('/officer/retention');
    expect(mainText(page)).toContain('Ottermere');
    expect(mainText(page)).toContain('1 held back');
    const hold = /holds\/([0-9a-f-]{36})\/lift/.exec(page.text)?.[1] ?? '';
    expect((await officer.fill('/officer/retention', {}, { form: hold })).status).toBe(303);

    const opened = await council.inUnit(async (uow) => {
      const about = { memberId: ann.memberId, meetingId: null, agendaItemId: null };
      const evidence = { evidenceKnownOn: null, certifiedOn: null };
      const alleged = 'Nothing was notified.';
      return done(
        await app.get(CaseFiles).open(uow, {
          ...{ ...about, evidence, alleged, offenceOn: civilDate('2017-06-05') },
        }),
      );
    });
    expect(await lookThroughOn('2017-07-16')).toBe(0);
    await council.inUnit(async (uow) => done(await app.get(CaseFiles).close(uow, opened.id, 'No breach.')));

    const { id } = await council.inUnit(async (uow) =>
      done(await app.get(RetentionHolds).place(uow, null, 'An inspection.')),
    );
    expect(await lookThroughOn('2017-07-16')).toBe(0);
    await council.inUnit(async (uow) => done(await app.get(RetentionHolds).lift(uow, id)));
    expect(await linesOf(ann)).toBeGreaterThan(0);
    expect(await counted('retention_hold', `reason like '%Ottermere%'`)).toBe(0);
  });

  it('on the day after, the words and her list go, each in one event; the register, the other member and the record stay', async () => {
    const before = await erasings();
    // The words, and her own list.
    expect(await lookThroughOn('2017-07-16')).toBe(2);
    expect([await linesOf(ann), await counted('association')]).toEqual([0, 0]);
    expect(await linesOf(bob)).toBeGreaterThan(0);
    expect(await counted('register_entry', `member_id = '${ann.memberId}'`)).toBe(2);
    expect(await erasings()).toBe(before + 2);
    expect(await counted('audit_event', `action = 'notification.entered'`)).toBeGreaterThan(0);
  });

  it('doing it again finds nothing and records nothing', async () => {
    const before = await counted('audit_event');
    expect(await lookThroughOn('2017-07-16')).toBe(0);
    expect(await counted('audit_event')).toBe(before);
  });
});

describe('a worker that is stopped on the way', () => {
  it('has lost nothing and erased nothing half: what was left goes at the next round, and that it was done is known', async () => {
    app.moveClockTo('2017-12-01T09:00');
    await inserted(`
      insert into agenda_import (authority_id, id, file_name, content, content_hash, reading, received_at, recorded_by)
      select '${council.authorityId}', gen_random_uuid(), 'a.txt', 'a', n::text, '{}', '2017-05-31T22:59:00Z', '${ann.accountId}'
      from generate_series(1, 450) n`);
    // The third batch fails, as it would if the process were killed within it.
    await app.owner.query(`
      create function fails() returns trigger language plpgsql as $$
      begin
        if (select count(*) from agenda_import) < 50 then raise exception 'killed'; end if;
        return null;
      end $$;
      create trigger fails after delete on agenda_import for each statement execute function fails();`);
    const before = await erasings();
    await expect(app.get(Retention).lookThrough(council.authorityId)).rejects.toThrow('killed');
    expect([await counted('agenda_import'), await erasings()]).toEqual([50, before + 2]);
    expect(await app.get(Retention).toLookThrough()).toContain(council.authorityId);
    await app.owner.query('drop function fails() cascade');
    expect(await app.get(Retention).lookThrough(council.authorityId)).toBe(50);
    expect([await counted('agenda_import'), await erasings()]).toEqual([0, before + 3]);
    expect(await app.get(Retention).toLookThrough()).not.toContain(council.authorityId);
    app.moveClockTo('2017-12-02T00:00');
    expect(await app.get(Retention).toLookThrough()).toContain(council.authorityId);
  });

  it('two workers at once erase each thing once', async () => {
    await inserted(`
      insert into agenda_import (authority_id, id, file_name, content, content_hash, reading, received_at, recorded_by)
      select '${council.authorityId}', gen_random_uuid(), 'a.txt', 'a', n::text, '{}', '2017-05-31T22:59:00Z', '${ann.accountId}'
      from generate_series(1, 30) n`);
    const before = await erasings();
    const { authorityId } = council;
    const both = [1, 2].map(() => app.get(Retention).lookThrough(authorityId));
    expect((await Promise.all(both)).sort()).toEqual([0, 30]);
    expect(await erasings()).toBe(before + 1);
  });
});

describe('drafts, messages and a period that the council sets', () => {
  it('a period out of its bounds is refused with the words kept, and one within them counts at once', async () => {
    const refused = await officer.fill('/officer/retention/periods/drafts', { months: '1' });
    expect(refused.status).toBe(400);
    expect(mainText(refused)).toContain('Enter a number of months from 2 to 24');
    expect(refused.text).toContain('value="1"');
    expect((await officer.fill('/officer/retention/periods/drafts', { months: '2' })).status).toBe(303);
    const periods = await council.inUnit((uow) => app.get(RetentionPeriods).of(uow));
    expect([periods.drafts, periods.messages]).toEqual([2, 24]);
    expect((await officer.open('/officer/retention/periods/nothing')).status).toBe(404);
  });

  it('a draft of the last minute of its day in London stays through the period, and goes on the next day', async () => {
    // 23:59 in London on 30 September is 22:59 UTC.
    await inserted(`
      insert into notification_draft (authority_id, member_id, channel, details, version, saved_at)
      values ('${council.authorityId}', '${bob.memberId}', 'paper', 'v1.x', 1, '2017-09-30T22:59:00Z')`);
    const drafts = (): Promise<number> => counted('notification_draft', `channel = 'paper'`);
    await lookThroughOn('2017-11-30');
    expect(await drafts()).toBe(1);
    await lookThroughOn('2017-12-01');
    expect(await drafts()).toBe(0);
  });

  it('the words of a message go, and that it went stays; what the channel gave up is still needed', async () => {
    await inserted(`
      insert into message (authority_id, id, member_id, channel, day, to_address, subject, details, message_id, fixed_at, sent_at, failed_reason)
      select '${council.authorityId}', gen_random_uuid(), '${bob.memberId}', 'mail', '2016-01-05', 'bob@example.org', 'Your duty',
        'v1.words', n, '2016-01-05T10:00:00Z', case n when 'sent' then '2016-01-05T10:01:00Z'::timestamptz end,
        case n when 'given-up' then n end
      from unnest(array['sent', 'given-up']) n`);
    const whole = `to_address = 'bob@example.org'`;
    await lookThroughOn('2018-01-05');
    expect(await counted('message', whole)).toBe(2);
    await lookThroughOn('2018-01-06');
    expect(await counted('message', whole)).toBe(1);
    expect(
      await counted(
        'message',
        `erased_at is not null and sent_at is not null and details not like '%words%'`,
      ),
    ).toBe(1);
    expect(await lookThroughOn('2018-01-06')).toBe(0);
  });
});

describe('years later', () => {
  it('the register of the former member goes on the day after its period, and the database keeps one in office', async () => {
    await lookThroughOn('2021-06-15');
    expect(await counted('register_entry', `member_id = '${ann.memberId}'`)).toBe(2);
    await lookThroughOn('2021-06-16');
    for (const table of ['register_entry', 'notification', 'public_line'])
      expect({ table, rows: await counted(table, `member_id = '${ann.memberId}'`) }).toEqual({
        table,
        rows: 0,
      });
    expect(await counted('member', `id = '${ann.memberId}'`)).toBe(1);
    const asked = council.inUnit((uow) =>
      uow.manager.query<{ erased: number }[]>('select erase_former_registers($1, $2, $3) as erased', [
        council.authorityId,
        [bob.memberId],
        '2030-01-01',
      ]),
    );
    expect(await asked).toEqual([{ erased: 0 }]);
    expect(await counted('register_entry', `member_id = '${bob.memberId}'`)).toBe(2);
  });

  it('another council cannot have it erased', async () => {
    await leave(bob.memberId, '2021-06-16');
    const theirs = await foundCouncil(app);
    const asked = theirs.inUnit((uow) =>
      uow.manager.query('select erase_former_registers($1, $2, $3)', [
        ...[council.authorityId, [bob.memberId], '2030-01-01'],
      ]),
    );
    await expect(asked).rejects.toThrow('not acted for');
    expect(await counted('register_entry', `member_id = '${bob.memberId}'`)).toBe(2);
  });

  it('what events said goes, nobody being held, and the chain holds without it', async () => {
    // Everything until now was recorded between May 2017 and June 2021 of the application's time.
    await lookThroughOn('2024-05-20');
    const first = `position = 1`;
    expect(await counted('audit_payload', first)).toBe(1);
    await lookThroughOn('2024-05-21');
    expect([await counted('audit_payload', first), await counted('audit_event', first)]).toEqual([0, 1]);
    const { firstBroken, erased } = await app.get(AuditVerifier).verify({ only: [council.authorityId] });
    expect(firstBroken).toBeUndefined();
    expect(erased).toBeGreaterThan(0);
  });

  it('the installation’s own goes too: the outbox, and sessions that have ended', async () => {
    const there = async (table: string): Promise<number> =>
      (await app.owner.query(`select 1 from ${table}`)).rowCount ?? -1;
    await app.owner.query(`
      insert into outbox_mail (id, message_id, to_address, subject, body, sent_at)
      values (gen_random_uuid(), 'm', 'a@example.org', 's', 'v1.x', '2024-04-20T10:00:00Z');
      insert into session (sid, sess, expire) values ('over', '{}', now() - interval '1 second')`);
    // Also of people who left years ago, whose sign-in goes in the same run; not of the officer, who serves.
    const [over, serving] = [
      `session where sid = 'over'`,
      `session join account on account.id = account_id where email = 'officer@example.org'`,
    ];
    const sessions = await there(serving);
    expect(sessions).toBeGreaterThan(0);
    app.moveClockTo('2024-05-20T02:00');
    expect(await app.get(Retention).toLookThrough()).toContain(INSTALLATION);
    await app.get(Retention).lookThrough(INSTALLATION);
    expect([await there('outbox_mail'), await there(over), await there(serving)]).toEqual([1, 0, sessions]);
    app.moveClockTo('2024-05-21T02:00');
    await app.get(Retention).lookThrough(INSTALLATION);
    expect(await there('outbox_mail')).toBe(0);
  });
});
