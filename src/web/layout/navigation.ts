import type { Permission } from '../../identity/index.js';

/** One link of the service navigation, as GOV.UK's component takes it. */
export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  /** This page lies under the link. */
  readonly active: boolean;
}

interface Destination {
  readonly text: string;
  readonly href: string;
  /** Shown to whoever has one of these. Whether the page opens is for its own permission to decide. */
  readonly permissions: readonly Permission[];
}

/** In this order. The first that a person has is where their work begins once they are signed in. */
const DESTINATIONS: readonly Destination[] = [
  { text: 'My duties', href: '/my', permissions: ['NotifyOwnInterests'] },
  { text: 'Officer', href: '/officer', permissions: ['ReadComplianceBoard'] },
  { text: 'Meetings', href: '/meetings', permissions: ['ReadMeetings'] },
  { text: 'Dispensations', href: '/officer/dispensations', permissions: ['GrantDispensation'] },
  { text: 'Set-up', href: '/admin/authorities', permissions: ['AdministerInstallation'] },
  { text: 'Audit', href: '/officer/audit', permissions: ['ReadAudit'] },
];

const FOR_VISITORS: readonly Omit<Destination, 'permissions'>[] = [
  { text: 'Councils', href: '/' },
  { text: 'Sign in', href: '/sign-in' },
];

/**
 * The navigation of one page.
 * @param permissions of the person who is signed in; undefined for a visitor
 * @param path of the page, to mark where the person is
 */
export function navigationFor(
  permissions: ReadonlySet<Permission> | undefined,
  path: string,
  developmentOutbox: boolean,
): NavigationItem[] {
  const links =
    permissions === undefined
      ? FOR_VISITORS
      : DESTINATIONS.filter((link) => link.permissions.some((permission) => permissions.has(permission)));
  const shown = developmentOutbox ? [...links, { text: 'Outbox', href: '/outbox' }] : links;
  const current = mostExact(shown.map((link) => link.href).filter((href) => liesUnder(path, href)));
  return shown.map(({ text, href }) => ({ text, href, active: href === current }));
}

const liesUnder = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`);

/** /officer/audit lies under /officer too; only the longer of the two is where the person is. */
const mostExact = (hrefs: readonly string[]): string | undefined =>
  [...hrefs].sort((a, b) => b.length - a.length)[0];
