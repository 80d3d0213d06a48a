import type { BriefingEdition } from '../../briefings/index.js';
import type { InterviewFact, OpenedDisclosure, Relevance } from '../../disclosures/index.js';
import type { OpenedDispensation } from '../../dispensations/index.js';
import type { MemberDuty } from '../../duties/index.js';
import type { CivilDate, NotEncoded } from '../../law/index.js';
import type { AgendaItem, AgendaKind, Meeting, MeetingObserved, Retitled } from '../../meetings/index.js';
import type { Member, TermOfOffice } from '../../members/index.js';
import type { OpenedEntry, OpenedNotification } from '../../register/index.js';
import type { KnownReminder } from '../../reminders/index.js';
import type { KnownAdvice, OpenedAdvice } from '../advice/index.js';
import type { RecordedStep, StepWords } from '../ladder/index.js';
import type { OpenedCaseFile, OpenedNote } from './case-files.js';
import type { AgendaText, ChainHead } from './case-document.js';
import type { ChainReading } from './chain-reading.js';
import type { InterestOnDay } from './interests-on-day.js';
import type { LawOnTheDay } from './law-on-the-day.js';
import type { WithheldFromReader } from './reader.js';

/** An agenda of the meeting, with what identifies the file that was received. */
export interface KnownRevision extends AgendaText {
  readonly id: string;
  readonly kind: AgendaKind;
  readonly contentHash: string;
  /** Null where a program of the council gave it in. */
  readonly recordedBy: string | null;
  readonly retitled: readonly Retitled[];
}

/** The meeting that a case file is about, with everything that was recorded of it and the member. */
export interface KnownMeeting {
  readonly meeting: Meeting;
  readonly bodyName: string;
  readonly hadSeat: boolean;
  readonly revisions: readonly KnownRevision[];
  /** The item that it is about; undefined where it is about no item. */
  readonly item: AgendaItem | undefined;
  readonly editions: readonly KnownEdition[];
  readonly observed: MeetingObserved;
  readonly disclosures: readonly OpenedDisclosure[];
  readonly answers: readonly KnownAnswer[];
}

export interface KnownEdition {
  readonly edition: BriefingEdition;
  /** The words that were shown; undefined where they are withheld from the reader. */
  readonly shown: readonly string[] | undefined;
}

/** What the member answered about the item. What is withheld from the reader is undefined. */
export type KnownAnswer = {
  readonly id: string;
  readonly saidAt: Date;
  readonly position: string | null;
} & (
  | {
      readonly kind: 'relevance';
      readonly said:
        | { readonly about: string; readonly answer: Relevance; readonly because: string | undefined }
        | undefined;
    }
  | {
      readonly kind: 'interview';
      readonly said:
        | { readonly about: string; readonly fact: InterviewFact; readonly value: 'yes' | 'no' | 'not-sure' }
        | undefined;
    }
);

/** A message or reminder to the member that bears on the case. */
export interface KnownTold extends KnownReminder {
  /** The words; undefined where there is no message, or they are withheld from the reader. */
  readonly words: readonly string[] | undefined;
}

/** A step of the ladder, with its words; undefined where they are withheld from the reader. */
export interface KnownStep extends RecordedStep {
  readonly words: StepWords | undefined;
}

/** A question to the officer; opened where the reader may read it. */
export interface KnownQuestion {
  readonly known: KnownAdvice;
  readonly opened: OpenedAdvice | undefined;
}

/** Everything that bears on one allegation, as it is recorded. */
export interface KnownCase {
  readonly authorityName: string;
  readonly file: OpenedCaseFile;
  readonly day: CivilDate;
  readonly notes: readonly OpenedNote[];
  readonly member: Member;
  readonly terms: readonly TermOfOffice[];
  readonly notifications: readonly OpenedNotification[];
  readonly entries: readonly OpenedEntry[];
  readonly interests: readonly InterestOnDay[];
  /** What the member owed on taking office, as at the day; undefined where they held no office on it. */
  readonly duty: MemberDuty | NotEncoded | undefined;
  readonly meeting: KnownMeeting | undefined;
  readonly dispensations: readonly OpenedDispensation[];
  /** Whether each dispensation reaches the item, by its id; undefined while nobody has said so. */
  readonly covers: ReadonlyMap<string, boolean | undefined>;
  readonly told: readonly KnownTold[];
  readonly steps: readonly KnownStep[];
  readonly questions: readonly KnownQuestion[];
  readonly law: LawOnTheDay;
  readonly withheld: WithheldFromReader;
  readonly chain: ChainReading;
  readonly head: ChainHead;
  /** Who has an account, by its id. */
  readonly nameOf: (accountId: string) => string;
  readonly gatheredAt: Date;
}
