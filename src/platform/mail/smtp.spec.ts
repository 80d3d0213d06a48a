import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import { startMailServer, type MailAnswer, type MailServer } from '../../../test/support/mail-server.js';
import type { Mail } from './index.js';
import { Smtp } from './smtp.js';

const MAIL: Mail = {
  messageId: '<5f0c@probity>',
  reference: '5f0c',
  to: 'ann.agar@council.example',
  subject: 'Pwllgor – “Highways” Panel',
  body: 'Item 3. Resurfacing of Mill Lane\n\n.\nBy law: tell the meeting. Tŷ Gwyn, £25,000.\n',
  triedBefore: false,
};

let server: MailServer;
let opened: Smtp[];
beforeEach(async () => {
  [server, opened] = [await startMailServer(), []];
});
afterEach(async () => {
  for (const smtp of opened) smtp.onApplicationShutdown();
  await server.close();
});

function smtp(url = server.url, longest?: number): Smtp {
  const made = new Smtp(url, 'Probity <probity@council.example>', longest);
  opened.push(made);
  return made;
}
const received = (): Promise<ParsedMail[]> => Promise.all(server.received.map((raw) => simpleParser(raw)));
/** What sending ends with, whichever way it ends. */
const outcome = (mail: Mail, by: Smtp): Promise<unknown> => by.send(mail).catch((error: unknown) => error);

describe('a message by SMTP', () => {
  test('arrives with its words, its Message-ID, its sender and its one reader', async () => {
    expect(await smtp().send(MAIL)).toEqual({});
    const [mail] = await received();
    expect(server.received).toHaveLength(1);
    expect(mail?.messageId).toBe(MAIL.messageId);
    expect(mail?.subject).toBe(MAIL.subject);
    expect(mail?.from?.text).toContain('probity@council.example');
    expect([mail?.to].flat().map((to) => to?.text)).toEqual([MAIL.to]);
    expect(mail?.text?.trimEnd()).toBe(MAIL.body.trimEnd());
    expect(mail?.html).toBe(false);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.has('list-unsubscribe')).toBe(false);
    expect(mail?.attachments).toEqual([]);
  });

  test('has the same words as HTML, a way to turn it off, and a calendar file', async () => {
    const unsubscribe = `https://probity.example/turn-off/${'k'.repeat(120)}`;
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nSUMMARY:Tŷ Gwyn\r\nEND:VCALENDAR\r\n';
    const calendar = { filename: 'meeting.ics', content };
    await smtp().send({ ...MAIL, html: '<p>Tŷ Gwyn, £25,000.</p>', unsubscribe, calendar });
    const [mail] = await received();
    expect(mail?.text?.trimEnd()).toBe(MAIL.body.trimEnd());
    expect(String(mail?.html)).toContain('<p>Tŷ Gwyn, £25,000.</p>');
    // The two headers of RFC 8058, as they came over the wire; a long one may be folded, but not in the address.
    expect(server.received[0]?.replace(/\r\n[ \t]/g, ' ')).toMatch(
      new RegExp(`^List-Unsubscribe: +<${unsubscribe}>\r$`, 'm'),
    );
    expect(server.received[0]).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(mail?.attachments).toHaveLength(1);
    const [file] = mail?.attachments ?? [];
    expect(file?.filename).toBe('meeting.ics');
    expect(server.received[0]).toMatch(/^Content-Type: text\/calendar;[\s\S]{0,40}?method=PUBLISH/m);
    expect(file?.contentDisposition).toBe('attachment');
    expect(file?.content.toString()).toBe(content);
  });

  test('sent again it is the same message, over the same connection', async () => {
    const one = smtp();
    await one.send(MAIL);
    await one.send({ ...MAIL, triedBefore: true });
    expect((await received()).map(({ messageId }) => messageId)).toEqual([MAIL.messageId, MAIL.messageId]);
    expect(server.connections()).toBe(1);
  });
});

describe('what the server refuses', () => {
  const refused: [MailAnswer, string][] = [
    ['no-such-reader', 'address-refused'],
    ['refuse-words', 'message-refused'],
  ];
  test.each(refused)('%s is refused for good: %s, and the next one goes', async (answer, reason) => {
    const one = smtp();
    server.next.push(answer);
    expect(await outcome(MAIL, one)).toMatchObject({ reason });
    await one.send(MAIL);
    expect(server.received).toHaveLength(1);
  });

  test.each<MailAnswer>(['put-off', 'no-relaying'])(
    '%s may pass: it is an error as it is',
    async (answer) => {
      const one = smtp();
      server.next.push(answer);
      const failure = await outcome(MAIL, one);
      expect(failure).toBeInstanceOf(Error);
      expect(failure).not.toHaveProperty('reason');
      await one.send(MAIL);
      expect(server.received).toHaveLength(1);
    },
  );

  test('an address that is none is told to no server', async () => {
    for (const to of ['a@b.example, c@d.example', 'ann\r\nBcc: ben@council.example', 'ann']) {
      expect(await outcome({ ...MAIL, to }, smtp())).toMatchObject({ reason: 'address-invalid' });
    }
    expect(server.connections()).toBe(0);
  });

  test('a subject cannot begin a header of its own', async () => {
    await smtp().send({ ...MAIL, subject: 'Register\r\nBcc: ben@council.example' });
    const [mail] = await received();
    expect(mail?.headers.has('bcc')).toBe(false);
  });
});

describe('a server that is out of order', () => {
  test('and is not there is an error', async () => {
    expect(await outcome(MAIL, smtp('smtp://127.0.0.1:1'))).toMatchObject({ code: 'ESOCKET' });
  });

  test('and falls silent after the words is given up on when its time is over; the next one goes', async () => {
    const one = smtp(`${server.url}?socketTimeout=200`);
    server.next.push('fall-silent');
    const began = Date.now();
    expect(await outcome(MAIL, one)).toMatchObject({ code: 'ETIMEDOUT' });
    expect(Date.now() - began).toBeLessThan(5_000);
    await one.send(MAIL);
    expect(server.received).toHaveLength(1);
  });

  test('and answers a word at a time is given up on as a whole', async () => {
    const drip = await dripping();
    try {
      const one = smtp(drip.url, 400);
      expect(await outcome(MAIL, one)).toMatchObject({ code: 'EABORT' });
    } finally {
      await drip.close();
    }
  });

  test('and breaks off after the words is an error, since nobody knows whether it has them', async () => {
    const one = smtp();
    await one.send(MAIL);
    server.next.push('break-off');
    expect(await outcome(MAIL, one)).toBeInstanceOf(Error);
    expect(server.received).toHaveLength(1);
    await one.send(MAIL);
    expect(server.received).toHaveLength(2);
  });

  test('and closes a kept connection before the words is asked again over another', async () => {
    const one = smtp();
    await one.send(MAIL);
    server.next.push('break-off-at-once');
    await one.send(MAIL);
    expect([server.received.length, server.connections()]).toEqual([2, 2]);
  });

  test('and closed while nothing was sent is no error: restarted at its address, it takes the next one', async () => {
    const one = smtp();
    await one.send(MAIL);
    const port = Number(new URL(server.url).port);
    await server.close();
    expect(await outcome(MAIL, one)).toMatchObject({ code: 'ESOCKET' });
    server = await startMailServer({ port });
    await one.send(MAIL);
    expect(server.received).toHaveLength(1);
  });

  test('closed at the end of the process, nothing more is sent', async () => {
    const one = smtp();
    await one.send(MAIL);
    one.onApplicationShutdown();
    expect(await outcome(MAIL, one)).toBeInstanceOf(Error);
    expect(server.received).toHaveLength(1);
  });
});

/** A server whose greeting never ends, and never stops either. */
async function dripping(): Promise<{ url: string; close: () => Promise<void> }> {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    void (async () => {
      while (!socket.destroyed) {
        socket.write('220-wait\r\n');
        await pause(50);
      }
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => {
        closed();
      });
      for (const socket of sockets) socket.destroy();
    });
  return { url: `smtp://127.0.0.1:${port}`, close };
}
