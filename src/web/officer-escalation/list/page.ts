import type { Ladder } from '../../../oversight/index.js';
import { daysBetween, type CivilDate } from '../../../law/index.js';
import { dateInWords } from '../../../wording/index.js';
import { addressOf } from '../known.js';
import { closedInWords, dutyInWords, nextInWords, reachedTag, type Tag } from '../words.js';

/** So many that closed by themselves are shown. */
export const MOST_CLOSED = 50;

export interface LadderRow {
  readonly name: string;
  readonly href: string;
  readonly duty: string;
  readonly lastDay: string;
  readonly tag: Tag;
  readonly next: string;
}

export interface ListView {
  readonly title: string;
  readonly backHref: string;
  readonly open: readonly LadderRow[];
  readonly closed: readonly { name: string; href: string; duty: string; why: string }[];
}

export function listView(open: readonly Ladder[], closed: readonly Ladder[], today: CivilDate): ListView {
  return {
    title: 'Not answered after the last day',
    backHref: '/officer',
    open: open.map((ladder) => rowOf(ladder, today)),
    closed: closed.map((ladder) => ({
      ...{ name: ladder.member.name, href: addressOf({ key: ladder.key }), duty: dutyInWords(ladder) },
      why: closedInWords(ladder) ?? '',
    })),
  };
}

function rowOf(ladder: Ladder, today: CivilDate): LadderRow {
  const lastDay = ladder.duty?.lastDay;
  return {
    ...{ name: ladder.member.name, href: addressOf({ key: ladder.key }), duty: dutyInWords(ladder) },
    lastDay: lastDay === undefined ? '' : `${dateInWords(lastDay)}, ${daysAgo(daysBetween(lastDay, today))}`,
    tag: reachedTag(ladder.reached),
    next: nextInWords(ladder.next),
  };
}

const daysAgo = (days: number): string => (days === 1 ? 'yesterday' : `${days} days ago`);
