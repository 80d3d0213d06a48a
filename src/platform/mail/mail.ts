/** One message to one person, already in its final words. Sending it again sends the same. */
export interface Mail {
  /** The Message-ID header, made when the message was fixed; the same on every try. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
}

/** How messages leave the house. */
export interface MailTransport {
  send(mail: Mail): Promise<void>;
}

/** Nest's token for the transport that the configuration chose. */
export const MAIL = Symbol('MailTransport');
