import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Disclosures } from '../../src/disclosures/index.js';
import { AfterDisclosure } from '../../src/duties/index.js';
import { Accounts, PersonalTokens, Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import { Advice, Retention, RetentionHolds } from '../../src/oversight/index.js';
import { INSTALLATION } from '../../src/platform/database/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ABOUT_IT, sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { done, foundCouncil, SYSTEM } from '../support/council.js';
import { tablesThatSay } from '../support/tables-that-say.js';

let app: TestApp;
let scene: Scene;
let ann: SeatedMember;
let meetingId: string;
let item: { id: string; title: string };

/** The meeting is on 24 October 2017. */
beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  scene = await sceneOfBriefings(app);
  ann = await scene.seat();
  meetingId = await scene.meeting();
  item = {
    id: (await scene.clerk.items(meetingId)).find(({ title }) => title === ABOUT_IT)?.id ?? '',
    title: ABOUT_IT,
  };
});
afterAll(() => app.close());

async function lookThroughOn(day: string, authorityId = scene.council.authorityId): Promise<void> {
  app.moveClockTo(`${day}T02:00`);
  await app.get(Retention).lookThrough(authorityId);
}
async function rowsOf(table: string, where = 'true'): Promise<number> {
  const { rows } = await app.owner.query<{ count: number }>(
    `select count(*)::int as count from ${table} where ${where}`,
  );
  return rows[0]?.count ?? -1;
}
const erasedOf = (kind: string): Promise<number> =>
  rowsOf('audit_event', `action = 'retention.erased' and subject_id = '${kind}'`);
const written = (sql: string, values: unknown[] = []): Promise<unknown> =>
  scene.council.inUnit((uow) => uow.manager.query(sql, values));

describe('what other programs were told', () => {
  it('goes on the day after three months from its last delivery; what waits stays', async () => {
    const { authorityId, accountId } = scene.council;
    const webhook = randomUUID();
    await written(
      `insert into webhook (authority_id, id, url, topics, secret, registered_at, registered_by)
       values ($1, $2, 'https://other.example/', '{meetings}', 'v1.x', now(), $3)`,
      [authorityId, webhook, accountId],
    );
    // 23:30 in London on 1 November is 23:30 UTC.
    for (const state of ['delivered', 'waiting']) {
      const [{ id } = { id: '' }] = await scene.council.inUnit((uow) =>
        uow.manager.query<{ id: string }[]>(
          `insert into webhook_event (authority_id, type, meeting_id) values ($1, 'meeting.changed', $2) returning id`,
          [authorityId, meetingId],
        ),
      );
      await written(
        `update webhook_delivery set state = $3, owed_since = '2017-10-20T10:00:00Z',
           delivered_at = case $3 when 'delivered' then '2017-11-01T23:30:00Z'::timestamptz end
         where authority_id = $1 and event_id = $2`,
        [authorityId, id, state],
      );
    }
    await lookThroughOn('2018-02-01');
    expect([await rowsOf('webhook_event'), await rowsOf('webhook_delivery')]).toEqual([2, 2]);
    await lookThroughOn('2018-02-02');
    expect([await rowsOf('webhook_event'), await rowsOf('webhook_delivery', `state = 'waiting'`)]).toEqual([
      1, 1,
    ]);
    expect(await erasedOf('webhooks')).toBe(1);
  });
});

describe('advice', () => {
  it('is kept for four years from the meeting, or from the last answer, unless its member is held', async () => {
    app.moveClockTo('2017-10-20T09:00');
    const { council } = scene;
    const question = { meetingId, itemId: item.id, question: 'May I speak?', saysSensitive: false };
    const ask = () => council.inUnit((uow) => app.get(Advice).ask(uow, ann.memberId, question));
    const { id } = done(await ask());
    done(await ask());
    app.moveClockTo('2017-11-30T23:30');
    const text = 'No: Thistledown is yours.';
    done(await council.inUnit((uow) => app.get(Advice).answer(uow, id, { text, lawSays: [] }, 0)));
    const there = async (): Promise<number[]> => [
      await rowsOf('advice_question'),
      await rowsOf('advice_answer'),
    ];
    await lookThroughOn('2021-10-24');
    expect(await there()).toEqual([2, 1]);
    await lookThroughOn('2021-10-25');
    expect(await there()).toEqual([1, 1]);
    // It goes by no call of the application either, nor by the owner's hand.
    const early = [
      'select erase_old_advice($1, $2::uuid[], $3) as erased',
      [council.authorityId, [id], '2017-11-30'],
    ];
    const asked = council.inUnit((uow) => uow.manager.query(...(early as [string, unknown[]])));
    expect(await asked).toEqual([{ erased: 0 }]);
    await expect(written('delete from advice_question')).rejects.toThrow('permission denied');
    await expect(changeAsOwner(app, council, 'delete from advice_question')).rejects.toThrow('append-only');
    await lookThroughOn('2021-11-30');
    expect(await there()).toEqual([1, 1]);

    app.moveClockTo('2021-12-01T02:00');
    const hold = done(
      await council.inUnit((uow) => app.get(RetentionHolds).place(uow, ann.memberId, 'A complaint.')),
    );
    await lookThroughOn('2021-12-01');
    expect(await there()).toEqual([1, 1]);
    const foreseen = await council.inUnit((uow) => app.get(Retention).foresee(uow));
    expect(foreseen.find(({ kind }) => kind === 'advice')).toMatchObject({ due: 0, heldBack: 1, months: 48 });
    done(await council.inUnit((uow) => app.get(RetentionHolds).lift(uow, hold.id)));
    await lookThroughOn('2021-12-01');
    expect(await there()).toEqual([0, 0]);
    expect([await rowsOf('advice_told'), await erasedOf('advice')]).toEqual([0, 2]);
  });
});

describe('letters about an open duty', () => {
  it('go together, four years after the last step about the same duty', async () => {
    const [subject, other] = [randomUUID(), randomUUID()];
    for (const [about, day] of [
      [subject, '2017-06-05'],
      [subject, '2018-01-15'],
      [other, '2018-01-16'],
    ] as const) {
      const id = randomUUID();
      await written(
        `insert into escalation_step (authority_id, id, member_id, rule, subject, step, channel, details, happened_on, recorded_at, recorded_by)
         values ($1, $2, $3, 'rule', $4, 'letter', 'mail', 'v1.x', $5, now(), $6)`,
        [scene.council.authorityId, id, ann.memberId, about, day, scene.council.accountId],
      );
      await written(
        `insert into escalation_letter_event (authority_id, id, step_id, kind, happened_at) values ($1, $2, $3, 'sent', now())`,
        [scene.council.authorityId, randomUUID(), id],
      );
    }
    await lookThroughOn('2022-01-15');
    expect(await rowsOf('escalation_step')).toBe(3);
    const early = `select erase_old_letters($1, (select array_agg(id) from escalation_step), '2018-01-15')`;
    await written(early, [scene.council.authorityId]);
    expect(await rowsOf('escalation_step')).toBe(3);
    await lookThroughOn('2022-01-16');
    expect(await rowsOf('escalation_step', `subject = '${subject}'`)).toBe(0);
    expect([await rowsOf('escalation_step'), await rowsOf('escalation_letter_event')]).toEqual([1, 1]);
    expect(await erasedOf('letters')).toBe(1);
  });
});

describe('a declaration', () => {
  const owed = async (): Promise<string[]> => {
    const duties = await scene.council.inUnit((uow) => app.get(AfterDisclosure).ofMember(uow, ann.memberId));
    return duties.map(({ state }) => state);
  };
  const told = async (): Promise<unknown[]> => {
    const all = await scene.council.inUnit((uow) => app.get(Disclosures).standing(uow, meetingId));
    return all.map(({ kind, interestKind, details }) => [kind, interestKind, details]);
  };

  it('keeps its words for six years from the meeting; then that it was made stays, and nothing new is owed for it', async () => {
    app.moveClockTo('2017-10-24T10:30');
    await scene.council.inUnit(async (uow) =>
      done(
        await app.get(Disclosures).declare(uow, {
          ...{ id: randomUUID(), memberId: ann.memberId, meetingId, item, intends: 'leaves' },
          interest: { kind: 'dpi', heldBy: 'self', category: 'employment' },
          nature: 'I am a director of Hartlebrook',
        }),
      ),
    );
    const [said] = await told();
    await lookThroughOn('2023-10-24');
    expect([await told(), await owed()]).toEqual([[said], ['overdue']]);
    await lookThroughOn('2023-10-25');
    const nature = 'The words of this declaration were erased on 2023-10-25, when their period had ended.';
    expect(await told()).toEqual([
      ['interest', 'dpi', expect.objectContaining({ nature, category: 'employment' })],
    ]);
    expect(await owed()).toEqual([]);
    expect(await erasedOf('declarations')).toBe(1);
    const clerk = await app.addPerson('minutes@example.org');
    await scene.council.inUnit((uow) =>
      app.get(Roles).grant(uow, { accountId: clerk, role: 'democratic-services', fromOn: '2017-01-01' }),
    );
    const minutes = await (
      await app.signIn('minutes@example.org')
    ).open(`/meetings/${meetingId}/minutes.txt`);
    expect(minutes.text).toContain(`Ann Agar declared a disclosable pecuniary interest: ${nature}`);
    await lookThroughOn('2023-10-25');
    expect(await erasedOf('declarations')).toBe(1);
  });
});

describe('the sign-in of somebody who has left', () => {
  const SIGNED_IN_BY = ['session', 'known_device', 'provider_account', 'code_app', 'passkey'];
  const AND_BY = ['recovery_code', 'sign_in_link', 'interrupted_form', 'account_notice'];
  /** Gives somebody everything that an account can have. */
  async function equipped(email: string): Promise<string> {
    const id = await app.addPerson(email, { name: `Name of ${email}` });
    await app.signIn(email);
    await app.owner.query(
      `insert into provider_account (issuer, subject, account_id, linked_at) values ('https://idp.example', '${id}', '${id}', now());
       insert into code_app values ('${id}', 'v1.x', 1, now());
       insert into passkey (id, account_id, credential_id, public_key, name, added_at) values (gen_random_uuid(), '${id}', '${id}', '\\x01', 'Key', now());
       insert into recovery_code values ('${id}', sha256('${id}'), now());
       insert into sign_in_link (id, purpose, account_id, asked_at, expires_at) values (gen_random_uuid(), 'password', '${id}', now(), now());
       insert into interrupted_form values (gen_random_uuid(), '${id}', 'v1.x', now() + interval '1 day');
       insert into account_notice (account_id, change) values ('${id}', 'password-changed');`,
    );
    for (const table of [...SIGNED_IN_BY, ...AND_BY])
      expect([table, await rowsOf(table, `account_id = '${id}'`)]).toEqual([table, 1]);
    return id;
  }
  const isThere = async (id: string): Promise<boolean> =>
    (await rowsOf('account', `id = '${id}' and erased_at is null`)) === 1;

  it('goes a year after the last role and office anywhere; a name stays, and whoever still serves or is held', async () => {
    app.moveClockTo('2024-01-01T09:00');
    const elsewhere = await foundCouncil(app);
    const role = (accountId: string, toOn: string | null, council = scene.council): Promise<unknown> =>
      council.inUnit(async (uow) => {
        const { id } = done(
          await app.get(Roles).grant(uow, { accountId, role: 'auditor', fromOn: '2024-01-02' }),
        );
        if (toOn !== null) done(await app.get(Roles).end(uow, id, civilDate(toOn)));
      });
    const left = await equipped('left@example.org');
    const serves = await equipped('serves@example.org');
    const held = await equipped('held@example.org');
    const administrator = await app.addPerson('admin@example.org', { isAdministrator: true });
    const acting = { ...scene.council.acting, actor: { kind: 'person', accountId: left } } as const;
    const token = { name: 'Mine', scopes: ['meetings:read'], days: 366 } as const;
    for (const one of [left, serves, held]) await role(one, '2024-03-31');
    await role(serves, null, elsewhere);
    await app.database.unitOfWork(acting, async (uow) =>
      done(await app.get(PersonalTokens).make(uow, token)),
    );
    const { id: heldMember } = await elsewhere.inUnit((uow) =>
      app.get(Members).add(uow, { name: 'Hal', accountId: held }),
    );
    const office = {
      memberId: heldMember,
      standing: 'elected',
      votesOn: 'any',
      becameMemberOn: civilDate('2024-01-02'),
    } as const;
    await elsewhere.inUnit(async (uow) => done(await app.get(Members).takeOffice(uow, office)));
    app.moveClockTo('2024-03-01T09:00');
    await elsewhere.inUnit(async (uow) =>
      done(await app.get(Members).leaveOffice(uow, heldMember, civilDate('2024-02-28'))),
    );
    const { id: hold } = await elsewhere.inUnit(async (uow) =>
      done(await app.get(RetentionHolds).place(uow, heldMember, 'A complaint.')),
    );

    await lookThroughOn('2025-03-31', INSTALLATION);
    for (const id of [left, serves, held, administrator]) expect(await isThere(id)).toBe(true);
    const before = await erasedOf('left-accounts');
    await lookThroughOn('2025-04-01', INSTALLATION);
    expect(await Promise.all([left, serves, held, administrator, ann.accountId].map(isThere))).toEqual([
      ...[false, true, true, true, true],
    ]);
    for (const table of [...SIGNED_IN_BY, ...AND_BY])
      expect([table, await rowsOf(table, `account_id = '${left}'`)]).toEqual([table, 0]);
    expect(await tablesThatSay(app, 'left@example.org')).toEqual(['account']);
    const known = await app.get(Accounts).known(left);
    expect(known).toMatchObject({
      name: 'Name of left@example.org',
      email: `erased-${left}@probity.invalid`,
      passwordHash: null,
    });
    expect(
      (
        await app
          .visitor()
          .fill('/sign-in', { email: 'left@example.org', password: 'a password for tests only' })
      ).status,
    ).toBe(400);
    // Nobody lets it in again; whoever comes back has an account of their own, under the same address.
    expect(await app.get(Accounts).enable(left, SYSTEM)).toEqual({ refused: 'not-disabled' });
    expect((await app.get(Accounts).all()).map(({ id }) => id)).not.toContain(left);
    await app.addPerson('left@example.org');
    expect(await erasedOf('left-accounts')).toBe(before + 1);
    await lookThroughOn('2025-04-01', INSTALLATION);
    expect(await erasedOf('left-accounts')).toBe(before + 1);

    await elsewhere.inUnit(async (uow) => done(await app.get(RetentionHolds).lift(uow, hold)));
    await lookThroughOn('2025-04-02', INSTALLATION);
    expect(await isThere(held)).toBe(false);
  });

  it('takes its tokens along, a month later', async () => {
    const tokens = (): Promise<number> => rowsOf('api_token', `name = 'Mine'`);
    await lookThroughOn('2025-05-01');
    expect(await tokens()).toBe(1);
    await lookThroughOn('2025-05-02');
    expect(await tokens()).toBe(0);
  });

  it('is let go for the installation alone, and of nobody who left later', async () => {
    const asked = (authorityId: string, council = scene.council): Promise<unknown> =>
      app.database.unitOfWork({ ...council.acting, authorityId }, (uow) =>
        uow.manager.query('select erase_left_accounts($1, (select array_agg(id) from account), $2, now())', [
          ...[authorityId, '2017-01-01'],
        ]),
      );
    await expect(asked(scene.council.authorityId)).rejects.toThrow('not acted for');
    expect(await asked(INSTALLATION)).toEqual([{ erase_left_accounts: 0 }]);
  });
});
