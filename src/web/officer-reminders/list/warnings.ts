import type { QueueState } from '../../../platform/queue/index.js';
import type { Troubles } from '../../../reminders/index.js';
import { instantInWords } from '../../page/index.js';

/** Something that keeps reminders from arriving, and what to do about it. */
export interface Warning {
  readonly text: string;
  /** The reminders that it is about. */
  readonly link: { readonly text: string; readonly href: string } | undefined;
}

/** What an officer must know before anything else, the gravest first. */
export function warningsOf(
  troubles: Troubles,
  { pausedAt, queue }: { pausedAt: Date | null; queue: QueueState },
): Warning[] {
  const { late, undelivered, withoutAddress, unwritten } = troubles;
  return [
    ...paused(pausedAt),
    ...(queue === 'unreachable' ? [QUEUE_AWAY] : []),
    // While they are paused, that they are late needs no other reason.
    ...(late > 0 && pausedAt === null ? [lateInWords(late)] : []),
    ...(undelivered > 0 ? [undeliveredInWords(undelivered)] : []),
    ...(withoutAddress > 0 ? [withoutAddressInWords(withoutAddress)] : []),
    ...(unwritten > 0 ? [unwrittenInWords(unwritten)] : []),
  ];
}

function paused(pausedAt: Date | null): Warning[] {
  if (pausedAt === null) return [];
  return [
    {
      text: `All reminders are paused since ${instantInWords(pausedAt)}. Nothing is sent, reminders of statutory duties included. Let them go on as soon as you can.`,
      link: undefined,
    },
  ];
}

const QUEUE_AWAY: Warning = {
  text: 'The queue that carries reminders does not answer. Nothing is lost: what is due goes when it is back. Tell whoever runs this service.',
  link: undefined,
};

function lateInWords(count: number): Warning {
  return {
    text: `${counted(count, 'reminder is', 'reminders are')} due for more than an hour and not sent. The worker may have stopped: tell whoever runs this service. What is still of use is sent when it runs again.`,
    link: { text: 'See what is planned', href: '/officer/reminders?outcome=planned' },
  };
}

function undeliveredInWords(count: number): Warning {
  return {
    text: `${counted(count, 'message', 'messages')} of the last 30 days did not arrive: given up, refused or returned. Check the address with its reader, tell them in another way where a day is near, and try again.`,
    link: { text: 'See what was not delivered', href: '/officer/reminders?outcome=undelivered' },
  };
}

function withoutAddressInWords(count: number): Warning {
  return {
    text: `${counted(count, 'reminder', 'reminders')} of the last 30 days had nobody to go to, because there is no e-mail address. Ask for one, tell them in another way until then, and send what is still of use.`,
    link: { text: 'See what was missed', href: '/officer/reminders?outcome=missed' },
  };
}

function unwrittenInWords(count: number): Warning {
  return {
    text: `${counted(count, 'reminder', 'reminders')} of the last 30 days could not be written. Tell whoever runs this service, and the reader in another way. Once it is mended, send them from here.`,
    link: { text: 'See what could not be written', href: '/officer/reminders?outcome=failed' },
  };
}

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`;
