import { readFileSync } from 'node:fs';
import type { VariableName } from './variables.js';

/** A role at an authority that follows from a group, for as long as the provider names the group at sign-in. */
export interface GroupRole {
  /** The authority's slug. */
  readonly authority: string;
  readonly role: string;
  /** The group or role as the provider's claim names it; Entra ID names groups by their object id. */
  readonly group: string;
}

/** An OpenID provider by which people sign in. */
export interface OidcSetting {
  /** Its part of addresses: `/sign-in/openid-connect/wyrefordshire`. */
  readonly id: string;
  /** What its button says after 'Sign in with'. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim of the ID token that lists groups. */
  readonly groupsClaim: string;
  readonly groups: readonly GroupRole[];
  /** Lower-case domains of email for which the provider answers; with none, only an email that it says is verified. */
  readonly emailDomains: readonly string[];
}

/** Roles that a group can give. A member's follows from a term of office; a named officer is named by a person. */
export const GROUP_ROLES: readonly string[] = [
  ...['monitoring-officer', 'deputy-monitoring-officer', 'democratic-services', 'parish-clerk', 'auditor'],
];

const BELONGING = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
const OPTIONAL = ['OIDC_NAME', 'OIDC_GROUPS', 'OIDC_GROUPS_CLAIM', 'OIDC_EMAIL_DOMAINS'] as const;
type Given = (name: VariableName) => string | undefined;
type Refuse = (sentence: string) => void;

/** Reads the provider of OIDC_ISSUER and those of OIDC_FILE. No sentence repeats a value: each may be a secret. */
export function readOidc(given: Given, production: boolean, refuse: Refuse): readonly OidcSetting[] {
  const one = readOne(given, refuse);
  const path = given('OIDC_FILE');
  const more = path === undefined ? [] : readFile(path, refuse);
  const all = [...(one === undefined ? [] : [one]), ...more];
  for (const { issuer } of all) {
    if (!isAddress(issuer, production)) {
      refuse(
        `OIDC_ISSUER, and each issuer of OIDC_FILE, must be an ${production ? 'https://' : 'https:// or http://'} address.`,
      );
    }
  }
  for (const key of ['id', 'issuer'] as const) {
    if (new Set(all.map((each) => each[key])).size !== all.length) {
      refuse(`OIDC_FILE: two providers have the same ${key}.`);
    }
  }
  if (all.length > 1 && all.some(({ emailDomains }) => emailDomains.length === 0)) {
    refuse(
      'With several OpenID providers each needs its email domains (OIDC_EMAIL_DOMAINS, or "emailDomains" in OIDC_FILE): otherwise one council’s provider could speak for people of another.',
    );
  }
  return all;
}

function readOne(given: Given, refuse: Refuse): OidcSetting | undefined {
  const issuer = given('OIDC_ISSUER');
  if (issuer === undefined) {
    for (const name of [...BELONGING, ...OPTIONAL]) {
      if (given(name) !== undefined) refuse(`${name} is set but OIDC_ISSUER is not: give both or neither.`);
    }
    return undefined;
  }
  for (const name of BELONGING) {
    if (given(name) === undefined) refuse(`${name} must be given with OIDC_ISSUER.`);
  }
  return {
    id: 'council',
    name: given('OIDC_NAME') ?? 'your council account',
    ...{ issuer, clientId: given('OIDC_CLIENT_ID') ?? '', clientSecret: given('OIDC_CLIENT_SECRET') ?? '' },
    groupsClaim: given('OIDC_GROUPS_CLAIM') ?? 'groups',
    groups: readGroups('OIDC_GROUPS', listed(given('OIDC_GROUPS')), refuse),
    emailDomains: readDomains('OIDC_EMAIL_DOMAINS', listed(given('OIDC_EMAIL_DOMAINS')), refuse),
  };
}

/** A JSON list of objects: id, name, issuer, clientId, clientSecret, emailDomains, and if need be groups, groupsClaim. */
function readFile(path: string, refuse: Refuse): OidcSetting[] {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    refuse('OIDC_FILE cannot be read as JSON: give the path of a file with a list of providers.');
    return [];
  }
  if (!Array.isArray(read)) {
    refuse('OIDC_FILE must hold a list of providers.');
    return [];
  }
  return read.map((entry: unknown, index) => readEntry(entry, `OIDC_FILE, provider ${index + 1}`, refuse));
}

function readEntry(entry: unknown, where: string, refuse: Refuse): OidcSetting {
  const fields = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  const text = (name: string, otherwise?: string): string => {
    const value = fields[name] ?? otherwise;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    refuse(`${where}: "${name}" must be text.`);
    return '';
  };
  const list = (name: string): string[] => {
    const value = fields[name] ?? [];
    if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
    refuse(`${where}: "${name}" must be a list of texts.`);
    return [];
  };
  const id = text('id');
  if (id !== '' && !/^[a-z0-9-]{1,50}$/.test(id))
    refuse(`${where}: "id" must be small letters, digits and hyphens.`);
  return {
    ...{ id, name: text('name'), issuer: text('issuer') },
    ...{ clientId: text('clientId'), clientSecret: text('clientSecret') },
    groupsClaim: text('groupsClaim', 'groups'),
    groups: readGroups(where, list('groups'), refuse),
    emailDomains: readDomains(where, list('emailDomains'), refuse),
  };
}

/** `wyrefordshire/monitoring-officer=GROUP`. */
function readGroups(where: string, texts: readonly string[], refuse: Refuse): GroupRole[] {
  return texts.map((text) => {
    const [, authority = '', role = '', group = ''] = /^([a-z0-9-]+)\/([a-z-]+)=(.+)$/.exec(text) ?? [];
    if (group.trim() === '' || !GROUP_ROLES.includes(role)) {
      refuse(
        `${where}: a group must be written as council/role=GROUP, such as wyrefordshire/democratic-services=clerks; roles are ${GROUP_ROLES.join(', ')}.`,
      );
    }
    return { authority, role, group: group.trim() };
  });
}

function readDomains(where: string, texts: readonly string[], refuse: Refuse): string[] {
  const domains = texts.map((text) => text.toLowerCase());
  if (domains.some((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))) {
    refuse(`${where}: email domains must be written as wyrefordshire.gov.uk, without an @.`);
  }
  return domains;
}

const listed = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

function isAddress(text: string, production: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'https:' || (!production && protocol === 'http:');
}
