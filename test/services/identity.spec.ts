import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import type { Request } from 'express';
import { PasskeyChallenges } from '../../src/identity/factors/index.js';
import { Accounts, People, Roles, type Membership } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import { INSTALLATION } from '../../src/platform/database/index.js';
import { NamedOfficers, RegisterModule } from '../../src/register/index.js';
import { addAccount, done, foundCouncil, SYSTEM, type Council } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';

let rooms: Rooms;
let council: Council;

beforeAll(async () => {
  rooms = await startRooms({ also: [RegisterModule] });
  council = await foundCouncil(rooms);
});
beforeEach(() => {
  rooms.moveClockTo('2017-10-16T09:00');
});
afterAll(() => rooms.close());

const PASSWORD = 'a long pass phrase, for tests';

describe('accounts', () => {
  test('an installation without accounts says so, until the first one is made', async () => {
    const fresh = await startRooms();
    expect(await fresh.get(Accounts).any()).toBe(false);
    await fresh
      .get(Accounts)
      .create({ email: 'first@example.org', name: 'First', password: PASSWORD }, SYSTEM);
    expect(await fresh.get(Accounts).any()).toBe(true);
    await fresh.close();
  });

  test('a password is kept as argon2id and opens its own account alone', async () => {
    const accounts = rooms.get(Accounts);
    const { id } = done(
      await accounts.create({ email: 'Ada@Example.org', name: 'Ada', password: PASSWORD }, SYSTEM),
    );
    const { rows } = await rooms.owner.query<{ email: string; password_hash: string }>(
      'select email, password_hash from account where id = $1',
      [id],
    );
    expect(rows[0]?.email).toBe('ada@example.org');
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await accounts.authenticate(' ADA@example.org ', PASSWORD))?.id).toBe(id);
    expect(await accounts.authenticate('ada@example.org', `${PASSWORD} `)).toBeUndefined();
    expect(await accounts.authenticate('ada@example.org', '')).toBeUndefined();
    expect(await accounts.authenticate('nobody@example.org', PASSWORD)).toBeUndefined();
  });

  test('an email that is taken is refused, however it is capitalised, and leaves no event', async () => {
    const accounts = rooms.get(Accounts);
    const account = { email: 'bob@example.org', name: 'Bob', password: PASSWORD };
    done(await accounts.create(account, SYSTEM));
    const before = await accounts.all();
    const again = await accounts.create({ ...account, email: 'BOB@example.org' }, SYSTEM);
    expect(again).toEqual({ refused: 'email-taken' });
    expect(await accounts.all()).toEqual(before);
    const created = await rooms.database.unitOfWork({ authorityId: INSTALLATION, actor: SYSTEM }, (uow) =>
      rooms.get(Audit).newest(uow, 100),
    );
    expect(created.filter((event) => event.action === 'account.created').length).toBe(
      (await accounts.all()).filter((one) => one.passwordHash !== null).length,
    );
  });

  test('a disabled account opens nothing, with the right password either', async () => {
    const accounts = rooms.get(Accounts);
    const account = { email: 'carol@example.org', name: 'Carol', password: PASSWORD };
    const { id } = done(await accounts.create(account, SYSTEM));
    expect((await rooms.get(People).person(id, undefined))?.name).toBe('Carol');
    const admin = await addAccount(rooms, 'carols-admin@example.org');
    const actor = { kind: 'person', accountId: admin } as const;
    expect(await accounts.disable(id, actor)).toEqual({ id });
    expect(await accounts.disable(id, actor)).toEqual({ refused: 'not-enabled' });
    expect(await accounts.authenticate(account.email, PASSWORD)).toBeUndefined();
    expect(await rooms.get(People).person(id, undefined)).toBeUndefined();
    expect(await accounts.enable(id, actor)).toEqual({ id });
    expect(await accounts.enable(id, actor)).toEqual({ refused: 'not-disabled' });
    expect((await accounts.authenticate(account.email, PASSWORD))?.id).toBe(id);
  });

  test('nobody disables their own account', async () => {
    const id = await addAccount(rooms, 'self@example.org');
    const answer = await rooms.get(Accounts).disable(id, { kind: 'person', accountId: id });
    expect(answer).toEqual({ refused: 'own-account' });
    expect(await rooms.get(People).person(id, undefined)).toBeDefined();
  });

  test('an account without a password cannot be signed in to', async () => {
    await addAccount(rooms, 'dora@example.org');
    expect(await rooms.get(Accounts).authenticate('dora@example.org', '')).toBeUndefined();
    // The password that the stand-in hash for strangers might have been made from.
    expect(await rooms.get(Accounts).authenticate('dora@example.org', 'nothing')).toBeUndefined();
  });
});

describe('what a passkey is to sign', () => {
  /** A request of a browser, whose session several of them may read at the same moment. */
  const inSession = (session: object): Request => ({ session: { ...session } }) as Request;
  async function given(challenge: string): Promise<Request['session']> {
    const request = inSession({});
    await rooms.get(PasskeyChallenges).give(request, challenge, 'second-step');
    return request.session;
  }

  test('is taken once, for its purpose alone, also by two who read one session at once', async () => {
    const challenges = rooms.get(PasskeyChallenges);
    const session = await given('first');
    expect(await challenges.take(inSession(session), 'confirm')).toBeUndefined();
    expect(await challenges.take(inSession({}), 'second-step')).toBeUndefined();
    const both = [inSession(session), inSession(session)];
    const taken = await Promise.all(both.map((request) => challenges.take(request, 'second-step')));
    expect(taken.filter((challenge) => challenge === 'first')).toHaveLength(1);
    expect(taken.filter((challenge) => challenge === undefined)).toHaveLength(1);
    expect(both.map(({ session: kept }) => kept.passkeyChallenge)).toEqual([undefined, undefined]);
  });

  test('is good for five minutes', async () => {
    const challenges = rooms.get(PasskeyChallenges);
    const age = (seconds: number): Promise<unknown> =>
      rooms.owner.query(`update passkey_challenge set expires_at = expires_at - $1 * interval '1 second'`, [
        seconds,
      ]);
    const good = await given('in time');
    await age(295);
    expect(await challenges.take(inSession(good), 'second-step')).toBe('in time');
    const late = await given('too late');
    await age(301);
    expect(await challenges.take(inSession(late), 'second-step')).toBeUndefined();
  });
});

describe('what a person is on a day', () => {
  const membershipsAt = async (accountId: string, londonTime: string): Promise<Membership[]> => {
    rooms.moveClockTo(londonTime);
    return rooms.get(People).memberships(accountId);
  };
  const rolesAt = async (accountId: string, londonTime: string): Promise<readonly string[]> =>
    (await membershipsAt(accountId, londonTime)).flatMap((membership) => membership.roles);

  test('a role holds from its first day, in London, and not the minute before', async () => {
    const accountId = await addAccount(rooms, 'mona@example.org');
    const role = { accountId, role: 'monitoring-officer', fromOn: '2017-10-20' } as const;
    await council.inUnit((uow) => rooms.get(Roles).grant(uow, role));
    expect(await rolesAt(accountId, '2017-10-19T23:59')).toEqual([]);
    // Midnight in London is 23:00 UTC of the day before in October.
    expect(await rolesAt(accountId, '2017-10-20T00:00')).toEqual(['monitoring-officer']);
    expect(await rolesAt(accountId, '2019-10-20T00:00')).toEqual(['monitoring-officer']);
  });

  test('a role holds to the end of its last day', async () => {
    const accountId = await addAccount(rooms, 'nora@example.org');
    const { id } = await council.inUnit((uow) =>
      rooms.get(Roles).grant(uow, { accountId, role: 'democratic-services', fromOn: '2017-10-01' }),
    );
    const end = (day: string): Promise<object> =>
      council.inUnit((uow) => rooms.get(Roles).end(uow, id, civilDate(day)));
    expect(await end('2017-09-30')).toEqual({ refused: 'before-it-began' });
    expect(await end('2017-10-31')).toEqual({ id });
    expect(await end('2017-12-31')).toEqual({ refused: 'no-open-role' });
    expect(await rolesAt(accountId, '2017-10-31T23:59')).toEqual(['democratic-services']);
    expect(await rolesAt(accountId, '2017-11-01T00:00')).toEqual([]);
  });

  test('somebody is a member from the day of taking office to their last day, both included', async () => {
    const accountId = await addAccount(rooms, 'olive@example.org', 'Olive');
    const memberId = await council.inUnit(async (uow) => {
      const { id } = await rooms.get(Members).add(uow, { name: 'Olive Onslow', accountId });
      const becameMemberOn = civilDate('2017-05-08');
      const office = { memberId: id, standing: 'elected', votesOn: 'any', becameMemberOn } as const;
      done(await rooms.get(Members).takeOffice(uow, office));
      done(await rooms.get(Members).leaveOffice(uow, id, civilDate('2017-11-30')));
      return id;
    });
    expect(await membershipsAt(accountId, '2017-05-07T23:59')).toEqual([]);
    const [membership] = await membershipsAt(accountId, '2017-05-08T00:00');
    expect(membership).toEqual({
      authorityId: council.authorityId,
      slug: council.slug,
      authorityName: expect.any(String),
      memberId,
      roles: ['member'],
    });
    expect(await rolesAt(accountId, '2017-11-30T23:59')).toEqual(['member']);
    expect(await rolesAt(accountId, '2017-12-01T00:00')).toEqual([]);
  });

  test('a member here and an officer there are both, and an officer is named only while they are monitoring officer', async () => {
    const other = await foundCouncil(rooms, 'district');
    await foundCouncil(rooms, 'unitary');
    const accountId = await addAccount(rooms, 'quentin@example.org', 'Quentin');
    const memberId = await council.inUnit(async (uow) => {
      const { id } = await rooms.get(Members).add(uow, { name: 'Quentin Quill', accountId });
      const becameMemberOn = civilDate('2017-05-08');
      const office = { memberId: id, standing: 'elected', votesOn: 'any', becameMemberOn } as const;
      done(await rooms.get(Members).takeOffice(uow, office));
      return id;
    });
    await other.inUnit(async (uow) => {
      const grant = (role: 'democratic-services' | 'monitoring-officer', fromOn: string): Promise<object> =>
        rooms.get(Roles).grant(uow, { accountId, role, fromOn });
      await grant('democratic-services', '2017-01-01');
      await grant('monitoring-officer', '2017-10-20');
      done(await rooms.get(NamedOfficers).name(uow, accountId));
    });
    const held = async (londonTime: string): Promise<Record<string, unknown>> =>
      Object.fromEntries(
        (await membershipsAt(accountId, londonTime)).map(({ slug, memberId: as, roles }) => [
          slug,
          [as, ...roles],
        ]),
      );
    expect(await held('2017-10-19T23:59')).toEqual({
      [council.slug]: [memberId, 'member'],
      [other.slug]: [undefined, 'democratic-services'],
    });
    expect(await held('2017-10-20T00:00')).toEqual({
      [council.slug]: [memberId, 'member'],
      [other.slug]: [undefined, 'democratic-services', 'monitoring-officer', 'named-officer'],
    });
    const person = await rooms.get(People).person(accountId, other.authorityId);
    expect(person?.memberships.map(({ slug }) => slug).sort()).toEqual([council.slug, other.slug].sort());
    expect(person?.acting?.authorityId).toBe(other.authorityId);
  });

  test('an account that is nothing anywhere is a person; one that is shut, or not there, is nobody', async () => {
    const accountId = await addAccount(rooms, 'rosa@example.org', 'Rosa');
    const people = rooms.get(People);
    expect(await people.person(accountId, council.authorityId)).toMatchObject({
      ...{ name: 'Rosa', email: 'rosa@example.org', isAdministrator: false, memberships: [] },
    });
    expect((await people.person(accountId, council.authorityId))?.acting).toBeUndefined();
    done(await rooms.get(Accounts).disable(accountId, SYSTEM));
    expect(await people.person(accountId, undefined)).toBeUndefined();
    expect(await people.person(INSTALLATION, undefined)).toBeUndefined();
  });

  test('permissions follow from the roles of the acting authority alone', async () => {
    const other = await foundCouncil(rooms, 'district');
    const accountId = await addAccount(rooms, 'petra@example.org');
    const fromOn = '2017-01-01';
    await council.inUnit((uow) =>
      rooms.get(Roles).grant(uow, { accountId, role: 'monitoring-officer', fromOn }),
    );
    await other.inUnit((uow) =>
      rooms.get(Roles).grant(uow, { accountId, role: 'democratic-services', fromOn }),
    );
    const people = rooms.get(People);
    const here = await people.person(accountId, council.authorityId);
    expect(here?.permissions.has('EnterNotification')).toBe(true);
    expect(here?.permissions.has('ImportAgenda')).toBe(false);
    const there = await people.person(accountId, other.authorityId);
    expect(there?.permissions.has('EnterNotification')).toBe(false);
    expect(there?.permissions.has('ImportAgenda')).toBe(true);
    // With two authorities and none chosen, they act for none and may do nothing.
    const nowhere = await people.person(accountId, undefined);
    expect(nowhere?.acting).toBeUndefined();
    expect([...(nowhere?.permissions ?? [])]).toEqual([]);
  });

  test('an authority that they have no part in is not acted for, however the session came to say so', async () => {
    const other = await foundCouncil(rooms, 'district');
    const accountId = await addAccount(rooms, 'quinn@example.org');
    await council.inUnit((uow) =>
      rooms.get(Roles).grant(uow, { accountId, role: 'auditor', fromOn: '2017-01-01' }),
    );
    const person = await rooms.get(People).person(accountId, other.authorityId);
    expect(person?.acting?.authorityId).toBe(council.authorityId);
  });

  test('the administrator of the installation may read nothing of an authority', async () => {
    const accounts = rooms.get(Accounts);
    const account = { email: 'root@example.org', name: 'Root', password: PASSWORD, isAdministrator: true };
    const { id } = done(await accounts.create(account, SYSTEM));
    const person = await rooms.get(People).person(id, council.authorityId);
    expect([...(person?.permissions ?? [])]).toEqual(['AdministerInstallation']);
    expect(person?.acting).toBeUndefined();
  });
});
