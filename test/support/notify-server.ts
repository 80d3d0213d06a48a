import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A service of the real one would have these two ids at the end of each key. */
const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506';
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';

/** What the application is configured with to use this server. */
export const NOTIFY_ENV = {
  NOTIFY_API_KEY: `probity_test-${SERVICE}-${SECRET}`,
  NOTIFY_TEMPLATE_ID: '217a419e-6a7d-482a-9596-718b889dffce',
  NOTIFY_CALLBACK_TOKEN: 'a-callback-token-of-a-test-and-of-nothing-else',
} as const;

/** A message as the server keeps it. */
export interface Notified {
  readonly id: string;
  readonly reference: string | null;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly unsubscribe: string | undefined;
  status: string;
}

/** An answer other than the usual one: an error in Notify’s words, silence, or an answer that is lost after the work. */
export type NotifyAnswer =
  { readonly status: number; readonly error: string; readonly message: string } | 'silence' | 'lost';

/** Speaks the part of GOV.UK Notify’s documented API that we use, over HTTP, and checks each request’s token. */
export interface NotifyServer {
  readonly url: string;
  /** The oldest first. */
  readonly messages: Notified[];
  /** What it answers to the next requests instead. */
  readonly next: NotifyAnswer[];
  /** Every request so far, as 'POST /v2/notifications/email'. */
  readonly requests: string[];
  close(): Promise<void>;
}

export async function startNotifyServer(): Promise<NotifyServer> {
  const messages: Notified[] = [];
  const next: NotifyAnswer[] = [];
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const url = new URL(request.url ?? '', 'http://notify');
      requests.push(`${request.method ?? ''} ${url.pathname}${url.search}`);
      const instead = next.shift();
      if (instead === 'silence') return;
      if (typeof instead === 'object') {
        fail(response, instead.status, instead.error, instead.message);
        return;
      }
      if (!isSigned(request))
        fail(response, 403, 'AuthError', 'Invalid token: signature, api token not found');
      else if (request.method === 'POST' && url.pathname === '/v2/notifications/email') {
        take(response, messages, body, instead === 'lost');
      } else if (request.method === 'GET' && url.pathname === '/v2/notifications') {
        list(response, messages, url.searchParams.get('reference'));
      } else fail(response, 404, 'NoResultFound', 'No result found');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => {
        closed();
      });
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, messages, next, requests, close };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
}

/** A JSON Web Token of this service, signed with the secret (HS256) in the last half minute. */
function isSigned(request: IncomingMessage): boolean {
  const [header = '', claims = '', signature = ''] = (request.headers.authorization ?? '')
    .replace(/^Bearer /, '')
    .split('.');
  const right = createHmac('sha256', SECRET).update(`${header}.${claims}`).digest();
  const sent = Buffer.from(signature, 'base64url');
  if (sent.length !== right.length || !timingSafeEqual(sent, right)) return false;
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  const { iss, iat } = read(claims) as { iss?: string; iat?: number };
  const { alg } = read(header) as { alg?: string };
  return alg === 'HS256' && iss === SERVICE && Math.abs(Date.now() / 1000 - (iat ?? 0)) < 30;
}

function take(
  response: ServerResponse,
  messages: Notified[],
  body: Record<string, unknown>,
  isLost: boolean,
): void {
  const { email_address: to, template_id: template, one_click_unsubscribe_url: unsubscribe } = body;
  const { subject, body: words } = (body.personalisation ?? {}) as Record<string, unknown>;
  if (typeof to !== 'string' || !/^[^\s@,]+@[^\s@,.]+(\.[^\s@,.]+)+$/.test(to)) {
    fail(response, 400, 'ValidationError', 'email_address Not a valid email address');
    return;
  }
  if (template !== NOTIFY_ENV.NOTIFY_TEMPLATE_ID) {
    fail(response, 400, 'BadRequestError', 'Template not found');
    return;
  }
  if (typeof subject !== 'string' || typeof words !== 'string') {
    fail(response, 400, 'BadRequestError', 'Missing personalisation: subject, body');
    return;
  }
  if (unsubscribe !== undefined && !(typeof unsubscribe === 'string' && unsubscribe.startsWith('https:'))) {
    fail(response, 400, 'ValidationError', 'one_click_unsubscribe_url is not a valid https url');
    return;
  }
  const message: Notified = {
    ...{ id: randomUUID(), reference: (body.reference as string | undefined) ?? null, to, subject },
    ...{ body: words, unsubscribe, status: 'created' },
  };
  messages.push(message);
  if (isLost) {
    response.destroy();
    return;
  }
  const { id, reference } = message;
  const content = { subject, body: words, from_email: 'council@notifications.example' };
  json(response, 201, { id, reference, content, uri: '', template: { id: template, version: 1, uri: '' } });
}

function list(response: ServerResponse, messages: readonly Notified[], reference: string | null): void {
  const found = messages.filter((message) => reference === null || message.reference === reference);
  // The newest first, as Notify gives them.
  const notifications = [...found].reverse().map(({ id, reference: its, status, to }) => ({
    ...{ id, reference: its, status, type: 'email', email_address: to },
  }));
  json(response, 200, { notifications, links: { current: '' } });
}

function fail(response: ServerResponse, status: number, error: string, message: string): void {
  json(response, status, { status_code: status, errors: [{ error, message }] });
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
