import type { Permission } from '../permissions.js';

/**
 * What is done in an office's name, or shows what the law keeps secret: whoever does it must have shown lately that it is
 * they. A route with one of these permissions asks by itself; any other says so with `@StepUp()`.
 */
export const STEP_UP_BEFORE: ReadonlySet<string> = new Set<Permission>([
  'ReadSensitiveDetails',
  'DecideSensitivity',
  'EnterNotification',
  'ImportRegister',
  'SetRegisterPractice',
  'GrantDispensation',
  // Letters that leave the house, and cannot be called back.
  'EscalateDuty',
  'ReadCaseFiles',
  'KeepCaseFiles',
  'AnswerSubjectAccess',
  'ManageRetention',
  'ManageWebhooks',
  'ManageApiClients',
  'KeepApiTokens',
  'AdministerInstallation',
]);
