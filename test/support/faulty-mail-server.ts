import type { Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real mail server that has bad days: some messages it puts off, some it keeps waiting for ever. */
export interface FaultyMailServer {
  readonly url: string;
  /** The Message-ID of everything that it took, in that order; a repeat is there again. */
  arrived(): readonly string[];
  putOff(): number;
  hung(): number;
  close(): Promise<void>;
}

/** @param share of all messages that are put off, and that hang; half of those that hang have arrived all the same */
export async function faultyMailServer(share: { putsOff: number; hangs: number }): Promise<FaultyMailServer> {
  const arrived: string[] = [];
  const sockets = new Set<Socket>();
  let [seen, putOff, hung] = [0, 0, 0];
  /** By turns and not by chance, so that every run has them: one in ten, one in a hundred. */
  const isTurnOf = (part: number, offset: number): boolean =>
    Math.floor((seen + offset) * part) > Math.floor((seen + offset - 1) * part);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 50,
    onData: (stream, _, go) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        seen += 1;
        const id = /^Message-ID: (\S+)/im.exec(Buffer.concat(chunks).toString('utf8'))?.[1] ?? '';
        if (isTurnOf(share.hangs, 50)) {
          hung += 1;
          if (hung % 2 === 1) arrived.push(id);
        } else if (isTurnOf(share.putsOff, 0)) {
          putOff += 1;
          go(Object.assign(new Error('Try again later'), { responseCode: 451 }));
        } else {
          arrived.push(id);
          go();
        }
      });
    },
  });
  // Clients that are killed go away in the middle.
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived: () => arrived,
    putOff: () => putOff,
    hung: () => hung,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          for (const socket of sockets) socket.destroy();
          closed();
        });
      }),
  };
}
