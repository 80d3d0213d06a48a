/** The one dictionary: conclusions, reasons, facts and days as plain English. */
export { adviceAnswered } from './advice.js';
export type { ActingAloneWords } from './acting-alone.js';
export { actingAloneInWords } from './acting-alone.js';
export { caseAnswersInWords } from './case-answers.js';
export type { CouldHaveApplied } from './case-files.js';
export {
  becauseInWords,
  couldHaveAppliedInWords,
  lastDayForProceedingsInWords,
  offenceAskedInWords,
} from './case-files.js';
export type { CategoryWords } from './categories.js';
export { categoryInWords } from './categories.js';
export type { CategorySource } from './category-sources.js';
export { categorySource } from './category-sources.js';
export type { ChangeClockWords } from './change-clock.js';
export { changeClockInWords } from './change-clock.js';
export { askedBy, checkInWords, checkQuestion, checkTagInWords } from './checks.js';
export { dateInWords, dayAndDateInWords, listInWords, timeInWords } from './dates.js';
export type { GroundWords } from './dispensations.js';
export { groundInWords, notAllowedInWords, reliefInWords } from './dispensations.js';
export type { ToSayAloud } from './declarations.js';
export {
  arrearsAloud,
  declarationAloud,
  disclosedKindInWords,
  intentionInWords,
  itemAloud,
  NOTHING_ALOUD,
  notToldInWords,
  saidIntentionInWords,
  whipAloud,
} from './declarations.js';
export { ordersInWords } from './duties.js';
export type { Explanation } from './explain.js';
export { explainMeeting, explanationAsText } from './explain.js';
export { escalationLetter, escalationReport } from './escalation.js';
export type { EscalatedBefore, EscalatedDuty, EscalationWords } from './escalation.js';
export { lineInWords } from './lines.js';
export { minutesAsText, minutesOf } from './minutes.js';
export type { AbsenceMinuted, ItemMinuted, MeetingMinuted, Minutes } from './minutes.js';
export { declaredInWords } from './minutes-declarations.js';
export type { DeclarationMinuted } from './minutes-declarations.js';
export { questionInWords } from './minutes-votes.js';
export type { VoteMinuted } from './minutes-votes.js';
export { hundredthInWords, moneyInWords } from './money.js';
export { POINTS, reasonInWords } from './points.js';
export { questionFor } from './questions.js';
export {
  addedHeadingReminded,
  afterDisclosureReminded,
  cancelledReminded,
  confirmationReminded,
  declaredReminded,
  dispensationReminded,
  giftReminded,
} from './reminded-members.js';
export {
  afterDisclosureEscalated,
  dispensationOfMemberReminded,
  noticesClosedReminded,
  sensitiveReviewReminded,
  takingOfficeEscalated,
} from './reminded-offices.js';
export type { RegisterAnswerWords } from './register-answer.js';
export { registerAnswerInWords } from './register-answer.js';
export {
  instrumentInWords,
  instrumentOf,
  nationInWords,
  periodInWords,
  readingInWords,
  sourceKindInWords,
} from './sources.js';
export type { TakingOfficeWords } from './taking-office.js';
export { takingOfficeInWords } from './taking-office.js';
export { whatFollowsInWords } from './what-follows.js';
export type { WithheldBy } from './withheld.js';
export { withheldInWords } from './withheld.js';
