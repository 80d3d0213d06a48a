import type { QueueState } from '../../../platform/queue/index.js';
import type { Troubles, Unreached } from '../../../reminders/index.js';
import { instantInWords } from '../../page/index.js';

/** Something that keeps reminders from arriving, and what to do about it. */
export interface Warning {
  readonly text: string;
  /** The reminders that it is about. */
  readonly link: Link | undefined;
  /** Where the addresses of the members whom it is about are changed. */
  readonly addresses: readonly Link[];
}

interface Link {
  readonly text: string;
  readonly href: string;
}

/** What an officer must know before anything else, the gravest first. */
export function warningsOf(
  troubles: Troubles,
  {
    pausedAt,
    queue,
    unreached,
  }: { pausedAt: Date | null; queue: QueueState; unreached: readonly Unreached[] },
): Warning[] {
  const { late, undelivered, withoutAddress, unwritten } = troubles;
  return [
    ...paused(pausedAt),
    ...(queue === 'unreachable' ? [QUEUE_AWAY] : []),
    // While they are paused, that they are late needs no other reason.
    ...(late > 0 && pausedAt === null ? [lateInWords(late)] : []),
    ...(undelivered > 0 ? [undeliveredInWords(undelivered, unreached)] : []),
    ...(withoutAddress > 0 ? [withoutAddressInWords(withoutAddress, unreached)] : []),
    ...(unwritten > 0 ? [unwrittenInWords(unwritten)] : []),
  ];
}

function paused(pausedAt: Date | null): Warning[] {
  if (pausedAt === null) return [];
  return [
    {
      text: `All reminders are paused since ${instantInWords(pausedAt)}. Nothing is sent, reminders of statutory duties included. Let them go on as soon as you can.`,
      link: undefined,
      addresses: [],
    },
  ];
}

const QUEUE_AWAY: Warning = {
  text: 'The queue that carries reminders does not answer. Nothing is lost: what is due goes when it is back. Tell whoever runs this service.',
  link: undefined,
  addresses: [],
};

function lateInWords(count: number): Warning {
  return {
    text: `${counted(count, 'reminder is', 'reminders are')} due for more than an hour and not sent. The worker may have stopped: tell whoever runs this service. What is still of use is sent when it runs again.`,
    link: { text: 'See what is planned', href: '/officer/reminders?outcome=planned' },
    addresses: [],
  };
}

function undeliveredInWords(count: number, unreached: readonly Unreached[]): Warning {
  return {
    text: `${counted(count, 'message', 'messages')} of the last 30 days did not arrive: given up, refused or returned. Check the address with its reader and change it where it is wrong, tell them in another way where a day is near, and try again.`,
    link: { text: 'See what was not delivered', href: '/officer/reminders?outcome=undelivered' },
    addresses: addressesOf(unreached.filter(({ hasAddress }) => hasAddress)),
  };
}

function withoutAddressInWords(count: number, unreached: readonly Unreached[]): Warning {
  return {
    text: `${counted(count, 'reminder', 'reminders')} of the last 30 days had nobody to go to, because there is no e-mail address. Ask for one and enter it, and tell them in another way until then. What is still owed goes by itself once there is one.`,
    link: { text: 'See what was missed', href: '/officer/reminders?outcome=missed' },
    addresses: addressesOf(unreached.filter(({ hasAddress }) => !hasAddress)),
  };
}

function unwrittenInWords(count: number): Warning {
  return {
    text: `${counted(count, 'reminder', 'reminders')} of the last 30 days could not be written. Tell whoever runs this service, and the reader in another way. Once it is mended, send them from here.`,
    link: { text: 'See what could not be written', href: '/officer/reminders?outcome=failed' },
    addresses: [],
  };
}

const addressesOf = (members: readonly Unreached[]): Link[] =>
  members.map(({ id, name }) => ({
    text: `Change the e-mail address of ${name}`,
    href: `/officer/members/${id}/email`,
  }));

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`;
