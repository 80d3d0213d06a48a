export { ExchangeModule } from './exchange.module.js';
export { fileKind, IMPORT_MOST_BYTES } from './file-kind.js';
export type { FileKind } from './file-kind.js';
export {
  Carrying,
  HandOvers,
  Successions,
  type CarriedFrom,
  type HandOver,
  type HandOverProgress,
  type MayContinue,
  type NamedAuthority,
  type WhyNoHandOver,
} from './hand-over/index.js';
export {
  Intake,
  INTAKE_COLUMNS,
  INTAKE_MOST_ROWS,
  Intakes,
  intakeTemplateCsv,
  Invitations,
  TakenIn,
  TakingIn,
  type CouncilPlan,
  type CouncilTaken,
  type IntakeProblem,
  type IntakeRefusal,
  type IntakeState,
  type OpenedIntake,
  type OpenInvitation,
  type Planned,
} from './intake/index.js';
export type { ImportContent, ImportFailure, MemberToTakeOver } from './import-content.js';
export { CATEGORIES, FIELDS, readDetails } from './interest-fields/index.js';
export type { Field, FieldProblem, FieldWords } from './interest-fields/index.js';
export { memberNamed } from './known-members.js';
export * from './moderngov-directory/index.js';
export { MOST_ROWS, proposedWords } from './moderngov-register/index.js';
export type { ModernGovRegister, ReadCategory, ReadRow } from './moderngov-register/index.js';
export { COLUMNS, readLines, templateCsv } from './register-csv/index.js';
export type { CsvRefusal, Line, RowProblem } from './register-csv/index.js';
export { RegisterImport } from './register-import.entity.js';
export { RegisterImports } from './register-imports.js';
export type { ImportRefusal, OpenedImport } from './register-imports.js';
export { TakingOver } from './taking-over.js';
export type { TakeOverRefusal } from './taking-over.js';
export {
  DEAD_AFTER_DAYS,
  OVERLAP_HOURS,
  WEBHOOK_TOPICS,
  WebhookDeliveries,
  Webhooks,
  WebhookSending,
  type DeliveryState,
  type ListedDelivery,
  type Webhook,
  type WebhookEventType,
  type WebhookTopic,
} from './webhooks/index.js';
