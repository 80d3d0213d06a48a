import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  DispensationCoverages,
  DispensationInvitations,
  Dispensations,
  DispensationsModule,
  RecordedLate,
  suggests,
} from '../../src/dispensations/index.js';
import { civilDate, IF_THE_ITEM_IS_ABOUT_IT, rulebookFor } from '../../src/law/index.js';
import { Roles } from '../../src/identity/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { Members } from '../../src/members/index.js';
import { RegisterModule } from '../../src/register/index.js';
import { agendaAbout, item, type Clerk } from '../support/clerk.js';
import { done, type Council } from '../support/council.js';
import {
  asked,
  grant,
  MATTER,
  pointsOf,
  REASON,
  sceneOfDispensations,
  TODAY,
  type Asker,
  type DispensationScene,
  type Granted,
} from '../support/dispensations.js';
import { startRooms, type Rooms } from '../support/rooms.js';

let rooms: Rooms;
let scene: DispensationScene;
let council: Council;
let clerk: Clerk;
let member: Asker;
let officer: string;

beforeAll(async () => {
  rooms = await startRooms({ also: [RegisterModule, DispensationsModule] });
});
beforeEach(async () => {
  rooms.moveClockTo('2017-10-16T09:00');
  scene = await sceneOfDispensations(rooms);
  ({ clerk, council, member, officer } = scene);
});
afterAll(() => rooms.close());

describe('several members for one matter', () => {
  const period = { from: TODAY, to: civilDate('2017-12-31') };
  const invite = (
    memberIds: readonly string[],
    to = period.to,
  ): ReturnType<DispensationInvitations['invite']> =>
    scene.as(officer, (uow) =>
      rooms.get(DispensationInvitations).invite(uow, memberIds, { ...asked(), ...period, to }),
    );
  const invitationOf = async ({ memberId, accountId }: Asker): Promise<string> => {
    const list = await scene.as(accountId, (uow) => rooms.get(DispensationInvitations).list(uow, memberId));
    return list[0]?.invitation.id ?? '';
  };
  const confirm = (
    id: string,
    { memberId, accountId }: Asker,
  ): ReturnType<DispensationInvitations['confirm']> =>
    scene.as(accountId, (uow) => rooms.get(DispensationInvitations).confirm(uow, memberId, id));

  test('are invited, and each asks in their own name; until then nobody has asked', async () => {
    const bo = await scene.addMember('Bo Birch');
    const { batchId } = done(await invite([member.memberId, bo.memberId, bo.memberId]));
    expect(await scene.as(officer, (uow) => rooms.get(Dispensations).list(uow))).toEqual([]);
    const id = await invitationOf(member);
    expect(await confirm(id, bo)).toEqual({ refused: 'not-found' });
    const confirmed = done(await confirm(id, member));
    const all = await scene.as(officer, (uow) => rooms.get(Dispensations).list(uow));
    expect(all.map(({ request }) => [request.id, request.memberId, request.batchId])).toEqual([
      [confirmed.id, member.memberId, batchId],
    ]);
    expect((await scene.opened(confirmed.id)).asked).toEqual({ matter: MATTER, reason: REASON });
    expect(await confirm(id, member)).toEqual({ refused: 'asked-already' });
  });

  test('ask once each, also when they press twice at once', async () => {
    done(await invite([member.memberId]));
    const id = await invitationOf(member);
    const answers = await Promise.all([confirm(id, member), confirm(id, member)]);
    expect(answers.filter((answer) => 'id' in answer)).toHaveLength(1);
    expect(answers).toContainEqual({ refused: 'asked-already' });
  });

  test('who ask late ask from that day on, and not once the period is over', async () => {
    const bo = await scene.addMember('Bo Birch');
    done(await invite([member.memberId, bo.memberId]));
    rooms.moveClockTo('2017-12-31T09:00');
    const { id } = done(await confirm(await invitationOf(member), member));
    expect((await scene.opened(id)).request.fromOn).toBe('2017-12-31');
    rooms.moveClockTo('2018-01-01T09:00');
    expect(await confirm(await invitationOf(bo), bo)).toEqual({ refused: 'too-late' });
  });

  test('are not invited to what could not be granted, nor is somebody who holds no office', async () => {
    expect(await invite([])).toEqual({ refused: 'nobody' });
    expect(pointsOf(await invite([member.memberId], civilDate('2021-10-16')))).toEqual([
      'grant-over-four-years',
    ]);
    const former = await council.inUnit((uow) => rooms.get(Members).add(uow, { name: 'Cy Cole' }));
    expect(await invite([member.memberId, former.id])).toEqual({ refused: 'no-such-member' });
    expect(await clerk.rowsIn('dispensation_invitation')).toBe(0);
  });
});

describe('what it reaches', () => {
  const at = async (of = member): Promise<(boolean | undefined)[]> => {
    const { meetingId } = meeting;
    const items = await clerk.items(meetingId);
    const map = await scene.as(officer, (uow) => rooms.get(Dispensations).atItems(uow, of.memberId, items));
    return items.map(({ id }) => map.get(id)?.[0]?.coversThisMatter);
  };
  const say = async (id: string, position: number, covers: boolean, title?: string) => {
    const found = (await clerk.items(meeting.meetingId))[position];
    const asItIs = { id: found?.id ?? '', title: title ?? found?.title ?? '' };
    return scene.as(officer, (uow) => rooms.get(DispensationCoverages).say(uow, id, asItIs, covers));
  };
  let meeting: { meetingId: string };

  beforeEach(async () => {
    meeting = await clerk.saved(agendaAbout('Weir'), { items: [item('1', MATTER), item('2', 'Other')] });
  });

  test('is unknown until somebody has said so, and then as they said last', async () => {
    const id = await scene.askedId();
    expect(await say(id, 0, true)).toEqual({ refused: 'not-granted' });
    done(await scene.decide(id));
    expect(await at()).toEqual([undefined, undefined]);
    done(await say(id, 0, true));
    expect(await at()).toEqual([true, undefined]);
    done(await say(id, 0, false));
    expect(await at()).toEqual([false, undefined]);
  });

  test('is nothing said of an item under another title', async () => {
    const id = await scene.askedId();
    done(await scene.decide(id));
    expect(await say(id, 0, true, 'A title of yesterday')).toEqual({ refused: 'no-such-item' });
    done(await say(id, 0, true));
    await clerk.saved(agendaAbout('Weir again'), {
      items: [item('1', 'Rebuilding of Mill Weir'), item('2', 'Other')],
    });
    expect(await at()).toEqual([undefined, undefined]);
  });

  test('is not said by the member who asked, whatever role they hold', async () => {
    const id = await scene.askedId();
    done(await scene.decide(id));
    const { accountId } = member;
    await council.inUnit((uow) =>
      rooms.get(Roles).grant(uow, { accountId, role: 'deputy-monitoring-officer', fromOn: '2017-01-01' }),
    );
    const [first] = await clerk.items(meeting.meetingId);
    const one = { id: first?.id ?? '', title: first?.title ?? '' };
    const saying = await scene.as(accountId, (uow) =>
      rooms.get(DispensationCoverages).say(uow, id, one, true),
    );
    expect(saying).toEqual({ refused: 'own-request' });
    expect(await at()).toEqual([undefined, undefined]);
    done(await say(id, 0, true));
  });

  test('is suggested by the item that it was asked for and by the words of its title', async () => {
    const [first, second] = await clerk.items(meeting.meetingId);
    const id = await scene.askedId({ matter: 'other', agendaItemId: first?.id });
    const one = await scene.opened(id);
    expect([first, second].map((each) => each && suggests(one, each))).toEqual([
      'asked-for-it',
      'same-words',
    ]);
    const unlike = await scene.opened(await scene.askedId({ matter: 'Another weir' }));
    expect([first, second].map((each) => each && suggests(unlike, each))).toEqual([undefined, undefined]);
  });

  test('lifts a bar in the law only where it is known to reach the item', async () => {
    const id = await scene.askedId();
    done(await scene.decide(id));
    const items = await clerk.items(meeting.meetingId);
    const meetingDate = civilDate('2017-10-24');
    const law = rulebookFor({ jurisdiction: 'england', codes: [], standingOrdersExclude: [] }, meetingDate);
    if (law.kind === 'not-encoded') throw new Error('The law of that day is not here.');
    const maySpeak = async (): Promise<string> => {
      const map = await scene.as(officer, (uow) =>
        rooms.get(Dispensations).atItems(uow, member.memberId, items),
      );
      const interest = { kind: 'dpi', heldBy: 'self', inRegister: true, sensitive: 'no' } as const;
      const there = { ...IF_THE_ITEM_IS_ABOUT_IT, person: 'member', formalMeeting: true } as const;
      const dispensations = map.get(items[0]?.id ?? '');
      return law.meeting({ meetingDate, ...there, interest, dispensations }).byLaw.discuss.kind;
    };
    expect(await maySpeak()).toBe('cannot-tell');
    done(await say(id, 0, true));
    expect(await maySpeak()).toBe('excused');
  });
});

describe('a grant that was recorded when a meeting had begun', () => {
  // The meeting is on 24 October 2017 at 10am.
  const begunBefore = async (recordedAt: string, more: Partial<Granted> = {}): Promise<string[]> => {
    const id = await scene.askedId();
    rooms.moveClockTo(recordedAt);
    done(await scene.decide(id, grant({ decidedBy: 'council', ...more })));
    return meetingsOf(id);
  };
  const meetingsOf = async (id: string): Promise<string[]> => {
    const one = await scene.opened(id);
    const meetings = await scene.as(officer, (uow) => rooms.get(RecordedLate).meetingsBefore(uow, one));
    return meetings.map((meeting) => meeting.id);
  };
  let meetingId: string;

  beforeEach(async () => {
    ({ meetingId } = await clerk.saved(agendaAbout('Weir'), { items: [item('1', MATTER)] }));
  });

  test.each<[string, string, boolean]>([
    ['a minute before it', '2017-10-24T09:59', false],
    ['as it began', '2017-10-24T10:00', true],
    ['on the next day', '2017-10-25T09:00', true],
  ])('%s', async (_, recordedAt, isBefore) => {
    expect(await begunBefore(recordedAt)).toEqual(isBefore ? [meetingId] : []);
  });

  test.each<[string, Partial<Granted>]>([
    ['begins after it', { from: civilDate('2017-10-25') }],
    ['ended before it', { to: civilDate('2017-10-23') }],
  ])('names no meeting where the period %s', async (_, period) => {
    expect(await begunBefore('2017-10-26T09:00', period)).toEqual([]);
  });

  test('names it until somebody has said that it reaches nothing there, or it is cancelled', async () => {
    const id = await scene.askedId();
    rooms.moveClockTo('2017-10-25T09:00');
    done(await scene.decide(id, grant({ decidedBy: 'council' })));
    const [first] = await clerk.items(meetingId);
    const one = { id: first?.id ?? '', title: first?.title ?? '' };
    const say = (covers: boolean): Promise<unknown> =>
      scene.as(officer, (uow) => rooms.get(DispensationCoverages).say(uow, id, one, covers));
    expect(await meetingsOf(id)).toEqual([meetingId]);
    await say(false);
    expect(await meetingsOf(id)).toEqual([]);
    await say(true);
    expect(await meetingsOf(id)).toEqual([meetingId]);
    await council.inUnit((uow) => rooms.get(Meetings).cancel(uow, meetingId));
    expect(await meetingsOf(id)).toEqual([]);
  });
});

describe('one that ends soon', () => {
  test('is said from 60 days before its last day until that day', async () => {
    const id = await scene.askedId();
    done(await scene.decide(id));
    const on = (day: string): Promise<string[]> =>
      scene.as(officer, async (uow) =>
        (await rooms.get(Dispensations).expiring(uow, civilDate(day))).map(({ requestId }) => requestId),
      );
    expect(await on('2017-10-31')).toEqual([]);
    expect(await on('2017-11-01')).toEqual([id]);
    expect(await on('2017-12-31')).toEqual([id]);
    expect(await on('2018-01-01')).toEqual([]);
    expect(
      await scene.as(officer, (uow) => rooms.get(Dispensations).expiring(uow, civilDate('2017-12-01'))),
    ).toEqual([{ requestId: id, memberId: member.memberId, lastDay: '2017-12-31' }]);
  });
});
