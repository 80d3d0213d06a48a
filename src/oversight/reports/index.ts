export { ReportExports, type ReportForm } from './exports.js';
export { monthsUpTo, type WhyNoReport } from './periods.js';
export type { ReportDocument, ReportPeriod, ReportSection } from './report-document.js';
export { Reports, REPORTS, type ReportName } from './reports.js';
