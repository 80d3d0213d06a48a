export type {
  BodyChoice,
  ChoiceProblem,
  Choices,
  Counts,
  MeetingChoice,
  MemberChoice,
  What,
} from './choices.js';
export type { BodyDifferences, BodyRow } from './compare-bodies.js';
export type { MeetingDifferences, MeetingFate, MeetingRow } from './compare-meetings.js';
export type { MemberDifferences, MemberRow } from './compare-members.js';
export { DeclarationCount, DeclarationCounts, declarationCountsIn } from './declaration-counts.js';
export { DirectoryImport } from './directory-import.entity.js';
export { DirectoryImports } from './directory-imports.js';
export type { Differences } from './directory-imports.js';
export { hostIn, ModernGovService } from './moderngov-service.js';
export type { ServiceCall } from './moderngov-service.js';
export { proposedKind, proposedQuorum } from './proposals.js';
export { readDirectory } from './read-directory.js';
export type { DirectoryRefusal } from './read-directory.js';
export type { DirectoryKind, DirectoryReading } from './reading.js';
