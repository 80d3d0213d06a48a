import { IsIn } from 'class-validator';
import type { CivilDate } from '../../../law/index.js';
import type { AddressNotice, OpenedEntry, WithheldBy } from '../../../register/index.js';
import { dateInWords, withheldInWords } from '../../../wording/index.js';
import { inFull } from '../../notify-interests/interest/kinds.js';
import { instantInWords } from '../../page/index.js';

type Asks = AddressNotice['asks'];

/** A notice about the home address: one press of a button. */
export class NoticeForm {
  @IsIn(['show', 'withhold'], { message: 'Choose what you ask' })
  asks: Asks;
}

/** What the page is made of. */
export interface KnownOfHome {
  /** By which rule a home address is kept off the public register today; null where it is shown. */
  readonly withheldBy: WithheldBy | null;
  /** The day on which s.32A begins, once it is known here. */
  readonly commencesOn: CivilDate | undefined;
  /** Oldest first. */
  readonly notices: readonly AddressNotice[];
  /** The entries that are said to be the member's home. */
  readonly homes: readonly OpenedEntry[];
}

export interface HomeAddressView {
  readonly title: string;
  readonly backHref: string;
  /** 'Withheld' or 'Shown'. */
  readonly state: string;
  readonly because: string;
  /** What the public reads instead; undefined where the address is shown. */
  readonly statement: string | undefined;
  /** What will be so on a later day. */
  readonly later: string | undefined;
  readonly homes: readonly { readonly text: string; readonly sensitiveHref: string }[];
  /** What may be asked now; undefined where there is nothing to ask. */
  readonly asks: Asks | undefined;
  readonly history: readonly { readonly on: string; readonly text: string }[];
}

/** A request to show it where it is withheld; the same taken back where it is shown because of it. */
export function mayAsk({ withheldBy, notices }: KnownOfHome): Asks | undefined {
  if (withheldBy !== null) return 'show';
  return notices.at(-1)?.asks === 'show' ? 'withhold' : undefined;
}

export function homeAddressView(known: KnownOfHome, today: CivilDate): HomeAddressView {
  const { withheldBy, commencesOn } = known;
  return {
    title: 'My home address in the public register',
    backHref: '/my/interests',
    state: withheldBy === null ? 'Shown' : 'Withheld',
    because: becauseOf(known),
    statement: withheldBy === null ? undefined : withheldInWords(withheldBy),
    later:
      commencesOn !== undefined && commencesOn > today
        ? `From ${dateInWords(commencesOn)}, section 32A of the Localism Act 2011 keeps members’ home addresses off the public register unless they ask in writing for them to be shown.`
        : undefined,
    homes: known.homes.map(({ entry, details }) => ({
      text: entry.sensitive === 'no' ? inFull(details) : `${inFull(details)}. ${WHATEVER_IS_ASKED}`,
      sensitiveHref: `/my/interests/${entry.id}/sensitive`,
    })),
    asks: mayAsk(known),
    history: known.notices
      .map(({ asks, receivedAt }) => ({ on: instantInWords(receivedAt), text: NOTICES[asks] }))
      .reverse(),
  };
}

const WHATEVER_IS_ASKED =
  'Withheld because it is sensitive, or you have asked for it to be; whatever you ask here does not change that.';

const NOTICES: Readonly<Record<Asks, string>> = {
  show: 'You asked in writing for your home address to be shown.',
  withhold: 'You took that request back in writing.',
};

function becauseOf({ withheldBy, notices }: KnownOfHome): string {
  if (withheldBy === 's32a')
    return 'Section 32A of the Localism Act 2011: a member’s usual home address is left out of the public register unless they ask in writing for it to be shown.';
  if (withheldBy === 'practice')
    return 'Your council’s own practice, and no rule of law, is to leave members’ home addresses out of the public register unless they ask for them to be shown.';
  return notices.at(-1)?.asks === 'show'
    ? 'You asked in writing for it to be shown, and have not taken that back.'
    : 'No rule of law leaves it out today, and your council has not made it its practice to do so.';
}
