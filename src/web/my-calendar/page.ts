import type { Person } from '../../identity/index.js';
import { instantInWords } from '../page/index.js';

/** What the page says of the address that stands. */
interface CalendarView {
  readonly title: string;
  readonly backHref: string;
  readonly banner: { readonly text: string; readonly success: true } | undefined;
  readonly councilName: string;
  /** '24 October 2017 at 10:05am'; undefined where no address stands. */
  readonly madeAt: string | undefined;
  /** The person serves at other councils too, and each has a calendar of its own. */
  readonly servesElsewhere: boolean;
}

export function calendarView(
  { acting, memberships }: Person,
  standing: { readonly madeAt: Date } | undefined,
  done: unknown,
): CalendarView {
  // An address that was made again since has a page that says so.
  const isWithdrawn = done === 'withdrawn' && standing === undefined;
  return {
    title: 'Your calendar',
    backHref: '/my',
    banner: isWithdrawn ? { text: 'Your calendar address is withdrawn.', success: true } : undefined,
    councilName: acting?.authorityName ?? '',
    madeAt: standing && instantInWords(standing.madeAt),
    servesElsewhere: memberships.filter(({ memberId }) => memberId !== undefined).length > 1,
  };
}

/** What is shown once, when an address is made. */
interface AddressView {
  readonly title: string;
  readonly backHref: string;
  readonly address: string;
  /** The same in the form that opens the calendar program of this device. */
  readonly opensProgram: string;
}

export function addressView(address: string): AddressView {
  return {
    title: 'Your new calendar address',
    backHref: '/my/calendar',
    address,
    opensProgram: address.replace(/^https?:/, 'webcal:'),
  };
}
