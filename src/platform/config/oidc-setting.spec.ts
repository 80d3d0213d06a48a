import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ConfigurationRefused, readConfig } from './index.js';

const ONE = {
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'probity',
  OIDC_CLIENT_SECRET: 'not told again',
};
const folder = mkdtempSync(join(tmpdir(), 'probity-oidc-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A file of OIDC_FILE with this in it. */
function file(content: unknown): string {
  const path = join(folder, 'providers.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const entry = (id: string, more: object = {}): object => ({
  ...{
    id,
    name: `${id} account`,
    issuer: `https://${id}.example`,
    clientId: 'c',
    clientSecret: 'not told again',
  },
  ...{ emailDomains: [`${id}.gov.uk`], ...more },
});

function refusals(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationRefused) return error.sentences;
    throw error;
  }
}

describe('OpenID providers', () => {
  it('one from the environment, with its groups and domains', () => {
    const more = {
      OIDC_GROUPS: 'wyre/auditor=a b,teme/monitoring-officer=1=2',
      OIDC_EMAIL_DOMAINS: 'Wyre.gov.uk',
    };
    expect(readConfig({ ...ONE, ...more }).oidc).toEqual([
      {
        ...{ id: 'council', name: 'your council account', issuer: 'https://id.example', clientId: 'probity' },
        ...{ clientSecret: 'not told again', groupsClaim: 'groups', emailDomains: ['wyre.gov.uk'] },
        groups: [
          { authority: 'wyre', role: 'auditor', group: 'a b' },
          { authority: 'teme', role: 'monitoring-officer', group: '1=2' },
        ],
      },
    ]);
  });

  it('several from a file', () => {
    const OIDC_FILE = file([
      entry('wyre'),
      entry('teme', { groups: ['teme/auditor=x'], groupsClaim: 'roles' }),
    ]);
    expect(readConfig({ OIDC_FILE }).oidc).toMatchObject([
      { id: 'wyre', groupsClaim: 'groups', groups: [] },
      { id: 'teme', groupsClaim: 'roles', groups: [{ authority: 'teme', role: 'auditor', group: 'x' }] },
    ]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['half of one', { OIDC_ISSUER: 'https://id.example' }, 'OIDC_CLIENT_SECRET must be given'],
    ['groups of none', { OIDC_GROUPS: 'a/auditor=b' }, 'OIDC_GROUPS is set but OIDC_ISSUER is not'],
    ['an issuer that is no address', { ...ONE, OIDC_ISSUER: 'id.example' }, 'must be an https://'],
    ['a role of members', { ...ONE, OIDC_GROUPS: 'wyre/member=all' }, 'council/role=GROUP'],
    ['a named officer by a group', { ...ONE, OIDC_GROUPS: 'wyre/named-officer=x' }, 'council/role=GROUP'],
    ['a group without a name', { ...ONE, OIDC_GROUPS: 'wyre/auditor=' }, 'council/role=GROUP'],
    ['a domain with a sign', { ...ONE, OIDC_EMAIL_DOMAINS: '@wyre.gov.uk' }, 'without an @'],
    [
      'several where one answers for everybody',
      { ...ONE, OIDC_FILE: file([entry('wyre')]) },
      'email domains',
    ],
    ['a file that is not there', { OIDC_FILE: '/nowhere.json' }, 'cannot be read as JSON'],
    [
      'plain http in production',
      { NODE_ENV: 'production', ...ONE, OIDC_ISSUER: 'http://id.example' },
      'https://',
    ],
  ])('are refused: %s', (_, env, sentence) => {
    const said = refusals(env);
    expect(said.filter((each) => each.includes(sentence))).toHaveLength(1);
    expect(said.join()).not.toContain('not told again');
  });

  it.each<[string, unknown, string]>([
    ['no list', {}, 'must hold a list'],
    [
      'a provider without a secret',
      [entry('wyre', { clientSecret: '' })],
      'provider 1: "clientSecret" must be text',
    ],
    ['two of one id', [entry('wyre'), entry('wyre', { issuer: 'https://x.example' })], 'same id'],
    ['two of one issuer', [entry('wyre'), entry('teme', { issuer: 'https://wyre.example' })], 'same issuer'],
    ['an id that is no part of an address', [entry('Wyre/..')], 'small letters'],
    ['groups that are no list', [entry('wyre', { groups: 'a/auditor=b' })], 'must be a list of texts'],
  ])('of a file are refused: %s', (_, content, sentence) => {
    expect(refusals({ OIDC_FILE: file(content) }).join()).toContain(sentence);
  });
});

describe('the limits of a session and the proxies in front', () => {
  it('are read, and refused one beyond each end', () => {
    const env = {
      SESSION_IDLE_MINUTES: '5',
      SESSION_HOURS: '168',
      TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,2001:db8::1',
    };
    expect(readConfig(env)).toMatchObject({
      ...{ sessionIdleMinutes: 5, sessionHours: 168 },
      trustedProxies: ['loopback', '10.0.0.0/8', '2001:db8::1'],
    });
    expect(
      refusals({ SESSION_IDLE_MINUTES: '4', SESSION_HOURS: '169', TRUSTED_PROXIES: '10.0.0.0/8,everybody' }),
    ).toEqual([
      'SESSION_IDLE_MINUTES must be a whole number from 5 to 1440, not "4".',
      'SESSION_HOURS must be a whole number from 1 to 168, not "169".',
      expect.stringContaining('TRUSTED_PROXIES must be addresses'),
    ]);
    expect(refusals({ SESSION_HOURS: '1.5' })).toHaveLength(1);
  });
});
