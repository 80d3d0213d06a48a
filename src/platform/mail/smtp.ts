import { createTransport } from 'nodemailer';
import type { Mail, MailTransport } from './mail.js';

/** Sends by SMTP. A server that does not answer is given up on after half a minute; the queue tries again. */
export class Smtp implements MailTransport {
  readonly #transport;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.#transport = createTransport(url, {
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    } as object);
  }

  async send(mail: Mail): Promise<void> {
    await this.#transport.sendMail({
      from: this.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.body,
      messageId: mail.messageId,
    });
  }
}
