import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { addDays, civilDate } from '../law/index.js';
import type { Meeting } from '../meetings/index.js';
import { londonInstant, londonWallClock } from '../platform/clock/index.js';
import { asCalendar, meetingAsCalendar, type LastDayInCalendar } from './calendar-file.js';

const STAMP = new Date('2023-11-01T12:00:00Z');
const ADDRESS = 'https://probity.example/my/meetings/m-1';

const meetingOf = (more: Partial<Meeting> = {}): Meeting =>
  ({
    ...{ id: 'm-1', bodyId: 'b', meetsOn: '2026-10-24', startsAt: '10:00', venue: 'Town Hall' },
    ...{ status: 'confirmed', changes: 0, ...more },
  }) as Meeting;

const file = (more: Partial<Meeting> = {}, bodyName = 'Highways Panel', sequence = 0): string =>
  meetingAsCalendar({ meeting: meetingOf(more), bodyName }, { address: ADDRESS, sequence, stampedAt: STAMP });

const lastDays = (...days: Partial<LastDayInCalendar>[]): string =>
  asCalendar(
    {
      name: 'Probity: Ashford Magna Council',
      meetings: [],
      lastDays: days.map((day) => ({
        ...{ id: 'duty-1', lastDay: civilDate('2024-02-29'), title: 'Last day', address: ADDRESS },
        ...day,
      })),
    },
    STAMP,
  );

const calendarIn = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text) as never);

function eventIn(text: string): ICAL.Component {
  const [event, ...others] = calendarIn(text).getAllSubcomponents('vevent');
  if (event === undefined || others.length > 0) throw new Error('Not one event.');
  return event;
}

const said = (event: ICAL.Component, name: string): string | undefined =>
  event.getFirstPropertyValue(name)?.toString();

const momentIn = (event: ICAL.Component, name: string): Date =>
  (event.getFirstPropertyValue(name) as ICAL.Time).toJSDate();

const rings = (event: ICAL.Component): ReturnType<typeof londonWallClock>[] =>
  event.getAllSubcomponents('valarm').map((alarm) => londonWallClock(momentIn(alarm, 'trigger')));

describe('a meeting', () => {
  it.each([
    ['2026-03-28', '10:00', '2026-03-28T10:00:00Z'],
    ['2026-03-29', '00:30', '2026-03-29T00:30:00Z'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00Z'],
    ['2026-03-30', '10:00', '2026-03-30T09:00:00Z'],
    ['2026-03-30', '00:15', '2026-03-29T23:15:00Z'],
    ['2026-10-24', '23:45', '2026-10-24T22:45:00Z'],
    ['2026-10-25', '00:30', '2026-10-24T23:30:00Z'],
    ['2026-10-25', '10:00', '2026-10-25T10:00:00Z'],
    ['2026-10-26', '00:00', '2026-10-26T00:00:00Z'],
    ['2028-02-29', '18:30', '2028-02-29T18:30:00Z'],
  ])('on %s at %s in London begins at %s, and rings at six the evening before', (meetsOn, startsAt, utc) => {
    const event = eventIn(file({ meetsOn, startsAt }));
    expect(said(event, 'dtstart')).toBe(utc);
    expect(londonWallClock(momentIn(event, 'dtstart'))).toEqual({ date: meetsOn, time: startsAt });
    expect(momentIn(event, 'dtend').getTime() - momentIn(event, 'dtstart').getTime()).toBe(2 * 3_600_000);
    expect(rings(event)).toEqual([{ date: addDays(civilDate(meetsOn), -1), time: '18:00' }]);
  });

  it('keeps its id when it is moved, under a higher number and at its new time', () => {
    const before = eventIn(file({ meetsOn: '2026-10-24' }, 'Highways Panel', 1));
    const after = eventIn(file({ meetsOn: '2026-10-26' }, 'Highways Panel', 2));
    expect([said(before, 'uid'), said(before, 'sequence')]).toEqual(['m-1@probity', '1']);
    expect([said(after, 'uid'), said(after, 'sequence')]).toEqual(['m-1@probity', '2']);
    expect(said(after, 'dtstart')).toBe('2026-10-26T10:00:00Z');
  });

  it('that is cancelled stays in the file, says so twice, takes no time and does not ring', () => {
    const event = eventIn(file({ status: 'cancelled' }));
    expect(said(event, 'status')).toBe('CANCELLED');
    expect(said(event, 'summary')).toBe('Cancelled: Highways Panel');
    expect(said(event, 'transp')).toBe('TRANSPARENT');
    expect(rings(event)).toEqual([]);
    expect(said(eventIn(file()), 'status')).toBe('CONFIRMED');
  });

  it('leads to the briefing, and has no place where none is known yet', () => {
    const event = eventIn(file());
    expect(said(event, 'url')).toBe(ADDRESS);
    expect(said(event, 'description')).toContain(ADDRESS);
    expect(said(event, 'location')).toBe('Town Hall');
    expect(said(event, 'dtstamp')).toBe('2023-11-01T12:00:00Z');
    expect(eventIn(file({ venue: '' })).getFirstProperty('location')).toBeNull();
  });

  it('that begins within the evening rings no more', () => {
    const at = { meetsOn: '2023-11-02', startsAt: '10:00' };
    expect(rings(eventIn(file(at)))).toEqual([{ date: '2023-11-01', time: '18:00' }]);
    expect(rings(eventIn(file({ ...at, meetsOn: '2023-11-01' })))).toEqual([]);
  });
});

describe('words', () => {
  const AWKWARD = 'Tŷ Gwŷn; Y Bala, "ystafell" \\ 2\nŴyth ☃ 🏛 BEGIN:VEVENT';

  it('come back as they went in, whatever is in them', () => {
    const event = eventIn(file({ venue: AWKWARD }, AWKWARD));
    expect(said(event, 'summary')).toBe(AWKWARD);
    expect(said(event, 'location')).toBe(AWKWARD);
    const calendar = calendarIn(asCalendar({ name: AWKWARD, meetings: [], lastDays: [] }, STAMP));
    // The reader leaves the escapes in the values of properties that it does not know.
    expect(said(calendar, 'x-wr-calname')?.replace(/\\(.)/g, '$1')).toBe(AWKWARD.replace('\n', ' '));
    expect(calendar.getAllSubcomponents('vevent')).toEqual([]);
  });

  it('lose what such a file may not have', () => {
    const event = eventIn(file({ venue: 'Town\u000bHall\r\nHigh\u0000 Street' }));
    expect(said(event, 'location')).toBe('Town Hall\nHigh  Street');
  });

  it('stand in lines of no more than 75 bytes, none of which cuts a letter, and each ends with a line break', () => {
    const text = file({ venue: 'Tŷ’r Cyngor, Llanrhaeadr-ym-Mochnant ŵŷ '.repeat(9) }, 'ŵ🏛'.repeat(60));
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = text.split('\r\n');
    expect(lines.some((line) => line.includes('\n') || line.includes('\r'))).toBe(false);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
    expect(said(eventIn(text), 'summary')).toBe('ŵ🏛'.repeat(60));
  });
});

describe('a last day', () => {
  it.each([
    ['2024-02-29', '2024-03-01', ['2024-02-22', '2024-02-28']],
    // Seven days before lies on the other side of the change of the clocks.
    ['2026-03-29', '2026-03-30', ['2026-03-22', '2026-03-28']],
    ['2026-03-30', '2026-03-31', ['2026-03-23', '2026-03-29']],
    ['2026-10-25', '2026-10-26', ['2026-10-18', '2026-10-24']],
    ['2026-10-26', '2026-10-27', ['2026-10-19', '2026-10-25']],
    ['2026-12-31', '2027-01-01', ['2026-12-24', '2026-12-30']],
  ])('on %s is a whole day until %s, and rings at nine', (lastDay, end, days) => {
    const event = eventIn(lastDays({ lastDay: civilDate(lastDay) }));
    expect(event.getFirstProperty('dtstart')?.type).toBe('date');
    expect([said(event, 'dtstart'), said(event, 'dtend')]).toEqual([lastDay, end]);
    expect(rings(event)).toEqual(days.map((date) => ({ date, time: '09:00' })));
    expect(said(event, 'transp')).toBe('TRANSPARENT');
  });

  it('does not ring for what has passed', () => {
    const soon = eventIn(lastDays({ lastDay: civilDate('2023-11-02') }));
    expect(rings(soon)).toEqual([]);
    const later = eventIn(lastDays({ lastDay: civilDate('2023-11-03') }));
    expect(rings(later)).toEqual([{ date: '2023-11-02', time: '09:00' }]);
  });
});

it('the calendar is published under its name and asked for again every hour', () => {
  const calendar = calendarIn(lastDays({}));
  expect(said(calendar, 'method')).toBe('PUBLISH');
  expect(said(calendar, 'x-wr-calname')).toBe('Probity: Ashford Magna Council');
  expect(said(calendar, 'refresh-interval')).toBe('PT1H');
  expect(said(calendar, 'x-published-ttl')).toBe('PT1H');
});

it('a time that the clocks skip is written as the clock reads it', () => {
  const event = eventIn(file({ meetsOn: '2026-03-29', startsAt: '01:30' }));
  expect(momentIn(event, 'dtstart')).toEqual(londonInstant('2026-03-29', '01:30'));
});
