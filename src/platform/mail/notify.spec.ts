import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { NOTIFY_ENV, startNotifyServer, type NotifyServer } from '../../../test/support/notify-server.js';
import { readConfig, type NotifySetting } from '../config/index.js';
import type { Mail } from './index.js';
import { Notify } from './notify.js';

const MAIL: Mail = {
  messageId: '<5f0c@probity>',
  reference: '5f0c9d0a-1111-4222-8333-444455556666',
  to: 'ann.agar@council.example',
  subject: 'Pwllgor – “Highways” Panel',
  body: 'By law: tell the meeting.\n3. Mill Lane\nhttps://probity.example/my/meetings/1',
  triedBefore: false,
};

let server: NotifyServer;
let setting: NotifySetting;
beforeEach(async () => {
  server = await startNotifyServer();
  const { notify } = readConfig({ ...NOTIFY_ENV, NOTIFY_URL: server.url });
  if (notify === undefined) throw new Error('Notify was configured.');
  setting = notify;
});
afterEach(() => server.close());

/** What sending ends with, whichever way it ends. */
const outcome = (mail: Mail, notify = new Notify(setting)): Promise<unknown> =>
  notify.send(mail).catch((error: unknown) => error);

describe('a message by GOV.UK Notify', () => {
  test('arrives with its words, under our reference, signed, and with the name that Notify gives it', async () => {
    const handed = await new Notify(setting).send(MAIL);
    expect(server.messages).toEqual([
      {
        id: handed.providerId,
        reference: MAIL.reference,
        to: MAIL.to,
        subject: MAIL.subject,
        body: 'By law: tell the meeting.\n3\\. Mill Lane\nhttps://probity.example/my/meetings/1',
        unsubscribe: undefined,
        status: 'created',
      },
    ]);
    expect(server.requests).toEqual(['POST /v2/notifications/email']);
  });

  test('says where it can be turned off, by https alone: Notify refuses another kind', async () => {
    for (const unsubscribe of ['https://probity.example/off/1', 'http://127.0.0.1:3000/off/1']) {
      await new Notify(setting).send({ ...MAIL, unsubscribe });
    }
    expect(server.messages.map(({ unsubscribe }) => unsubscribe)).toEqual([
      'https://probity.example/off/1',
      undefined,
    ]);
  });

  test('whose answer was lost is found by its reference, and not sent twice', async () => {
    server.next.push('lost');
    await expect(new Notify(setting).send(MAIL)).rejects.toThrow('did not answer');
    const handed = await new Notify(setting).send({ ...MAIL, triedBefore: true });
    expect(server.messages.map(({ id }) => id)).toEqual([handed.providerId]);
  });

  test('that was tried before and is not there is sent', async () => {
    await new Notify(setting).send({ ...MAIL, reference: 'another' });
    await new Notify(setting).send({ ...MAIL, triedBefore: true });
    expect(server.messages.map(({ reference }) => reference)).toEqual(['another', MAIL.reference]);
  });

  test.each(['permanent-failure', 'temporary-failure', 'technical-failure'])(
    'that ended there in %s is sent anew; what is under way is not',
    async (status) => {
      const first = await new Notify(setting).send(MAIL);
      Object.assign(server.messages[0] ?? {}, { status });
      const second = await new Notify(setting).send({ ...MAIL, triedBefore: true });
      const third = await new Notify(setting).send({ ...MAIL, triedBefore: true });
      expect(server.messages.map(({ id }) => id)).toEqual([first.providerId, second.providerId]);
      expect(third).toEqual(second);
    },
  );
});

describe('what Notify does not take', () => {
  test('an address that it refuses is refused for good; so is one that is none, without asking', async () => {
    expect(await outcome({ ...MAIL, to: 'ann@council' })).toMatchObject({ reason: 'address-invalid' });
    expect(server.requests).toHaveLength(1);
    expect(await outcome({ ...MAIL, to: 'a@b.example, c@d.example' })).toMatchObject({
      reason: 'address-invalid',
    });
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    [400, 'BadRequestError', 'Template not found'],
    [400, 'BadRequestError', 'Can’t send to ann.agar@council.example using a team-only API key'],
    [400, 'ValidationError', 'template_id is not a valid UUID'],
    [403, 'AuthError', 'Invalid token'],
    [429, 'RateLimitError', 'Exceeded rate limit'],
    [500, 'Exception', 'Internal server error'],
    [503, 'ann.agar@council.example', 'Away'],
  ])('%i %s may pass, and tells nobody’s address', async (status, error, message) => {
    server.next.push({ status, error, message });
    const failure = await outcome(MAIL);
    expect(failure).toMatchObject({ code: `notify-${status}` });
    expect(failure).not.toHaveProperty('reason');
    expect(everythingIn(failure)).not.toMatch(/ann\.agar|by law|bearer|3d844edf/i);
    await new Notify(setting).send(MAIL);
    expect(server.messages).toHaveLength(1);
  });

  test('a wrong key may be mended: nothing is lost', async () => {
    const apiKey = setting.apiKey.replace(/.$/, '1');
    const wrong = new Notify({ ...setting, apiKey });
    expect(await outcome(MAIL, wrong)).toMatchObject({ code: 'notify-403' });
    expect(await outcome({ ...MAIL, triedBefore: true }, wrong)).toMatchObject({ code: 'notify-403' });
  });

  test('a server that says nothing is given up on, with its question before; so is one that is not there', async () => {
    server.next.push('silence', 'silence');
    const hasty = new Notify(setting, 100);
    const began = Date.now();
    const silent = await outcome(MAIL, hasty);
    expect(silent).toMatchObject({ code: 'notify-ERR_CANCELED' });
    expect(everythingIn(silent)).not.toMatch(/ann\.agar|by law|bearer/i);
    expect(await outcome({ ...MAIL, triedBefore: true }, hasty)).toMatchObject({
      code: 'notify-ERR_CANCELED',
    });
    expect(Date.now() - began).toBeLessThan(5_000);
    const away = new Notify({ ...setting, url: 'http://127.0.0.1:1' });
    expect(await outcome(MAIL, away)).toMatchObject({ code: 'notify-ECONNREFUSED' });
  });
});

/** All that a log or a queue could keep of it. */
function everythingIn(error: unknown): string {
  const { message, stack, ...rest } = error as Error;
  return JSON.stringify([message, stack, rest, (error as Error).cause]);
}
