import { CHECK_IDS, CHECKS_OF_MEETINGS, type CheckId } from '../../../oversight/index.js';
import { checkInWords, dateInWords } from '../../../wording/index.js';
import type { ShownFindings } from '../known.js';
import { FIRST_DAY, type Days } from '../period.js';

export interface CheckRow {
  readonly title: string;
  readonly looksFor: string;
  readonly href: string;
  readonly open: number;
  readonly closed: number;
  /** 'Cannot tell of 3'; '' where all could be asked about. */
  readonly untold: string;
}

export interface OverviewView {
  readonly title: string;
  readonly backHref: string;
  /** '26 July 2017 to 24 October 2017'. */
  readonly days: string;
  readonly groups: readonly { readonly title: string; readonly rows: readonly CheckRow[] }[];
  readonly allHref: string;
  readonly seesAll: boolean;
  readonly mayGiveFiles: boolean;
}

export function overviewView(
  { findings, untold }: ShownFindings,
  { from, to }: Days,
  reader: { readonly seesAll: boolean; readonly mayGiveFiles: boolean },
): OverviewView {
  const row = (check: CheckId): CheckRow => {
    const { title, looksFor } = checkInWords(check);
    const all = findings.filter((finding) => finding.check === check);
    const open = all.filter(({ closing }) => closing === undefined).length;
    const query = CHECKS_OF_MEETINGS.includes(check) ? `?from=${from}&to=${to}` : '';
    const missing = untold.get(check) ?? 0;
    return {
      ...{ title, looksFor, href: `/officer/checks/${check}${query}`, open, closed: all.length - open },
      untold: missing === 0 ? '' : `Cannot tell of ${missing}`,
    };
  };
  const ofMeetings = (check: CheckId): boolean => CHECKS_OF_MEETINGS.includes(check);
  return {
    ...{ title: 'Checks', backHref: '/officer', days: `${dateInWords(from)} to ${dateInWords(to)}` },
    groups: [
      { title: 'At meetings of these days', rows: CHECK_IDS.filter(ofMeetings).map(row) },
      {
        title: 'In the register, and since',
        rows: CHECK_IDS.filter((check) => !ofMeetings(check)).map(row),
      },
    ],
    allHref: `/officer/checks?from=${FIRST_DAY}`,
    ...reader,
  };
}
