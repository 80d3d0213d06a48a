import type { MeetingAnswer } from '../conclusion.js';
import type { CivilDate } from '../time/civil-date.js';
import { CODES } from './codes/index.js';
import type { CodeOfConduct } from './codes/code.js';
import { ordinaryMeeting } from './ordinary-meeting.js';
import { tellingMeetings } from './telling-meetings.js';

/** One of two codes that are compared: its newest version. */
export interface ComparedCode {
  readonly code: string;
  readonly title: string;
  /** The id of the rule that is the whole code; those of its paragraphs begin with it. */
  readonly rule: string;
}

/** Two codes of conduct, and what each makes of the same meetings by itself. */
export interface CodeComparison {
  /** The day of the meetings. */
  readonly on: CivilDate;
  readonly left: ComparedCode;
  readonly right: ComparedCode;
  readonly meetings: readonly {
    readonly name: string;
    readonly left: MeetingAnswer;
    readonly right: MeetingAnswer;
  }[];
}

/** Compares two codes by their ids, on the first day that suits both. Null where one of them is not encoded. */
export function compareCodes(left: string, right: string): CodeComparison | null {
  const [one, other] = [newest(left), newest(right)];
  if (one === undefined || other === undefined) return null;
  const days: CivilDate[] = [ordinaryMeeting.meetingDate, one.inForceFrom, other.inForceFrom];
  const on = days.reduce((latest, day) => (day > latest ? day : latest));
  return {
    on,
    left: compared(one),
    right: compared(other),
    meetings: tellingMeetings(on).map(({ name, facts }) => ({
      name,
      left: one.decide(facts, on),
      right: other.decide(facts, on),
    })),
  };
}

function newest(code: string): CodeOfConduct | undefined {
  return CODES.filter((one) => one.code === code)
    .sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1))
    .at(-1);
}

function compared({ code, title, id }: CodeOfConduct): ComparedCode {
  return { code, title, rule: id };
}
