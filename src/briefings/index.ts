export { BriefingEdition } from './briefing-edition.entity.js';
export { matterOf } from './business.js';
export type { BriefedInterest, BriefedItem, Briefing, NoBriefing, Touch } from './briefing.js';
export { Briefings } from './briefings.js';
export { disclosedAsInterest } from './disclosed.facts.js';
export type { ReadMeeting } from './together.js';
export { asCalendar, meetingAsCalendar } from './calendar-file.js';
export { MeetingsOfMember } from './meetings-of-member.js';
export { BriefingsModule } from './briefings.module.js';
export { Forecasts, type ChairedItem, type Forecast } from './forecasts.js';
export { partOf } from './forecast.js';
export type { GroupBalance, ItemForecast, Part, Standing } from './forecast.js';
export { Editions, newsOf } from './editions.js';
export {
  briefingAsText,
  interestInWords,
  isForTheMemberAlone,
  itemInWords,
  meetingInWords,
  NOTHING_TO_COMPARE,
  toldInWords,
  touchExplained,
  whyInWords,
  type Readers,
} from './words.js';
