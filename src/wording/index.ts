/** The one dictionary: conclusions, reasons, facts and days as plain English. */
export { caseAnswersInWords } from './case-answers.js';
export { categoryInWords } from './categories.js';
export { dateInWords, dayAndDateInWords, listInWords, timeInWords } from './dates.js';
export { ordersInWords } from './duties.js';
export type { Explanation } from './explain.js';
export { explainMeeting, explanationAsText } from './explain.js';
export { lineInWords } from './lines.js';
export { moneyInWords } from './money.js';
export { POINTS, reasonInWords } from './points.js';
export { questionFor } from './questions.js';
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
