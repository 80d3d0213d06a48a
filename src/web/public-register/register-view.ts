import type { PublicCategory, PublicMember, PublicRegister } from '../../publication/index.js';
import { isEmpty, LICENCE, NO_DETAILS } from '../../publication/index.js';
import { dateInWords } from '../../wording/index.js';
import { onThatDay } from './days.js';

/** A heading with what stands under it, in words. */
export interface HeadingView {
  readonly name: string;
  readonly source: { readonly text: string; readonly href: string | undefined };
  readonly entries: readonly { readonly id: string; readonly words: string; readonly published: string }[];
  /** Sentences in the place of entries. */
  readonly sentences: readonly string[];
}

export interface MemberView {
  readonly id: string;
  readonly name: string;
  readonly statements: readonly string[];
  readonly headings: readonly HeadingView[];
}

/** One member as every page shows them. */
export function memberView(member: PublicMember): MemberView {
  return {
    id: member.id,
    name: member.name,
    statements: member.withheld.map(({ words }) => words),
    headings: member.categories.map(headingView),
  };
}

function headingView(heading: PublicCategory): HeadingView {
  const { nothing } = heading;
  return {
    name: heading.name,
    source: { text: heading.source.name, href: heading.source.url ?? undefined },
    entries: heading.entries.map(({ id, words, publishedOn }) => ({
      ...{ id, words },
      published: `Published ${dateInWords(publishedOn)}`,
    })),
    sentences: [
      ...heading.withheld.map(({ words }) => words),
      ...(nothing === undefined ? [] : [`Nothing to register, as at ${dateInWords(nothing.publishedOn)}.`]),
      ...(isEmpty(heading) ? [NO_DETAILS] : []),
    ],
  };
}

/** '3 entries', for a list of members. */
export function inShort({ categories }: PublicMember): string {
  const entries = categories.reduce((sum, heading) => sum + heading.entries.length, 0);
  if (entries > 0) return entries === 1 ? '1 entry' : `${entries} entries`;
  if (categories.some(({ withheld }) => withheld.length > 0)) return 'An address is withheld';
  return categories.every(({ nothing }) => nothing !== undefined)
    ? 'Nothing to register'
    : 'No details are shown';
}

/** What the head of each page of a register says of the day it is of, and where its other forms are. */
export interface DayView {
  readonly asAt: string;
  readonly asAtWords: string;
  readonly isToday: boolean;
  /** '?as-at=2026-05-17', or nothing for today. */
  readonly query: string;
  readonly licence: typeof LICENCE;
}

export function dayView(register: Pick<PublicRegister, 'asAt' | 'isToday'>): DayView {
  return {
    asAt: register.asAt,
    asAtWords: dateInWords(register.asAt),
    isToday: register.isToday,
    query: onThatDay(register),
    licence: LICENCE,
  };
}
