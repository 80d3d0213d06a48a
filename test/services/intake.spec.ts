import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Intakes, Invitations, TakenIn, TakingIn, type Planned } from '../../src/exchange/index.js';
import { Accounts } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members, Seats } from '../../src/members/index.js';
import type { Actor } from '../../src/platform/database/index.js';
import { MAIL, MailRefused, Outbox, type Mail, type MailTransport } from '../../src/platform/mail/index.js';
import { JobQueue, QueueUnreachable } from '../../src/platform/queue/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { addPanel, done, foundCouncil, seatMember, type Council } from '../support/council.js';

const HEAD = 'council,name,email,standing,votes-on,polling-day,became-member-on,group,external-id';

let app: TestApp;
let council: Council;
let actor: Actor;
let adding: jest.SpiedFunction<JobQueue['add']>;
let addingAll: jest.SpiedFunction<JobQueue['addAll']>;

beforeAll(async () => {
  app = await startApp({ at: '2026-05-11T09:00' });
  // Jobs are run by hand.
  adding = jest.spyOn(app.get(JobQueue), 'add').mockResolvedValue();
  addingAll = jest.spyOn(app.get(JobQueue), 'addAll').mockResolvedValue();
});
beforeEach(async () => {
  app.moveClockTo('2026-05-11T09:00');
  council = await foundCouncil(app);
  actor = { kind: 'person', accountId: council.accountId };
});
afterAll(() => app.close());

const csv = (...rows: string[]): Buffer => Buffer.from([HEAD, ...rows].join('\n'));
const elected = (name: string, also = ''): string => {
  const address = `${name.toLowerCase().replaceAll(' ', '.')}@${council.slug}.example`;
  return `${council.slug},${name},${address},elected,,2026-05-07,,${also}`;
};
const receive = async (file: Buffer, whole = false): Promise<string> =>
  done(await app.get(Intakes).receive(file, whole, actor)).id;
async function takeIn(file: Buffer, whole = false, invites = true): Promise<string> {
  const id = await receive(file, whole);
  done(await app.get(TakingIn).begin(id, invites, actor));
  await app.get(TakingIn).run(id);
  return id;
}
async function opened(id: string) {
  const found = await app.get(Intakes).find(id, actor);
  if (found === undefined) throw new Error('There is no such intake.');
  return found;
}
const stateOf = async (id: string): Promise<string> => (await opened(id)).intake.state;
const dryRun = async (id: string): Promise<Planned> => app.get(Intakes).dryRun(await opened(id), actor);
const send = (): Promise<void> => app.get(Invitations).send(council.authorityId);
const members = () => council.inUnit((uow) => app.get(Members).list(uow));
const terms = (memberId?: string) => council.inUnit((uow) => app.get(Members).terms(uow, memberId));
async function memberInOffice(name: string, on = '2021-05-10'): Promise<string> {
  return council.inUnit(async (uow) => {
    const { id } = await app.get(Members).add(uow, { name });
    const office = {
      memberId: id,
      standing: 'elected',
      votesOn: 'any',
      becameMemberOn: civilDate(on),
    } as const;
    await app.get(Members).takeOffice(uow, office);
    return id;
  });
}
async function mailTo(address: string): Promise<{ body: string; messageId: string }[]> {
  return (await app.get(Outbox).newest(500)).filter(({ to }) => to === address);
}
const keyIn = (body: string): string => /first-sign-in\/(\S+)/.exec(body)?.[1] ?? '';

describe('members who are known', () => {
  test('get a new term and stay themselves; the one before ends on the day before', async () => {
    const id = await memberInOffice('Adaeze Okonjo');
    const intake = await takeIn(csv(elected('Adaeze Okonjo', 'Harbour Group,E1'), elected('Bryn Cotterell')));
    expect(await stateOf(intake)).toBe('taken-in');
    expect((await members()).map(({ name }) => name)).toEqual(['Adaeze Okonjo', 'Bryn Cotterell']);
    expect(await terms(id)).toMatchObject([
      { becameMemberOn: '2021-05-10', endedOn: '2026-05-10' },
      { becameMemberOn: '2026-05-11', endedOn: null, pollingDay: '2026-05-07' },
    ]);
    // What was not known of them is, and finds them next time.
    const address = `adaeze.okonjo@${council.slug}.example`;
    expect((await members())[0]).toMatchObject({ email: address, externalId: 'E1', source: 'intake' });
    const groups = await council.inUnit((uow) => app.get(Members).groupsOn(uow, civilDate('2026-05-11')));
    expect(groups.get(id)).toBe('Harbour Group');
  });

  test('who are not in the file of a whole election leave with their seats, and others stay', async () => {
    const seated = await council.inUnit(async (uow) => {
      const bodyId = await addPanel(uow, app, 'Planning');
      const place = { bodyId, role: 'member', on: '2021-05-10' } as const;
      const leaves = await seatMember(uow, app, { ...place, name: 'Delyth Varley' });
      const stays = await seatMember(uow, app, { ...place, name: 'Adaeze Okonjo' });
      return { bodyId, leaves: leaves.memberId, stays: stays.memberId };
    });
    const id = await receive(csv(elected('Adaeze Okonjo')), true);
    const { plans } = await dryRun(id);
    expect(plans[0]?.ends.map(({ member }) => member.name)).toEqual(['Delyth Varley']);
    done(await app.get(TakingIn).begin(id, true, actor));
    await app.get(TakingIn).run(id);
    expect(await terms(seated.leaves)).toMatchObject([{ endedOn: '2026-05-10' }]);
    const seats = (day: string) =>
      council.inUnit(async (uow) =>
        (await app.get(Seats).ofBody(uow, seated.bodyId, civilDate(day))).map(
          ({ holder }) => holder?.memberId,
        ),
      );
    expect(await seats('2026-05-10')).toEqual([seated.leaves, seated.stays]);
    // s.102(5): whoever is re-elected stays on the committee.
    expect(await seats('2026-05-11')).toEqual([undefined, seated.stays]);
    expect((await app.get(TakenIn).councils(id, actor))[0]?.done).toMatchObject({
      reElected: 1,
      termsEnded: 1,
    });
  });

  test('are added once, whatever is done again; the same file is known by its content', async () => {
    const file = csv(elected('Adaeze Okonjo'), elected('Bryn Cotterell'));
    const id = await takeIn(file);
    await app.get(TakingIn).run(id);
    expect(await app.get(Intakes).receive(file, false, actor)).toEqual({ refused: { knownAs: id } });
    expect(await app.get(TakingIn).begin(id, true, actor)).toEqual({ refused: 'intake-gone' });
    const more = await takeIn(
      csv(elected('Adaeze Okonjo'), elected('Bryn Cotterell'), elected('Callum Farrow')),
    );
    expect((await app.get(TakenIn).councils(more, actor))[0]?.done).toMatchObject({
      ...{ newMembers: 1, alreadyHere: 2, invited: 1, termsEnded: 0 },
    });
    expect([(await members()).length, (await terms()).length]).toEqual([3, 3]);
  });
});

describe('a file that no longer fits', () => {
  test('begins nothing, and says so row by row', async () => {
    const id = await receive(csv(elected('Adaeze Okonjo'), elected('Bryn Cotterell')));
    await memberInOffice('Bryn Cotterell', '2026-06-01');
    expect(await app.get(TakingIn).begin(id, true, actor)).toEqual({ refused: 'no-longer-fits' });
    expect((await dryRun(id)).problems).toMatchObject([{ row: 3, column: 'became-member-on' }]);
    expect(await members()).toHaveLength(1);
  });

  test('while it is being taken in stops at that council, whole councils before it being done', async () => {
    const second = await foundCouncil(app);
    const rows = [elected('Adaeze Okonjo'), `${second.slug},Bryn Cotterell,,elected,,2026-05-07`];
    const id = await receive(csv(...rows));
    done(await app.get(TakingIn).begin(id, true, actor));
    const blocking = await second.inUnit(async (uow) => {
      const { id: memberId } = await app.get(Members).add(uow, { name: 'Bryn Cotterell' });
      const becameMemberOn = civilDate('2026-06-01');
      await app
        .get(Members)
        .takeOffice(uow, { memberId, standing: 'elected', votesOn: 'any', becameMemberOn });
      return memberId;
    });
    await app.get(TakingIn).run(id);
    expect(await stateOf(id)).toBe('stopped');
    expect((await opened(id)).content.problems).toMatchObject([{ row: 3, column: 'became-member-on' }]);
    expect(await members()).toHaveLength(1);
    expect((await app.get(TakenIn).councils(id, actor)).map(({ slug }) => slug)).toEqual([council.slug]);
    // Put right, the rest of the same file goes on.
    await changeAsOwner(app, second, `delete from term_of_office where member_id = '${blocking}'`);
    done(await app.get(TakingIn).begin(id, true, actor));
    await app.get(TakingIn).run(id);
    expect(await stateOf(id)).toBe('taken-in');
    expect(await members()).toHaveLength(1);
    expect((await app.get(TakenIn).councils(id, actor)).length).toBe(2);
  });

  test('thrown away does nothing any more, and its names are gone', async () => {
    const id = await receive(csv(elected('Adaeze Okonjo')));
    done(await app.get(TakingIn).begin(id, true, actor));
    done(await app.get(Intakes).discard(id, actor));
    await app.get(TakingIn).run(id);
    expect(await members()).toEqual([]);
    expect(await opened(id)).toMatchObject({ intake: { state: 'discarded' }, content: {} });
  });

  test('is emptied after a month in which nobody began it', async () => {
    const file = csv(elected('Adaeze Okonjo'));
    const id = await receive(file);
    app.moveClockTo('2026-06-09T09:00');
    await app.get(TakingIn).round();
    expect(await stateOf(id)).toBe('read');
    app.moveClockTo('2026-06-11T09:00');
    await app.get(TakingIn).round();
    expect(await opened(id)).toMatchObject({ intake: { state: 'discarded' }, content: {} });
  });
});

test('two files at once for one council: the second stops at what the first made of a member', async () => {
  const files = [csv(elected('Adaeze Okonjo', 'Harbour Group')), csv(elected('Adaeze Okonjo', 'Hill Group'))];
  const ids = [await receive(files[0] ?? csv()), await receive(files[1] ?? csv())];
  for (const id of ids) done(await app.get(TakingIn).begin(id, true, actor));
  await Promise.all(ids.map((id) => app.get(TakingIn).run(id)));
  const states = await Promise.all(ids.map(stateOf));
  expect([...states].sort()).toEqual(['stopped', 'taken-in']);
  const stopped = await opened(ids[states.indexOf('stopped')] ?? '');
  expect(stopped.content.problems).toMatchObject([{ row: 2, column: 'group' }]);
  expect(await members()).toHaveLength(1);
  expect(await terms()).toHaveLength(1);
});

describe('a queue that is away', () => {
  test('loses nothing: the round hands on what was begun, until it is done', async () => {
    adding.mockRejectedValueOnce(new QueueUnreachable());
    const id = await receive(csv(elected('Adaeze Okonjo')));
    done(await app.get(TakingIn).begin(id, true, actor));
    const handedOn = async (): Promise<string[]> => {
      addingAll.mockClear();
      await app.get(TakingIn).round();
      return addingAll.mock.calls.flatMap(([name, ids]) => (name === 'intake.take-in' ? [...ids] : []));
    };
    expect(await handedOn()).toContain(id);
    await app.get(TakingIn).run(id);
    expect(await handedOn()).not.toContain(id);
  });
});

describe('an invitation', () => {
  const address = (): string => `adaeze.okonjo@${council.slug}.example`;

  test('tells a new member once how to choose a password, which opens one door once', async () => {
    await takeIn(csv(elected('Adaeze Okonjo')));
    await Promise.all([send(), send()]);
    await send();
    const [mail, ...others] = await mailTo(address());
    expect(others).toEqual([]);
    expect(mail?.body).toContain('begins on Monday 11 May 2026');
    const key = keyIn(mail?.body ?? '');
    const invitation = await app.get(Invitations).opened(key);
    if (invitation === undefined) throw new Error('The link does not open.');
    expect(await app.get(Accounts).authenticate(address(), 'three words of mine')).toBeUndefined();
    done(await app.get(Invitations).choosePassword(invitation, 'three words of mine'));
    expect(await app.get(Accounts).authenticate(address(), 'three words of mine')).toBeDefined();
    // Used, it opens nothing; and whoever kept it open cannot choose another.
    expect(await app.get(Invitations).opened(key)).toBeUndefined();
    expect(await app.get(Invitations).choosePassword(invitation, 'words of a stranger')).toEqual({
      refused: 'has-one-already',
    });
    expect(await app.get(Invitations).opened(`${key}x`)).toBeUndefined();
  });

  test('to whoever can sign in already holds no link', async () => {
    await app.addPerson(address(), { name: 'Adaeze Okonjo' });
    await takeIn(csv(elected('Adaeze Okonjo')));
    await send();
    const [mail] = await mailTo(address());
    expect(mail?.body).toContain('You have an account already');
    expect(mail?.body).not.toContain('first-sign-in');
  });

  test('does not go to an account that was disabled meanwhile', async () => {
    app.moveClockTo('2026-05-08T09:00');
    const id = await takeIn(csv(elected('Adaeze Okonjo')));
    const [member] = await members();
    done(await app.get(Accounts).disable(member?.accountId ?? '', actor));
    app.moveClockTo('2026-05-11T09:00');
    await send();
    expect(await mailTo(address())).toEqual([]);
    const counts = { sent: 0, waiting: 0, failed: 1, used: 0 };
    expect((await app.get(TakenIn).councils(id, actor))[0]?.invitations).toEqual(counts);
  });

  test('waits for the day of taking office', async () => {
    app.moveClockTo('2026-05-08T09:00');
    await takeIn(csv(elected('Adaeze Okonjo')));
    await send();
    expect(await mailTo(address())).toEqual([]);
    app.moveClockTo('2026-05-11T00:30');
    await send();
    expect(await mailTo(address())).toHaveLength(1);
  });

  test('held back goes when somebody says so; sent again it is another message, and the first link opens nothing', async () => {
    const id = await takeIn(csv(elected('Adaeze Okonjo')), false, false);
    await send();
    expect(await mailTo(address())).toEqual([]);
    expect(await app.get(TakenIn).inviteAgain(id, actor)).toBe(1);
    await send();
    const [first] = await mailTo(address());
    expect(await app.get(Invitations).opened(keyIn(first?.body ?? ''))).toBeDefined();
    await app.get(TakenIn).inviteAgain(id, actor);
    await send();
    const both = await mailTo(address());
    expect(new Set(both.map(({ messageId }) => messageId)).size).toBe(2);
    expect(await app.get(Invitations).opened(keyIn(first?.body ?? ''))).toBeUndefined();
  });

  test('opens nothing after sixty days', async () => {
    await takeIn(csv(elected('Adaeze Okonjo')));
    await send();
    const [mail] = await mailTo(address());
    app.moveClockTo('2026-07-10T08:00');
    expect(await app.get(Invitations).opened(keyIn(mail?.body ?? ''))).toBeDefined();
    app.moveClockTo('2026-07-10T10:00');
    expect(await app.get(Invitations).opened(keyIn(mail?.body ?? ''))).toBeUndefined();
  });

  test('that cannot be sent now is the same message when it is tried again; one that is refused is counted', async () => {
    const id = await takeIn(csv(elected('Adaeze Okonjo'), elected('Bryn Cotterell')));
    const transport = app.get<MailTransport>(MAIL as never);
    const tried: Mail[] = [];
    const sending = jest.spyOn(transport, 'send').mockImplementation((mail) => {
      tried.push(mail);
      if (mail.to.startsWith('bryn')) return Promise.reject(new MailRefused('address-refused'));
      return tried.length < 3 ? Promise.reject(new Error('away')) : Promise.resolve({});
    });
    await expect(send()).rejects.toThrow('could not be sent now');
    await send();
    sending.mockRestore();
    const toAdaeze = tried.filter(({ to }) => to === address());
    expect(toAdaeze.map(({ triedBefore }) => triedBefore)).toEqual([false, true]);
    expect(new Set(toAdaeze.map(({ messageId }) => messageId)).size).toBe(1);
    expect((await app.get(TakenIn).councils(id, actor))[0]?.invitations).toEqual({
      ...{ sent: 1, waiting: 0, failed: 1, used: 0 },
    });
  });
});

test('what is kept of an intake shows when a term was changed afterwards', async () => {
  const id = await takeIn(csv(elected('Adaeze Okonjo')));
  const holds = async (): Promise<boolean | undefined> =>
    (await app.get(TakenIn).councils(id, actor))[0]?.holds;
  expect(await holds()).toBe(true);
  await changeAsOwner(app, council, `update term_of_office set became_member_on = '2026-05-12' where true`);
  expect(await holds()).toBe(false);
});

test('dry runs, more at once than there are connections, hold one each and come to an end', async () => {
  const id = await receive(csv(elected('Adaeze Okonjo')));
  const all = await Promise.all(Array.from({ length: 25 }, () => dryRun(id)));
  expect(new Set(all.map(({ plans }) => plans[0]?.rows[0]?.outcome))).toEqual(new Set(['new']));
}, 20_000);
