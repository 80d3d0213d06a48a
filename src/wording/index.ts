/** The one dictionary: conclusions, reasons, facts and days as plain English. */
export type { CategoryWords } from './categories.js';
export { categoryInWords, holderInWords } from './categories.js';
export { dateInWords, dayAndDateInWords, listInWords } from './dates.js';
export { consequencesInWords, ordersInWords } from './duties.js';
export type { Explanation } from './explain.js';
export { HEADINGS, explainMeeting, explanationAsText } from './explain.js';
export type { Line } from './lines.js';
export { lineInWords, linesOf, reasonLines } from './lines.js';
export { moneyInWords } from './money.js';
export { POINTS, reasonInWords } from './points.js';
export type { Question } from './questions.js';
export { questionFor } from './questions.js';
export type { TakingOfficeState, TakingOfficeWords } from './taking-office.js';
export { takingOfficeInWords } from './taking-office.js';
