import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Briefing } from '../../briefings/index.js';
import { londonInstant } from '../../platform/clock/index.js';

/**
 * A meeting as a calendar file (RFC 5545). It names the meeting and leads to the briefing, and says nothing of
 * interests: calendars are shared, and copied to places that nobody here knows.
 */
export function meetingCalendar({ meeting, bodyName }: Briefing, address: string): string {
  const calendar = ical({ prodId: { company: 'Probity', product: 'briefing', language: 'EN' } });
  calendar.method(ICalCalendarMethod.PUBLISH);
  calendar.createEvent({
    id: `${meeting.id}@probity`,
    start: londonInstant(meeting.meetsOn, meeting.startsAt),
    summary: bodyName,
    location: meeting.venue,
    url: address,
    description: `Your briefing: ${address}`,
    status: meeting.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
