export { readAgendaFile } from './agenda-file.js';
export type { AgendaFile as NewAgenda } from './agenda-file.js';
export { AGENDA_MOST_BYTES, AgendaImports } from './agenda-imports.js';
export type { AgendaRefusal } from './agenda-imports.js';
export { AgendaImport, AgendaRevision } from './agenda.entity.js';
export type { AgendaKind } from './agenda.entity.js';
export { Attendance } from './attendance.js';
export type { ExpectedMember } from './attendance-expected.js';
export { compareMembership } from './compare-membership.js';
export type { MembershipDifference } from './compare-membership.js';
export { FACT_VALUES, ITEM_FACT_NAMES, proposedFacts } from './item-facts.js';
export type { AgendaItemFacts, ConfirmedFacts, FactValue, ItemFact } from './item-facts.js';
export { matchBody } from './match-body.js';
export { AgendaItem, Meeting } from './meeting.entity.js';
export { Meetings } from './meetings.js';
export type { ListedRevision } from './meetings.js';
export { MeetingsModule } from './meetings.module.js';
export { ATTENDANCES, membersIn, OUTCOMES, QUESTIONS, VOTES } from './observation-content.js';
export type {
  AttendanceKind,
  NamedVote,
  Outcome,
  Question,
  Seen,
  Vote,
  VoteCounts,
} from './observation-content.js';
export { Observations } from './observations.js';
export type { NewObservation, ObservationOutcome, ObservationRefusal } from './observations.js';
export type { Absence, Difference, MeetingObserved, Observed, Voted } from './observations-standing.js';
export { isEarly } from './observations-early.js';
export { whatSeemsWrong } from './observations-seem-wrong.js';
export type { SeemsWrong } from './observations-seem-wrong.js';
export type { Retitled } from './retitled.js';
export { planRevision } from './revise-items.js';
export type { CorrectedItem, ItemInRevision, PlannedRevision } from './revise-items.js';
export { TITLE_MOST_CHARACTERS } from './save-agenda.js';
export type { CorrectedAgenda, SaveRefusal } from './save-agenda.js';
export type { SavedAgenda } from './saved-agenda.js';
