import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import { Disclosures } from '../../src/disclosures/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import {
  Escalating,
  Ladders,
  LetterFacts,
  LetterSending,
  StepRows,
  type Escalated,
  type HowSent,
  type Ladder,
  type LadderWithReminders,
} from '../../src/oversight/index.js';
import { MailRefused, Outbox } from '../../src/platform/mail/index.js';
import { escalationLetter, escalationReport } from '../../src/wording/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ABOUT_IT, sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { done, foundCouncil } from '../support/council.js';
import { SteppingAside } from '../../src/register/index.js';
import { notify } from '../support/notify.js';
import { reminded, type Reminded } from '../support/reminded.js';
import { tablesThatSay } from '../support/tables-that-say.js';

/** Everybody took office on 8 May 2017: the 28 days end on 4 June. */
const LATER = '2017-07-03T10:00';
const WORDS = { subject: 'Your notification', text: 'Dear Ann\n\nWhat about Quillbury?' };

let app: TestApp;
let scene: Scene;
let told: Reminded;
let ann: SeatedMember;
let people = 0;
let email = '';

beforeAll(async () => {
  app = await startApp({ at: '2017-05-08T09:00' });
});
beforeEach(async () => {
  app.moveClockTo('2017-05-08T09:00');
  scene = await sceneOfBriefings(app);
  told = reminded(app, scene.council);
  email = `ladder-${++people}@example.org`;
  ann = await scene.seat({ name: 'Ann Agar', email });
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => app.close());

const overdue = (): Promise<Ladder[]> => scene.council.inUnit((uow) => app.get(Ladders).overdue(uow));
async function ladderOf(member = ann): Promise<Ladder> {
  const found = (await overdue()).find(({ key }) => key.memberId === member.memberId);
  if (found === undefined) throw new Error('There is no such ladder.');
  return found;
}
const again = async ({ key }: Ladder): Promise<LadderWithReminders> => {
  const found = await scene.council.inUnit((uow) => app.get(Ladders).find(uow, key.memberId, key.subject));
  if (found === undefined) throw new Error('There is no such ladder.');
  return found;
};
const on = ({ key, steps }: Ladder) => ({ memberId: key.memberId, subject: key.subject, seen: steps.length });
const write = (ladder: Ladder, how: HowSent = { by: 'mail' }): Promise<Escalated> =>
  scene.council.inUnit((uow) => app.get(Escalating).letter(uow, on(ladder), WORDS, how));
const send = (id: string, isLast = false): Promise<void> =>
  app.get(LetterSending).send(scene.council.authorityId, id, isLast);
const lettersTo = async (address: string) =>
  (await told.outbox(address)).filter(({ subject }) => subject === WORDS.subject);
const actions = async (): Promise<string[]> => {
  const events = await scene.council.inUnit((uow) => app.get(Audit).newest(uow, 100));
  return events.map(({ action }) => action).filter((action) => action.startsWith('escalation.'));
};
const correctEmail = (address: string | null): Promise<unknown> =>
  scene.council.inUnit((uow) => app.get(Members).correctEmail(uow, ann.memberId, address));

describe('the ladder of a duty', () => {
  it('begins on the day after the last day, with the reminders that went out as its first rungs', async () => {
    await told.tell();
    app.moveClockTo('2017-06-04T10:00');
    expect(await overdue()).toEqual([]);
    app.moveClockTo('2017-06-05T10:00');
    const ladder = await ladderOf();
    expect(ladder).toMatchObject({
      reached: 'reminded',
      next: { step: 'letter' },
      steps: [],
      closed: undefined,
    });
    const { reminders } = await again(ladder);
    expect(reminders.map(({ reminder }) => reminder.step)).toEqual(['day-1']);
  });

  it('has the longest overdue first, and suggests a reminder to whom none went', async () => {
    const later = await scene.seat({ name: 'Bob Ash' });
    await changeAsOwner(
      app,
      scene.council,
      `update term_of_office set became_member_on = '2017-05-04' where member_id = '${later.memberId}'`,
    );
    app.moveClockTo(LATER);
    expect((await overdue()).map(({ member, next }) => [member.name, next?.step])).toEqual([
      ['Bob Ash', 'reminder'],
      ['Ann Agar', 'reminder'],
    ]);
  });

  it('goes from the letter by its days to the committee; each step is kept, and none is changed', async () => {
    app.moveClockTo(LATER);
    const ladder = await ladderOf();
    done(await write(ladder, { by: 'post', postedOn: civilDate('2017-07-01') }));
    expect(await again(ladder)).toMatchObject({
      reached: 'letter',
      next: { step: 'wait', until: '2017-07-15' },
    });
    app.moveClockTo('2017-07-16T10:00');
    const posted = await again(ladder);
    expect(posted.next).toEqual({ step: 'report' });
    const said = { on: civilDate('2017-07-16'), by: 'telephone', note: 'They will not.' } as const;
    await scene.council.inUnit(async (uow) => {
      done(await app.get(Escalating).refused(uow, on(posted), said));
    });
    expect(await again(ladder)).toMatchObject({ reached: 'refused', next: { step: 'report' } });
    await scene.council.inUnit(async (uow) => {
      const to = { bodyId: scene.clerk.panelId };
      done(await app.get(Escalating).report(uow, on(await again(ladder)), WORDS, to));
    });
    expect(await again(ladder)).toMatchObject({ reached: 'reported', next: { step: 'none' } });
    expect(await actions()).toEqual([
      'escalation.reported',
      'escalation.refusal-recorded',
      'escalation.letter-posted',
    ]);
    for (const change of [
      `update escalation_step set happened_on = '2017-06-01'`,
      'delete from escalation_step',
    ])
      await expect(changeAsOwner(app, scene.council, change)).rejects.toThrow('append-only');
  });

  it('closes by itself once an answer is received, and keeps what was done', async () => {
    app.moveClockTo(LATER);
    const ladder = await ladderOf();
    const { id } = done(await write(ladder));
    await notify(app, scene.council, ann);
    expect(await overdue()).toEqual([]);
    // What was not sent by then is of no use any more.
    await send(id);
    const closed = await again(ladder);
    expect(closed).toMatchObject({ closed: 'met', next: undefined, duty: { metOn: '2017-07-03' } });
    expect(closed.steps.map(({ letter }) => letter)).toEqual(['withdrawn']);
    expect(await lettersTo(email)).toEqual([]);
    expect(await write(closed)).toEqual({ refused: 'closed' });
    const all = await scene.council.inUnit((uow) => app.get(Ladders).closed(uow, 10));
    expect(all.map(({ key }) => key)).toEqual([ladder.key]);
  });

  it('closes when the office is left', async () => {
    app.moveClockTo(LATER);
    const ladder = await ladderOf();
    done(await write(ladder, { by: 'post', postedOn: civilDate('2017-07-03') }));
    await scene.council.inUnit((uow) =>
      app.get(Members).leaveOffice(uow, ann.memberId, civilDate('2017-07-02')),
    );
    expect(await again(ladder)).toMatchObject({ closed: 'left-office', duty: undefined });
  });
});

describe('a letter by e-mail', () => {
  it('is sent once under one Message-ID, however often it is tried, and its words are nowhere in the open', async () => {
    app.moveClockTo(LATER);
    const ladder = await ladderOf();
    const { id } = done(await write(ladder));
    expect((await again(ladder)).steps.map(({ letter }) => letter)).toEqual(['sending']);
    const hand = jest.spyOn(app.get(Outbox), 'send');
    await Promise.all([send(id), send(id)]);
    await send(id);
    expect(hand).toHaveBeenCalledTimes(1);
    expect((await lettersTo(email)).map(({ messageId, body }) => [messageId, body])).toEqual([
      [`<${id}@probity>`, WORDS.text],
    ]);
    const [step] = (await again(ladder)).steps;
    expect([step?.letter, step && app.get(StepRows).words(step.row)]).toEqual(['sent', WORDS]);
    expect(await tablesThatSay(app, 'Quillbury')).toEqual([]);
    expect(await actions()).toEqual(['escalation.letter-sent', 'escalation.letter-written']);
  });

  it('that the mail server refuses is shown as failed, and goes to the corrected address under the same Message-ID', async () => {
    app.moveClockTo(LATER);
    const ladder = await ladderOf();
    const { id } = done(await write(ladder));
    jest.spyOn(app.get(Outbox), 'send').mockRejectedValueOnce(new MailRefused('address-refused'));
    await send(id);
    const failed = await again(ladder);
    expect(failed).toMatchObject({ next: { step: 'reminder' } });
    expect(failed.steps.map(({ letter, event }) => [letter, event?.reason])).toEqual([
      ['failed', 'address-refused'],
    ]);
    // Nobody sends it by themselves.
    await send(id);
    expect(await lettersTo(email)).toEqual([]);
    const tryAgain = (): Promise<unknown> =>
      scene.council.inUnit((uow) => app.get(Escalating).tryAgain(uow, ann.memberId, id));
    await correctEmail(null);
    expect(await tryAgain()).toEqual({ refused: 'no-mail-address' });
    await correctEmail(`new-${email}`);
    expect(await tryAgain()).toEqual({ id });
    expect(await tryAgain()).toEqual({ refused: 'not-failed' });
    await send(id);
    await send(id);
    expect((await lettersTo(`new-${email}`)).map(({ messageId }) => messageId)).toEqual([`<${id}@probity>`]);
  });

  it('is tried again by the queue, given up after the last try, and handed on again where the queue lost it', async () => {
    app.moveClockTo(LATER);
    const ladder = await ladderOf();
    const { id } = done(await write(ladder));
    const hand = jest.spyOn(app.get(Outbox), 'send').mockRejectedValue(new Error('away'));
    await expect(send(id)).rejects.toThrow('away');
    const lost = async (): Promise<boolean> => {
      const { rows } = await app.app.query<{ id: string }>('select id from unsent_letters($1)', [
        new Date('2017-07-03T09:05:00Z'),
      ]);
      return rows.some((row) => row.id === id);
    };
    expect(await lost()).toBe(true);
    await send(id, true);
    expect(hand).toHaveBeenCalledTimes(2);
    expect((await again(ladder)).steps.map(({ event }) => event?.reason)).toEqual(['given-up']);
    expect(await lost()).toBe(false);
  });

  it.each([
    ['no address', null, 'no-mail-address'],
    ['what is no address', 'ann@@example.org', 'bad-mail-address'],
  ] as const)('is not written to %s', async (_, address, refused) => {
    app.moveClockTo(LATER);
    await correctEmail(address);
    expect(await write(await ladderOf())).toEqual({ refused });
    expect((await ladderOf()).steps).toEqual([]);
  });

  it('of two officers who send at once, one is refused', async () => {
    app.moveClockTo(LATER);
    const ladder = await ladderOf();
    const answers = await Promise.all([write(ladder), write(ladder)]);
    expect(answers.filter((answer) => 'id' in answer)).toHaveLength(1);
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([{ refused: 'changed-meanwhile' }]);
  });
});

describe('what is refused', () => {
  it.each([
    ['a day to come', '2017-07-04', 'in-the-future'],
    ['a day before the office', '2017-05-07', 'before-the-duty'],
  ])('%s', async (_, day, refused) => {
    app.moveClockTo(LATER);
    expect(await write(await ladderOf(), { by: 'post', postedOn: civilDate(day) })).toEqual({ refused });
  });

  it('what is the officer’s own, or of a member whom they left to another officer', async () => {
    app.moveClockTo(LATER);
    const ladder = await ladderOf();
    const { authorityId, acting } = scene.council;
    const asAnn = { authorityId, actor: { kind: 'person', accountId: ann.accountId } } as const;
    const letter = (by: Parameters<typeof app.database.unitOfWork>[0]): Promise<Escalated> =>
      app.database.unitOfWork(by, (uow) =>
        app.get(Escalating).letter(uow, on(ladder), WORDS, { by: 'mail' }),
      );
    expect(await letter(asAnn)).toEqual({ refused: 'own-duty' });
    await app.database.unitOfWork(acting, (uow) => app.get(SteppingAside).stepAside(uow, ann.memberId));
    expect(await letter(acting)).toEqual({ refused: 'stepped-aside' });
    expect((await again(ladder)).steps).toEqual([]);
  });

  it('another council’s member, body or meeting, and a meeting of another body', async () => {
    app.moveClockTo(LATER);
    const ladder = await ladderOf();
    const other = await foundCouncil(app);
    const { key } = ladder;
    const asked = await other.inUnit((uow) =>
      app.get(Escalating).letter(uow, on(ladder), WORDS, { by: 'mail' }),
    );
    expect(asked).toEqual({ refused: 'not-found' });
    expect(
      await other.inUnit((uow) => app.get(Ladders).find(uow, key.memberId, key.subject)),
    ).toBeUndefined();
    const report = (to: { bodyId: string; meetingId?: string }): Promise<Escalated> =>
      scene.council.inUnit((uow) => app.get(Escalating).report(uow, on(ladder), WORDS, to));
    expect(await report({ bodyId: randomUUID() })).toEqual({ refused: 'no-such-body' });
    const meetingId = randomUUID();
    expect(await report({ bodyId: scene.clerk.panelId, meetingId })).toEqual({ refused: 'no-such-meeting' });
  });
});

describe('the words', () => {
  const REPLY = {
    address: 'https://example.org/my',
    by: civilDate('2017-07-17'),
    writtenOn: civilDate('2017-07-03'),
  };
  const factsOf = async (ladder: Ladder) => {
    const { duty } = ladder;
    if (duty === undefined) throw new Error('It is closed.');
    return scene.council.inUnit((uow) => app.get(LetterFacts).of(uow, duty, () => 'Elected'));
  };

  it('where nothing is known, ask for an answer, cite the law, and find nothing', async () => {
    app.moveClockTo(LATER);
    const facts = await factsOf(await ladderOf());
    const { text } = escalationLetter(facts, REPLY);
    expect(text).toContain('Dear Ann Agar');
    expect(text).toContain('The last day was Sunday 4 June 2017 (Localism Act 2011 s.30(1)).');
    expect(text).toContain('We have no answer from you.');
    expect(text).toContain(
      'failing without reasonable excuse to notify an interest that you hold is an offence',
    );
    expect(text).toContain('Localism Act 2011 s.34(1)');
    const report = escalationReport(facts, [], civilDate('2017-07-03')).text;
    expect(report).toContain('State on 3 July 2017: not answered.');
    for (const words of [text, report]) expect(words).not.toMatch(/in breach|failed to|have breached/);
  });

  it('where an interest was disclosed and not notified, put it as a question with its source, and do not say what it is', async () => {
    app.moveClockTo('2017-10-16T09:00');
    await notify(app, scene.council, ann);
    const meetingId = await scene.meeting();
    app.moveClockTo('2017-10-24T10:30');
    const item = (await scene.clerk.items(meetingId)).find(({ title }) => title === ABOUT_IT);
    await scene.council.inUnit(async (uow) => {
      done(
        await app.get(Disclosures).declare(uow, {
          ...{ id: randomUUID(), memberId: ann.memberId, meetingId, intends: 'leaves' },
          item: { id: item?.id ?? '', title: ABOUT_IT },
          interest: { kind: 'dpi', heldBy: 'self', category: 'employment' },
          nature: 'I am a director of Quillbury',
        }),
      );
    });
    app.moveClockTo('2017-11-21T09:00');
    const ladder = await ladderOf();
    expect(ladder.duty).toMatchObject({ lastDay: '2017-11-20', rule: 'england/localism-act-2011/s31(3)' });
    const facts = await factsOf(ladder);
    for (const { text } of [
      escalationLetter(facts, REPLY),
      escalationReport(facts, [], civilDate('2017-11-21')),
    ]) {
      expect(text).toContain(
        `The record of the meeting of Highways Panel on Tuesday 24 October 2017 says that`,
      );
      expect(text).toContain(`in the item “2. ${ABOUT_IT}”. Was it notified? We have no record of it.`);
      expect(text).toContain('(Localism Act 2011 s.31(3))');
      expect(text).not.toContain('Quillbury');
      expect(text).not.toContain('28 days');
    }
  });
});
