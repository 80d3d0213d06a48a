/** The one dictionary: conclusions, reasons, facts and days as plain English. */
export { caseAnswersInWords } from './case-answers.js';
export type { CategoryWords } from './categories.js';
export { categoryInWords } from './categories.js';
export type { CategorySource } from './category-sources.js';
export { categorySource } from './category-sources.js';
export type { ChangeClockWords } from './change-clock.js';
export { changeClockInWords } from './change-clock.js';
export { dateInWords, dayAndDateInWords, listInWords, timeInWords } from './dates.js';
export { ordersInWords } from './duties.js';
export type { Explanation } from './explain.js';
export { explainMeeting, explanationAsText } from './explain.js';
export { lineInWords } from './lines.js';
export { hundredthInWords, moneyInWords } from './money.js';
export { POINTS, reasonInWords } from './points.js';
export { questionFor } from './questions.js';
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
