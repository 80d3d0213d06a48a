import { BriefedSubstitutes } from './briefed-substitutes.js';
import { HeardInterests } from './heard-interests.js';
import { RecordController } from './record.controller.js';
import { RecordedMeetings } from './recorded-meetings.js';
import { Recording } from './recording.js';

export { RecordedMeetings } from './recorded-meetings.js';
export type { MemberAtMeeting, RecordedMeeting } from './recorded-meetings.js';
export { whatDoesNotFit } from './does-not-fit.js';
export { asMinuted, differenceInWords } from './words.js';

export const meetingsRecordControllers = [RecordController];
export const meetingsRecordProviders = [BriefedSubstitutes, HeardInterests, RecordedMeetings, Recording];
