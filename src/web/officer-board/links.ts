import type { Permission } from '../../identity/index.js';

/** A page of the register’s work. */
interface Link {
  readonly text: string;
  readonly href: string;
}

const PAGES: readonly (Link & { readonly permission: Permission })[] = [
  { text: 'How it goes over time', href: '/officer/trends', permission: 'ReadComplianceBoard' },
  { text: 'Checks', href: '/officer/checks', permission: 'ReadComplianceBoard' },
  { text: 'Notifications to enter', href: '/officer/notifications', permission: 'ReadNotifications' },
  { text: 'Dispensations', href: '/officer/dispensations', permission: 'ReadDispensations' },
  {
    text: 'Not answered after the last day',
    href: '/officer/escalations',
    permission: 'ReadComplianceBoard',
  },
  { text: 'Case files', href: '/officer/cases', permission: 'ReadCaseFiles' },
  { text: 'Reports', href: '/officer/reports', permission: 'ReadReports' },
  { text: 'Questions from members', href: '/officer/advice', permission: 'ReadAdvice' },
  { text: 'Parish councils', href: '/officer/parishes', permission: 'ManageReminders' },
  { text: 'Reminders', href: '/officer/reminders', permission: 'ReadComplianceBoard' },
  { text: 'Sensitive interests', href: '/officer/sensitive', permission: 'DecideSensitivity' },
  {
    text: 'Take over a register from elsewhere',
    href: '/officer/register/import',
    permission: 'ImportRegister',
  },
  {
    text: 'How the register is kept and published',
    href: '/officer/register/practice',
    permission: 'SetRegisterPractice',
  },
  { text: 'What is kept, and for how long', href: '/officer/retention', permission: 'ManageRetention' },
  { text: 'Programs that are told of changes', href: '/officer/webhooks', permission: 'ManageWebhooks' },
  { text: 'Programs of the council', href: '/officer/api-clients', permission: 'ManageApiClients' },
];

/** The pages that a person may open, and the register as the public reads it. */
export function linksFor(permissions: ReadonlySet<Permission>, slug: string): Link[] {
  return [
    ...PAGES.filter(({ permission }) => permissions.has(permission)).map(({ text, href }) => ({
      text,
      href,
    })),
    { text: 'The register as the public reads it', href: `/register/${slug}` },
  ];
}
