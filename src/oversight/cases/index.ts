export { Assembly } from './assembly.js';
export type { CaseDocument, Fact, Part, Section, TimelineLine } from './case-document.js';
export { CaseFile } from './case-file.entity.js';
export { CaseFiles } from './case-files.js';
export type { EvidenceDays, NewCaseFile, OpenedCaseFile, WhyNotDated, WhyNotOpened } from './case-files.js';
export { CaseExports, type CaseForm } from './exports.js';
export { momentInWords } from './moments.js';
export type { WithheldFromReader } from './reader.js';
