import { SMTPServer } from 'smtp-server';

/** A real mail server on this machine that keeps what it is sent. */
export interface MailServer {
  readonly url: string;
  /** The messages as they came over the wire, headers and all. */
  readonly received: string[];
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString('utf8'));
        answer();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as { port: number };
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.close(closed);
    });
  return { url: `smtp://127.0.0.1:${port}`, received, close };
}
