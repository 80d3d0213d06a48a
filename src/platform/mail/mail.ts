/** One message to one person, already in its final words. Sending it again sends the same. */
export interface Mail {
  /** The Message-ID header, made when the message was fixed; the same on every try. */
  readonly messageId: string;
  /** Our key of the message, its uuid, for channels that carry one. */
  readonly reference: string;
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** The same words as simple HTML. */
  readonly html?: string;
  /** An address at which the optional kinds in it can be turned off (RFC 8058, one click). */
  readonly unsubscribe?: string;
  readonly calendar?: { readonly filename: string; readonly content: string };
  /** Whether it was handed over before, perhaps in vain: a channel that can tell looks first whether it has it already. */
  readonly triedBefore: boolean;
}

/** What the channel calls a message that it took, where it gives it a name of its own. */
export interface Handed {
  readonly providerId?: string;
}

/** How messages leave the house. What it throws other than `MailRefused` may pass: the message is tried again. */
export interface MailTransport {
  readonly channel: 'mail' | 'notify';
  /** How many may be under way at once in one process: 1 where the channel cannot tell a repeat. */
  readonly atOnce: number;
  /** @throws MailRefused where trying again is of no use */
  send(mail: Mail): Promise<Handed>;
}

/** The channel will never take it: trying again would only hide it. `reason` is one of a few words we know. */
export class MailRefused extends Error {
  constructor(readonly reason: 'address-refused' | 'address-invalid' | 'message-refused') {
    super(reason);
  }
}

/** Nest's token for the transport that the configuration chose. */
export const MAIL = Symbol('MailTransport');
