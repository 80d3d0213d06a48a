import type { CivilDate } from '../../law/index.js';

/** A committee as ModernGov lists it. */
export interface ReadBody {
  readonly externalId: string;
  readonly name: string;
  readonly category: string;
  /** Deleted or expired there: it is kept for the record and meets no more. */
  readonly isGone: boolean;
}

/** 'unknown' is whatever else stands there: what becomes of the meeting is then for a person to say. */
export type ReadMeetingStatus = 'confirmed' | 'rescheduled' | 'provisional' | 'cancelled' | 'unknown';

/** A meeting as ModernGov lists it: without place and agenda. */
export interface ReadMeeting {
  readonly externalId: string;
  readonly bodyExternalId: string;
  readonly bodyName: string;
  readonly meetsOn: CivilDate;
  /** 'HH:MM'; null where no time is given. */
  readonly startsAt: string | null;
  readonly status: ReadMeetingStatus;
  /** The status as it is printed. */
  readonly statusText: string;
}

/** A councillor as ModernGov lists them: what the public needs to know them by, and nothing of where they live. */
export interface ReadMember {
  readonly externalId: string;
  /** Without 'Councillor' before it. */
  readonly name: string;
  readonly wards: readonly string[];
  /** The political group, or the party where no group is given; null where neither is. */
  readonly group: string | null;
  /** Oldest first. An end is when the term runs out there, which is often still to come. */
  readonly terms: readonly { readonly from: CivilDate; readonly to: CivilDate | null }[];
}

/** What one answer of the web service says. `leftOut`: entries that could not be read, and why they could not count. */
export type DirectoryReading =
  | { readonly kind: 'bodies'; readonly bodies: readonly ReadBody[]; readonly leftOut: number }
  | { readonly kind: 'meetings'; readonly meetings: readonly ReadMeeting[]; readonly leftOut: number }
  | { readonly kind: 'members'; readonly members: readonly ReadMember[]; readonly leftOut: number };

export type DirectoryKind = DirectoryReading['kind'];

/** More entries than this no council has: the file is another one. */
export const MOST_ENTRIES = 2_000;
