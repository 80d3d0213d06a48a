import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Briefings, Editions } from '../../src/briefings/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import { Clock } from '../../src/platform/clock/index.js';
import { Outbox } from '../../src/platform/mail/index.js';
import { Letters } from '../../src/reminders/letters.js';
import { Sending } from '../../src/reminders/index.js';
import type { TestApp } from '../support/app.js';
import type { Scene } from '../support/briefed.js';
import type { Reminded } from '../support/reminded.js';
import { reminderSuite } from '../support/reminder-suite.js';

const suite = reminderSuite('reader');
const { plan, gather, send, tell, steps, outbox } = suite;
let app: TestApp;
let scene: Scene;
let told: Reminded;
let email: string;
beforeEach(() => {
  ({ app, scene, told, email } = suite.now());
});

/** Whether the next round would gather in this council. */
const isHandedOn = async (): Promise<boolean> => {
  const { rows } = await app.owner.query<{ authority_id: string }>(
    'select authority_id from authorities_with_due_reminders($1)',
    [app.get(Clock).now()],
  );
  return rows.some(({ authority_id }) => authority_id === scene.council.authorityId);
};

describe('a message that waits', () => {
  test('names once what several steps of one duty say that were due together', async () => {
    await scene.seat({ email });
    app.moveClockTo('2017-05-08T08:00');
    await plan();
    app.moveClockTo('2017-06-05T09:00');
    expect(await tell()).toBe(true);
    const [mail, ...others] = await outbox();
    expect(others).toEqual([]);
    expect(mail?.subject).toContain('Register your interests');
    expect(mail?.body.split('Do it here').length).toBe(2);
  });

  test('on the last day is not put off to the day after, neither by quiet hours nor by the digest', async () => {
    await scene.seat({ email });
    app.moveClockTo('2017-06-03T12:00');
    await plan();
    app.moveClockTo('2017-06-04T21:30');
    expect(await tell()).toBe(true);
    expect((await outbox())[0]?.body).not.toContain(' was ');
  });

  test('whose words no longer hold is taken back, and the newer words go', async () => {
    await scene.seat({ email });
    app.moveClockTo('2017-06-04T09:00');
    await plan();
    const [id = ''] = await gather();
    app.moveClockTo('2017-06-11T09:00');
    await send(id);
    expect(await outbox()).toEqual([]);
    expect(await scene.clerk.audited('message.withdrawn')).toBe(1);
    expect([await tell(), await tell()]).toEqual([true, false]);
    const [mail, ...others] = await outbox();
    expect(others).toEqual([]);
    expect(mail?.body).toContain('was Sunday 4 June 2017');
    expect(await steps('planned')).not.toContain('day-28');
  });

  test('that a hanging channel keeps waiting locks nobody else out of the council', async () => {
    const ann = await scene.seat({ email });
    const meetingId = await scene.meeting({ meetsOn: civilDate('2017-05-20') });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    const [id = ''] = await gather();
    app.moveClockTo('2017-05-08T09:11');
    let letGo = (): void => undefined;
    const hanging = new Promise<Record<string, never>>((done) => {
      letGo = () => {
        done({});
      };
    });
    const handed = jest.spyOn(app.get(Outbox), 'send').mockReturnValueOnce(hanging);
    const sending = send(id);
    while (handed.mock.calls.length === 0) await new Promise((next) => setTimeout(next, 10));
    app.moveClockTo('2017-05-17T09:00');
    const editions = scene.council.inUnit(async (uow) => {
      const briefing = await app.get(Briefings).make(uow, meetingId, ann.memberId);
      if (briefing.kind === 'briefing') await app.get(Editions).record(uow, briefing, 'opened');
    });
    await Promise.all([editions, plan()]);
    expect(await gather()).toHaveLength(1);
    expect(await steps('failed')).toEqual([]);
    letGo();
    await sending;
  });

  test('that could not be worded is tried again an hour later, and not before', async () => {
    await scene.seat({ email });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    jest.spyOn(app.get(Letters), 'write').mockImplementationOnce(() => {
      throw new Error('template');
    });
    expect(await gather()).toEqual([]);
    app.moveClockTo('2017-05-08T09:59:59');
    expect([await gather(), await isHandedOn()]).toEqual([[], false]);
    app.moveClockTo('2017-05-08T10:00');
    expect([await isHandedOn(), (await gather()).length]).toEqual([true, 1]);
    expect(await steps('failed')).toEqual([]);
  });

  test('that was given up goes on an hour later by itself', async () => {
    await scene.seat({ email });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    const [id = ''] = await gather();
    jest.spyOn(app.get(Outbox), 'send').mockRejectedValueOnce(new Error('451 try again later'));
    await expect(app.get(Sending).send(scene.council.authorityId, id, true)).rejects.toThrow('451');
    const isUnsent = async (): Promise<boolean> => {
      const { rows } = await app.owner.query(
        'select 1 from unsent_batches($1, 1000) join message using (authority_id, batch) where id = $2',
        [app.get(Clock).now(), id],
      );
      return rows.length > 0;
    };
    app.moveClockTo('2017-05-08T09:59:59');
    expect(await isUnsent()).toBe(false);
    app.moveClockTo('2017-05-08T10:00');
    expect(await isUnsent()).toBe(true);
    await send(id);
    expect(await outbox()).toHaveLength(1);
    const { rows } = await app.owner.query('select failed_reason from message where id = $1', [id]);
    expect(rows).toEqual([{ failed_reason: null }]);
  });

  test('that waits goes to the address that its reader has now', async () => {
    const ann = await scene.seat({ email });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    const [id = ''] = await gather();
    await scene.council.inUnit((uow) => app.get(Members).correctEmail(uow, ann.memberId, `new-${email}`));
    app.moveClockTo('2017-05-08T09:30');
    await send(id);
    expect([await outbox(), (await told.outbox(`new-${email}`)).length]).toEqual([[], 1]);
  });
});
