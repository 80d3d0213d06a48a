import type { Permission } from '../permissions.js';

interface ScopeMeaning {
  /** What a program with it may do, after "This program may". */
  readonly words: string;
  /** What a client with it is permitted. A person's own program is permitted what the person is, and no more. */
  readonly permits: readonly Permission[];
}

/** What a program may be allowed, one by one. */
export const SCOPES = {
  'members:read': { words: 'read who the members are', permits: [] },
  'meetings:read': { words: 'read bodies, meetings and agendas', permits: ['ReadMeetings'] },
  'meetings:write': {
    words: 'give in agendas, and cancel meetings',
    permits: ['ImportAgenda'],
  },
  'briefings:read': {
    words: 'read what members were briefed, except what is sensitive',
    permits: ['ReadComplianceBoard', 'ReadOwnBriefings'],
  },
  'register:read': { words: 'read the register as the public may', permits: [] },
  'entries:read': {
    words: 'read the register’s entries and when each was told, except what is sensitive',
    permits: ['ReadNotifications'],
  },
  'declarations:read': { words: 'read what was declared at meetings, as the public may', permits: [] },
  'duties:read': { words: 'read who owes what by when', permits: ['ReadComplianceBoard'] },
} as const satisfies Readonly<Record<string, ScopeMeaning>>;

export type Scope = keyof typeof SCOPES;

export const SCOPE_NAMES = Object.keys(SCOPES) as readonly Scope[];

export const isScope = (text: string): text is Scope => Object.hasOwn(SCOPES, text);

/** What a client may do with these scopes. */
export function permittedTo(scopes: readonly Scope[]): ReadonlySet<Permission> {
  return new Set(scopes.flatMap((scope): readonly Permission[] => SCOPES[scope].permits));
}

/** The scopes that could do anything for somebody with these permissions. */
export function scopesWithin(permissions: ReadonlySet<Permission>): Scope[] {
  return SCOPE_NAMES.filter((scope) => {
    const needed: readonly Permission[] = SCOPES[scope].permits;
    return needed.length === 0 || needed.some((permission) => permissions.has(permission));
  });
}
