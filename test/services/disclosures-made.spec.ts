import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import { Authorities } from '../../src/authorities/index.js';
import {
  Disclosures,
  DisclosuresModule,
  KnownInterests,
  type DeclaredInterest,
  type OpenedDisclosure,
} from '../../src/disclosures/index.js';
import { civilDate } from '../../src/law/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { Members } from '../../src/members/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import { RegisterModule } from '../../src/register/index.js';
import {
  ABOUT_IT,
  COMPANY,
  EMPLOYMENT,
  sceneOfBriefings,
  type Scene,
  type SeatedMember,
} from '../support/briefed.js';
import { item as agendaItem } from '../support/clerk.js';
import { foundCouncil } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';
import { agreeSensitive } from '../support/sensitive.js';

/** The meeting begins at 10:00 on Tuesday 24 October 2017. */
const BEFORE = '2017-10-23T18:00';
const AT_IT = '2017-10-24T10:00';
const NATURE = `I am a director of ${COMPANY}`;

let rooms: Rooms;
let scene: Scene;
let ann: SeatedMember;
let meetingId: string;
let item: { id: string; title: string };

beforeAll(async () => {
  rooms = await startRooms({ also: [RegisterModule, DisclosuresModule] });
});
beforeEach(async () => {
  rooms.moveClockTo('2017-10-16T09:00');
  scene = await sceneOfBriefings(rooms);
  ann = await scene.seat();
  meetingId = await scene.meeting();
  const items = await scene.clerk.items(meetingId);
  item = items.find(({ title }) => title === ABOUT_IT) ?? { id: '', title: '' };
  rooms.moveClockTo(BEFORE);
});
afterAll(() => rooms.close());

const inUnit = <T>(work: (uow: UnitOfWork, disclosures: Disclosures) => Promise<T>): Promise<T> =>
  scene.council.inUnit((uow) => work(uow, rooms.get(Disclosures)));

const ours = () => ({ id: randomUUID(), memberId: ann.memberId, meetingId });
const unregistered = (more: Partial<DeclaredInterest> = {}): DeclaredInterest => ({
  ...ours(),
  item: { id: item.id, title: item.title },
  interest: { kind: 'dpi', heldBy: 'self', category: 'employment' },
  nature: NATURE,
  intends: 'leaves',
  ...more,
});
const declare = (more?: Partial<DeclaredInterest>) =>
  inUnit((uow, disclosures) => disclosures.declare(uow, unregistered(more)));
const declared = async (more?: Partial<DeclaredInterest>): Promise<string> => {
  const answer = await declare(more);
  if ('refused' in answer) throw new Error(JSON.stringify(answer));
  return answer.id;
};
const standing = (): Promise<OpenedDisclosure[]> =>
  inUnit((uow, disclosures) => disclosures.standing(uow, meetingId));
const adopt = (code: string): Promise<unknown> =>
  scene.council.inUnit((uow) =>
    rooms.get(Authorities).adoptCode(uow, { code, fromOn: civilDate('2012-07-01') }),
  );
const registered = async (): Promise<string> => {
  await scene.register(ann, EMPLOYMENT);
  const [known] = await inUnit((uow) => rooms.get(KnownInterests).of(uow, ann.memberId));
  return known?.id ?? '';
};

describe('declaring an interest', () => {
  test('is before the meeting until the minute at which it begins, and at it from then on', async () => {
    rooms.moveClockTo('2017-10-24T09:59');
    await declared();
    rooms.moveClockTo(AT_IT);
    await declared();
    expect((await standing()).map(({ stage }) => stage)).toEqual(['before', 'at-meeting']);
  });

  test('keeps the item, whose it is, what it is and what the member will do', async () => {
    await declared({ interest: { kind: 'dpi', heldBy: 'partner', category: 'employment' } });
    expect(await standing()).toMatchObject([
      {
        ...{ agendaItemId: item.id, itemTitle: ABOUT_IT, kind: 'interest', interestKind: 'dpi' },
        ...{ heldBy: 'partner', intends: 'leaves', natureWithheld: false },
        details: { stood: 'nowhere', category: 'employment', nature: NATURE },
      },
    ]);
  });

  test('seals what it is, and the record of events tells neither what nor whose', async () => {
    const id = await declared({ interest: { kind: 'dpi', heldBy: 'partner' } });
    const rows = await scene.council.inUnit((uow) =>
      uow.manager.query<{ row: string }[]>(
        'select row_to_json(d)::text as row from disclosure d where id = $1',
        [id],
      ),
    );
    expect(rows[0]?.row).not.toContain('director');
    const [event] = await inUnit((uow) => rooms.get(Audit).newest(uow, 1));
    expect(event).toMatchObject({ action: 'disclosure.made', subjectId: id });
    expect(JSON.stringify(event)).not.toMatch(/partner|director/);
  });

  test('by pointing to a registered interest, or to one that waits to be entered', async () => {
    const known = await registered();
    await declared({ interest: { known } });
    await scene.notify(ann, { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' });
    const pending = (await inUnit((uow) => rooms.get(KnownInterests).of(uow, ann.memberId))).at(-1);
    await declared({ interest: { known: pending?.id ?? '' }, nature: 'I own 3 Mill Lane' });
    expect((await standing()).map(({ interestKind, details }) => [interestKind, details.stood])).toEqual([
      ['dpi', 'entered'],
      ['dpi', 'pending'],
    ]);
  });

  test('never with an interest of somebody else', async () => {
    const known = await registered();
    const bob = await scene.seat({ name: 'Bob' });
    expect(await declare({ memberId: bob.memberId, interest: { known } })).toEqual({
      refused: 'unknown-interest',
    });
  });

  test('sent twice is recorded once, also at the same moment; its id is nobody else’s', async () => {
    const said = unregistered();
    const sent = [1, 2, 3].map(() => inUnit((uow, disclosures) => disclosures.declare(uow, said)));
    expect(await Promise.all(sent)).toEqual([{ id: said.id }, { id: said.id }, { id: said.id }]);
    expect(await standing()).toHaveLength(1);
    const bob = await scene.seat({ name: 'Bob' });
    expect(await declare({ id: said.id, memberId: bob.memberId })).toEqual({ refused: 'taken-id' });
  });

  test('cannot be changed or removed behind the record', async () => {
    await declared();
    const change = (sql: string): Promise<unknown> => scene.council.inUnit((uow) => uow.manager.query(sql));
    await expect(change(`update disclosure set intends = 'takes-part'`)).rejects.toThrow();
    await expect(change('delete from disclosure')).rejects.toThrow();
  });
});

describe('a declaration that is refused, with the reason', () => {
  test.each(['as noted', 'As recorded', 'As per register', 'see register', 'n/a', '-', ''])(
    'states no nature: “%s”, by the code’s rule on declarations',
    async (nature) => {
      await adopt('worcestershire-2012');
      expect(await declare({ nature })).toMatchObject({
        ...{ refused: 'incomplete', lacks: 'nature' },
        reasons: [
          {
            point: 'declaration-states-no-nature',
            citation: { text: expect.stringContaining('Worcestershire') },
          },
        ],
      });
      expect(await standing()).toEqual([]);
    },
  );

  test('states no nature, where no code is in play: s.31(2) asks for it', async () => {
    const answer = await declare({ nature: 'as registered' });
    expect(answer).toMatchObject({ refused: 'incomplete', lacks: 'nature' });
    expect('reasons' in answer && answer.reasons.map(({ citation }) => citation.text)).toEqual([
      'Localism Act 2011 s.31(2)',
    ]);
  });

  test('is meant for whatever may come up', async () => {
    await adopt('worcestershire-2012');
    const nature = 'Governor of Tarrow school, for all items that concern it';
    expect(await declare({ nature })).toMatchObject({
      ...{ refused: 'incomplete', lacks: 'specific-item' },
      reasons: [{ point: 'declaration-names-no-item' }],
    });
  });

  test('names an item of another meeting, one that was withdrawn, or one that is called otherwise now', async () => {
    const no = randomUUID();
    expect(await declare({ item: { id: no, title: ABOUT_IT } })).toEqual({ refused: 'not-found' });
    expect(await declare({ item: { id: item.id, title: 'Another matter' } })).toEqual({
      refused: 'item-changed',
    });
    await scene.meeting({ items: [agendaItem('1', 'Apologies and Welcome')] });
    expect(await declare()).toEqual({ refused: 'not-found' });
  });

  test('is made at a meeting that is cancelled, is another council’s, or is long over', async () => {
    const other = await foundCouncil(rooms);
    const elsewhere = await other.inUnit((uow) => rooms.get(Disclosures).declare(uow, unregistered()));
    expect(elsewhere).toEqual({ refused: 'not-found' });
    rooms.moveClockTo('2017-10-25T23:59');
    await declared();
    rooms.moveClockTo('2017-10-26T00:00');
    expect(await declare()).toEqual({ refused: 'meeting-over' });
    rooms.moveClockTo(BEFORE);
    await scene.council.inUnit((uow) => rooms.get(Meetings).cancel(uow, meetingId));
    expect(await declare()).toEqual({ refused: 'meeting-cancelled' });
  });

  test('is made by somebody who is no member on the day', async () => {
    const { id: memberId } = await scene.council.inUnit((uow) => rooms.get(Members).add(uow, { name: 'Cy' }));
    expect(await declare({ memberId })).toEqual({ refused: 'not-in-office' });
  });

  test('a clerk records what was said in the room also days later, and never before the day', async () => {
    expect(await declare({ atMeeting: true })).toEqual({ refused: 'meeting-not-begun' });
    rooms.moveClockTo('2017-11-01T09:00');
    const saidAt = new Date('2017-10-24T09:12:00Z');
    await declared({ atMeeting: true, saidAt });
    expect(await standing()).toMatchObject([{ stage: 'at-meeting', saidAt }]);
  });

  test.each([
    ['weeks before', '2017-10-01T09:00:00Z', '2017-10-23T23:00:00.000Z'],
    ['a second before the day of the meeting in London', '2017-10-23T22:59:59Z', '2017-10-23T23:00:00.000Z'],
    ['at the first moment of that day', '2017-10-23T23:00:00Z', '2017-10-23T23:00:00.000Z'],
    ['now', '2017-10-24T09:30:00Z', '2017-10-24T09:30:00.000Z'],
    ['a second later than now', '2017-10-24T09:30:01Z', '2017-10-24T09:30:00.000Z'],
  ])('said in the room %s is kept within the meeting’s day and now', async (_, saidAt, kept) => {
    rooms.moveClockTo('2017-10-24T10:30');
    await declared({ atMeeting: true, saidAt: new Date(saidAt) });
    expect((await standing()).map((row) => row.saidAt.toISOString())).toEqual([kept]);
  });

  test('what a clerk heard is kept under the title that they saw, also at an item that is withdrawn meanwhile', async () => {
    rooms.moveClockTo(AT_IT);
    await declared({ atMeeting: true, item: { id: item.id, title: 'As it was called then' } });
    await scene.meeting({ items: [agendaItem('1', 'Apologies and Welcome')] });
    expect(await declare()).toEqual({ refused: 'not-found' });
    await declared({ atMeeting: true });
    expect((await standing()).map(({ itemTitle }) => itemTitle)).toEqual(['As it was called then', ABOUT_IT]);
    const other = await scene.meeting({ meetsOn: civilDate('2017-10-23') });
    expect(await declare({ atMeeting: true, meetingId: other })).toEqual({ refused: 'not-found' });
  });

  test('a disclosable pecuniary interest of somebody else is refused to a member, and recorded as a clerk heard it', async () => {
    rooms.moveClockTo(AT_IT);
    const interest = { kind: 'dpi', heldBy: 'other', category: 'employment' } as const;
    expect(await declare({ interest })).toEqual({ refused: 'dpi-of-another' });
    await declared({ interest, atMeeting: true });
    expect(await standing()).toMatchObject([{ interestKind: 'dpi', heldBy: 'other' }]);
  });
});

describe('a sensitive interest', () => {
  const makeSensitive = (entryId: string): Promise<unknown> =>
    agreeSensitive(rooms, scene.council, { ...ann, entryId });

  test('is declared as existence alone: no nature is kept, whatever is sent', async () => {
    const known = await registered();
    await makeSensitive(known);
    await declared({ interest: { known } });
    const [row] = await standing();
    expect(row).toMatchObject({ natureWithheld: true, details: { withheld: 'agreed', interestId: known } });
    expect(JSON.stringify(row)).not.toContain('director');
  });

  test('of which the clerk heard only that there is one is recorded as that', async () => {
    rooms.moveClockTo(AT_IT);
    const interest = { kind: 'dpi', heldBy: 'self', existenceOnly: true } as const;
    await declared({ atMeeting: true, interest, nature: 'must not be kept' });
    const [row] = await standing();
    expect(row).toMatchObject({ natureWithheld: true, details: { withheld: 'claimed' } });
    expect(row?.details.stood).toBeUndefined();
    expect(JSON.stringify(row)).not.toContain('must not be kept');
  });

  test('of which the clerk heard is read in the same words, agreed or not', async () => {
    const known = await registered();
    await makeSensitive(known);
    const bob = await scene.seat({ name: 'Bob' });
    rooms.moveClockTo(AT_IT);
    await declared({ atMeeting: true, interest: { known } });
    const interest = { kind: 'dpi', heldBy: 'self', existenceOnly: true } as const;
    await declared({ atMeeting: true, memberId: bob.memberId, interest });
    expect((await standing()).map(({ details }) => details.withheld)).toEqual(['claimed', 'claimed']);
  });

  test('that became so after it was declared is confirmed at the meeting without its nature', async () => {
    const known = await registered();
    const before = await declared({ interest: { known } });
    await makeSensitive(known);
    rooms.moveClockTo(AT_IT);
    await inUnit((uow, disclosures) => disclosures.confirm(uow, { ...ours(), confirms: before }));
    const [row] = await standing();
    expect(row).toMatchObject({ stage: 'at-meeting', natureWithheld: true, confirmsId: before });
    expect(row?.details.nature).toBeUndefined();
  });
});

describe('a nature that was declared before its interest became sensitive', () => {
  const makeSensitive = async (): Promise<void> => {
    const [known] = await inUnit((uow) => rooms.get(KnownInterests).of(uow, ann.memberId));
    await agreeSensitive(rooms, scene.council, { ...ann, entryId: known?.id ?? '' });
  };

  test('is read by nobody from then on, in other words neither, and stays where it is sealed', async () => {
    const known = await registered();
    const id = await declared({ interest: { known } });
    await declared({ interest: { kind: 'odi', heldBy: 'other' }, nature: 'My son works at Hartlebrook' });
    await declared({ interest: { kind: 'odi', heldBy: 'other' }, nature: 'My aunt owns the shop next door' });
    expect(JSON.stringify(await standing())).toMatch(/a director of .*works at/);
    await makeSensitive();
    const readings = await inUnit(async (uow, disclosures) => [
      await disclosures.standing(uow, meetingId),
      await disclosures.ofMeeting(uow, meetingId),
      await disclosures.ofMember(uow, ann.memberId),
      [await disclosures.find(uow, ann.memberId, id)],
    ]);
    expect(JSON.stringify(readings)).not.toMatch(/a director of|works at/);
    expect((await standing()).map(({ details }) => details.withheld ?? details.nature)).toEqual([
      'agreed',
      'claimed',
      'My aunt owns the shop next door',
    ]);
  });
});

describe('what follows a declaration', () => {
  const confirm = (confirms: string) =>
    inUnit((uow, disclosures) => disclosures.confirm(uow, { ...ours(), confirms }));
  const takeBack = (takesBack: string) =>
    inUnit((uow, disclosures) => disclosures.takeBack(uow, { ...ours(), takesBack }));

  test('it is confirmed at the meeting by another row, once, and not before', async () => {
    const id = await declared();
    expect(await confirm(id)).toEqual({ refused: 'meeting-not-begun' });
    rooms.moveClockTo(AT_IT);
    await confirm(id);
    expect(await standing()).toMatchObject([
      { stage: 'at-meeting', confirmsId: id, intends: 'leaves', details: { nature: NATURE } },
    ]);
    expect(await confirm(id)).toEqual({ refused: 'not-standing' });
    const [now] = await standing();
    expect(await confirm(now?.id ?? '')).toEqual({ refused: 'confirmed-already' });
  });

  test('it is corrected by another row, and stays on the record', async () => {
    const id = await declared();
    await declared({ corrects: id, intends: 'stays-silent' });
    expect((await standing()).map(({ intends }) => intends)).toEqual(['stays-silent']);
    expect(await inUnit((uow, disclosures) => disclosures.ofMeeting(uow, meetingId))).toHaveLength(2);
    expect(await declare({ corrects: id })).toEqual({ refused: 'not-standing' });
  });

  test('what was said to the meeting is not taken back by the member: an interest, a whip, or nothing', async () => {
    rooms.moveClockTo(AT_IT);
    const nothing = { ...ours() };
    await inUnit((uow, disclosures) => disclosures.declareNothing(uow, nothing));
    expect(await takeBack(nothing.id)).toEqual({ refused: 'said-to-the-meeting' });
    const id = await declared();
    expect(await takeBack(id)).toEqual({ refused: 'said-to-the-meeting' });
    const corrected = await declared({ corrects: id, intends: 'stays-silent' });
    expect(await takeBack(corrected)).toEqual({ refused: 'said-to-the-meeting' });
    expect((await standing()).map(({ intends }) => intends)).toEqual(['stays-silent']);
  });

  test('a clerk takes back what a clerk recorded, and not what the member did', async () => {
    const before = await declared();
    rooms.moveClockTo(AT_IT);
    const byClerk = { atMeeting: true } as const;
    const back = (takesBack: string) =>
      inUnit((uow, disclosures) => disclosures.takeBack(uow, { ...ours(), ...byClerk, takesBack }));
    expect(await back(before)).toEqual({ refused: 'not-heard-by-a-clerk' });
    const heard = await declared(byClerk);
    expect(await back(heard)).toHaveProperty('id');
    const said = { ...ours(), ...byClerk, confirms: before };
    await inUnit((uow, disclosures) => disclosures.confirm(uow, said));
    expect(await back(said.id)).toHaveProperty('id');
    expect(await standing()).toEqual([]);
  });

  test('it is taken back, once, and by nobody else', async () => {
    const id = await declared();
    const bob = await scene.seat({ name: 'Bob' });
    const byBob = await inUnit((uow, disclosures) =>
      disclosures.takeBack(uow, { ...ours(), memberId: bob.memberId, takesBack: id }),
    );
    expect(byBob).toEqual({ refused: 'not-standing' });
    await takeBack(id);
    expect(await standing()).toEqual([]);
    expect(await takeBack(id)).toEqual({ refused: 'not-standing' });
  });
});

describe('what is no interest', () => {
  const nothing = () => inUnit((uow, disclosures) => disclosures.declareNothing(uow, ours()));

  test('nil is recorded as nil, once, and stands until something is declared', async () => {
    await nothing();
    await nothing();
    expect(await standing()).toMatchObject([{ kind: 'nothing', interestKind: null, agendaItemId: null }]);
    await declared();
    expect((await standing()).map(({ kind }) => kind)).toEqual(['interest']);
    expect(await nothing()).toEqual({ refused: 'has-declared' });
  });

  test('a party whip is kept with its group and what it asks', async () => {
    const whip = { ...ours(), item: { id: item.id, title: item.title } };
    await inUnit((uow, disclosures) =>
      disclosures.declareWhip(uow, { ...whip, group: 'Harvest Group', nature: 'To vote for the contract' }),
    );
    expect(await standing()).toMatchObject([
      { kind: 'party-whip', interestKind: null, details: { group: 'Harvest Group' } },
    ]);
  });

  test('that council tax is owed is kept as the fact alone', async () => {
    const said = { ...ours(), item: { id: item.id, title: item.title } };
    await inUnit((uow, disclosures) => disclosures.declareArrears(uow, said));
    expect(await standing()).toMatchObject([{ kind: 'council-tax-arrears', details: {}, intends: null }]);
  });
});
