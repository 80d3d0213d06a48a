import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { Editions } from '../../src/briefings/index.js';
import { civilDate } from '../../src/law/index.js';
import { MailRefused, Outbox } from '../../src/platform/mail/index.js';
import { Smtp } from '../../src/platform/mail/smtp.js';
import { JobQueue } from '../../src/platform/queue/index.js';
import { Letters } from '../../src/reminders/letters.js';
import { Gathering, ReminderPractices, Rounds, Sending } from '../../src/reminders/index.js';
import type { TestApp } from '../support/app.js';
import { EMPLOYMENT, type Scene } from '../support/briefed.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { startMailServer } from '../support/mail-server.js';
import type { Reminded } from '../support/reminded.js';
import { reminderSuite } from '../support/reminder-suite.js';

const suite = reminderSuite('reader');
const { plan, gather, send, tell, reminders, steps, outbox } = suite;
let app: TestApp;
let scene: Scene;
let told: Reminded;
let email: string;
beforeEach(() => {
  ({ app, scene, told, email } = suite.now());
});

const unsent = async (): Promise<number> => {
  const { rows } = await app.owner.query(
    'select 1 from message where sent_at is null and authority_id = $1',
    [scene.council.authorityId],
  );
  return rows.length;
};

/** The batch in which a message is carried. */
const batchOf = async (id: string): Promise<string> => {
  const { rows } = await app.owner.query<{ batch: string }>('select batch from message where id = $1', [id]);
  return rows[0]?.batch ?? '';
};

describe('a batch', () => {
  const sendBatch = (batch: string, isLast = false): Promise<void> =>
    app.get(Sending).sendBatch(scene.council.authorityId, batch, isLast);

  test('holds 25 messages at most, and all that were fixed are in one', async () => {
    for (let n = 1; n <= 26; n += 1) await scene.seat({ email: `${n}-${email}` });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    const { messageIds, batches } = await app.get(Gathering).gather(scene.council.authorityId);
    expect([messageIds.length, batches.length]).toEqual([26, 2]);
    for (const batch of batches) await sendBatch(batch);
    expect(await unsent()).toBe(0);
  });

  test('of which one message fails is tried again, and sends that one alone', async () => {
    for (const who of ['a', 'b', 'c']) await scene.seat({ email: `${who}-${email}` });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    const fixed = await gather();
    const batch = await batchOf(fixed[0] ?? '');
    const handed = jest
      .spyOn(app.get(Outbox), 'send')
      .mockRejectedValueOnce(new Error('451 try again later'));
    await expect(sendBatch(batch)).rejects.toThrow('451');
    expect([handed.mock.calls.length, await unsent()]).toEqual([3, 1]);
    await sendBatch(batch);
    expect([handed.mock.calls.length, await unsent()]).toEqual([4, 0]);
    await sendBatch(batch);
    expect(handed.mock.calls.length).toBe(4);
  });

  test('of the version before is one message, and is named by it', async () => {
    await scene.seat({ email });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    const [id = ''] = await gather();
    await changeAsOwner(app, scene.council, 'update message set batch = null');
    await sendBatch(id);
    expect(await unsent()).toBe(0);
  });
});

describe('one message', () => {
  test('is made by two workers who gather at once', async () => {
    await scene.seat({ email });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    const fixed = await Promise.all([gather(), gather(), gather()]);
    expect(fixed.flat()).toHaveLength(1);
    expect(await scene.clerk.rowsIn('message')).toBe(1);
  });

  test('holds everything that is due to a member, and settles it', async () => {
    app.moveClockTo('2017-05-08T09:00');
    await scene.seat({ email });
    await scene.meeting({ meetsOn: civilDate('2017-05-20') });
    expect(await tell()).toBe(true);
    const [mail, second] = await outbox();
    expect(second).toBeUndefined();
    expect(mail?.subject).toMatch(/^2 things to know: Council/);
    expect(mail?.body).toContain('/my/interests/notify');
    expect(mail?.body).toContain('Highways Panel');
    expect((await steps('in-message')).sort()).toEqual(['agenda-published', 'day-1']);
  });

  test('that was fixed before a crash is sent by a round a minute later, under the same Message-ID and once', async () => {
    await scene.seat({ email });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    const fixed = await gather();
    // The process ends here. Another one comes round.
    const handedOn: string[] = [];
    jest.spyOn(app.get(JobQueue), 'addAll').mockImplementation((name, ids) => {
      handedOn.push(...ids.map((id) => `${name} ${id}`));
      return Promise.resolve();
    });
    await app.get(Rounds).run();
    expect(handedOn.filter((one) => one.startsWith('reminders.send'))).toEqual([]);
    app.moveClockTo('2017-05-08T09:01');
    await app.get(Rounds).run();
    const id = `${scene.council.authorityId}/${await batchOf(fixed[0] ?? '')}`;
    expect(handedOn).toContain(`reminders.send ${id}`);
    await send(fixed[0] ?? '');
    expect((await outbox()).map(({ messageId }) => messageId)).toEqual([`<${fixed[0] ?? ''}@probity>`]);
    handedOn.length = 0;
    await app.get(Rounds).run();
    expect(handedOn).not.toContain(`reminders.send ${id}`);
  });

  test('is one in the outbox however often it is sent, together or after a crash that forgot it', async () => {
    await scene.seat({ email });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    const fixed = await gather();
    const id = fixed[0] ?? '';
    await Promise.all([send(id), send(id), send(id)]);
    await send(id);
    await changeAsOwner(app, scene.council, 'update message set sent_at = null');
    await send(id);
    expect(await outbox()).toHaveLength(1);
  });

  test('of a member without a mail address is missed, with the reason, and no briefing says that it was sent', async () => {
    app.moveClockTo('2017-10-16T09:00');
    const ann = await scene.seat();
    await scene.register(ann, EMPLOYMENT);
    const meetingId = await scene.meeting();
    expect(await tell()).toBe(false);
    expect((await reminders('briefing'))[0]).toEqual({
      step: 'agenda-published',
      state: 'missed',
      reason: 'no-mail-address',
    });
    const editions = await scene.council.inUnit((uow) => app.get(Editions).ofMeeting(uow, meetingId));
    expect(editions.filter(({ sentAt }) => sentAt !== null)).toEqual([]);
    expect(await scene.clerk.audited('briefing.sent')).toBe(0);
    expect(await scene.clerk.rowsIn('message')).toBe(0);
  });

  test('that could not be sent stays unsent, and is sent later', async () => {
    await scene.seat({ email });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    const fixed = await gather();
    jest.spyOn(app.get(Outbox), 'send').mockRejectedValueOnce(new Error('451 try again later'));
    await expect(send(fixed[0] ?? '')).rejects.toThrow('451 try again later');
    expect(await unsent()).toBe(1);
    expect(await scene.clerk.audited('message.sent')).toBe(0);
    app.moveClockTo('2017-05-08T09:10');
    await send(fixed[0] ?? '');
    expect(await unsent()).toBe(0);
    expect(await scene.clerk.audited('message.sent')).toBe(1);
    expect((await outbox())[0]?.sentAt).toEqual(new Date('2017-05-08T08:10:00Z'));
  });

  test('to an address that the mail server refuses for good has failed, and is not tried again', async () => {
    await scene.seat({ email });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    const fixed = await gather();
    const refusal = new MailRefused('address-refused');
    const transport = jest.spyOn(app.get(Outbox), 'send').mockRejectedValue(refusal);
    await send(fixed[0] ?? '');
    await send(fixed[0] ?? '');
    expect(transport).toHaveBeenCalledTimes(1);
    expect(await scene.clerk.audited('message.failed')).toBe(1);
    expect(await scene.clerk.audited('message.sent')).toBe(0);
  });

  test('says by SMTP what it was fixed to say, under its Message-ID', async () => {
    const server = await startMailServer();
    try {
      const smtp = new Smtp(server.url, 'probity@council.example');
      jest.spyOn(app.get(Outbox), 'send').mockImplementation((mail) => smtp.send(mail));
      await scene.seat({ email });
      app.moveClockTo('2017-05-08T09:00');
      await plan();
      const fixed = await gather();
      await send(fixed[0] ?? '');
      await send(fixed[0] ?? '');
      expect(server.received).toHaveLength(1);
      expect(server.received[0]).toContain(`Message-ID: <${fixed[0] ?? ''}@probity>`);
      expect(server.received[0]).toContain(`To: ${email}`);
      expect(server.received[0]).toContain('Register your interests: the last day is Sunday 4 June 2017');
    } finally {
      await server.close();
    }
  });

  test('of one meeting brings it for the calendar, at its time; one of several things brings none', async () => {
    const server = await startMailServer();
    try {
      const smtp = new Smtp(server.url, 'probity@council.example');
      jest.spyOn(app.get(Outbox), 'send').mockImplementation((mail) => smtp.send(mail));
      app.moveClockTo('2017-10-16T09:00');
      const ann = await scene.seat({ email });
      await scene.register(ann, EMPLOYMENT);
      const meetingId = await scene.meeting();
      await scene.meeting({ meetsOn: civilDate('2017-10-26') });
      expect(await tell()).toBe(true);
      app.moveClockTo('2017-10-21T09:00');
      expect(await tell()).toBe(true);
      const [several, one] = await Promise.all(server.received.map((raw) => simpleParser(raw)));
      expect(several?.subject).toMatch(/^2 things to know/);
      expect(several?.attachments).toEqual([]);
      expect(one?.attachments.map(({ contentType, filename }) => [contentType, filename])).toEqual([
        ['text/calendar', 'meeting.ics'],
      ]);
      const file = one?.attachments[0]?.content.toString('utf8') ?? '';
      const event = new ICAL.Component(ICAL.parse(file) as never).getFirstSubcomponent('vevent');
      const start = event?.getFirstPropertyValue('dtstart') as ICAL.Time;
      expect(start.toJSDate()).toEqual(new Date('2017-10-24T09:00:00Z'));
      expect(event?.getFirstPropertyValue('summary')).toBe('Highways Panel');
      expect(event?.getFirstPropertyValue('uid')).toBe(`${meetingId}@probity`);
      expect(file).not.toContain('Hartlebrook');
    } finally {
      await server.close();
    }
  });

  test('that was fixed before an officer paused waits with the others, and leaves once when they go on', async () => {
    await scene.seat({ email });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    const [id = ''] = await gather();
    const practices = app.get(ReminderPractices);
    await scene.council.inUnit((uow) => practices.pause(uow));
    await send(id);
    expect([await unsent(), await outbox()]).toEqual([1, []]);
    await scene.seat({ name: 'Bob Crane', email });
    expect(await tell()).toBe(false);
    await scene.council.inUnit((uow) => practices.resume(uow));
    await send(id);
    expect([await unsent(), (await outbox()).length]).toEqual([0, 1]);
  });

  test('that has waited is asked again: what no longer holds is taken back, and what does is told anew', async () => {
    app.moveClockTo('2017-05-08T09:00');
    const ann = await scene.seat({ email });
    const meetingId = await scene.meeting({ meetsOn: civilDate('2017-05-20') });
    await plan();
    const [id = ''] = await gather();
    await scene.notify(ann);
    app.moveClockTo('2017-05-08T09:09:59');
    jest.spyOn(app.get(Outbox), 'send').mockRejectedValueOnce(new Error('451 try again later'));
    await expect(send(id)).rejects.toThrow('451');
    app.moveClockTo('2017-05-08T09:10');
    await send(id);
    expect(await outbox()).toEqual([]);
    expect(await scene.clerk.audited('message.withdrawn')).toBe(1);
    expect(await tell()).toBe(true);
    const [only, ...others] = await outbox();
    expect(others).toEqual([]);
    expect(only?.body).toContain(`/my/meetings/${meetingId}`);
    expect(only?.body).not.toContain('/my/interests/notify');
  });

  test('that has waited until its meeting has begun is missed, and not sent', async () => {
    app.moveClockTo('2017-10-24T09:00');
    const ann = await scene.seat({ email });
    await scene.register(ann);
    await scene.meeting();
    await plan();
    const [id = ''] = await gather();
    app.moveClockTo('2017-10-24T10:00');
    await send(id);
    expect(await outbox()).toEqual([]);
    expect(await steps('missed', 'briefing')).not.toEqual([]);
  });

  test('is given up after the last try, is shown as such, and no round hands it on', async () => {
    await scene.seat({ email });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    const [id = ''] = await gather();
    jest.spyOn(app.get(Outbox), 'send').mockRejectedValue(new Error('451 try again later'));
    const { authorityId } = scene.council;
    await expect(app.get(Sending).send(authorityId, id, true)).rejects.toThrow('451');
    const { rows } = await app.owner.query('select failed_reason, tries from message where id = $1', [id]);
    expect(rows).toEqual([{ failed_reason: 'given-up', tries: 1 }]);
    const handedOn = jest.spyOn(app.get(JobQueue), 'addAll').mockResolvedValue(undefined);
    await app.get(Rounds).run();
    expect(handedOn.mock.calls.flatMap(([, ids]) => ids)).not.toContain(`${authorityId}/${id}`);
  });

  test('whose words cannot be made fails alone, and those to others go', async () => {
    await scene.seat({ email });
    const bob = await scene.seat({ name: 'Bob Crane', email: `bob-${email}` });
    app.moveClockTo('2017-05-08T09:00');
    await plan();
    const letters = app.get(Letters);
    const plain = letters.write.bind(letters);
    jest.spyOn(letters, 'write').mockImplementation((authority, reader, tellings) => {
      if (reader.memberId === bob.memberId) throw new Error('template');
      return plain(authority, reader, tellings);
    });
    for (const id of await gather()) await send(id);
    expect(await outbox()).toHaveLength(1);
    expect(await told.outbox(`bob-${email}`)).toEqual([]);
    expect(await steps('failed')).toEqual(['day-1']);
    expect(await scene.clerk.audited('reminders.failed')).toBe(1);
  });

  test('to an address that is none fails alone, and is not tried again', async () => {
    const server = await startMailServer();
    try {
      const smtp = new Smtp(server.url, 'probity@council.example');
      jest.spyOn(app.get(Outbox), 'send').mockImplementation((mail) => smtp.send(mail));
      await scene.seat({ email });
      await scene.seat({ name: 'Bob Crane', email: 'bob@council.example, eve@elsewhere.example' });
      app.moveClockTo('2017-05-08T09:00');
      await plan();
      for (const id of await gather()) await send(id);
      expect(server.received).toHaveLength(1);
      const { rows } = await app.owner.query(
        'select failed_reason from message where authority_id = $1 and sent_at is null',
        [scene.council.authorityId],
      );
      expect(rows).toEqual([{ failed_reason: 'address-invalid' }]);
    } finally {
      await server.close();
    }
  });

  test('of a duty that was met since it was planned is not sent', async () => {
    const ann = await scene.seat({ email });
    await plan();
    app.moveClockTo('2017-05-08T09:00');
    await scene.notify(ann);
    expect(await gather()).toEqual([]);
    expect((await reminders())[0]).toMatchObject({ state: 'withdrawn', reason: 'no-longer-owed' });
  });
});
