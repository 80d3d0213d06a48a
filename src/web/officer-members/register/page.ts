import { civilDate, type CivilDate } from '../../../law/index.js';
import type { EndedBecause, OpenedEntry, Sensitivity } from '../../../register/index.js';
import { categoryInWords, dateInWords } from '../../../wording/index.js';
import { blankForm, DateField, wordsOfDate, type FormState } from '../../form/index.js';
import { inFull } from '../../notify-interests/interest/kinds.js';
import { DETAILS_WITHHELD, type Withheld } from '../../officer-notifications/index.js';

/** The day asked about. */
export class AsAtForm {
  @DateField({ enter: 'Enter a day', name: 'The day', mustBe: 'today or in the past' })
  asAt: CivilDate;
}

/** One entry, as it stands or stood. */
export interface EntryRow {
  /** 'Land, member'. */
  readonly heading: string;
  readonly details: string;
  /** 'Entered 16 October 2017', 'Ended 20 November 2017: …', and the days of the interest itself. */
  readonly lines: readonly string[];
}

export interface MemberRegisterView {
  readonly title: string;
  readonly backHref: string;
  readonly form: FormState;
  readonly memberName: string;
  /** '16 October 2017'; undefined where everything is shown. */
  readonly asAt: string | undefined;
  readonly allHref: string;
  readonly current: readonly EntryRow[];
  /** Ended entries; empty for a past day, on which they were none. */
  readonly ended: readonly EntryRow[];
}

/** What the page is made of. */
export interface KnownOfRegister {
  readonly member: { readonly id: string; readonly name: string };
  /** The whole history, or what was held at the end of the day asked about. */
  readonly entries: readonly OpenedEntry[];
  readonly asAt: CivilDate | undefined;
  readonly withheld: Withheld;
}

/** One member's register whole: what is in it, what has ended and why, or what was in it on a past day. */
export function memberRegisterView(known: KnownOfRegister, form?: FormState): MemberRegisterView {
  const { member, entries, asAt, withheld } = known;
  const rows = (which: readonly OpenedEntry[]): EntryRow[] => which.map((one) => entryRow(one, withheld));
  const hasEnded = ({ entry }: OpenedEntry): boolean => asAt === undefined && entry.endedOn !== null;
  return {
    title: `Register of ${member.name}`,
    backHref: `/officer/members/${member.id}`,
    form: form ?? blankForm(wordsOfDate('asAt', asAt)),
    memberName: member.name,
    asAt: asAt && dateInWords(asAt),
    allHref: `/officer/members/${member.id}/register`,
    current: rows(entries.filter((one) => !hasEnded(one))),
    ended: rows(entries.filter(hasEnded)),
  };
}

const BECAUSE: Readonly<Record<EndedBecause, string>> = {
  ended: 'the member holds it no longer',
  changed: 'it changed, and another entry took its place',
  corrected: 'it was wrong, and a correction took its place',
  'not-repeated': 'a later notification of everything held did not repeat it',
};

const SENSITIVITY: Readonly<Record<Sensitivity, string | undefined>> = {
  no: undefined,
  claimed: 'Asked to be treated as sensitive, not yet decided',
  agreed: 'Sensitive',
};

function entryRow(opened: OpenedEntry, withheld: Withheld): EntryRow {
  const { entry, details } = opened;
  const on = (day: string): string => dateInWords(civilDate(day));
  const { beganOn, ceasedOn, endedOn, endedBecause, sensitive, sensitiveReviewOn } = entry;
  const review = sensitiveReviewOn === null ? '' : `, to be looked at again on ${on(sensitiveReviewOn)}`;
  return {
    heading: `${categoryInWords(entry.category).shortName}, ${entry.heldBy === 'self' ? 'member' : 'partner'}`,
    details: withheld.entry(opened) ? DETAILS_WITHHELD : inFull(details),
    lines: [
      beganOn === null ? undefined : `Began ${on(beganOn)}`,
      ceasedOn === null ? undefined : `Ceased ${on(ceasedOn)}`,
      `Entered ${on(entry.enteredOn)}`,
      endedOn === null || endedBecause === null
        ? undefined
        : `Ended ${on(endedOn)}: ${BECAUSE[endedBecause]}`,
      SENSITIVITY[sensitive] && `${SENSITIVITY[sensitive]}${review}`,
    ].filter((line) => line !== undefined),
  };
}
