import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Authorities } from '../../src/authorities/index.js';
import { Accounts, Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import { NamedOfficers, Register } from '../../src/register/index.js';
import { SENSITIVE_REVIEW, TAKING_OFFICE_OVERDUE } from '../../src/reminders/topics/rules.js';
import { startApp, type TestApp } from '../support/app.js';
import { EMPLOYMENT } from '../support/briefed.js';
import { addAccount, done, foundCouncil, SYSTEM, type Council } from '../support/council.js';
import { notify } from '../support/notify.js';
import { reminded } from '../support/reminded.js';
import { agreeSensitive } from '../support/sensitive.js';
import { topicsAsked, type TopicsAsked } from '../support/topics-asked.js';

/** A parish and its principal authority, whose monitoring officer keeps the parish’s register (s.29(4), (9)). */
let app: TestApp;
let asked: TopicsAsked;
let people = 0;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const readers = async (rule: string, on?: string): Promise<(string | null)[]> =>
  [...new Set((await asked.wanted(rule, on)).map(({ reader }) => reader.accountId))].sort();

let principal: Council;
let parish: Council;
let ann: string;
const holds = async (
  council: Council,
  role: Exclude<Role, 'member'>,
  fromOn = '2017-01-01',
): Promise<string> => {
  const accountId = await addAccount(app, `parish-${++people}@example.org`);
  await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn }));
  return accountId;
};
beforeEach(async () => {
  app.moveClockTo('2017-05-08T09:00');
  principal = await foundCouncil(app, 'district');
  parish = await foundCouncil(app, 'parish', principal.authorityId);
  asked = topicsAsked(app, parish);
  ann = await parish.inUnit(async (uow) => {
    const { id: memberId } = await app.get(Members).add(uow, { name: 'Ann Agar' });
    const office = { memberId, standing: 'elected', votesOn: 'any' } as const;
    done(await app.get(Members).takeOffice(uow, { ...office, becameMemberOn: civilDate('2017-05-08') }));
    return memberId;
  });
});

test('what is overdue is told to the officers of its principal authority, and to no other’s', async () => {
  const [officer, deputy] = [
    await holds(principal, 'monitoring-officer'),
    await holds(principal, 'deputy-monitoring-officer'),
  ];
  await holds(principal, 'democratic-services');
  await holds(principal, 'monitoring-officer', '2017-06-06');
  await holds(await foundCouncil(app, 'district'), 'monitoring-officer');
  await holds(await foundCouncil(app, 'parish', principal.authorityId), 'monitoring-officer');
  await holds(parish, 'parish-clerk');
  const own = await holds(parish, 'monitoring-officer');
  expect(await readers(TAKING_OFFICE_OVERDUE, '2017-06-05')).toEqual([officer, deputy, own].sort());
  expect(await readers(TAKING_OFFICE_OVERDUE, '2017-06-06')).toHaveLength(4);
  done(await app.get(Accounts).disable(deputy, SYSTEM));
  expect(await readers(TAKING_OFFICE_OVERDUE, '2017-06-05')).toEqual([officer, own].sort());
});

test('a message names it and leads there by the choice of the council', async () => {
  const officer = await holds(principal, 'monitoring-officer');
  app.moveClockTo('2017-06-05T09:00');
  const told = reminded(app, parish);
  expect(await told.tell()).toBe(1);
  const { rows } = await app.owner.query<{ email: string }>('select email from account where id = $1', [
    officer,
  ]);
  const [mail] = await told.outbox(rows[0]?.email ?? '');
  const { name } = await parish.inUnit((uow) => app.get(Authorities).get(uow));
  expect(mail?.subject).toBe(`No notification has been recorded: Ann Agar, ${name}`);
  expect(mail?.body).toContain(`/choose-authority?returnTo=%2Fofficer%2Fmembers%2F${ann}`);
  expect(mail?.body).toContain(`choose ${name} as the council that you act for`);
  expect(mail?.body).toContain('because of your role there or at its principal council');
  // The principal authority's own officer is told nothing of it in that authority's name.
  expect(await reminded(app, principal).tell()).toBe(0);
});

test('a sensitive review is told to the principal authority’s officer, and to no deputy who is not named there', async () => {
  app.moveClockTo('2017-10-16T09:00');
  const [officer, deputy] = [
    await holds(principal, 'monitoring-officer'),
    await holds(principal, 'deputy-monitoring-officer'),
  ];
  await holds(await foundCouncil(app, 'district'), 'monitoring-officer');
  const accountId = await addAccount(app, `parish-${++people}@example.org`);
  const answers = { 'employment/self': { answer: 'entries', interests: [EMPLOYMENT] } } as const;
  const notificationId = await notify(app, parish, { memberId: ann, accountId, answers });
  await parish.inUnit(async (uow) => done(await app.get(Register).enter(uow, notificationId)));
  const [entry] = await parish.inUnit((uow) => app.get(Register).current(uow, ann));
  await agreeSensitive(app, parish, { memberId: ann, accountId, entryId: entry?.entry.id ?? '' });
  expect(await readers(SENSITIVE_REVIEW)).toEqual([officer]);
  await principal.inUnit(async (uow) => done(await app.get(NamedOfficers).name(uow, deputy)));
  expect(await readers(SENSITIVE_REVIEW)).toEqual([officer]);
  await parish.inUnit(async (uow) => done(await app.get(NamedOfficers).name(uow, deputy)));
  expect(await readers(SENSITIVE_REVIEW)).toEqual([officer, deputy].sort());
});
