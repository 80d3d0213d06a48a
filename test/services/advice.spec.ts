import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import type { Permission } from '../../src/identity/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { Advice, LawSays, mayReadWords, TellingMember, type KnownAdvice } from '../../src/oversight/index.js';
import { MailRefused, Outbox } from '../../src/platform/mail/index.js';
import { JobQueue } from '../../src/platform/queue/index.js';
import { Register } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  ABOUT_IT,
  COMPANY,
  EMPLOYMENT,
  sceneOfBriefings,
  type Scene,
  type SeatedMember,
} from '../support/briefed.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { done } from '../support/council.js';
import { agreeSensitive } from '../support/sensitive.js';
import { tablesThatSay } from '../support/tables-that-say.js';

let app: TestApp;
let scene: Scene;
let ann: SeatedMember;
let meetingId: string;
let itemId: string;
let people = 0;
let email = '';

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
});
beforeEach(async () => {
  app.moveClockTo('2017-10-16T09:00');
  scene = await sceneOfBriefings(app);
  email = `advised-${++people}@example.org`;
  ann = await scene.seat({ email });
  await scene.register(ann, EMPLOYMENT);
  meetingId = await scene.meeting();
  itemId = (await scene.clerk.items(meetingId)).find(({ title }) => title === ABOUT_IT)?.id ?? '';
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => app.close());

const ask = (more: { question?: string; saysSensitive?: boolean; itemId?: string } = {}) =>
  scene.council.inUnit((uow) =>
    app.get(Advice).ask(uow, ann.memberId, {
      ...{ meetingId, itemId, question: 'May I speak on Thistledown?', saysSensitive: false },
      ...more,
    }),
  );
const answer = (id: string, text: string, seen: number, lawSays: readonly string[] = []) =>
  scene.council.inUnit((uow) => app.get(Advice).answer(uow, id, { text, lawSays }, seen));
async function known(id: string): Promise<KnownAdvice> {
  const found = await scene.council.inUnit((uow) => app.get(Advice).find(uow, id));
  if (found === undefined) throw new Error('There is no such question.');
  return found;
}
const events = async () =>
  (await scene.council.inUnit((uow) => app.get(Audit).newest(uow, 50)))
    .filter(({ action }) => action.startsWith('advice.'))
    .map(({ action, payload }) => [action, payload] as const);

describe('a question and its answer', () => {
  it('stay with the item, a correction beside what it corrects, and their words are sealed', async () => {
    const { id } = done(await ask());
    done(await answer(id, 'No, Thistledown is yours.', 0));
    done(await answer(id, 'Yes: Thistledown was sold.', 1));
    const opened = app.get(Advice).open(await known(id));
    expect(opened.asked).toBe('May I speak on Thistledown?');
    expect(opened.answered.map(({ text, answer: { edition } }) => [edition, text])).toEqual([
      [1, 'No, Thistledown is yours.'],
      [2, 'Yes: Thistledown was sold.'],
    ]);
    expect(opened.question).toMatchObject({
      agendaItemId: itemId,
      itemTitle: ABOUT_IT,
      memberId: ann.memberId,
    });
    expect(await tablesThatSay(app, 'Thistledown')).toEqual([]);
    // Neither the words nor the item are in the record of events.
    expect(await events()).toEqual([
      ['advice.corrected', { memberId: ann.memberId, edition: 2, addsTheLaw: false }],
      ['advice.answered', { memberId: ann.memberId, edition: 1, addsTheLaw: false }],
      ['advice.asked', { memberId: ann.memberId, meetingId }],
    ]);
    for (const change of [`update advice_answer set edition = 3`, 'delete from advice_question'])
      await expect(changeAsOwner(app, scene.council, change)).rejects.toThrow('append-only');
  });

  it('of two officers who answer at once, one is refused and nothing is lost', async () => {
    const { id } = done(await ask());
    const both = await Promise.all([answer(id, 'One', 0), answer(id, 'Two', 0)]);
    expect(both.filter((one) => 'refused' in one)).toEqual([{ refused: 'answered-meanwhile' }]);
    expect((await known(id)).answers).toHaveLength(1);
  });

  it('leaves no gap for a page that saw answers which are not there', async () => {
    const { id } = done(await ask());
    expect(await answer(id, 'Five', 4)).toEqual({ refused: 'answered-meanwhile' });
    done(await answer(id, 'One', 0));
  });

  it('is not answered by the member who asked, whatever else they are in the council', async () => {
    const { id } = done(await ask());
    const own = await app.database.unitOfWork(
      { ...scene.council.acting, actor: { kind: 'person', accountId: ann.accountId } },
      (uow) => app.get(Advice).answer(uow, id, { text: 'I may.', lawSays: [] }, 0),
    );
    expect(own).toEqual({ refused: 'own-question' });
  });

  it('is found by member, meeting and words of the item, whatever stands in them', async () => {
    const { id } = done(await ask());
    const find = async (filter: Parameters<Advice['list']>[1]): Promise<string[]> =>
      (await scene.council.inUnit((uow) => app.get(Advice).list(uow, filter))).map(
        ({ question }) => question.id,
      );
    expect(await find({ memberId: ann.memberId, meetingId, item: 'support contract' })).toEqual([id]);
    for (const item of ['%', '_', '\\', 'nothing of it']) expect(await find({ item })).toEqual([]);
    expect(await find({ meetingId: itemId })).toEqual([]);
  });

  it.each([
    ['of no agenda', async () => ask({ itemId: ann.memberId }), 'not-found'],
    [
      'of a meeting that is over',
      async () => {
        app.moveClockTo('2017-10-25T00:00');
        return ask();
      },
      'over',
    ],
    [
      'of a cancelled meeting',
      async () => {
        await scene.council.inUnit((uow) => app.get(Meetings).cancel(uow, meetingId));
        return ask();
      },
      'over',
    ],
  ])('is not taken about an item %s', async (_, asking, refused) => {
    expect(await asking()).toEqual({ refused });
  });

  it('is another council’s to nobody', async () => {
    const { id } = done(await ask());
    const { council } = await sceneOfBriefings(app);
    const refused = await council.inUnit((uow) =>
      app.get(Advice).answer(uow, id, { text: 'x', lawSays: [] }, 0),
    );
    expect(refused).toEqual({ refused: 'not-found' });
    expect(await council.inUnit((uow) => app.get(Advice).list(uow))).toEqual([]);
  });
});

describe('who may read the words', () => {
  const PEOPLE: Readonly<Record<string, readonly Permission[]>> = {
    'who reads sensitive details': ['ReadAdvice', 'GiveAdvice', 'ReadSensitiveDetails'],
    'a deputy who is not named': ['ReadAdvice', 'GiveAdvice'],
    'an auditor': ['ReadAdvice'],
    'who reads details and gives no advice': ['ReadSensitiveDetails'],
  };
  const readers = (one: KnownAdvice): string[] =>
    Object.keys(PEOPLE).filter((name) => mayReadWords(new Set(PEOPLE[name]), one));

  it('are the officers who advise; of what may be sensitive, those alone who read sensitive details', async () => {
    const { id } = done(await ask());
    const { id: ticked } = done(await ask({ saysSensitive: true }));
    expect(readers(await known(id))).toEqual(['who reads sensitive details', 'a deputy who is not named']);
    expect(readers(await known(ticked))).toEqual(['who reads sensitive details']);
    const [entry] = await scene.council.inUnit((uow) => app.get(Register).current(uow, ann.memberId));
    await agreeSensitive(app, scene.council, { ...ann, entryId: entry?.entry.id ?? '' });
    expect(readers(await known(id))).toEqual(['who reads sensitive details']);
  });
});

describe('what the law says of the item', () => {
  it('is what the briefing says, and holds a sensitive interest only for who may read it', async () => {
    const { question } = await known(done(await ask()).id);
    const says = (withSensitive: boolean): Promise<string[]> =>
      scene.council.inUnit((uow) => app.get(LawSays).of(uow, question, withSensitive));
    expect((await says(false)).join(' ')).toContain(COMPANY);
    const [entry] = await scene.council.inUnit((uow) => app.get(Register).current(uow, ann.memberId));
    await agreeSensitive(app, scene.council, { ...ann, entryId: entry?.entry.id ?? '' });
    expect(await says(false)).toEqual([]);
    expect((await says(true)).join(' ')).toContain(COMPANY);
  });
});

describe('the message that there is an answer', () => {
  const tell = (id: string, isLast = false): Promise<void> =>
    app.get(TellingMember).tell(scene.council.authorityId, id, isLast);
  const mails = async () => (await app.get(Outbox).newest()).filter(({ to }) => to === email);
  const outcomes = async (): Promise<unknown[]> =>
    (await events()).flatMap(([action, payload]) => (action === 'advice.told' ? [payload?.outcome] : []));

  it('goes once, and says neither what was asked nor for which item', async () => {
    const { id: question } = done(await ask());
    const { id } = done(await answer(question, 'Thistledown is fine.', 0));
    await Promise.all([tell(id), tell(id)]);
    await tell(id);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('The monitoring officer has answered your question');
    expect(mail?.body).toContain(`/my/advice/${question}`);
    expect(mail?.body).not.toMatch(/Thistledown|Hartlebrook/);
    expect(await outcomes()).toEqual(['sent']);
  });

  it('is handed on by a later round where the queue was away, and once it is told by no other', async () => {
    const { id: question } = done(await ask());
    const { id } = done(await answer(question, 'Yes.', 0));
    const handed = jest.spyOn(app.get(JobQueue), 'addAll').mockResolvedValue();
    const job = `${scene.council.authorityId}/${id}`;
    const jobs = (): string[] =>
      handed.mock.calls.flatMap(([name, ids]) => (name === 'advice.tell' ? ids : []));
    await app.get(TellingMember).round();
    expect(jobs()).not.toContain(job);
    app.moveClockTo('2017-10-16T09:02');
    await app.get(TellingMember).round();
    expect(jobs()).toContain(job);
    await tell(id);
    handed.mockClear();
    await app.get(TellingMember).round();
    expect(jobs()).not.toContain(job);
  });

  it('is tried again while the channel is away, and is recorded where it cannot go', async () => {
    const { id: question } = done(await ask());
    const { id } = done(await answer(question, 'Yes.', 0));
    const hand = jest.spyOn(app.get(Outbox), 'send').mockRejectedValueOnce(new Error('away'));
    await expect(tell(id)).rejects.toThrow('away');
    hand.mockRejectedValueOnce(new MailRefused('address-refused'));
    await tell(id);
    await tell(id);
    expect(await outcomes()).toEqual(['failed']);
    expect(await mails()).toEqual([]);
  });
});
