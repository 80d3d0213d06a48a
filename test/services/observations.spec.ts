import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import {
  Attendance,
  Meetings,
  Observations,
  type MeetingObserved,
  type NewObservation,
  type ObservationOutcome,
  type Seen,
} from '../../src/meetings/index.js';
import { agendaAbout, clerkOfNewCouncil, type Clerk } from '../support/clerk.js';
import { addAccount, addPanel, done, seatMember, type Council } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';

let rooms: Rooms;
let clerk: Clerk;
let council: Council;
let meetingId: string;
let itemId: string;
let ann: string;
let bob: string;
let cai: string;

beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.close());

beforeEach(async () => {
  rooms.moveClockTo('2017-10-16T09:00');
  clerk = await clerkOfNewCouncil(rooms);
  ({ council } = clerk);
  ({ meetingId } = await clerk.saved(agendaAbout('Mill Lane')));
  itemId = (await clerk.items(meetingId))[2]?.id ?? '';
  [ann, bob, cai] = await council.inUnit(async (uow) => {
    const elsewhere = await addPanel(uow, rooms, 'Parks Panel');
    const seat = async (name: string, bodyId: string): Promise<string> =>
      (await seatMember(uow, rooms, { name, bodyId, role: 'member', on: '2017-05-08' })).memberId;
    return [await seat('Ann', clerk.panelId), await seat('Bob', clerk.panelId), await seat('Cai', elsewhere)];
  });
  rooms.moveClockTo('2017-10-24T10:00');
});

const observation = (seen: Seen, more: Partial<NewObservation> = {}): NewObservation => ({
  ...{ id: randomUUID(), seen, saidAt: new Date('2017-10-24T09:00:00Z') },
  ...more,
});
const record = (...observations: NewObservation[]): Promise<ObservationOutcome[]> =>
  council.inUnit((uow) => rooms.get(Observations).record(uow, { meetingId, observations }));
const observed = (): Promise<MeetingObserved> =>
  council.inUnit((uow) => rooms.get(Observations).ofMeeting(uow, meetingId));
const present = (memberId: string): Seen => ({ kind: 'attendance', memberId, as: 'present' });

/** Somebody else of the same council, at work at the same meeting. */
async function asSecondClerk(...observations: NewObservation[]): Promise<{ accountId: string }> {
  const accountId = await addAccount(rooms, `${randomUUID()}@example.org`);
  await rooms.database.unitOfWork({ ...council.acting, actor: { kind: 'person', accountId } }, (uow) =>
    rooms.get(Observations).record(uow, { meetingId, observations }),
  );
  return { accountId };
}

describe('recording what is seen', () => {
  test('keeps everything as it was seen, and gives it back', async () => {
    const named = [
      { memberId: ann, vote: 'for' },
      { memberId: bob, vote: 'abstained' },
    ] as const;
    const seen: Seen[] = [
      { kind: 'opened' },
      present(ann),
      { kind: 'attendance', memberId: bob, as: 'remote' },
      { kind: 'item-begun', itemId },
      { kind: 'left', memberId: ann, itemId },
      { kind: 'returned', memberId: ann, itemId },
      { kind: 'vote', itemId, question: 'motion', outcome: 'carried', result: { named } },
      {
        kind: 'vote',
        itemId,
        question: 'amendment-1',
        result: { counts: { for: 2, against: 1, abstained: 0 } },
      },
      { kind: 'closed' },
    ];
    const outcomes = await record(...seen.map((one) => observation(one)));
    expect(outcomes.map((one) => 'outcome' in one && one.outcome)).toEqual(seen.map(() => 'recorded'));
    const { attendance, absences, votes, begun, opened, closed } = await observed();
    expect([...attendance.values()].map(({ as }) => as)).toEqual(['present', 'remote']);
    expect(absences).toMatchObject([{ memberId: ann, left: { itemId }, returned: { itemId } }]);
    expect([...begun.keys()]).toEqual([itemId]);
    expect([opened?.kind, closed?.kind]).toEqual(['opened', 'closed']);
    expect(votes.map(({ question }) => question).sort()).toEqual(['amendment-1', 'motion']);
    const motion = votes.find(({ question }) => question === 'motion');
    expect(motion?.outcome).toBe('carried');
    expect(motion && 'named' in motion.result && [...motion.result.named]).toEqual(
      expect.arrayContaining([...named]),
    );
  });

  test('twice the same adds nothing, in one batch, in two and at the same time', async () => {
    const one = observation(present(ann));
    expect(await record(one, one)).toEqual([
      { id: one.id, outcome: 'recorded' },
      { id: one.id, outcome: 'already-held' },
    ]);
    expect(await record({ ...one, saidAt: new Date('2017-10-24T08:59:58Z') })).toEqual([
      { id: one.id, outcome: 'already-held' },
    ]);
    const other = observation(present(bob));
    const outcomes = (await Promise.all([record(other), record(other), record(other)])).flat();
    expect(outcomes.map((each) => 'outcome' in each && each.outcome).sort()).toEqual([
      'already-held',
      'already-held',
      'recorded',
    ]);
    expect(await clerk.rowsIn('observation')).toBe(2);
    expect(await clerk.audited('meeting.observed')).toBe(2);
  });

  test('the same id for something else is refused and told; the first stays, and the rest of the batch is kept', async () => {
    const one = observation(present(ann));
    await record(one);
    const changed = { ...one, seen: { kind: 'attendance', memberId: ann, as: 'absent' } as const };
    const outcomes = await record(changed, observation(present(bob)));
    expect(outcomes[0]).toEqual({ id: one.id, refused: 'other-content' });
    expect(outcomes[1]).toMatchObject({ outcome: 'recorded' });
    const { attendance } = await observed();
    expect([attendance.get(ann)?.as, attendance.get(bob)?.as]).toEqual(['present', 'present']);
  });

  test('a correction names what it puts right; both rows stay', async () => {
    const one = observation({ kind: 'left', memberId: ann, itemId });
    const correction = observation({ kind: 'left', memberId: bob, itemId }, { correctsId: one.id });
    await record(observation(present(ann)), observation(present(bob)), one, correction);
    expect((await observed()).absences.map(({ memberId }) => memberId)).toEqual([bob]);
    await record(observation({ kind: 'taken-back' }, { correctsId: correction.id }));
    expect((await observed()).absences).toEqual([]);
    expect(await clerk.rowsIn('observation')).toBe(5);
  });

  test('two clerks at once: both are kept, the later word stands, and who said what is told', async () => {
    await record(observation(present(ann), { saidAt: new Date('2017-10-24T08:58:00Z') }));
    const { accountId } = await asSecondClerk(
      observation({ kind: 'attendance', memberId: ann, as: 'apologies' }),
    );
    const { attendance, differences } = await observed();
    expect(attendance.get(ann)?.as).toBe('apologies');
    expect(differences).toMatchObject([
      { stands: { recordedBy: accountId }, also: { recordedBy: council.accountId, as: 'present' } },
    ]);
    expect(await clerk.rowsIn('observation')).toBe(2);
  });

  test('when it happened is when it was said, unless another time is given; after midnight it is the next day', async () => {
    await record(
      observation({ kind: 'opened' }, { at: '09:55' }),
      observation({ kind: 'left', memberId: ann, itemId }, { at: '10:12' }),
    );
    const { opened, absences } = await observed();
    expect(opened?.happenedAt.toISOString()).toBe('2017-10-24T08:55:00.000Z');
    expect(opened?.saidAt.toISOString()).toBe('2017-10-24T09:00:00.000Z');
    expect(absences[0]?.left.happenedAt.toISOString()).toBe('2017-10-24T09:12:00.000Z');
    const evening = { startsAt: '19:00', items: clerk.corrected().items };
    const late = await clerk.saved(agendaAbout('Weir Bank'), evening);
    rooms.moveClockTo('2017-10-25T00:21');
    const saidAt = new Date('2017-10-24T23:21:00Z');
    await council.inUnit((uow) =>
      rooms.get(Observations).record(uow, {
        meetingId: late.meetingId,
        observations: [observation({ kind: 'closed' }, { at: '00:20', saidAt })],
      }),
    );
    const { closed } = await council.inUnit((uow) => rooms.get(Observations).ofMeeting(uow, late.meetingId));
    expect(closed?.happenedAt.toISOString()).toBe('2017-10-24T23:20:00.000Z');
  });

  test.each<[string, () => NewObservation]>([
    ['unknown-item', () => observation({ kind: 'item-begun', itemId: randomUUID() })],
    ['unknown-member', () => observation(present(randomUUID()))],
    ['unknown-member', () => observation({ kind: 'substitution', memberId: ann, forMemberId: randomUUID() })],
    ['unknown-correction', () => observation(present(ann), { correctsId: randomUUID() })],
    ['unknown-correction', () => observation({ kind: 'taken-back' })],
    ['said-in-the-future', () => observation(present(ann), { saidAt: new Date('2017-10-24T09:00:01Z') })],
  ])('refuses as %s, and keeps nothing', async (refused, make) => {
    expect(await record(make())).toMatchObject([{ refused }]);
    expect(await clerk.rowsIn('observation')).toBe(0);
    expect(await clerk.audited('meeting.observed')).toBe(0);
  });

  test('a correction is of the same kind and the same meeting', async () => {
    const one = observation(present(ann));
    await record(one);
    expect(await record(observation({ kind: 'opened' }, { correctsId: one.id }))).toMatchObject([
      { refused: 'unknown-correction' },
    ]);
  });

  test('more than an hour before the meeting, only what is known before one', async () => {
    const at = (iso: string) => ({ saidAt: new Date(iso) });
    const named = [{ memberId: ann, vote: 'for' }] as const;
    const room: Seen[] = [
      { kind: 'opened' },
      present(ann),
      { kind: 'attendance', memberId: ann, as: 'remote' },
      { kind: 'item-begun', itemId },
      { kind: 'left', memberId: ann, itemId },
      { kind: 'returned', memberId: ann, itemId },
      { kind: 'vote', itemId, question: 'motion', result: { named } },
      { kind: 'closed' },
    ];
    // Called for 10am in British Summer Time, which is 9am by UTC: the hour before begins at 8am by UTC.
    const early = at('2017-10-24T07:59:59Z');
    for (const seen of room)
      expect(await record(observation(seen, early))).toMatchObject([{ refused: 'meeting-not-begun' }]);
    const apologies = observation({ kind: 'attendance', memberId: ann, as: 'apologies' }, early);
    const known = [
      apologies,
      observation({ kind: 'attendance', memberId: bob, as: 'absent' }, early),
      observation({ kind: 'substitution', memberId: cai, forMemberId: ann }, early),
      observation({ kind: 'taken-back' }, { ...early, correctsId: apologies.id }),
    ];
    for (const one of known) expect(await record(one)).toEqual([{ id: one.id, outcome: 'recorded' }]);
    for (const seen of room)
      expect(await record(observation(seen, at('2017-10-24T08:00:00Z')))).toMatchObject([
        { outcome: 'recorded' },
      ]);
  });

  test('a cancelled meeting is not observed', async () => {
    await council.inUnit((uow) => rooms.get(Meetings).cancel(uow, meetingId));
    expect(await record(observation({ kind: 'opened' }))).toMatchObject([{ refused: 'cancelled-meeting' }]);
  });

  test('cannot be changed or removed behind the record', async () => {
    await record(observation(present(ann)));
    const change = (sql: string): Promise<unknown> => council.inUnit((uow) => uow.manager.query(sql));
    await expect(change(`update observation set payload = '{}'`)).rejects.toThrow();
    await expect(change('delete from observation')).rejects.toThrow();
  });

  test('another council neither finds the meeting nor sees what was observed', async () => {
    const one = observation(present(ann));
    await record(one);
    const other = await clerkOfNewCouncil(rooms);
    await other.council.inUnit(async (uow) => {
      const { attendance } = await rooms.get(Observations).ofMeeting(uow, meetingId);
      expect(attendance.size).toBe(0);
      expect(await rooms.get(Observations).record(uow, { meetingId, observations: [one] })).toEqual([
        { id: one.id, refused: 'unknown-meeting' },
      ]);
    });
  });

  test('is recorded in the audit with who and what, and without how anybody voted', async () => {
    const named = [{ memberId: ann, vote: 'against' as const }];
    await record(observation({ kind: 'vote', itemId, question: 'motion', result: { named } }));
    const [event] = await council.inUnit((uow) => rooms.get(Audit).newest(uow, 1));
    expect(event).toMatchObject({
      action: 'meeting.observed',
      payload: { observations: [{ kind: 'vote', agendaItemId: itemId }] },
    });
    expect(JSON.stringify(event)).not.toContain('against');
  });
});

describe('who is expected', () => {
  const says = (memberId: string, attends: boolean): ReturnType<Attendance['says']> =>
    council.inUnit((uow) => rooms.get(Attendance).says(uow, { meetingId, memberId, attends }));
  const expected = (): Promise<string[]> =>
    council.inUnit(async (uow) => {
      const meeting = await rooms.get(Meetings).find(uow, meetingId);
      const members = meeting === undefined ? [] : await rooms.get(Attendance).expected(uow, meeting);
      const names = new Map([
        [ann, 'Ann'],
        [bob, 'Bob'],
        [cai, 'Cai'],
      ]);
      return members.map(({ memberId, as }) => `${names.get(memberId) ?? ''}: ${as}`);
    });

  test('those who hold a seat, and a member without one who says that they will attend', async () => {
    expect(await expected()).toEqual(['Ann: seat', 'Bob: seat']);
    done(await says(cai, true));
    done(await says(bob, false));
    expect(await expected()).toEqual(['Ann: seat', 'Cai: visitor']);
    expect(await clerk.audited('attendance.said')).toBe(2);
  });

  test('the latest word counts, and the same word again adds nothing', async () => {
    done(await says(bob, false));
    done(await says(bob, false));
    expect(await clerk.rowsIn('attendance_intention')).toBe(1);
    done(await says(bob, true));
    expect(await expected()).toEqual(['Ann: seat', 'Bob: seat']);
  });

  test('a substitute in place of a member; what is seen in the room counts for more than what was said', async () => {
    done(await says(bob, false));
    await record(
      observation({ kind: 'substitution', memberId: cai, forMemberId: ann }),
      observation(present(bob)),
    );
    expect(await expected()).toEqual(['Bob: seat', 'Cai: substitute']);
  });

  test('refuses who holds no office on the day, a meeting that is not there, and a cancelled one', async () => {
    expect(await says(randomUUID(), true)).toEqual({ refused: 'not-in-office' });
    const elsewhere = { meetingId: randomUUID(), memberId: ann, attends: true };
    expect(await council.inUnit((uow) => rooms.get(Attendance).says(uow, elsewhere))).toEqual({
      refused: 'unknown-meeting',
    });
    await council.inUnit((uow) => rooms.get(Meetings).cancel(uow, meetingId));
    expect(await says(ann, true)).toEqual({ refused: 'cancelled-meeting' });
    expect(await clerk.rowsIn('attendance_intention')).toBe(0);
  });
});
