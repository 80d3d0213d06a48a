import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Authorities } from '../../src/authorities/index.js';
import {
  briefingAsText,
  Briefings,
  BriefingsModule,
  Editions,
  type Briefing,
  type Touch,
} from '../../src/briefings/index.js';
import { DisclosuresModule, RelevanceAnswers, type Relevance } from '../../src/disclosures/index.js';
import { DispensationsModule } from '../../src/dispensations/index.js';
import { DutiesModule } from '../../src/duties/index.js';
import { civilDate, type MeetingAnswer } from '../../src/law/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { Members } from '../../src/members/index.js';
import { Sealer } from '../../src/platform/sealing/index.js';
import { Register, RegisterModule, type InterestDetails } from '../../src/register/index.js';
import {
  ABOUT_IT,
  COMPANY,
  EMPLOYMENT,
  ITEMS,
  sceneOfBriefings,
  type Scene,
  type SeatedMember,
} from '../support/briefed.js';
import { item } from '../support/clerk.js';
import { done } from '../support/council.js';

import { startRooms, type Rooms } from '../support/rooms.js';
import { agreeSensitive } from '../support/sensitive.js';
import { tablesThatSay } from '../support/tables-that-say.js';

let rooms: Rooms;
let scene: Scene;
let ann: SeatedMember;

beforeAll(async () => {
  rooms = await startRooms({
    also: [RegisterModule, DutiesModule, DisclosuresModule, DispensationsModule, BriefingsModule],
  });
});
beforeEach(async () => {
  rooms.moveClockTo('2017-10-16T09:00');
  scene = await sceneOfBriefings(rooms);
  ann = await scene.seat();
});
afterAll(() => rooms.close());

async function brief(meetingId: string, { memberId } = ann): Promise<Briefing> {
  const briefing = await scene.council.inUnit((uow) => rooms.get(Briefings).make(uow, meetingId, memberId));
  if (briefing.kind !== 'briefing') throw new Error(briefing.kind);
  return briefing;
}
const touchesOf = (briefing: Briefing): Touch[] => briefing.items.flatMap(({ touches }) => [...touches]);
async function onlyTouch(meetingId: string): Promise<Touch> {
  const [touch, second] = touchesOf(await brief(meetingId));
  if (touch === undefined || second !== undefined) throw new Error('Not one touch.');
  return touch;
}
const valuesOf = ({ disclose, discuss, vote, leave, notify }: MeetingAnswer): unknown[] =>
  [disclose, discuss, vote, leave, notify].map((one) =>
    one.kind === 'cannot-tell' ? 'cannot tell' : one.value,
  );

async function say(meetingId: string, answer: Relevance): Promise<void> {
  const found = (await brief(meetingId)).items.find(({ touches }) => touches.length > 0);
  const [touch] = found?.touches ?? [];
  if (found === undefined || touch === undefined) throw new Error('Nothing touches.');
  const about = {
    agendaItemId: found.item.id,
    itemTitle: found.item.title,
    interestId: touch.interest.id,
  };
  await scene.council.inUnit((uow) =>
    rooms.get(RelevanceAnswers).record(uow, { memberId: ann.memberId, ...about, answer }),
  );
}
const adopt = (code: string, fromOn: string): Promise<unknown> =>
  scene.council.inUnit(async (uow) =>
    done(await rooms.get(Authorities).adoptCode(uow, { code, fromOn: civilDate(fromOn) })),
  );

describe('an interest whose name stands on the agenda', () => {
  test('touches that item and no other, under a condition: by law no part, and nothing to disclose', async () => {
    await scene.register(ann, EMPLOYMENT);
    const briefing = await brief(await scene.meeting());
    expect(briefing.items.map(({ touches }) => touches.length)).toEqual([0, 1, 0]);
    const [touch] = touchesOf(briefing);
    expect(touch?.interest).toMatchObject({ state: 'entered', category: 'employment', sensitive: 'no' });
    expect(touch?.match.why).toContain('Hartlebrook');
    expect(touch?.result.supposing).toContain('interestIsInTheMatter');
    expect(touch?.facts.interestIsInTheMatter).toBeUndefined();
    expect(touch && valuesOf(touch.result.byLaw)).toEqual(['none', false, false, false, null]);
    expect(touch?.result.byCode).toBeNull();
    expect(briefing.interestsCompared).toBe(1);
    expect(briefingAsText(briefing, 'own-page').join('\n')).toContain('If this item is about your interest');
  });

  test('touches nothing where another company is named', async () => {
    await scene.register(ann, {
      category: 'employment',
      role: 'Director',
      employer: 'Quarrington Joinery Ltd',
    });
    const briefing = await brief(await scene.meeting());
    expect(touchesOf(briefing)).toEqual([]);
    expect(briefingAsText(briefing, 'own-page').join('\n')).toContain(
      'That does not mean that you have no interest',
    );
  });

  test('is firm once the member has said that the item is about it', async () => {
    await scene.register(ann, EMPLOYMENT);
    const meetingId = await scene.meeting();
    await say(meetingId, 'about-it');
    const touch = await onlyTouch(meetingId);
    expect(touch).toMatchObject({
      said: 'about-it',
      facts: { interestIsInTheMatter: true, memberAwareItIs: true },
    });
    expect(touch.result.supposing).toEqual(['present']);
    expect(valuesOf(touch.result.byLaw)).toEqual(['none', false, false, false, null]);
    expect(briefingAsText(await brief(meetingId), 'own-page').join('\n')).not.toContain(
      'If this item is about',
    );
  });

  test('requires nothing once the member has said that it is not; "not sure" stays conditional', async () => {
    await scene.register(ann, EMPLOYMENT);
    const meetingId = await scene.meeting();
    await say(meetingId, 'not-sure');
    expect((await onlyTouch(meetingId)).result.supposing).toContain('interestIsInTheMatter');
    await say(meetingId, 'not-about-it');
    const touch = await onlyTouch(meetingId);
    expect(touch.said).toBe('not-about-it');
    expect(valuesOf(touch.result.effective)).toEqual(['none', true, true, false, null]);
    // The last word counts.
    rooms.moveClockTo('2017-10-16T09:01');
    await say(meetingId, 'about-it');
    expect(valuesOf((await onlyTouch(meetingId)).result.effective)).toEqual([
      'none',
      false,
      false,
      false,
      null,
    ]);
  });

  test('has no answer any more when the item got another title, and keeps it under the old one', async () => {
    await scene.register(ann, EMPLOYMENT);
    const meetingId = await scene.meeting();
    await say(meetingId, 'not-about-it');
    const [first, , third] = ITEMS;
    if (first === undefined || third === undefined) throw new Error('No items.');
    await scene.meeting({ items: [first, item('2', ABOUT_IT), third] });
    expect((await onlyTouch(meetingId)).said).toBe('not-about-it');
    await scene.meeting({ items: [first, item('2', `${COMPANY}: Two More Years`), third] });
    const touch = await onlyTouch(meetingId);
    expect(touch.said).toBeUndefined();
    expect(touch.result.supposing).toContain('interestIsInTheMatter');
  });
});

describe('an interest that was notified and is not entered', () => {
  test('is disclosed to the meeting, and needs no second notification (s.31(2), (3))', async () => {
    const id = await scene.notify(ann, EMPLOYMENT);
    const meetingId = await scene.meeting();
    const touch = await onlyTouch(meetingId);
    expect(touch.interest.state).toBe('pending');
    expect(valuesOf(touch.result.byLaw)).toEqual(['existence_and_nature', false, false, false, null]);
    expect(touch.result.byLaw.notify.reasons.map(({ point }) => point)).not.toEqual([]);
    await scene.enter(id);
    const entered = await onlyTouch(meetingId);
    expect(entered.interest.state).toBe('entered');
    expect(valuesOf(entered.result.byLaw)).toEqual(['none', false, false, false, null]);
  });

  test('is not shown twice when it repeats what is in the register', async () => {
    await scene.register(ann, EMPLOYMENT);
    await scene.notify(ann, EMPLOYMENT);
    expect((await onlyTouch(await scene.meeting())).interest.state).toBe('entered');
  });

  test('is not shown twice when its details come in another order', async () => {
    await scene.register(ann, EMPLOYMENT);
    const reordered: InterestDetails = { employer: COMPANY, role: 'Director', category: 'employment' };
    await scene.notify(ann, reordered);
    expect((await onlyTouch(await scene.meeting())).interest.state).toBe('entered');
  });
});

describe('what the council adopted', () => {
  test('a standing order sends the member out of the room, from its first day on', async () => {
    await scene.register(ann, EMPLOYMENT);
    const meetingId = await scene.meeting();
    expect(valuesOf((await onlyTouch(meetingId)).result.byLaw)[3]).toBe(false);
    await scene.council.inUnit((uow) =>
      rooms
        .get(Authorities)
        .adoptStandingOrder(uow, { kind: 'excludes-from-room', fromOn: civilDate('2017-10-25') }),
    );
    expect(valuesOf((await onlyTouch(meetingId)).result.byLaw)[3]).toBe(false);
    const later = await scene.meeting({ meetsOn: civilDate('2017-10-25') });
    expect(valuesOf((await onlyTouch(later)).result.byLaw)[3]).not.toBe(false);
  });

  test('the code of the meeting’s own day answers, when it changed between two meetings', async () => {
    await scene.register(ann, EMPLOYMENT);
    await adopt('worcestershire-2012', '2012-07-01');
    await adopt('statute-faithful', '2017-10-25');
    const last = await scene.meeting({ meetsOn: civilDate('2017-10-24') });
    const first = await scene.meeting({ meetsOn: civilDate('2017-10-25') });
    expect((await brief(last)).code).toBe('worcestershire-2012');
    expect((await brief(first)).code).toBe('statute-faithful');
    // The old code has every interest declared and the member out; the new one says what the Act says.
    expect(valuesOf((await onlyTouch(last)).result.effective)).toEqual([
      'existence_and_nature',
      false,
      false,
      true,
      null,
    ]);
    expect(valuesOf((await onlyTouch(first)).result.effective)).toEqual(['none', false, false, false, null]);
  });

  test('before its first code is not known, which is not the answer "nothing"', async () => {
    await scene.register(ann, EMPLOYMENT);
    await adopt('worcestershire-2012', '2017-10-25');
    const touch = await onlyTouch(await scene.meeting());
    expect(touch.result.byCode).toEqual({ kind: 'not-encoded', what: 'code of conduct', on: '2017-10-24' });
    expect(valuesOf(touch.result.effective)).toEqual(['cannot tell', false, false, 'cannot tell', null]);
  });
});

describe('a sensitive interest', () => {
  const SECRET = 'Quillersedge Cottage';
  const POSTCODE = 'WV99 7DN';
  const HOME = { category: 'land', address: SECRET, postcode: POSTCODE, natureOfInterest: 'Tenant' } as const;
  // What the agenda itself prints is public; the rest of the address is not.
  const items = [item('1', `Drainage at Fallow Hill ${POSTCODE}`)];

  async function agreed(): Promise<void> {
    await scene.register(ann, HOME);
    const [entry] = await scene.council.inUnit((uow) => rooms.get(Register).current(uow, ann.memberId));
    await agreeSensitive(rooms, scene.council, { ...ann, entryId: entry?.entry.id ?? '' });
  }
  const record = async (meetingId: string): Promise<void> => {
    const briefing = await brief(meetingId);
    await scene.council.inUnit((uow) => rooms.get(Editions).record(uow, briefing, 'opened'));
  };
  /** What the kept editions say, opened. */
  const kept = async (): Promise<string> => {
    const { rows } = await rooms.owner.query<{ id: string; details: string }>(
      'select id, details from briefing_edition where authority_id = $1 order by edition',
      [scene.council.authorityId],
    );
    const opened = rows.map(({ id, details }) =>
      rooms
        .get(Sealer)
        .open(details, { authorityId: scene.council.authorityId, row: `briefing_edition:${id}` }),
    );
    return JSON.stringify(opened);
  };

  test('is disclosed by its existence alone, and named to its owner alone', async () => {
    await adopt('worcestershire-2012', '2012-07-01');
    await agreed();
    const briefing = await brief(await scene.meeting({ items }));
    const [touch] = touchesOf(briefing);
    expect(touch?.interest.sensitive).toBe('agreed');
    expect(touch && valuesOf(touch.result.effective)[0]).toBe('existence_only');
    expect(briefingAsText(briefing, 'own-page').join()).toContain(SECRET);
    const elsewhere = briefingAsText(briefing, 'elsewhere').join();
    expect(elsewhere).toContain('whose details are withheld');
    expect(elsewhere).not.toContain('Tenant');
    expect(elsewhere).not.toContain(SECRET);
  });

  test('leaves no detail in what is kept: not sealed in the edition, and not in any table', async () => {
    await agreed();
    await record(await scene.meeting({ items }));
    const said = await kept();
    expect(said).toContain('withheld');
    for (const word of [SECRET, 'Tenant']) expect(said).not.toContain(word);
    expect(await tablesThatSay(rooms, SECRET)).toEqual([]);
  });

  test('leaves none when it is notified again in other words and waits to be entered', async () => {
    await agreed();
    await scene.notify(ann, { ...HOME, natureOfInterest: 'Leaseholder', address: `Flat 9, ${SECRET}` });
    const briefing = await brief(await scene.meeting({ items }));
    expect(
      touchesOf(briefing)
        .map(({ interest }) => interest.sensitive)
        .sort(),
    ).toEqual(['agreed', 'claimed']);
    await record(briefing.meeting.id);
    expect(briefingAsText(briefing, 'elsewhere').join()).not.toContain('Flat 9');
    for (const word of ['Flat 9', 'Leaseholder', 'Tenant']) expect(await kept()).not.toContain(word);
  });

  test('one that is not sensitive is kept as it was shown: the search finds what is there', async () => {
    await scene.register(ann, HOME);
    await record(await scene.meeting({ items }));
    expect(await kept()).toContain(SECRET);
  });
});

describe('editions', () => {
  const record = async (meetingId: string, how: 'opened'): ReturnType<Editions['record']> => {
    const briefing = await brief(meetingId);
    return scene.council.inUnit((uow) => rooms.get(Editions).record(uow, briefing, how));
  };
  const newest = async (meetingId: string): Promise<Record<string, unknown>> => ({
    ...(await scene.council.inUnit((uow) => rooms.get(Editions).newest(uow, meetingId, ann.memberId))),
  });

  test('what says the same is the same edition, opened when it was first opened', async () => {
    await scene.register(ann, EMPLOYMENT);
    const meetingId = await scene.meeting();
    await record(meetingId, 'opened');
    rooms.moveClockTo('2017-10-17T12:00');
    await record(meetingId, 'opened');
    expect(await newest(meetingId)).toMatchObject({
      edition: 1,
      agendaRevision: 1,
      firstOpenedAt: new Date('2017-10-16T08:00:00Z'),
      sentAt: null,
    });
    expect(await scene.clerk.audited('briefing.opened')).toBe(1);
  });

  test('by two tabs at once is one', async () => {
    await scene.register(ann, EMPLOYMENT);
    const meetingId = await scene.meeting();
    const ids = (await Promise.all([1, 2, 3].map(() => record(meetingId, 'opened')))).map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
    expect(await scene.clerk.audited('briefing.opened')).toBe(1);
    expect(await scene.clerk.rowsIn('briefing_edition')).toBe(1);
  });

  test('of a message lets no other come between before the message is made', async () => {
    await scene.register(ann, EMPLOYMENT);
    const meetingId = await scene.meeting();
    await record(meetingId, 'opened');
    const told = await brief(meetingId);
    await say(meetingId, 'about-it');
    const changed = await brief(meetingId);
    const editions = rooms.get(Editions);
    const opening = await scene.council.inUnit(async (uow) => {
      await editions.record(uow, told, 'fixed');
      const opened = scene.council.inUnit((other) => editions.record(other, changed, 'opened'));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await newest(meetingId)).toMatchObject({ edition: 1 });
      return { opened };
    });
    await opening.opened;
    expect(await newest(meetingId)).toMatchObject({ edition: 2 });
  });

  test('is another one when the agenda, the register or the member’s answer has changed', async () => {
    await scene.register(ann, EMPLOYMENT);
    const meetingId = await scene.meeting();
    await record(meetingId, 'opened');
    await say(meetingId, 'about-it');
    expect(await record(meetingId, 'opened')).toMatchObject({ edition: 2 });
    await scene.meeting({ items: [...ITEMS, item('4', 'A late item')] });
    expect(await record(meetingId, 'opened')).toMatchObject({ edition: 3, agendaRevision: 2 });
    await scene.register(ann);
    expect(await record(meetingId, 'opened')).toMatchObject({ edition: 4 });
    expect(await record(meetingId, 'opened')).toMatchObject({ edition: 4 });
  });

  test('says from which register, matcher and law it was made', async () => {
    await scene.register(ann, EMPLOYMENT);
    const meetingId = await scene.meeting();
    await record(meetingId, 'opened');
    const { ruleVersions, registerVersion, matcherVersion } = await newest(meetingId);
    const now = await scene.council.inUnit((uow) => rooms.get(Register).version(uow));
    expect(registerVersion).toBe(now);
    expect(matcherVersion).toEqual(expect.stringMatching(/./));
    expect(ruleVersions).toContainEqual({
      rule: 'england/localism-act-2011/s31(4)',
      inForceFrom: '2012-07-01',
    });
  });
});

describe('who gets a briefing', () => {
  test('a member without a seat on the body too, who is bound when they attend', async () => {
    const meetingId = await scene.meeting();
    expect((await brief(meetingId)).sitsOnBody).toBe(true);
    const guest = await scene.council.inUnit(async (uow) => {
      const { id } = await rooms.get(Members).add(uow, { name: 'Guest' });
      const office = { memberId: id, standing: 'elected', votesOn: 'any' } as const;
      await rooms.get(Members).takeOffice(uow, { ...office, becameMemberOn: civilDate('2017-10-24') });
      return { memberId: id, accountId: '' };
    });
    expect((await brief(meetingId, guest)).sitsOnBody).toBe(false);
    const meeting = await scene.council.inUnit((uow) => rooms.get(Meetings).find(uow, meetingId));
    if (meeting === undefined) throw new Error('No meeting.');
    const seated = await scene.council.inUnit((uow) => rooms.get(Briefings).membersBriefed(uow, meeting));
    expect(seated).toEqual([ann.memberId]);
    // Took office on the day of that meeting: there is none for a meeting before it.
    const before = await scene.meeting({ meetsOn: civilDate('2017-10-23') });
    await expect(brief(before, guest)).rejects.toThrow('not-in-office');
  });

  test('nobody of another authority, and nobody for another authority’s meeting', async () => {
    await scene.register(ann, EMPLOYMENT);
    const meetingId = await scene.meeting();
    const other = await sceneOfBriefings(rooms);
    const stranger = await other.seat({ name: 'Stranger' });
    const ours = scene.council.inUnit((uow) => rooms.get(Briefings).make(uow, meetingId, stranger.memberId));
    expect(await ours).toEqual({ kind: 'not-in-office' });
    const theirs = (memberId: string): Promise<object> =>
      other.council.inUnit((uow) => rooms.get(Briefings).make(uow, meetingId, memberId));
    expect(await theirs(stranger.memberId)).toEqual({ kind: 'not-found' });
    expect(await theirs(ann.memberId)).toEqual({ kind: 'not-found' });
  });

  test('only the member’s own interests are held against the agenda', async () => {
    const bob = await scene.seat({ name: 'Bob' });
    await scene.register(bob, EMPLOYMENT);
    const meetingId = await scene.meeting();
    expect(touchesOf(await brief(meetingId))).toEqual([]);
    expect(touchesOf(await brief(meetingId, bob))).toHaveLength(1);
  });
});
