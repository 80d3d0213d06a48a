import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/**
 * What the server makes of a message: it takes it, or refuses its reader or its words for good, or puts it off, or
 * falls silent, or breaks the connection; the last two after it has read every word, or before any.
 */
export type MailAnswer =
  | 'take'
  | 'put-off'
  | 'no-such-reader'
  | 'no-relaying'
  | 'refuse-words'
  | 'fall-silent'
  | 'break-off'
  | 'break-off-at-once';

/** A real mail server on this machine that keeps what it is sent. */
export interface MailServer {
  readonly url: string;
  /** The messages as they came over the wire, headers and all. Only those that it took. */
  readonly received: string[];
  /** What it answers to the next messages; when this is empty it takes them, or does what `answer` says. */
  readonly next: MailAnswer[];
  /** How many connections were opened so far. */
  connections(): number;
  close(): Promise<void>;
}

const AT_RECIPIENT: Partial<Record<MailAnswer, readonly [number, string]>> = {
  'no-such-reader': [550, 'No such user here'],
  'no-relaying': [554, '5.7.1 Relay access denied'],
  'put-off': [451, 'Try again later'],
};

/**
 * @param options.answer what it answers to a message to this reader, where `next` says nothing
 * @param options.port a port of its own choice unless told
 */
export async function startMailServer(
  options: { answer?: (to: string) => MailAnswer; port?: number } = {},
): Promise<MailServer> {
  const received: string[] = [];
  const next: MailAnswer[] = [];
  const sockets = new Set<Socket>();
  const answers = new WeakMap<SMTPServerSession, MailAnswer>();
  let opened = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    // What a test says is what the client hears, without a code that the library would add.
    hideENHANCEDSTATUSCODES: true,
    // A client may keep its connection: the test does not wait for it.
    closeTimeout: 50,
    onConnect: (_, go) => {
      opened += 1;
      go();
    },
    onRcptTo: ({ address }, session, go) => {
      const answer = next.shift() ?? options.answer?.(address) ?? 'take';
      const refusal = AT_RECIPIENT[answer];
      answers.set(session, answer);
      if (answer === 'break-off-at-once') breakOff(session);
      else go(refusal && Object.assign(new Error(refusal[1]), { responseCode: refusal[0] }));
    },
    onData: (stream, session, go) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const answer = answers.get(session);
        if (answer === 'fall-silent') return;
        if (answer === 'break-off') breakOff(session);
        else if (answer === 'refuse-words') {
          go(Object.assign(new Error('Not with these words'), { responseCode: 554 }));
        } else {
          received.push(Buffer.concat(chunks).toString('utf8'));
          go();
        }
      });
    },
  });
  // A client that goes away in the middle is what some tests are about.
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const breakOff = (session: SMTPServerSession): void => {
    for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
  };
  await new Promise<void>((listening) => server.listen(options.port ?? 0, '127.0.0.1', listening));
  const { port } = server.server.address() as { port: number };
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => {
        for (const socket of sockets) socket.destroy();
        closed();
      });
    });
  return { url: `smtp://127.0.0.1:${port}`, received, next, connections: () => opened, close };
}
