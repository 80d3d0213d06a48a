import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { PUBLIC_INTERNET, type Reach } from '../../src/platform/fetching/index.js';

/** A message as it arrived. */
export interface Arrived {
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Another program over https, which keeps what arrives and answers as it is told; 'silence' is no answer at all. */
export interface WebhookReceiver {
  readonly url: string;
  /** As far as a poster reaches that knows this program and nothing else. */
  readonly reach: Reach;
  readonly arrived: Arrived[];
  /** The next answers, one each; 204 when there are no more. */
  answer(...statuses: readonly (number | 'silence')[]): void;
  close(): Promise<void>;
}

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/moderngov/${name}`, import.meta.url), 'utf8');

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const certificate = fixture('server-certificate.pem');
  const arrived: Arrived[] = [];
  let next: (number | 'silence')[] = [];
  const server = createServer({ key: fixture('server-key.pem'), cert: certificate }, (request, response) => {
    void bodyOf(request).then((body) => {
      arrived.push({ path: request.url, headers: request.headers, body });
      const status = next.shift() ?? 204;
      if (status === 'silence') return;
      response
        .writeHead(status, status === 302 ? { Location: 'https://moderngov.example/elsewhere' } : {})
        .end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: 'https://moderngov.example/hook',
    reach: {
      ...PUBLIC_INTERNET,
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
      allows: (address) => address === '127.0.0.1',
      ...{ port, ca: certificate, connectMilliseconds: 2_000, wholeMilliseconds: 1_000 },
    },
    arrived,
    answer: (...statuses) => {
      next = [...statuses];
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
