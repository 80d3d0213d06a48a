import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type Mailer from 'nodemailer/lib/mailer/index.js';
import { isMailAddress } from './mail-address.js';
import { MailRefused, type Handed, type Mail, type MailTransport } from './mail.js';

/** For each step of the conversation. The address of the server may say otherwise: `smtp://…?socketTimeout=60000`. */
const A_STEP = 30_000;
/** Those that hang included. */
const MOST_CONNECTIONS = 5;
/** For one message as a whole: a server that answers a word at a time must not keep the next message for ever. */
const A_MESSAGE = 50_000;

/**
 * Sends by SMTP over one kept connection. SMTP cannot tell whether it has a message already, so one is under way at a
 * time: a process that is killed leaves at most one of which nobody knows.
 */
export class Smtp implements MailTransport, OnApplicationShutdown {
  readonly channel = 'mail';
  readonly atOnce = 1;
  readonly #transport: Mailer;

  constructor(
    url: string,
    private readonly from: string,
    private readonly longest = A_MESSAGE,
  ) {
    const options = {
      url,
      pool: true,
      // One is used at a time. While a server keeps us waiting on it, the next message has another.
      maxConnections: MOST_CONNECTIONS,
      // A kept connection that the server has closed meanwhile is opened again once; after that it is the queue’s turn.
      maxRequeues: 1,
      connectionTimeout: A_STEP,
      greetingTimeout: A_STEP,
      socketTimeout: A_STEP,
      disableFileAccess: true,
      disableUrlAccess: true,
    };
    this.#transport = createTransport(options);
  }

  async send(mail: Mail): Promise<Handed> {
    if (!isMailAddress(mail.to)) throw new MailRefused('address-invalid');
    try {
      await this.#transport.sendMail(this.#message(mail));
    } catch (error) {
      throw refusalIn(error) ?? error;
    }
    return {};
  }

  onApplicationShutdown(): void {
    this.#transport.close();
  }

  #message({ messageId, to, subject, body, html, unsubscribe, calendar }: Mail): SendMailOptions {
    const message: SendMailOptions & { readonly signal: AbortSignal } = {
      from: this.from,
      // As an object, so that nothing in it is read as a list or as a name.
      to: { name: '', address: to },
      subject,
      messageId,
      text: body,
      headers: {
        // Nobody’s holiday message has to answer a reminder. What cannot be delivered is still returned.
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'OOF, AutoReply',
        ...(unsubscribe !== undefined && {
          'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
      signal: AbortSignal.timeout(this.longest),
    };
    if (html !== undefined) message.html = html;
    if (calendar !== undefined) {
      const contentType = 'text/calendar; charset=utf-8; method=PUBLISH';
      message.attachments = [{ ...calendar, contentType, contentDisposition: 'attachment' }];
    }
    return message;
  }
}

/**
 * What the server refused for good. A refusal of us is none of the message: of the sender, of a sign-in, of relaying
 * (5.7.…) — those may be mended, and must not lose what was to be told.
 */
function refusalIn(error: unknown): MailRefused | undefined {
  const {
    command,
    responseCode = 0,
    response = '',
  } = error as {
    readonly command?: string;
    readonly responseCode?: number;
    readonly response?: string;
  };
  // 503 says that the conversation went wrong, not the message.
  if (responseCode < 500 || responseCode === 503) return undefined;
  if (command === 'DATA') return new MailRefused('message-refused');
  const isOfUs = [530, 535, 538].includes(responseCode) || /^5\d\d[ -]5\.7\./.test(response);
  return command === 'RCPT TO' && !isOfUs ? new MailRefused('address-refused') : undefined;
}
