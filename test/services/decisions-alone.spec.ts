import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  DecisionsAlone,
  DisclosuresModule,
  lawOfDecisionAlone,
  type LawOfDecisionAlone,
  type OwnInterest,
  type ToldAlone,
} from '../../src/disclosures/index.js';
import { civilDate, type Adopted } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import { RegisterModule } from '../../src/register/index.js';
import { actingAloneInWords } from '../../src/wording/index.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';
import { tablesThatSay } from '../support/tables-that-say.js';

const TODAY = civilDate('2017-10-16');

let rooms: Rooms;
let council: Council;
let memberId: string;

beforeAll(async () => {
  rooms = await startRooms({ also: [RegisterModule, DisclosuresModule] });
});
beforeEach(async () => {
  council = await foundCouncil(rooms);
  memberId = await addMember('Ann Agar');
});
afterAll(() => rooms.close());

const addMember = (name: string, of = council): Promise<string> =>
  of.inUnit(async (uow) => {
    const { id } = await rooms.get(Members).add(uow, { name });
    const became = { standing: 'elected', votesOn: 'any', becameMemberOn: civilDate('2017-05-08') } as const;
    done(await rooms.get(Members).takeOffice(uow, { memberId: id, ...became }));
    return id;
  });

const OWN: OwnInterest = {
  ...{ heldBy: 'self', register: 'neither', becameAwareOn: TODAY, step: 'hands-over' },
};
const told = (more: Partial<ToldAlone> = {}): ToldAlone => ({
  ...{ kind: 'single-member', memberId, decidedOn: TODAY, matter: 'Grant to Thornfield Mill' },
  ...{ hasInterest: 'no', interest: undefined, conflictDeclared: 'no', conflict: '' },
  dispensedByHeadOfPaidService: 'no',
  ...more,
});
const record = (more: Partial<ToldAlone> = {}, correctsId?: string): ReturnType<DecisionsAlone['record']> =>
  council.inUnit((uow) => rooms.get(DecisionsAlone).record(uow, told(more), correctsId));
const list = (work = council): ReturnType<DecisionsAlone['list']> =>
  work.inUnit((uow: UnitOfWork) => rooms.get(DecisionsAlone).list(uow));

describe('a decision by one member alone', () => {
  test('is kept as it was told, sealed', async () => {
    const { id } = done(
      await record({ hasInterest: 'yes', interest: OWN, conflict: 'Quillfeather owns the mill.' }),
    );
    const [kept] = await list();
    expect(kept?.row).toMatchObject({ id, memberId, conflict: 'handed-over', becameAwareOn: TODAY });
    expect(kept?.told).toEqual(
      told({ hasInterest: 'yes', interest: OWN, conflict: 'Quillfeather owns the mill.' }),
    );
    for (const mark of ['Thornfield', 'Quillfeather']) expect(await tablesThatSay(rooms, mark)).toEqual([]);
  });

  test.each<[string, Partial<ToldAlone>, string]>([
    ['without a member', { memberId: undefined }, 'no-member'],
    ['of tomorrow', { decidedOn: civilDate('2017-10-17') }, 'in-the-future'],
    ['of a day before they took office', { decidedOn: civilDate('2017-05-07') }, 'not-in-office'],
    [
      'with an interest of which they come to know tomorrow',
      { hasInterest: 'yes', interest: { ...OWN, becameAwareOn: civilDate('2017-10-17') } },
      'aware-in-the-future',
    ],
  ])('%s is refused', async (_, more, refused) => {
    expect(await record(more)).toEqual({ refused });
    expect(await list()).toEqual([]);
  });

  test('by another council’s member is refused, and another council sees nothing of ours', async () => {
    const elsewhere = await foundCouncil(rooms);
    expect(await record({ memberId: await addMember('Bo Birch', elsewhere) })).toEqual({
      refused: 'not-in-office',
    });
    const { id } = done(await record());
    expect(await list(elsewhere)).toEqual([]);
    const find = (): Promise<unknown> => elsewhere.inUnit((uow) => rooms.get(DecisionsAlone).find(uow, id));
    expect(await find()).toBeUndefined();
    const theirs = await addMember('Cy Cole', elsewhere);
    expect(
      await elsewhere.inUnit((uow) => rooms.get(DecisionsAlone).record(uow, told({ memberId: theirs }), id)),
    ).toEqual({ refused: 'not-found' });
  });

  test('is put right by another record, once, and both stay', async () => {
    const { id } = done(await record());
    const { id: second } = done(await record({ matter: 'Grant to the Mill' }, id));
    expect((await list()).map(({ row, correctedBy }) => [row.id, correctedBy])).toEqual([
      [second, undefined],
      [id, second],
    ]);
    expect(await record({}, id)).toEqual({ refused: 'corrected-already' });
    const answers = await Promise.all([record({}, second), record({}, second)]);
    expect(answers.filter((answer) => 'id' in answer)).toHaveLength(1);
    await expect(rooms.app.query('delete from decision_alone')).rejects.toThrow(/permission denied/);
  });

  test('by an officer names no member, and what nobody knows is kept as that', async () => {
    done(await record({ kind: 'delegated', memberId: undefined, conflictDeclared: 'not-sure' }));
    expect((await list())[0]?.row).toMatchObject({ memberId: null, conflict: 'not-known' });
  });

  test('is recorded by an account, whose id is kept', async () => {
    done(await record());
    expect((await list())[0]?.row.recordedBy).toBe(council.accountId);
  });
});

describe('what the law makes of it', () => {
  const ADOPTED: Adopted = {
    ...{ jurisdiction: 'england', codes: [], standingOrdersExclude: [], executiveArrangements: true },
  };
  const lawOf = (more: Partial<ToldAlone>, adopted = ADOPTED): LawOfDecisionAlone => {
    const answer = lawOfDecisionAlone({ ...told(), ...more }, adopted);
    if (answer.kind === 'not-encoded') throw new Error('That day is not encoded.');
    return answer;
  };
  const withInterest = (more: Partial<OwnInterest> = {}): LawOfDecisionAlone =>
    lawOf({ hasInterest: 'yes', interest: { ...OWN, ...more } });
  const textOf = (answer: LawOfDecisionAlone): string => JSON.stringify(actingAloneInWords(answer));

  test('with an interest: no steps but handing over, and 28 days where it is not registered', () => {
    const { statute } = withInterest();
    expect(statute?.mayTakeSteps).toMatchObject({ value: false });
    expect(statute?.stepLawful).toMatchObject({ value: true });
    expect(statute?.notify).toMatchObject({ value: '2017-11-12' });
    expect(textOf(withInterest())).toContain('by Sunday 12 November 2017');
  });

  test.each(['entered', 'pending'] as const)('nothing to notify where it is %s', (register) => {
    expect(withInterest({ register }).statute?.notify).toMatchObject({ value: null });
    expect(textOf(withInterest({ register }))).not.toContain('Notify the monitoring officer');
  });

  test('whether to notify waits for whether it is registered', () => {
    expect(withInterest({ register: 'not-sure' }).statute?.notify.kind).toBe('cannot-tell');
    expect(textOf(withInterest({ register: 'not-sure' }))).toContain('Find out whether the interest is in');
  });

  test('a step that does more than hand over is not lawful, and that is said', () => {
    const answer = withInterest({ step: 'does-more' });
    expect(answer.statute?.stepLawful).toMatchObject({ value: false });
    expect(textOf(answer)).toContain('can be a criminal offence');
  });

  test('without an interest nothing is asked; not knowing is not the same', () => {
    expect(lawOf({}).statute?.engaged).toMatchObject({ value: false });
    const unsure = lawOf({ hasInterest: 'not-sure' });
    expect(unsure.statute?.engaged.kind).toBe('cannot-tell');
    expect(textOf(unsure)).toContain('Find out whether you have an interest');
  });

  test('the record states a conflict and notes the dispensation of the head of paid service', () => {
    const answer = lawOf({ conflictDeclared: 'yes', dispensedByHeadOfPaidService: 'yes' });
    expect(answer.record).toMatchObject({ conflict: { value: true }, dispensation: { value: true } });
    expect(textOf(answer)).toContain('SI 2012/2089 reg 13(2)(e)');
    expect(lawOf({ conflictDeclared: 'not-sure' }).record?.conflict.kind).toBe('cannot-tell');
    expect(lawOf({}, { ...ADOPTED, executiveArrangements: false }).record).toBeNull();
  });

  test('an officer’s decision has the record of an officer’s, and no rule on members alone', () => {
    const answer = lawOf({ kind: 'delegated', memberId: undefined, conflictDeclared: 'yes' });
    expect(answer.statute).toBeNull();
    expect(textOf(answer)).toContain('reg 13(4)(d)');
  });

  test('the code speaks where it was adopted for the day and knows of it', () => {
    const day = civilDate('2026-11-25');
    const on = (code: string): LawOfDecisionAlone =>
      lawOf(
        { decidedOn: day, hasInterest: 'yes', interest: { ...OWN, becameAwareOn: day } },
        { ...ADOPTED, codes: [{ code, from: civilDate('2021-01-01') }] },
      );
    expect(on('lga-model-2020').code?.mayTakeSteps).toMatchObject({ value: false });
    expect(on('worcestershire-2012').code).toBeNull();
  });

  test('of a day before the law here begins is no answer', () => {
    expect(lawOfDecisionAlone({ ...told(), decidedOn: civilDate('2012-06-30') }, ADOPTED).kind).toBe(
      'not-encoded',
    );
  });
});
