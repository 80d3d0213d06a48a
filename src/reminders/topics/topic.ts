import type { CivilDate } from '../../law/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import type { ReminderPractice } from '../practices.js';
import type { Reminder } from '../reminder.entity.js';
import type { Step } from '../steps.js';
import type { WishKind } from '../wishes.js';

/** Who is told: a member as a member, an officer or a clerk by their account. */
export type Reader =
  | { readonly memberId: string; readonly accountId: null }
  | { readonly memberId: null; readonly accountId: string };

export const member = (memberId: string): Reader => ({ memberId, accountId: null });
export const account = (accountId: string): Reader => ({ memberId: null, accountId });

/** The day and the moment that are planned for, and what the authority has set. */
export interface Planning {
  readonly today: CivilDate;
  readonly now: Date;
  readonly practice: ReminderPractice;
  /** To be told of a member whose facts cannot be read: what is planned for them then stands. */
  readonly cannotRead: (memberId: string) => void;
}

/** Something to be told, before it is cut into rows of one step each. */
export interface Wanted {
  readonly reader: Reader;
  readonly rule: string;
  /** What it is about, by id. */
  readonly subject: string;
  /** A fingerprint of what is told: another fingerprint is another reminder. */
  readonly edition: string;
  readonly steps: readonly Step[];
  /** From then on it would be of no use. Absent where it always is. */
  readonly usefulUntil?: Date;
  /** The end of the legal last day, where there is one: what is told is told before then. */
  readonly actBy?: Date;
}

/** Why a due reminder is not sent after all. */
export type DropReason =
  | 'no-longer-owed'
  | 'meeting-cancelled'
  | 'too-late'
  | 'something-else-is-told-now'
  | 'turned-off'
  | 'told-already'
  | 'reader-has-left'
  | 'no-mail-address';

/** What one reminder says in a message. Reminders that say the same of the same share one part. */
export interface Part {
  readonly subject: string;
  /** Paragraphs; an empty line parts two of them. Never a sensitive detail. */
  readonly lines: readonly string[];
  /** A calendar file to go with it, where it is about one meeting. */
  readonly calendar?: string;
}

/** By a reminder's id: what it says now, or why it says nothing any more. */
export type Tellings = ReadonlyMap<string, Part | DropReason>;

/**
 * One subject on which Probity reminds: from which facts, whom, when, and in which words. Everything is worked out
 * afresh from the rooms below; a topic stores nothing.
 */
export interface Topic {
  /** The rules whose reminders are this topic's; no other topic has them. */
  readonly rules: readonly string[];
  /** What a member may turn off, by step; undefined where the law or the code makes it a duty to be told of. */
  wishKind(step: string): WishKind | undefined;
  /** Everything that should be told, on a day and from a moment on. */
  wanted(uow: UnitOfWork, planning: Planning): Promise<Wanted[]>;
  /** Asked when a message is written, for many at once: is it still owed as at now, and in which words? */
  tell(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Tellings>;
}

/** A topic of which nothing can be turned off. */
export const NEVER_OFF = (): undefined => undefined;
