import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Mail } from './index.js';
import { Smtp } from './smtp.js';

const MAIL: Mail = {
  messageId: '<5f0c@probity>',
  to: 'ann.agar@council.example',
  subject: 'Pwllgor – “Highways” Panel',
  body: 'Item 3. Resurfacing of Mill Lane\n\n.\nBy law: tell the meeting. Tŷ Gwyn, £25,000.\n',
};

let server: SMTPServer;
let received: ParsedMail[];
let envelopes: { from: string; to: string[] }[];
/** What the server answers to the next messages instead of taking them. */
let refusals: string[];
let url: string;

beforeEach(async () => {
  [received, envelopes, refusals] = [[], [], []];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, answer) => {
      void simpleParser(stream).then((mail) => {
        const refusal = refusals.shift();
        if (refusal !== undefined) {
          answer(Object.assign(new Error(refusal), { responseCode: 451 }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        envelopes.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) });
        received.push(mail);
        answer();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
});
afterEach(
  () =>
    new Promise<void>((closed) => {
      server.close(closed);
    }),
);

const smtp = (): Smtp => new Smtp(url, 'Probity <probity@council.example>');

describe('a message by SMTP', () => {
  test('arrives with its words, its Message-ID, its sender and its one reader', async () => {
    await smtp().send(MAIL);
    expect(envelopes).toEqual([{ from: 'probity@council.example', to: [MAIL.to] }]);
    expect(received).toHaveLength(1);
    const [mail] = received;
    expect(mail?.messageId).toBe(MAIL.messageId);
    expect(mail?.subject).toBe(MAIL.subject);
    expect(mail?.from?.text).toContain('probity@council.example');
    expect(mail?.text?.trimEnd()).toBe(MAIL.body.trimEnd());
    expect(mail?.html).toBe(false);
  });

  test('sent again it is the same message, which a reader’s mail program can tell', async () => {
    await smtp().send(MAIL);
    await smtp().send(MAIL);
    expect(received.map(({ messageId }) => messageId)).toEqual([MAIL.messageId, MAIL.messageId]);
  });

  test('that the server puts off is an error, so that the queue tries again', async () => {
    refusals.push('Try again later');
    await expect(smtp().send(MAIL)).rejects.toThrow('Try again later');
    expect(received).toEqual([]);
    await smtp().send(MAIL);
    expect(received).toHaveLength(1);
  });

  test('to a server that is not there is an error', async () => {
    const nobody = new Smtp('smtp://127.0.0.1:1', 'probity@council.example');
    await expect(nobody.send(MAIL)).rejects.toThrow('ECONNREFUSED');
  });
});
