import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { Authorities } from '../../src/authorities/index.js';
import { Briefings, MeetingsOfMember } from '../../src/briefings/index.js';
import { Disclosures, type DeclaredInterest } from '../../src/disclosures/index.js';
import { DispensationDecisions, DispensationRequests, type Asked } from '../../src/dispensations/index.js';
import { Roles } from '../../src/identity/index.js';
import { addDays, civilDate, type CivilDate } from '../../src/law/index.js';
import { Attendance, Meeting, Meetings, Observations } from '../../src/meetings/index.js';
import { Members, Seats } from '../../src/members/index.js';
import { londonWallClock } from '../../src/platform/clock/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import { Drafts, type Draft, type GiftDetails } from '../../src/register/index.js';
import { dayAndDateInWords, timeInWords } from '../../src/wording/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { agendaAbout, clerkOfNewCouncil, type Clerk } from '../support/clerk.js';
import { addPanel, done } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';
import { mainText, type Visitor } from '../support/visitor.js';

const TODAY = '2026-03-15T09:00';
const OCTOBER = '2026-10-20T09:00';
const VENUE = 'Tŷ’r Cyngor; Bala';
const SECRET = 'Hartlebrook';

let app: TestApp;
let clerk: Clerk;
let parksId: string;
let ann: SignedMember;
let bob: SignedMember;
let anns: Visitor;
let bobs: Visitor;
let metId: string;
let declaredId: string;
let agendas = 0;

const meets = async (meetsOn: string, startsAt: string, bodyId = clerk.panelId): Promise<string> => {
  const at = { meetsOn: civilDate(meetsOn), startsAt, venue: VENUE, bodyId };
  return (await clerk.saved(agendaAbout(`Lane number ${++agendas}`), at)).meetingId;
};
const as = <T>({ accountId }: SignedMember, work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
  app.database.unitOfWork(
    { authorityId: clerk.council.authorityId, actor: { kind: 'person', accountId } },
    work,
  );

async function seated(email: string, on: string): Promise<SignedMember> {
  const member = await addMember(app, clerk.council, email, { on });
  await clerk.council.inUnit(async (uow) => {
    const { id: seatId } = await app.get(Seats).add(uow, { bodyId: clerk.panelId, role: 'member' });
    done(await app.get(Seats).fill(uow, { seatId, memberId: member.memberId, fromOn: civilDate(on) }));
  });
  return member;
}

beforeAll(async () => {
  app = await startApp({ at: '2025-04-02T09:00' });
  clerk = await clerkOfNewCouncil(app);
  parksId = await clerk.council.inUnit((uow) => addPanel(uow, app, 'Parks Panel'));
  bob = await seated('bob@example.org', '2025-04-01');
  await notify(app, clerk.council, bob);
  declaredId = await owesAfterDisclosure();
  app.moveClockTo(TODAY);
  ann = await seated('ann@example.org', '2026-03-10');
  anns = await app.signIn(ann.email);
  bobs = await app.signIn(bob.email);
  await grantDispensation();
  for (const [day, time] of [
    ...[['2026-03-28', '10:00'] as const, ['2026-03-29', '00:30'] as const, ['2026-03-30', '00:15'] as const],
    ...[['2026-10-24', '23:45'] as const, ['2026-10-25', '10:00'] as const, ['2026-10-26', '18:30'] as const],
  ])
    await meets(day, time);
});
beforeEach(() => {
  app.moveClockTo(TODAY);
});
afterAll(() => app.close());

/** Told to a meeting on 12 March as an interest that nobody knew of: to be notified by 8 April. */
async function owesAfterDisclosure(): Promise<string> {
  metId = await meets('2026-03-12', '10:00');
  app.moveClockTo('2026-03-12T10:30');
  return declares(`I am a director of ${SECRET}`, { atMeeting: true });
}

/** Of the second item of that meeting. */
async function declares(
  nature: string,
  more: Pick<DeclaredInterest, 'atMeeting' | 'corrects'>,
): Promise<string> {
  const [, item] = await clerk.items(metId);
  return as(bob, async (uow) => {
    const told = { id: randomUUID(), memberId: bob.memberId, meetingId: metId, intends: 'leaves' } as const;
    const interest = { kind: 'dpi', heldBy: 'self', category: 'employment' } as const;
    const about = { id: item?.id ?? '', title: item?.title ?? '' };
    return done(await app.get(Disclosures).declare(uow, { ...told, item: about, interest, nature, ...more }))
      .id;
  });
}

async function grantDispensation(): Promise<void> {
  const officer = await app.addPerson('officer@example.org', { name: 'An Officer' });
  const asked: Asked & { readonly from: CivilDate; readonly to: CivilDate } = {
    ...{ kind: 'restriction', relieves: ['discussion'], ground: 'c', matter: `The lease of ${SECRET}` },
    ...{ from: civilDate('2026-03-15'), to: civilDate('2026-04-30'), reason: `${SECRET} would go unheard.` },
  };
  const { id } = await as(bob, async (uow) =>
    done(await app.get(DispensationRequests).ask(uow, bob.memberId, asked)),
  );
  const acting = {
    authorityId: clerk.council.authorityId,
    actor: { kind: 'person', accountId: officer },
  } as const;
  await app.database.unitOfWork(acting, async (uow) => {
    const role = { accountId: officer, role: 'monitoring-officer', fromOn: '2017-01-01' } as const;
    await app.get(Roles).grant(uow, role);
    const granted = { outcome: 'granted', decidedBy: 'officer', decidedOn: civilDate('2026-03-15') } as const;
    const { relieves, ground, from, to, matter: cases, reason } = asked;
    const given = { ...granted, relieves, ground, from, to, cases, reason };
    done(await app.get(DispensationDecisions).decide(uow, id, given));
  });
}

/** Makes an address by the page, and gives its key. */
async function newKey(visitor: Visitor): Promise<string> {
  const page = await visitor.fill('/my/calendar', {});
  expect(page.status).toBe(200);
  const [, key = ''] = /\/my\/calendar\.ics\?key=([A-Za-z0-9_-]{43})\b/.exec(page.text) ?? [];
  expect(key).not.toBe('');
  return key;
}

const calendarOf = async (key: string): Promise<string> =>
  (await app.visitor().open(`/my/calendar.ics?key=${key}`).expect(200)).text;

interface Event {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string | undefined;
  readonly summary: string;
  readonly location: string;
  readonly isDay: boolean;
  /** On the London clock. */
  readonly date: string;
  readonly time: string;
}

function eventsIn(text: string): Event[] {
  const events = new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent');
  return events.map((event) => {
    const said = (name: string): string => event.getFirstPropertyValue(name)?.toString() ?? '';
    const start = event.getFirstPropertyValue('dtstart') as ICAL.Time;
    const at = start.isDate ? { date: start.toString(), time: '' } : londonWallClock(start.toJSDate());
    return {
      ...{ uid: said('uid'), sequence: Number(said('sequence')), status: said('status') },
      ...{ summary: said('summary'), location: said('location'), isDay: start.isDate, ...at },
    };
  });
}

const meetingsIn = (text: string): Event[] => eventsIn(text).filter(({ isDay }) => !isDay);
const lastDaysIn = (text: string): Event[] => eventsIn(text).filter(({ isDay }) => isDay);

/** Every meeting and every last day as the member's page has it. */
async function onPage(visitor: Visitor): Promise<{ meetings: string[]; lastDays: string[] }> {
  const page = mainText(await visitor.open('/my').expect(200));
  const meetings = page.matchAll(/\w+day \d+ \w+ \d{4}, [^,]+, Tŷ’r Cyngor; Bala(?! Highways| Parks)/g);
  const days = page.matchAll(/(?:Last day: \w+|confirm by \w+|dispensation ends on) (\d+ \w+ \d{4})/g);
  return {
    meetings: [...new Set([...meetings].map(String))],
    lastDays: [...days].map(([, day = '']) => day),
  };
}

const asOnPage = ({ date, time, location }: Event): string =>
  `${dayAndDateInWords(civilDate(date))}, ${timeInWords(time)}, ${location}`;

async function agrees(visitor: Visitor, key: string, today: string): Promise<number> {
  const text = await calendarOf(key);
  const page = await onPage(visitor);
  const ahead = meetingsIn(text).filter(({ date }) => date >= today);
  expect(page.meetings).toEqual(ahead.slice(0, 6).map(asOnPage));
  const days = lastDaysIn(text).map(({ date }) => dayAndDateInWords(civilDate(date)).replace(/^\w+ /, ''));
  expect(days).toEqual(expect.arrayContaining(page.lastDays));
  return page.meetings.length + page.lastDays.length;
}

describe('the address', () => {
  it('is made, shown once, and opens the calendar to whoever has it, without a session', async () => {
    expect(mainText(await anns.open('/my').expect(200))).toContain('in my own calendar');
    expect(mainText(await anns.open('/my/calendar').expect(200))).toContain('You have no calendar address.');
    const key = await newKey(anns);
    const again = await anns.open('/my/calendar').expect(200);
    expect(mainText(again)).toContain('It was made on 15 March 2026 at 9am.');
    expect(again.text).not.toContain(key);
    const file = await app.visitor().open(`/my/calendar.ics?key=${key}`).expect(200);
    expect(file.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
    });
    expect(file.headers['set-cookie']).toBeUndefined();
    expect(file.headers['content-disposition']).toBeUndefined();
  });

  it('that is new takes the place of the old one', async () => {
    const old = await newKey(anns);
    const fresh = await newKey(anns);
    await app.visitor().open(`/my/calendar.ics?key=${old}`).expect(404);
    await calendarOf(fresh);
  });

  it('is withdrawn; then it is answered as a wrong one is, and as one that is none', async () => {
    const key = await newKey(anns);
    const withdrawn = await anns.fill('/my/calendar', {}, { form: 'withdraw' });
    expect([withdrawn.status, withdrawn.headers.location]).toEqual([303, '/my/calendar?done=withdrawn']);
    const page = mainText(await anns.open('/my/calendar?done=withdrawn'));
    expect(page).toContain('Your calendar address is withdrawn.');
    expect(page).toContain('You have no calendar address.');
    const wrong = [key, 'A'.repeat(43), 'short', '', `${key}&key=${key}`, "'%20or%20true"];
    const answers = await Promise.all(
      wrong.map(async (one) => {
        const answer = await app.visitor().open(`/my/calendar.ics?key=${one}`).expect(404);
        return mainText(answer);
      }),
    );
    expect(new Set(answers).size).toBe(1);
    // Who is signed in is no exception: the key is what is asked about.
    await anns.open(`/my/calendar.ics?key=${key}`).expect(404);
  });

  it('is not needed by the member themselves, and is for members alone', async () => {
    const own = await anns.open('/my/calendar.ics').expect(200);
    expect(own.headers['content-disposition']).toBe('attachment; filename=calendar.ics');
    expect(meetingsIn(own.text).length).toBeGreaterThan(0);
    const stranger = await app.visitor().open('/my/calendar.ics').expect(303);
    expect(stranger.headers.location).toBe('/sign-in?returnTo=%2Fmy%2Fcalendar.ics');
    const officer = await app.signIn('officer@example.org');
    await officer.open('/my/calendar.ics').expect(403);
    await officer.open('/my/calendar').expect(403);
  });
});

describe('the calendar agrees with the pages', () => {
  it('on either side of both changes of the clocks, and names nothing but the meeting', async () => {
    const key = await newKey(anns);
    expect(await agrees(anns, key, '2026-03-15')).toBe(7);
    const text = await calendarOf(key);
    expect(meetingsIn(text).map(({ date, time }) => `${date} ${time}`)).toEqual([
      // She sat on the panel on that day, before this day.
      ...['2026-03-12 10:00', '2026-03-28 10:00', '2026-03-29 00:30', '2026-03-30 00:15'],
      ...['2026-10-24 23:45', '2026-10-25 10:00', '2026-10-26 18:30'],
    ]);
    expect(lastDaysIn(text)).toMatchObject([{ date: '2026-04-06', status: '' }]);
    app.moveClockTo(OCTOBER);
    expect(await agrees(anns, key, '2026-10-20')).toBe(4);
  });

  it('on every kind of last day, in words that tell nothing of what it is about', async () => {
    const key = await newKey(bobs);
    expect(await agrees(bobs, key, '2026-03-15')).toBe(9);
    const text = await calendarOf(key);
    const council = /Council \d+/.exec(mainText(await bobs.open('/my/calendar')))?.[0] ?? '';
    expect(lastDaysIn(text).map(({ date, summary }) => [date, summary])).toEqual([
      ['2026-04-08', `Last day to notify the monitoring officer, ${council}`],
      ['2026-04-02', `Last day to confirm your register entry, ${council}`],
      ['2026-04-30', `Last day of a dispensation, ${council}`],
    ]);
    expect(text).not.toContain(SECRET);
    expect(text.toLowerCase()).not.toContain('employ');
  });

  it('on what was put right since: the same event', async () => {
    const key = await newKey(bobs);
    const find = async (): Promise<Event[]> =>
      lastDaysIn(await calendarOf(key)).filter(({ summary }) => summary.includes('notify'));
    const before = await find();
    expect(before).toHaveLength(1);
    await declares(`I am the chair of ${SECRET}`, { corrects: declaredId });
    expect(await find()).toEqual(before);
  });

  it('on the days of the council’s code too, and the safe ones of them, without saying of what they are', async () => {
    const elsewhere = await clerkOfNewCouncil(app);
    app.moveClockTo('2024-02-02T09:00');
    const cleo = await addMember(app, elsewhere.council, 'cleo@example.org', { on: '2024-02-02' });
    const acting = {
      authorityId: elsewhere.council.authorityId,
      actor: { kind: 'person', accountId: cleo.accountId },
    } as const;
    await app.database.unitOfWork(acting, async (uow) => {
      const code = { code: 'lga-model-2020', fromOn: civilDate('2021-05-01') };
      done(await app.get(Authorities).adoptCode(uow, code));
    });
    // What the Act asks for and no more: the code asks for one heading beside.
    await notify(app, elsewhere.council, cleo);
    await app.database.unitOfWork(acting, async (uow) => {
      const gift: GiftDetails = {
        ...{ category: 'gifts', donor: SECRET, what: 'A hamper', valuePence: 6_000, valueIs: 'known' },
        ...{ offeredOn: '2024-02-01', accepted: true, asCouncillor: true },
      };
      const draft: Draft = { answers: { 'gifts/self': { answer: 'entries', interests: [gift] } } };
      const drafts = app.get(Drafts);
      const owner = { memberId: cleo.memberId, channel: 'web' } as const;
      done(await drafts.save(uow, owner, draft, (await drafts.find(uow, owner)).version));
    });
    const visitor = await app.signIn(cleo.email);
    const text = await calendarOf(await newKey(visitor));
    const byTheCode = lastDaysIn(text).filter(({ summary }) => summary.includes('code'));
    expect(byTheCode.map(({ date }) => date)).toEqual(['2024-02-29', '2024-02-28']);
    for (const { summary } of byTheCode)
      expect(summary).toMatch(/^Last day by your council’s code to notify the monitoring officer, /);
    expect(new Set(byTheCode.map(({ uid }) => uid)).size).toBe(2);
    expect(text).not.toContain(SECRET);
    expect(text.toLowerCase()).not.toMatch(/gift|hamper|heading|bodies/);
  });

  it('on a leap day; and what is done is gone', async () => {
    app.moveClockTo('2024-02-10T09:00');
    const leap = await addMember(app, clerk.council, 'leap@example.org', { on: '2024-02-02' });
    const visitor = await app.signIn(leap.email);
    const key = await newKey(visitor);
    expect(await agrees(visitor, key, '2024-02-10')).toBe(1);
    const [day] = lastDaysIn(await calendarOf(key));
    expect(day?.date).toBe('2024-02-29');
    await notify(app, clerk.council, leap);
    const dates = lastDaysIn(await calendarOf(key)).map(({ date }) => date);
    // What is left is to confirm it a year later.
    expect(dates).toEqual(['2025-02-10']);
  });

  it('on a meeting that is moved: the same event under a higher number; and one that is cancelled stays', async () => {
    const moved = await meets('2026-05-05', '10:00');
    const cancelled = await meets('2026-05-06', '10:00');
    const key = await newKey(anns);
    const find = async (id: string): Promise<Event | undefined> =>
      meetingsIn(await calendarOf(key)).find(({ uid }) => uid === `${id}@probity`);
    const before = await find(moved);
    await clerk.saved(agendaAbout('A revised lane'), {
      ...{ meetsOn: civilDate('2026-05-05'), startsAt: '10:00', venue: VENUE },
    });
    const revised = await find(moved);
    await clerk.council.inUnit(async (uow) => {
      const { authorityId } = uow;
      await uow.manager.update(
        Meeting,
        { authorityId, id: moved },
        { meetsOn: '2026-05-07', startsAt: '18:30' },
      );
      done(await app.get(Meetings).cancel(uow, cancelled));
    });
    const after = await find(moved);
    expect(after).toMatchObject({ date: '2026-05-07', time: '18:30', status: 'CONFIRMED' });
    const numbers = [before, revised, after].map((one) => one?.sequence ?? 0);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(await find(cancelled)).toMatchObject({ status: 'CANCELLED', date: '2026-05-06' });
    // The file of the one meeting tells the same.
    const single = await anns.open(`/my/meetings/${moved}/calendar.ics`).expect(200);
    expect(eventsIn(single.text)).toEqual([after]);
  });

  it('on who is expected where: by a seat, as a substitute, or because they said so', async () => {
    const cai = await addMember(app, clerk.council, 'cai@example.org', { on: '2026-03-01' });
    const seats = await meets('2026-06-01', '10:00');
    const attends = await meets('2026-06-02', '10:00', parksId);
    const stays = await meets('2026-06-03', '10:00', parksId);
    const replaces = await meets('2026-06-04', '10:00');
    const says = (meetingId: string, comes: boolean): Promise<void> =>
      as(cai, async (uow) => {
        const said = { meetingId, memberId: cai.memberId, attends: comes };
        done(await app.get(Attendance).says(uow, said));
      });
    await says(attends, true);
    await says(stays, true);
    await says(stays, false);
    await as(bob, async (uow) => {
      const seen = { kind: 'substitution', memberId: cai.memberId, forMemberId: ann.memberId } as const;
      const observation = { id: randomUUID(), seen, saidAt: new Date('2026-03-15T08:00:00Z') };
      const batch = { meetingId: replaces, observations: [observation] };
      expect(await app.get(Observations).record(uow, batch)).toMatchObject([{ outcome: 'recorded' }]);
    });
    const days = { from: civilDate('2026-02-01'), to: civilDate('2027-03-01') };
    await clerk.council.inUnit(async (uow) => {
      const all = await app.get(Meetings).list(uow, days);
      for (const { memberId } of [ann, bob, cai]) {
        const theirs = await app.get(MeetingsOfMember).between(uow, memberId, days);
        const briefed: string[] = [];
        for (const meeting of all)
          if ((await app.get(Briefings).membersBriefed(uow, meeting)).includes(memberId))
            briefed.push(meeting.id);
        expect(theirs.map(({ id }) => id)).toEqual(briefed);
      }
    });
    const visitor = await app.signIn(cai.email);
    const ids = meetingsIn((await visitor.open('/my/calendar.ics')).text).map(({ uid }) => uid.split('@')[0]);
    expect(ids).toEqual([attends, replaces]);
    expect(ids).not.toContain(seats);
    const key = await newKey(visitor);
    await agrees(visitor, key, '2026-03-15');
  });

  it('from a month back to a year ahead', async () => {
    const dan = await seated('dan@example.org', '2025-04-01');
    const today = civilDate('2026-03-15');
    const days = [-32, -31, 366, 367].map((n) => addDays(today, n));
    for (const day of days) await meets(day, '10:00');
    const visitor = await app.signIn(dan.email);
    const dates = meetingsIn((await visitor.open('/my/calendar.ics')).text).map(({ date }) => date);
    expect([dates[0], dates.at(-1)]).toEqual([days[1], days[2]]);
  });

  it('on nobody else’s: neither of another council nor of who has left', async () => {
    const other = await clerkOfNewCouncil(app);
    const theirs = (await other.saved(agendaAbout('Elsewhere'), { meetsOn: civilDate('2026-04-01') }))
      .meetingId;
    const eve = await seated('eve@example.org', '2026-03-01');
    const key = await newKey(await app.signIn(eve.email));
    expect(await calendarOf(key)).not.toContain(theirs);
    await clerk.council.inUnit(async (uow) => {
      done(await app.get(Members).leaveOffice(uow, eve.memberId, civilDate('2026-03-20')));
      await app.get(Seats).leaveAll(uow, eve.memberId, civilDate('2026-03-20'));
    });
    app.moveClockTo('2026-03-21T09:00');
    // The calendar is still one, so that programs take what was ahead away, and say no error.
    expect(eventsIn(await calendarOf(key)).map(({ date }) => date)).toEqual(['2026-03-12']);
  });
});
