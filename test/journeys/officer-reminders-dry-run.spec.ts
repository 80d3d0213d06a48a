import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Authorities } from '../../src/authorities/index.js';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate, type CivilDate } from '../../src/law/index.js';
import { londonWallClock } from '../../src/platform/clock/index.js';
import { Drafts } from '../../src/register/index.js';
import { DryRun, ReminderPractices } from '../../src/reminders/index.js';
import { CODES_ON_GIFTS } from '../../src/reminders/topics/rules.js';
import { startApp, type TestApp } from '../support/app.js';
import { sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { done } from '../support/council.js';
import { reminded, type Reminded } from '../support/reminded.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

const AT = '/officer/reminders';
/** Each time at which something may go on these days, and a few at which nothing does. */
const MOMENTS = ['07:00', '07:30', '09:00', '17:00', '18:00', '23:59'];

let app: TestApp;
let scene: Scene;
let told: Reminded;
let manager: Visitor;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  scene = await sceneOfBriefings(app);
  told = reminded(app, scene.council);
  const accountId = await app.addPerson('manager@example.org', { name: 'manager' });
  await scene.council.inUnit((uow) =>
    app.get(Roles).grant(uow, { accountId, role: 'monitoring-officer', fromOn: '2017-01-01' }),
  );
  manager = await app.signIn('manager@example.org');
  await scene.seat({ name: 'Eve', email: 'eve@example.org' });
  await scene.seat({ name: 'Fay', email: 'fay@example.org' });
  // So that two things are told on one day: the meeting, and the week that has passed since the last day.
  await scene.council.inUnit((uow) => app.get(ReminderPractices).set(uow, { daysBeforeMeeting: 2 }));
  await scene.meeting();
  await told.tell();
});
afterAll(() => app.close());

const count = async (table: string): Promise<number> => {
  const { rows } = await app.owner.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return rows[0]?.count ?? -1;
};

/** 'Eve 09:00 days-before week-20-after', as it would go. */
async function would(day: CivilDate): Promise<string[]> {
  const { going } = await scene.council.inUnit((uow) => app.get(DryRun).of(uow, day));
  return going
    .flatMap(({ reader, messages }) =>
      messages.map(({ at, rows }) => {
        const steps = rows.map(({ step }) => step).sort();
        return [reader.name, londonWallClock(at).time, ...steps].join(' ');
      }),
    )
    .sort();
}

/** The same, as it went. */
async function went(day: CivilDate): Promise<string[]> {
  const { rows } = await app.owner.query<{ name: string; fixed_at: Date; steps: string[] }>(
    `select coalesce(n.name, a.name) as name, m.fixed_at, array_agg(r.step order by r.step) as steps
     from message m
       join reminder r on r.authority_id = m.authority_id and r.message_id = m.id
       left join member n on n.authority_id = m.authority_id and n.id = m.member_id
       left join account a on a.id = m.account_id
     where m.authority_id = $1 and m.day = $2 group by m.id, n.name, a.name, m.fixed_at`,
    [scene.council.authorityId, day],
  );
  return rows
    .map(({ name, fixed_at, steps }) => [name, londonWallClock(fixed_at).time, ...steps].join(' '))
    .sort();
}

describe('a dry run', () => {
  it('writes nothing', async () => {
    const tables = ['reminder', 'message', 'audit_event', 'briefing_edition', 'reminder_setting'];
    const before = await Promise.all(tables.map(count));
    const page = mainText(await manager.open(`${AT}/dry-run?day=2017-10-22`).expect(200));
    expect(page).toContain('Sunday 22 October 2017');
    expect(page).toMatch(
      /Eve At 9am, in one message: Notifying interests on taking office. 20 weeks after the last day/,
    );
    expect(await Promise.all(tables.map(count))).toEqual(before);
    expect(before.every((rows) => rows > 0)).toBe(true);
  });

  it('says what really goes out when the day comes', async () => {
    app.moveClockTo('2017-10-20T12:00');
    await told.tell();
    const days = ['2017-10-21', '2017-10-22', '2017-10-23', '2017-10-24'].map(civilDate);
    const expected: string[][] = [];
    for (const day of days) expected.push(await would(day));
    expect(expected[1]).toContain('Eve 09:00 days-before week-20-after');
    expect(expected[3]).toContain('Fay 07:30 morning-of');
    for (const [index, day] of days.entries()) {
      for (const time of MOMENTS) {
        app.moveClockTo(`${day}T${time}`);
        await told.tell();
      }
      expect([day, await went(day)]).toEqual([day, expected[index]]);
      expect(await would(day)).toEqual([]);
    }
  });

  it.each([
    ['2017-10-23', 'must be today or in the future'],
    ['2018-11-29', 'must be at most 400 days ahead'],
    ['3 May', 'must be a real date'],
    ['', 'must be a real date'],
  ])('of %j is refused beside its field', async (day, message) => {
    const answer = await manager.open(`${AT}/dry-run?day=${encodeURIComponent(day)}`).expect(400);
    expect(mainText(answer)).toContain(message);
    expect(answer.text).toContain(`value="${day}"`);
  });

  it('reaches from today to 400 days ahead, and asks for a day first', async () => {
    await manager.open(`${AT}/dry-run?day=2017-10-24`).expect(200);
    await manager.open(`${AT}/dry-run?day=2018-11-28`).expect(200);
    const { text } = await manager.open(`${AT}/dry-run`).expect(200);
    expect(text).toContain('value="2017-10-25"');
  });
});

describe('what tells of a draft', () => {
  /** No page or file of an officer's may say that there is such a thing, in whichever words. */
  const TELLS = /gift|hospitality|wrote down/i;
  let its: Scene;
  let eve: SeatedMember;
  let officers: readonly Visitor[];
  let toIt: Reminded;

  const holding = async (role: Exclude<Role, 'member'>): Promise<Visitor> => {
    const email = `${role}-of-drafts@example.org`;
    const accountId = await app.addPerson(email, { name: role });
    await its.council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
    return app.signIn(email);
  };
  const rowsOf = async (isOfGifts: boolean): Promise<{ id: string; rule: string; message_id: string }[]> =>
    (
      await app.owner.query<{ id: string; rule: string; message_id: string }>(
        `select id, rule, message_id from reminder
         where member_id = $1 and (rule = any ($2)) = $3 order by due_at`,
        [eve.memberId, CODES_ON_GIFTS, isOfGifts],
      )
    ).rows;
  /** Writes a gift down, and does not send it. */
  const write = (): Promise<unknown> =>
    its.council.inUnit(async (uow) => {
      const donor = 'Quexleybury Dairy';
      const of = { category: 'gifts', donor, what: 'A hamper', valuePence: 6_000, valueIs: 'known' } as const;
      const gift = { ...of, offeredOn: '2024-02-05', accepted: true, asCouncillor: true } as const;
      const owner = { memberId: eve.memberId, channel: 'web' } as const;
      const { version } = await app.get(Drafts).find(uow, owner);
      const answers = { 'gifts/self': { answer: 'entries', interests: [gift] } } as const;
      return done(await app.get(Drafts).save(uow, owner, { answers }, version));
    });
  /** Everything that says what a member was and will be told. */
  const pages = (): string[] => [
    AT,
    `${AT}.csv`,
    `${AT}/dry-run?day=2024-02-11`,
    `${AT}/dry-run?day=2024-02-18`,
    `/officer/members/${eve.memberId}`,
    '/officer/audit',
  ];
  const telling = async (paths: readonly string[]): Promise<string[]> => {
    const all: string[] = [];
    for (const officer of officers)
      for (const path of paths) {
        const { text } = await officer.open(path).expect(200);
        // A filter offers every kind of event that there is, whether or not it happened.
        const said = mainText({ text: text.replace(/<select[^]*?<\/select>/g, '') });
        if (TELLS.test(said)) all.push(path);
      }
    return all;
  };

  beforeAll(async () => {
    app.moveClockTo('2024-02-10T09:00');
    its = await sceneOfBriefings(app);
    toIt = reminded(app, its.council);
    officers = [
      await holding('monitoring-officer'),
      await holding('deputy-monitoring-officer'),
      await holding('auditor'),
    ];
    eve = await its.seat({ name: 'Eve', email: 'eve-of-drafts@example.org' });
    await its.council.inUnit(async (uow) => {
      const code = { code: 'lga-model-2020', fromOn: civilDate('2021-05-01') };
      done(await app.get(Authorities).adoptCode(uow, code));
    });
    await write();
    await toIt.plan();
  });

  it('is planned, and shown to no officer before it is sent', async () => {
    const planned = await rowsOf(true);
    expect(planned.length).toBeGreaterThan(1);
    expect(await telling(pages())).toEqual([]);
    for (const { id } of planned)
      for (const officer of officers) await officer.open(`${AT}/${id}`).expect(404);
    const [officer] = officers;
    const { hidden } = formOf((await officer?.open(`${AT}/pause`)) ?? { text: '' });
    for (const act of ['send-now', 'try-again'])
      expect((await officer?.send(`${AT}/${planned[0]?.id ?? ''}/${act}`, hidden))?.status).toBe(404);
    const about = encodeURIComponent(planned[0]?.rule ?? '');
    expect(mainText(await manager.open(`${AT}?about=${about}`))).toContain('No reminder was found');
  });

  it('is left out of a message that tells other things too, which its member reads whole', async () => {
    await toIt.tell();
    const [mail] = await toIt.outbox('eve-of-drafts@example.org');
    expect(mail?.subject).toMatch(/^2 things to know/);
    expect(mail?.body).toMatch(TELLS);
    const [sent] = (await rowsOf(false)).filter(({ message_id }) => message_id);
    const path = `/officer/members/${eve.memberId}/messages/${sent?.message_id ?? ''}`;
    expect(await telling([...pages(), path, `${AT}/${sent?.id ?? ''}`])).toEqual([]);
    const words = mainText((await officers[0]?.open(path)) ?? { text: '' });
    expect(words).toContain('Subject Register your interests');
    expect(words).not.toContain('things to know');
  });

  it('is no message at all for an officer where it tells nothing else', async () => {
    await its.register(eve);
    await write();
    app.moveClockTo('2024-02-18T09:00');
    expect(await toIt.tell()).toBe(1);
    const [mail] = await toIt.outbox('eve-of-drafts@example.org');
    expect(mail?.subject).toBe('You wrote down a gift or hospitality and have not sent it');
    const messageId = mail?.messageId.replace(/^<|@probity>$/g, '') ?? '';
    expect(await telling(pages().filter((path) => !path.includes('02-11')))).toEqual([]);
    for (const officer of officers)
      await officer.open(`/officer/members/${eve.memberId}/messages/${messageId}`).expect(404);
  });
});
