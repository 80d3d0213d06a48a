import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  DispensationCoverages,
  DispensationDecisions,
  DispensationRequests,
  Dispensations,
  DispensationsModule,
  type Asked,
} from '../../src/dispensations/index.js';
import { civilDate, lastDayOfYearsFrom } from '../../src/law/index.js';
import { Roles } from '../../src/identity/index.js';
import { RegisterModule } from '../../src/register/index.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { agendaAbout, clerkOfNewCouncil, type Clerk } from '../support/clerk.js';
import { done, foundCouncil, type Council } from '../support/council.js';
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
import { tablesThatSay } from '../support/tables-that-say.js';

const FOUR_YEARS = lastDayOfYearsFrom(TODAY, 4);

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

describe('a member who asks', () => {
  test('is heard, in their own name, and everything that they wrote is sealed', async () => {
    const id = await scene.askedId();
    const { request, asked: words, state } = await scene.opened(id);
    expect(request).toMatchObject({ memberId: member.memberId, requestedOn: TODAY, channel: 'web' });
    expect([state, request.inWriting, words]).toEqual(['waiting', true, { matter: MATTER, reason: REASON }]);
    done(await scene.decide(id, grant({ reason: 'Heard from Quillfeather, too.' })));
    for (const mark of ['Thornfield', 'Quillfeather']) expect(await tablesThatSay(rooms, mark)).toEqual([]);
  });

  test.each<[string, Partial<Asked>, string]>([
    ['until a day too far', { to: civilDate('2021-10-16') }, 'grant-over-four-years'],
    ['without a period', { to: null }, 'grant-states-no-period'],
    ['from yesterday', { from: civilDate('2017-10-15') }, 'grant-may-not-look-back'],
  ])('%s is refused by the law, with the provision', async (_, more, point) => {
    const answer = await scene.ask(more);
    expect(answer).toMatchObject({ refused: 'not-allowed' });
    expect(pointsOf(answer)).toEqual([point]);
    expect(JSON.stringify(answer)).toContain('s.33(3)');
  });

  test('for exactly four years is heard', async () => {
    expect(FOUR_YEARS).toBe('2021-10-15');
    expect(await scene.ask({ to: FOUR_YEARS })).toHaveProperty('id');
  });

  test.each<[string, Partial<Asked>, string]>([
    ['from neither restriction', { relieves: [] }, 'no-restriction'],
    ['until a day before its first', { from: TODAY, to: civilDate('2017-10-15') }, 'ends-before-it-begins'],
  ])('to be relieved %s is refused', async (_, more, refused) => {
    expect(await scene.ask(more)).toEqual({ refused });
  });

  test('for an item of another council is refused, and of this one is heard', async () => {
    const { meetingId } = await clerk.saved(agendaAbout('Thornfield'));
    const [first] = await clerk.items(meetingId);
    expect(await scene.ask({ agendaItemId: first?.id })).toHaveProperty('id');
    const elsewhere = await clerkOfNewCouncil(rooms);
    const [theirs] = await elsewhere.items((await elsewhere.saved(agendaAbout('Other'))).meetingId);
    expect(await scene.ask({ agendaItemId: theirs?.id })).toEqual({ refused: 'no-such-item' });
  });

  test('on ground (d), or for an executive decision, is heard only where there is an executive', async () => {
    expect(await scene.ask({ ground: 'd' })).toHaveProperty('id');
    await withoutExecutive();
    expect(pointsOf(await scene.ask({ ground: 'd' }))).toEqual(['ground-d-needs-an-executive']);
    const executive = {
      kind: 'executive-decision',
      relieves: [],
      ground: null,
      from: null,
      to: null,
    } as const;
    expect(await scene.ask(executive)).toEqual({ refused: 'no-executive' });
  });

  test('may leave the ground open: which is met is for the authority', async () => {
    const id = await scene.askedId({ ground: null });
    expect(pointsOf(await scene.decide(id, grant({ ground: null })))).toEqual([
      'no-ground-is-considered-met',
    ]);
    expect(await scene.decide(id)).toEqual({ id });
  });

  test('takes it back while nobody has decided, once, and nobody else does', async () => {
    const id = await scene.askedId();
    const other = await scene.addMember('Bo Birch');
    const withdraw = (of = member): ReturnType<DispensationRequests['withdraw']> =>
      scene.as(of.accountId, (uow) => rooms.get(DispensationRequests).withdraw(uow, of.memberId, id));
    expect(await withdraw(other)).toEqual({ refused: 'not-found' });
    expect(await withdraw()).toEqual({ id });
    expect(await withdraw()).toEqual({ refused: 'decided-already' });
    expect(await scene.decide(id)).toEqual({ refused: 'decided-already' });
    expect((await scene.opened(id)).state).toBe('withdrawn');
  });
});

async function withoutExecutive(): Promise<void> {
  await changeAsOwner(
    rooms,
    council,
    `update authority set executive_arrangements = false where id = '${council.authorityId}'`,
  );
}

describe('a decision', () => {
  test('grants less than was asked, and stands as it was made', async () => {
    const id = await scene.askedId();
    const given = grant({ from: civilDate('2017-11-01'), to: civilDate('2017-11-30') });
    expect(await scene.decide(id, given)).toEqual({ id });
    const { state, decision } = await scene.opened(id);
    expect(state).toBe('granted');
    expect(decision).toMatchObject({ relieves: ['discussion'], fromOn: '2017-11-01', toOn: '2017-11-30' });
    expect(decision?.words).toEqual({ cases: MATTER, reason: 'It would be inquorate.' });
    expect(await scene.decide(id, { ...given, outcome: 'refused' })).toEqual({ refused: 'decided-already' });
    await expect(
      rooms.app.query('update dispensation_decision set outcome = $1', ['refused']),
    ).rejects.toThrow(/permission denied/);
  });

  test('refuses with its reasons, and lifts nothing', async () => {
    const id = await scene.askedId();
    const { decidedBy, decidedOn, reason } = grant();
    expect(await scene.decide(id, { outcome: 'refused', decidedBy, decidedOn, reason })).toEqual({ id });
    const { state, decision } = await scene.opened(id);
    expect([state, decision?.relieves, decision?.toOn]).toEqual(['refused', [], null]);
    expect(decision?.words.reason).toBe('It would be inquorate.');
  });

  test('of two officers at once, one is taken', async () => {
    const id = await scene.askedId();
    const second = await scene.withRole('deputy-monitoring-officer');
    const answers = await Promise.all([scene.decide(id), scene.decide(id, grant(), second)]);
    expect(answers.filter((answer) => 'id' in answer)).toHaveLength(1);
    expect(answers).toContainEqual({ refused: 'decided-already' });
    expect(await clerk.audited('dispensation.granted')).toBe(1);
  });

  test.each<[string, Partial<Granted>, string]>([
    ['states no period', { to: null }, 'grant-states-no-period'],
    ['looks back', { from: TODAY, decidedOn: civilDate('2017-10-17') }, 'grant-may-not-look-back'],
    ['has no ground', { ground: null }, 'no-ground-is-considered-met'],
  ])('that %s is refused by the law', async (_, more, point) => {
    const id = await scene.askedId();
    rooms.moveClockTo('2017-10-20T09:00');
    const answer = await scene.decide(id, grant({ decidedBy: 'council', ...more }));
    expect([pointsOf(answer), (await scene.opened(id)).state]).toEqual([[point], 'waiting']);
  });

  test('that looks back is refused on the day before it begins to look forward', async () => {
    const id = await scene.askedId();
    rooms.moveClockTo('2017-10-17T09:00');
    const decidedOn = civilDate('2017-10-17');
    expect(pointsOf(await scene.decide(id, grant({ decidedOn, from: TODAY })))).toEqual([
      'grant-may-not-look-back',
    ]);
    expect(await scene.decide(id, grant({ decidedOn, from: decidedOn }))).toEqual({ id });
  });

  test('on ground (d) is refused where there is no executive', async () => {
    const id = await scene.askedId();
    await withoutExecutive();
    expect(pointsOf(await scene.decide(id, grant({ ground: 'd' })))).toEqual(['ground-d-needs-an-executive']);
  });

  test('lasts four years and not a day longer', async () => {
    const paper = { receivedOn: TODAY, inWriting: true };
    const record = (): Promise<string> =>
      scene.as(officer, async (uow) => {
        const words = asked({ from: null, to: null });
        return done(await rooms.get(DispensationRequests).recordPaper(uow, member.memberId, words, paper)).id;
      });
    const [first, second] = [await record(), await record()];
    expect(pointsOf(await scene.decide(first, grant({ to: civilDate('2021-10-16') })))).toEqual([
      'grant-over-four-years',
    ]);
    expect(await scene.decide(second, grant({ to: FOUR_YEARS }))).toEqual({ id: second });
  });

  test('on what was only spoken is refused, and on the same in writing is taken', async () => {
    for (const inWriting of [false, true]) {
      const paper = { receivedOn: civilDate('2017-10-10'), inWriting };
      const { id } = await scene.as(officer, async (uow) =>
        done(await rooms.get(DispensationRequests).recordPaper(uow, member.memberId, asked(), paper)),
      );
      expect(pointsOf(await scene.decide(id))).toEqual(inWriting ? [] : ['asked-but-not-in-writing']);
    }
  });

  test.each<[string, Partial<Granted>, string]>([
    ['for longer than was asked', { to: civilDate('2018-01-01') }, 'later-than-was-asked'],
    ['before it was asked', { decidedOn: civilDate('2017-10-15') }, 'decided-before-it-was-asked'],
    ['tomorrow', { decidedOn: civilDate('2017-10-17') }, 'in-the-future'],
    ['of no restriction', { relieves: [] }, 'no-restriction'],
    ['without a first day', { from: null }, 'no-first-day'],
    ['by a committee that is not named', { decidedBy: 'committee' }, 'no-such-body'],
    ['by the head of paid service', { decidedBy: 'head-of-paid-service' }, 'not-theirs-to-decide'],
    ['by a parish council', { decidedBy: 'parish' }, 'not-theirs-to-decide'],
  ])('%s is refused', async (_, more, refused) => {
    const id = await scene.askedId({ relieves: ['discussion'] });
    expect(await scene.decide(id, grant(more))).toEqual({ refused });
  });

  test('relieves from no restriction that was not asked about', async () => {
    const id = await scene.askedId({ relieves: ['discussion'] });
    expect(await scene.decide(id, grant({ relieves: ['discussion', 'vote'] }))).toEqual({
      refused: 'more-than-was-asked',
    });
  });

  test('of a committee of the council is taken', async () => {
    const id = await scene.askedId();
    expect(await scene.decide(id, grant({ decidedBy: 'committee', bodyId: clerk.panelId }))).toEqual({ id });
    expect((await scene.opened(id)).decision?.bodyId).toBe(clerk.panelId);
  });

  test('on their own request is recorded by no member, whoever decided; by somebody else it is', async () => {
    const id = await scene.askedId();
    await council.inUnit((uow) =>
      rooms
        .get(Roles)
        .grant(uow, { accountId: member.accountId, role: 'deputy-monitoring-officer', fromOn: '2017-01-01' }),
    );
    const byCommittee = grant({ decidedBy: 'committee', bodyId: clerk.panelId });
    const { decidedOn, reason } = byCommittee;
    const decisions = [
      grant(),
      byCommittee,
      grant({ decidedBy: 'council' }),
      { outcome: 'refused', decidedBy: 'council', decidedOn, reason },
    ] as const;
    for (const decision of decisions)
      expect(await scene.decide(id, decision, member.accountId)).toEqual({ refused: 'own-request' });
    const { id: executive } = done(
      await scene.ask({ kind: 'executive-decision', relieves: [], ground: null, from: null, to: null }),
    );
    const given = {
      decidedBy: 'head-of-paid-service',
      ground: null,
      relieves: [],
      from: null,
      to: null,
    } as const;
    expect(await scene.decide(executive, grant(given), member.accountId)).toEqual({ refused: 'own-request' });
    expect(await scene.decide(id, byCommittee)).toEqual({ id });
  });

  test('of what came on paper is not recorded by the member either, and is by the officer who typed it in', async () => {
    const paper = { receivedOn: TODAY, inWriting: true };
    const { id } = await scene.as(officer, async (uow) =>
      done(await rooms.get(DispensationRequests).recordPaper(uow, member.memberId, asked(), paper)),
    );
    expect(await scene.decide(id, grant({ decidedBy: 'council' }), member.accountId)).toEqual({
      refused: 'own-request',
    });
    expect(await scene.decide(id)).toEqual({ id });
  });

  test('of an officer is of the day on which it is recorded, and not of the day before', async () => {
    const id = await scene.askedId();
    rooms.moveClockTo('2017-10-17T00:00');
    for (const outcome of ['granted', 'refused'] as const)
      expect(await scene.decide(id, { ...grant(), outcome })).toEqual({ refused: 'officer-decides-today' });
    const today = civilDate('2017-10-17');
    expect(await scene.decide(id, grant({ decidedOn: today, from: today }))).toEqual({ id });
  });

  test.each<[string, () => Partial<Granted>]>([
    ['committee', () => ({ decidedBy: 'committee', bodyId: clerk.panelId })],
    ['council', () => ({ decidedBy: 'council' })],
  ])('of a %s may be recorded on a later day', async (_, by) => {
    const id = await scene.askedId();
    rooms.moveClockTo('2017-10-17T09:00');
    expect(await scene.decide(id, grant(by()))).toEqual({ id });
    const { decision } = await scene.opened(id);
    expect([decision?.decidedOn, decision?.recordedAt.toISOString()]).toEqual([
      TODAY,
      '2017-10-17T08:00:00.000Z',
    ]);
  });

  test('on another council’s request finds nothing', async () => {
    const id = await scene.askedId();
    const elsewhere = await foundCouncil(rooms);
    const theirs = await scene.withRole('monitoring-officer', elsewhere);
    const answer = await scene.as(
      theirs,
      (uow) => rooms.get(DispensationDecisions).decide(uow, id, grant()),
      elsewhere,
    );
    expect(answer).toEqual({ refused: 'not-found' });
    const read = await scene.as(theirs, (uow) => rooms.get(Dispensations).find(uow, id), elsewhere);
    expect(read).toBeUndefined();
    expect(await scene.as(theirs, (uow) => rooms.get(Dispensations).list(uow), elsewhere)).toEqual([]);
  });
});

describe('a parish', () => {
  test('grants its own, recorded by its clerk and not by the principal authority’s officer', async () => {
    const parish = await foundCouncil(rooms, 'parish', council.authorityId);
    const principal = await scene.withRole('monitoring-officer', parish);
    const parishClerk = await scene.withRole('parish-clerk', parish);
    const bob = await scene.addMember('Bob Beck', parish);
    const { id } = await scene.as(
      bob.accountId,
      async (uow) => done(await rooms.get(DispensationRequests).ask(uow, bob.memberId, asked())),
      parish,
    );
    const by = (account: string, more: Partial<Granted>): ReturnType<DispensationDecisions['decide']> =>
      scene.as(account, (uow) => rooms.get(DispensationDecisions).decide(uow, id, grant(more)), parish);
    expect(await by(principal, {})).toEqual({ refused: 'parish-decides-itself' });
    expect(await by(parishClerk, { decidedBy: 'council' })).toEqual({ refused: 'not-theirs-to-decide' });
    expect(await by(parishClerk, { decidedBy: 'parish' })).toEqual({ id });
  });

  test('does not let its clerk record what was decided on their own request, nor what it reaches', async () => {
    const parish = await foundCouncil(rooms, 'parish', council.authorityId);
    const bob = await scene.addMember('Bob Beck', parish);
    const grantRole = (accountId: string): Promise<unknown> =>
      parish.inUnit((uow) =>
        rooms.get(Roles).grant(uow, { accountId, role: 'parish-clerk', fromOn: '2017-01-01' }),
      );
    await grantRole(bob.accountId);
    const otherClerk = await scene.withRole('parish-clerk', parish);
    const { id } = await scene.as(
      bob.accountId,
      async (uow) => done(await rooms.get(DispensationRequests).ask(uow, bob.memberId, asked())),
      parish,
    );
    const decide = (account: string): ReturnType<DispensationDecisions['decide']> =>
      scene.as(
        account,
        (uow) => rooms.get(DispensationDecisions).decide(uow, id, grant({ decidedBy: 'parish' })),
        parish,
      );
    const reach = (account: string): ReturnType<DispensationCoverages['say']> =>
      scene.as(
        account,
        (uow) => rooms.get(DispensationCoverages).say(uow, id, { id: randomUUID(), title: 'Any' }, true),
        parish,
      );
    expect(await decide(bob.accountId)).toEqual({ refused: 'own-request' });
    expect(await decide(otherClerk)).toEqual({ id });
    expect(await reach(bob.accountId)).toEqual({ refused: 'own-request' });
    expect(await reach(otherClerk)).toEqual({ refused: 'no-such-item' });
  });
});

describe('a dispensation for an executive decision', () => {
  const EXECUTIVE: Partial<Asked> = {
    ...{ kind: 'executive-decision', relieves: [], ground: null, from: null, to: null },
  };
  const given = grant({
    ...{ decidedBy: 'head-of-paid-service', ground: null, relieves: [], from: null, to: null },
  });

  test('is given by the head of paid service alone, and lifts nothing at a meeting', async () => {
    const id = await scene.askedId(EXECUTIVE);
    expect(await scene.decide(id, { ...given, decidedBy: 'officer' })).toEqual({
      refused: 'not-theirs-to-decide',
    });
    expect(await scene.decide(id, given)).toEqual({ id });
    const at = await scene.as(officer, (uow) =>
      rooms.get(Dispensations).atItems(uow, member.memberId, [{ id: 'any', title: 'Any' }]),
    );
    expect(at.get('any')).toEqual([]);
  });

  test('relieves from nothing in the database, too', async () => {
    const id = await scene.askedId(EXECUTIVE);
    const wrong = scene.decide(id, { ...given, relieves: ['vote'] });
    await expect(wrong).rejects.toThrow(/lifts_nothing/);
  });
});
