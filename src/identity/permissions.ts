/** What a person may do. Verbs in the words of the Act and the field. */
export const PERMISSIONS = [
  'NotifyOwnInterests',
  'ReadOwnBriefings',
  'ReadNotifications',
  'EnterNotification',
  'ReadComplianceBoard',
  'ReadSensitiveDetails',
  'DecideSensitivity',
  'ImportRegister',
  'SetRegisterPractice',
  'ManageReminders',
  'DiscloseInterest',
  'KeepAssociations',
  'RequestDispensation',
  'ReadDispensations',
  'GrantDispensation',
  'ReadMeetings',
  'ImportAgenda',
  'ImportDirectory',
  'ReadChairSheet',
  'RecordMeeting',
  'ReadAudit',
  'CloseFinding',
  'EscalateDuty',
  'ReadCaseFiles',
  'KeepCaseFiles',
  'AskForAdvice',
  'ReadAdvice',
  'GiveAdvice',
  'ReadReports',
  'ManageRetention',
  'AnswerSubjectAccess',
  'ManageWebhooks',
  'ManageApiClients',
  'KeepApiTokens',
  'AdministerInstallation',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Roles held in one authority. A member's is not held but follows from a term of office. */
export const ROLES = [
  'member',
  'monitoring-officer',
  'deputy-monitoring-officer',
  'democratic-services',
  'parish-clerk',
  'auditor',
  'named-officer',
] as const;
export type Role = (typeof ROLES)[number];

const officer: readonly Permission[] = [
  'ReadNotifications',
  'EnterNotification',
  'ReadComplianceBoard',
  'ReadMeetings',
  'ReadAudit',
  'ImportRegister',
  'SetRegisterPractice',
  'ManageReminders',
  'ReadDispensations',
  'GrantDispensation',
  'ReadChairSheet',
  'CloseFinding',
  'EscalateDuty',
  'ReadCaseFiles',
  'KeepCaseFiles',
  'ReadAdvice',
  'GiveAdvice',
  'ReadReports',
  'ManageRetention',
  'ManageWebhooks',
  'ManageApiClients',
  'KeepApiTokens',
];
/** Reads sensitive details and turns the second key: the monitoring officer, and a deputy who is named for it. */
const named: readonly Permission[] = ['ReadSensitiveDetails', 'DecideSensitivity', 'AnswerSubjectAccess'];
const clerk: readonly Permission[] = [
  'ReadMeetings',
  'ImportAgenda',
  'ImportDirectory',
  'ReadChairSheet',
  'RecordMeeting',
  'KeepApiTokens',
];
const member: readonly Permission[] = [
  'NotifyOwnInterests',
  'ReadOwnBriefings',
  'DiscloseInterest',
  'KeepAssociations',
  'RequestDispensation',
  'AskForAdvice',
  'ReadMeetings',
  'KeepApiTokens',
  // Only of a body that they chair: the page asks the seats.
  'ReadChairSheet',
];

/** The one place that says which role may do what. Whatever is not here is refused. */
const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  member,
  'monitoring-officer': [...officer, ...named],
  'deputy-monitoring-officer': officer,
  'democratic-services': clerk,
  // A parish council grants its own dispensations; its clerk records them.
  'parish-clerk': [...clerk, 'ReadDispensations', 'GrantDispensation', 'ManageApiClients'],
  'named-officer': named,
  auditor: [
    'ReadNotifications',
    'ReadComplianceBoard',
    'ReadMeetings',
    'ReadDispensations',
    'ReadAudit',
    'ReadCaseFiles',
    'ReadAdvice',
    'ReadReports',
    'KeepApiTokens',
  ],
};

/** Everything that these roles may do together; an administrator of the installation adds one thing of their own. */
export function permissionsOf(roles: readonly Role[], isAdministrator: boolean): ReadonlySet<Permission> {
  const granted = new Set(roles.flatMap((role) => PERMISSIONS_OF[role]));
  if (isAdministrator) granted.add('AdministerInstallation');
  return granted;
}
