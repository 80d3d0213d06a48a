import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import { civilDate } from '../../src/law/index.js';
import {
  Meetings,
  proposedFacts,
  TITLE_MOST_CHARACTERS,
  type CorrectedAgenda,
} from '../../src/meetings/index.js';
import { AGENDA, agendaAbout, clerkOfNewCouncil, item, ITEMS, type Clerk } from '../support/clerk.js';
import { addPanel, done, foundCouncil } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';

let rooms: Rooms;
let clerk: Clerk;

beforeAll(async () => {
  rooms = await startRooms();
});
beforeEach(async () => {
  clerk = await clerkOfNewCouncil(rooms);
});
afterAll(() => rooms.close());

describe('saving a received agenda', () => {
  test('it becomes a meeting with its items, and the draft is gone', async () => {
    const importId = await clerk.received(AGENDA);
    const issuedOn = civilDate('2017-10-13');
    const participationBy = '2017-10-23T09:00';
    const { meetingId, revision } = done(await clerk.save(importId, { issuedOn, participationBy }));
    expect(revision).toBe(1);
    expect(await clerk.council.inUnit((uow) => rooms.get(Meetings).find(uow, meetingId))).toMatchObject({
      bodyId: clerk.panelId,
      meetsOn: '2017-10-24',
      startsAt: '10:00',
      venue: 'Town Hall, Ashford Magna',
      issuedOn,
      participationBy,
      status: 'confirmed',
    });
    expect((await clerk.items(meetingId)).map((one) => [one.position, one.number, one.title])).toEqual(
      ITEMS.map((one, index) => [index + 1, one.number, one.title]),
    );
    expect(await clerk.rowsIn('agenda_import')).toBe(0);
    const [event] = await clerk.council.inUnit((uow) => rooms.get(Audit).newest(uow, 1));
    expect(event).toMatchObject({
      action: 'meeting.saved',
      subjectId: meetingId,
      payload: { importId, revision: 1, items: 3, withdrawn: 0 },
    });
  });

  const wrong: [what: string, agenda: () => Partial<CorrectedAgenda>, refusal: object][] = [
    ['a body that is not here', () => ({ bodyId: randomUUID() }), { refused: 'unknown-body' }],
    ['no items', () => ({ items: [] }), { refused: 'no-items' }],
    ['an empty title', () => ({ items: [item('1', ' ')] }), { refused: 'item-title', position: 1 }],
    [
      'a title of 1,001 characters',
      () => ({ items: [item('1', 'One'), item('2', 'x'.repeat(TITLE_MOST_CHARACTERS + 1))] }),
      { refused: 'item-title', position: 2 },
    ],
  ];
  test.each(wrong)('%s is refused; nothing is saved and the draft waits', async (_, agenda, refusal) => {
    const importId = await clerk.received(AGENDA);
    expect(await clerk.save(importId, agenda())).toEqual(refusal);
    expect(await clerk.rowsIn('meeting')).toBe(0);
    expect(await clerk.rowsIn('agenda_import')).toBe(1);
    expect(await clerk.audited('meeting.saved')).toBe(0);
  });

  test('a title of exactly 1,000 characters is saved', async () => {
    const items = [item('1', 'x'.repeat(TITLE_MOST_CHARACTERS))];
    expect(await clerk.save(await clerk.received(AGENDA), { items })).toHaveProperty('meetingId');
  });

  test('a body of another council is not known here', async () => {
    const neighbour = await foundCouncil(rooms);
    const bodyId = await neighbour.inUnit((uow) => addPanel(uow, rooms, 'Their Panel'));
    expect(await clerk.save(await clerk.received(AGENDA), { bodyId })).toEqual({ refused: 'unknown-body' });
  });

  test('another body, day or time is another meeting', async () => {
    const otherPanel = await clerk.council.inUnit((uow) => addPanel(uow, rooms, 'Waste Panel'));
    const agendas = [{}, { bodyId: otherPanel }, { meetsOn: civilDate('2017-10-25') }, { startsAt: '10:01' }];
    for (const [index, agenda] of agendas.entries()) {
      expect((await clerk.saved(agendaAbout(`Lane ${index}`), agenda)).revision).toBe(1);
    }
    expect(await clerk.rowsIn('meeting')).toBe(4);
  });
});

describe('revising the agenda of a meeting', () => {
  test('items keep their ids by title, then by number; the others are withdrawn and stay on the record', async () => {
    const { meetingId } = await clerk.saved(AGENDA);
    const [apologies, declarations, resurfacing] = await clerk.items(meetingId);
    // A new item 2 moves the declarations to 3; the resurfacing is gone, and item 1 has a mended title.
    const items = [
      item('1', 'Apologies, Welcome and Notices'),
      item('2', 'Urgent Business'),
      item('3', 'DECLARATIONS  of interest'),
    ];
    const revised = await clerk.saved(agendaAbout('Bell Lane'), { items, venue: 'Village Hall' });
    expect(revised).toEqual({ meetingId, revision: 2 });
    const now = await clerk.items(meetingId);
    expect(now.map((one) => [one.id, one.number, one.title, one.firstRevision])).toEqual([
      [apologies?.id, '1', 'Apologies, Welcome and Notices', 1],
      [expect.any(String), '2', 'Urgent Business', 2],
      [declarations?.id, '3', 'DECLARATIONS  of interest', 1],
    ]);
    const { rows } = await rooms.owner.query(
      'select id, title, withdrawn_in_revision from agenda_item where withdrawn_in_revision is not null and meeting_id = $1',
      [meetingId],
    );
    expect(rows).toEqual([
      { id: resurfacing?.id, title: 'Resurfacing of Mill Lane', withdrawn_in_revision: 2 },
    ]);
    const meeting = await clerk.council.inUnit((uow) => rooms.get(Meetings).find(uow, meetingId));
    expect(meeting?.venue).toBe('Village Hall');
    const [event] = await clerk.council.inUnit((uow) => rooms.get(Audit).newest(uow, 1));
    expect(event).toMatchObject({
      action: 'agenda.revised',
      payload: { revision: 2, items: 3, withdrawn: 1 },
    });
  });

  test('every revision is kept, the first one first', async () => {
    const { meetingId } = await clerk.saved(AGENDA);
    rooms.moveClockTo('2017-10-17T14:30');
    await clerk.saved(agendaAbout('Bell Lane'));
    rooms.moveClockTo('2017-10-16T09:00');
    const revisions = await clerk.council.inUnit((uow) => rooms.get(Meetings).revisions(uow, meetingId));
    expect(revisions.map((one) => [one.number, one.receivedAt.toISOString(), one.recordedBy])).toEqual([
      [1, '2017-10-16T08:00:00.000Z', clerk.council.accountId],
      [2, '2017-10-17T13:30:00.000Z', clerk.council.accountId],
    ]);
    // The texts are long and stay in the database.
    expect(JSON.stringify(revisions)).not.toContain('Apologies');
  });

  test('what the clerk said of an item stands when it comes again, and is asked again under another title', async () => {
    const { meetingId } = await clerk.saved(AGENDA);
    const [apologies, declarations, resurfacing] = await clerk.items(meetingId);
    await clerk.council.inUnit(async (uow) => {
      for (const one of [apologies, declarations, resurfacing]) {
        done(await rooms.get(Meetings).setItemFacts(uow, one?.id ?? '', { planningOrRegulatory: 'no' }));
      }
    });
    const yes = proposedFacts({ planningOrRegulatory: { value: 'yes', source: 'reader', words: 'licence' } });
    const items = [
      item('1', 'Apologies and Welcome', { facts: yes }),
      item('2', 'Street Trading Licences', { facts: yes }),
    ];
    await clerk.saved(agendaAbout('Bell Lane'), { items });
    const facts = (await clerk.items(meetingId)).map((one) => [one.id, one.facts.planningOrRegulatory]);
    expect(facts).toEqual([
      [apologies?.id, { value: 'no', source: 'clerk' }],
      [declarations?.id, { value: 'yes', source: 'reader', words: 'licence' }],
    ]);
  });

  test('the agenda of a cancelled meeting is not revised', async () => {
    const { meetingId } = await clerk.saved(AGENDA);
    await clerk.council.inUnit((uow) => rooms.get(Meetings).cancel(uow, meetingId));
    const importId = await clerk.received(agendaAbout('Bell Lane'));
    expect(await clerk.save(importId)).toEqual({ refused: 'meeting-cancelled', meetingId });
    expect(await clerk.rowsIn('agenda_revision')).toBe(1);
    expect(await clerk.rowsIn('agenda_import')).toBe(1);
  });
});

describe('two clerks at once', () => {
  test('with the same agenda for the same meeting: one saves it, the others are told for which meeting', async () => {
    const drafts = await Promise.all(Array.from({ length: 6 }, () => clerk.received(AGENDA)));
    const answers = await Promise.all(drafts.map((id) => clerk.save(id)));
    const [winner] = answers.filter((answer) => 'meetingId' in answer && !('refused' in answer));
    expect(answers.filter((answer) => 'refused' in answer)).toEqual(
      Array.from({ length: 5 }, () => ({
        refused: 'already-imported',
        saved: {
          ...(winner as object),
          bodyName: 'Highways Panel',
          meetsOn: '2017-10-24',
          startsAt: '10:00',
        },
      })),
    );
    expect([
      await clerk.rowsIn('meeting'),
      await clerk.rowsIn('agenda_revision'),
      await clerk.rowsIn('agenda_item'),
    ]).toEqual([1, 1, 3]);
    expect(await clerk.audited('meeting.saved')).toBe(1);
  });

  test('with the same agenda and different days: the loser’s meeting is taken back with everything else', async () => {
    const drafts = await Promise.all(Array.from({ length: 6 }, () => clerk.received(AGENDA)));
    const answers = await Promise.all(
      drafts.map((id, index) => clerk.save(id, { meetsOn: civilDate(`2017-10-2${index}`) })),
    );
    expect(
      answers.filter((answer) => 'refused' in answer && answer.refused === 'already-imported').length,
    ).toBe(5);
    expect([
      await clerk.rowsIn('meeting'),
      await clerk.rowsIn('agenda_revision'),
      await clerk.rowsIn('agenda_item'),
    ]).toEqual([1, 1, 3]);
    // What was refused still waits, for its clerk to discard.
    expect(await clerk.rowsIn('agenda_import')).toBe(5);
  });

  test('with different agendas for one new meeting: one is the first revision, the others follow', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 6 }, (_, index) => clerk.received(agendaAbout(`Lane ${index}`))),
    );
    const answers = await Promise.all(drafts.map((id) => clerk.save(id)));
    expect(answers.map((answer) => done(answer).revision).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(new Set(answers.map((answer) => done(answer).meetingId)).size).toBe(1);
    expect(await clerk.rowsIn('agenda_item')).toBe(3);
  });

  test('saving one draft twice at once makes one meeting of it', async () => {
    const importId = await clerk.received(AGENDA);
    const answers = await Promise.all([1, 2, 3, 4].map(() => clerk.save(importId)));
    expect(answers.filter((answer) => 'revision' in answer).length).toBe(1);
    expect(await clerk.rowsIn('agenda_revision')).toBe(1);
  });

  test('answering different questions about one item keeps both answers', async () => {
    const { meetingId } = await clerk.saved(AGENDA);
    const [first] = await clerk.items(meetingId);
    const answers = [
      { scrutiny: 'yes' },
      { publicMaySpeak: 'no' },
      { educationFunction: 'unknown' },
    ] as const;
    await Promise.all(
      answers.map((facts) =>
        clerk.council.inUnit((uow) => rooms.get(Meetings).setItemFacts(uow, first?.id ?? '', facts)),
      ),
    );
    const [now] = await clerk.items(meetingId);
    expect(now?.facts).toEqual({
      planningOrRegulatory: { value: 'unknown', source: 'reader' },
      educationFunction: { value: 'unknown', source: 'clerk' },
      scrutiny: { value: 'yes', source: 'clerk' },
      councilTaxCalculation: { value: 'unknown', source: 'reader' },
      publicMaySpeak: { value: 'no', source: 'clerk' },
    });
    expect(await clerk.audited('item.facts-confirmed')).toBe(3);
  });
});

describe('meetings on the record', () => {
  test('a meeting is cancelled once and stays with its items', async () => {
    const { meetingId } = await clerk.saved(AGENDA);
    const cancel = (id: string) => clerk.council.inUnit((uow) => rooms.get(Meetings).cancel(uow, id));
    expect(await cancel(meetingId)).toEqual({ id: meetingId });
    expect(await cancel(meetingId)).toEqual({ refused: 'already-cancelled' });
    expect(await cancel(randomUUID())).toEqual({ refused: 'unknown-meeting' });
    const meeting = await clerk.council.inUnit((uow) => rooms.get(Meetings).find(uow, meetingId));
    expect(meeting?.status).toBe('cancelled');
    expect((await clerk.items(meetingId)).length).toBe(3);
    expect(await clerk.audited('meeting.cancelled')).toBe(1);
  });

  test('they are listed by day and time, from the first to the last day asked about', async () => {
    const days = ['2017-10-25', '2017-10-23', '2017-10-24'];
    for (const day of days) await clerk.saved(agendaAbout(day), { meetsOn: civilDate(day) });
    await clerk.saved(agendaAbout('early'), { startsAt: '09:00' });
    const listed = (range: { from?: string; to?: string }): Promise<string[]> =>
      clerk.council.inUnit(async (uow) => {
        const { from, to } = range;
        const meetings = await rooms.get(Meetings).list(uow, {
          ...(from !== undefined && { from: civilDate(from) }),
          ...(to !== undefined && { to: civilDate(to) }),
        });
        return meetings.map((meeting) => `${meeting.meetsOn} ${meeting.startsAt}`);
      });
    const all = ['2017-10-23 10:00', '2017-10-24 09:00', '2017-10-24 10:00', '2017-10-25 10:00'];
    expect(await listed({})).toEqual(all);
    expect(await listed({ from: '2017-10-24' })).toEqual(all.slice(1));
    expect(await listed({ to: '2017-10-24' })).toEqual(all.slice(0, 3));
    expect(await listed({ from: '2017-10-24', to: '2017-10-24' })).toEqual(all.slice(1, 3));
    expect(await listed({ from: '2017-10-26' })).toEqual([]);
  });

  test('another council’s meeting, items and facts are not there', async () => {
    const { meetingId } = await clerk.saved(AGENDA);
    const [first] = await clerk.items(meetingId);
    const meetings = rooms.get(Meetings);
    const neighbour = await foundCouncil(rooms);
    await neighbour.inUnit(async (uow) => {
      expect(await meetings.find(uow, meetingId)).toBeUndefined();
      expect(await meetings.list(uow)).toEqual([]);
      expect(await meetings.items(uow, meetingId)).toEqual([]);
      expect(await meetings.revisions(uow, meetingId)).toEqual([]);
      expect(await meetings.cancel(uow, meetingId)).toEqual({ refused: 'unknown-meeting' });
      const facts = await meetings.setItemFacts(uow, first?.id ?? '', { scrutiny: 'yes' });
      expect(facts).toEqual({ refused: 'unknown-item' });
    });
  });

  test('nothing is said of an item that was withdrawn', async () => {
    const { meetingId } = await clerk.saved(AGENDA);
    const [, , resurfacing] = await clerk.items(meetingId);
    await clerk.saved(agendaAbout('Bell Lane'), { items: ITEMS.slice(0, 2) });
    const facts = await clerk.council.inUnit((uow) =>
      rooms.get(Meetings).setItemFacts(uow, resurfacing?.id ?? '', { scrutiny: 'yes' }),
    );
    expect(facts).toEqual({ refused: 'unknown-item' });
  });
});
