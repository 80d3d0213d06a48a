import type { XmlElement } from '../../files/index.js';
import { dayOf, elementOf, elementsOf, idOf, wordsOf } from './elements.js';
import type { DirectoryReading, ReadMeeting, ReadMeetingStatus } from './reading.js';

/** Reads the answer of `GetMeetings`: the meetings of each committee between two days, or of whatever days it likes. */
export function readMeetings(getMeetings: XmlElement): DirectoryReading {
  const meetings = new Map<string, ReadMeeting>();
  let leftOut = 0;
  for (const committee of elementsOf(getMeetings, 'committee')) {
    for (const meeting of elementsOf(elementOf(committee, 'committeemeetings'), 'meeting')) {
      const read = meetingOf(meeting, committee);
      if (read === undefined) leftOut += 1;
      else meetings.set(read.externalId, read);
    }
  }
  return { kind: 'meetings', meetings: [...meetings.values()], leftOut };
}

function meetingOf(meeting: XmlElement, committee: XmlElement): ReadMeeting | undefined {
  const externalId = idOf(meeting, 'meetingid');
  const bodyExternalId = idOf(committee, 'committeeid');
  const meetsOn = dayOf(meeting, 'meetingdate');
  if (externalId === '' || bodyExternalId === '' || meetsOn === undefined) return undefined;
  const statusText = wordsOf(meeting, 'meetingstatus').slice(0, 200);
  return {
    ...{ externalId, bodyExternalId, meetsOn, statusText },
    bodyName: wordsOf(committee, 'committeetitle').slice(0, 200),
    startsAt: timeIn(wordsOf(meeting, 'meetingtime')) ?? null,
    status: statusIn(statusText),
  };
}

/** 'Confirmed', 'Scheduled', 'Cancelled', 'Provisional', 'Confirmed; Rescheduled from 10/02/2026'. */
function statusIn(text: string): ReadMeetingStatus {
  const words = text.toLowerCase();
  if (words.includes('cancel')) return 'cancelled';
  if (words.includes('provisional')) return 'provisional';
  if (/^confirmed\b.*rescheduled from/.test(words)) return 'rescheduled';
  return /^(?:confirmed|scheduled)$/.test(words) ? 'confirmed' : 'unknown';
}

/** '10.00 am', '6.30 pm', '18:30'. Without a half of the day it is as it stands on a 24-hour clock. */
function timeIn(text: string): string | undefined {
  const [, hour = '', minute = '', half] =
    /^(\d{1,2})[.:](\d{2})(?::\d{2})?\s?([ap])?\.?m?\.?$/i.exec(text) ?? [];
  if (hour === '' || Number(minute) > 59) return undefined;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  if (hours > 23 || (half !== undefined && (Number(hour) < 1 || Number(hour) > 12))) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}
