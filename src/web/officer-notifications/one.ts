import type { Category, HeldBy } from '../../law/index.js';
import type { OpenedNotification, RegisterEntry } from '../../register/index.js';
import { categoryInWords } from '../../wording/index.js';
import { inFull } from '../notify-interests/interest/kinds.js';
import { instantInWords } from '../page/index.js';
import type { Timing } from './queue.js';

/** What was said of one category, for the member and for the partner. */
interface SaidOfCategory {
  readonly category: string;
  readonly holders: readonly {
    readonly whose: string;
    /** 'Nothing', or one line for each interest. */
    readonly lines: readonly string[];
  }[];
}

export interface NotificationView extends Timing {
  readonly title: string;
  readonly backHref: string;
  readonly id: string;
  readonly memberHref: string;
  readonly memberName: string;
  readonly received: string;
  readonly channel: string;
  readonly partner: string;
  readonly entered: string | undefined;
  readonly said: readonly SaidOfCategory[];
  readonly mayEnter: boolean;
}

/** The kinds of interest whose details are withheld from readers who may not see sensitive ones. */
export type Withheld = ReadonlySet<`${Category}/${HeldBy}`>;

/**
 * A sensitive interest may be told again in later notifications and was told in earlier ones, so the whole of its
 * category is withheld from whoever may not read sensitive details.
 */
export function withheldFrom(
  mayReadSensitive: boolean,
  entries: readonly Pick<RegisterEntry, 'category' | 'heldBy' | 'sensitive'>[],
): Withheld {
  if (mayReadSensitive) return new Set();
  return new Set(
    entries
      .filter(({ sensitive }) => sensitive !== 'no')
      .map(({ category, heldBy }) => `${category}/${heldBy}` as const),
  );
}

/** Everything that a notification says, by category in the order given, "nothing" included. */
function saidIn(
  { answers, interests }: OpenedNotification,
  order: readonly Category[],
  withheld: Withheld,
): SaidOfCategory[] {
  // A category that the order does not know is shown at the end: nothing that was said may be missing.
  const said = answers.map(({ category }) => category);
  const categories = [...new Set([...order.filter((category) => said.includes(category)), ...said])];
  return categories.map((category) => ({
    category: categoryInWords(category).name,
    holders: (['self', 'partner'] as const).flatMap((heldBy) => {
      const answer = answers.find((one) => one.category === category && one.heldBy === heldBy);
      if (answer === undefined) return [];
      const own = interests.filter((one) => one.category === category && one.heldBy === heldBy);
      const details = withheld.has(`${category}/${heldBy}`)
        ? own.map(() => 'Details withheld: sensitive')
        : own.map((one) => inFull(one.details));
      return [
        {
          whose: heldBy === 'self' ? 'Member' : 'Spouse, civil partner or partner',
          lines: answer.answer === 'nothing' ? ['Nothing'] : details,
        },
      ];
    }),
  }));
}

/** One notification as the page shows it. */
export function notificationView(
  opened: OpenedNotification,
  about: {
    memberName: string;
    timing: Timing;
    order: readonly Category[];
    withheld: Withheld;
    mayEnter: boolean;
  },
): NotificationView {
  const { notification } = opened;
  return {
    title: `Notification from ${about.memberName}`,
    backHref: '/officer/notifications',
    id: notification.id,
    memberHref: `/officer/members/${notification.memberId}`,
    memberName: about.memberName,
    received: instantInWords(notification.receivedAt),
    channel: notification.channel === 'web' ? 'On this website' : 'On paper',
    partner: notification.hasPartner ? 'Yes' : 'No',
    entered: notification.enteredAt === null ? undefined : instantInWords(notification.enteredAt),
    said: saidIn(opened, about.order, about.withheld),
    mayEnter: about.mayEnter && notification.enteredAt === null,
    ...about.timing,
  };
}
