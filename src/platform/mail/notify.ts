import type { NotifyClient } from 'notifications-node-client';
import type { NotifySetting } from '../config/index.js';
import { isMailAddress } from './mail-address.js';
import { MailRefused, type Handed, type Mail, type MailTransport } from './mail.js';
import { asNotifyReads, subjectAsNotifyReads } from './notify-words.js';

/** For one message as a whole, whatever is asked about it first. */
const A_MESSAGE = 30_000;

/** Notify did not take a message now. Its words hold a status and a kind; never an address, a key or what was sent. */
class NotifyFailed extends Error {
  constructor(
    message: string,
    /** Such as `notify-429`, to be kept and counted. */
    readonly code: string,
  ) {
    super(message);
  }
}

/**
 * Sends by GOV.UK Notify, in one template whose subject is ((subject)) and whose words are ((body)). Our key of the
 * message is its reference there, by which a message that was handed over before a crash is found again.
 */
export class Notify implements MailTransport {
  readonly channel = 'notify';
  readonly atOnce = 8;

  constructor(
    private readonly setting: NotifySetting,
    private readonly longest = A_MESSAGE,
  ) {}

  async send(mail: Mail): Promise<Handed> {
    if (!isMailAddress(mail.to)) throw new MailRefused('address-invalid');
    const client = await this.#client(AbortSignal.timeout(this.longest));
    try {
      const known = mail.triedBefore ? await findByReference(client, mail.reference) : undefined;
      return { providerId: known ?? (await this.#send(client, mail)) };
    } catch (error) {
      throw understood(error);
    }
  }

  async #send(client: NotifyClient, { to, subject, body, reference, unsubscribe }: Mail): Promise<string> {
    const { data } = await client.sendEmail(this.setting.templateId, to, {
      personalisation: { subject: subjectAsNotifyReads(subject), body: asNotifyReads(body) },
      reference,
      // Notify takes no other kind of address here, and would refuse the whole message.
      ...(unsubscribe?.startsWith('https:') && { oneClickUnsubscribeURL: unsubscribe }),
    });
    // Whatever answered without giving it a name did not take it: a proxy in between, perhaps.
    if (typeof data.id !== 'string') throw new NotifyFailed('GOV.UK Notify gave no id.', 'notify-no-id');
    return data.id;
  }

  /** The library sets no limit of time by itself, and follows redirects with the key in hand. */
  async #client(signal: AbortSignal): Promise<NotifyClient> {
    // Loaded by whoever sends by Notify alone: with what it brings along it is a tenth of a second of every start.
    const { NotifyClient } = await import('notifications-node-client');
    const client = new NotifyClient(this.setting.url, this.setting.apiKey);
    const { restClient } = client.apiClient as { restClient: (request: object) => Promise<unknown> };
    const withLimits = (request: object): Promise<unknown> =>
      restClient({ ...request, signal, maxRedirects: 0 });
    client.setClient(withLimits as unknown as Parameters<NotifyClient['setClient']>[0]);
    return client;
  }
}

/** A message of this reference that Notify has and has not failed to deliver. One that failed is sent anew. */
async function findByReference(client: NotifyClient, reference: string): Promise<string | undefined> {
  const { data } = await client.getNotifications('email', undefined, reference);
  return data.notifications.find((one) => one.reference === reference && !one.status.endsWith('-failure'))
    ?.id;
}

/** What the library throws carries the request, with the address and the words: none of it is passed on. */
function understood(error: unknown): Error {
  if (error instanceof NotifyFailed) return error;
  const { response, code } = error as {
    readonly response?: { readonly status: number; readonly data?: { readonly errors?: unknown } };
    readonly code?: unknown;
  };
  if (response === undefined) {
    const why = word(code);
    return new NotifyFailed(`GOV.UK Notify did not answer (${why}).`, `notify-${why}`);
  }
  const [first] = Array.isArray(response.data?.errors) ? (response.data.errors as unknown[]) : [];
  const { error: kind, message } = (first ?? {}) as { readonly error?: unknown; readonly message?: unknown };
  const isOfAddress = typeof message === 'string' && message.startsWith('email_address ');
  if (response.status === 400 && kind === 'ValidationError' && isOfAddress) {
    return new MailRefused('address-invalid');
  }
  return new NotifyFailed(
    `GOV.UK Notify answered ${response.status} (${word(kind)}).`,
    `notify-${response.status}`,
  );
}

/** One word of a program. Whatever else stands there may be somebody’s. */
function word(given: unknown): string {
  return typeof given === 'string' && /^\w{1,40}$/.test(given) ? given : 'unknown';
}
