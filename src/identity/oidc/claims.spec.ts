import { describe, expect, it } from '@jest/globals';
import type { OidcSetting } from '../../platform/config/index.js';
import { readClaims } from './claims.js';
import { rolesByGroups } from './group-roles.js';

const setting: OidcSetting = {
  ...{ id: 'council', name: 'your council account', issuer: 'https://id.example', clientId: 'c' },
  ...{ clientSecret: 's', groupsClaim: 'groups', groups: [], emailDomains: [] },
};
const domains = { ...setting, emailDomains: ['council.example'] };
const said = (claims: object, how = setting): ReturnType<typeof readClaims> =>
  readClaims({ iss: setting.issuer, sub: 's', ...claims }, how);

describe('the email that may find an account', () => {
  const email = 'Ada@Council.example';
  it.each<[string, object, OidcSetting, string | undefined]>([
    ['said to be verified', { email, email_verified: true }, setting, 'ada@council.example'],
    ['whose domain Entra ID has verified', { email, xms_edov: 1 }, setting, 'ada@council.example'],
    ['of which nothing is said', { email }, setting, undefined],
    ['said not to be verified', { email, email_verified: false }, domains, undefined],
    ['of a domain for which the provider answers', { email }, domains, 'ada@council.example'],
    [
      'of another domain, though verified',
      { email: 'a@b.example', email_verified: true },
      domains,
      undefined,
    ],
    ['of a domain that only ends alike', { email: 'a@x.council.example' }, domains, undefined],
    ['with two signs in it', { email: 'a@council.example@council.example' }, domains, undefined],
    ['that is none', { email: ['a@council.example'] }, domains, undefined],
    ['that is too long', { email: `${'a'.repeat(240)}@council.example` }, domains, undefined],
  ])('%s', (_, claims, how, expected) => {
    expect(said(claims, how).email).toBe(expected);
  });
});

describe('groups', () => {
  it('are none when the claim is not there, and not known when there are too many', () => {
    expect(said({ groups: ['a', 7, 'b'] }).groups).toEqual(['a', 'b']);
    expect(said({ groups: 'a' }).groups).toEqual(['a']);
    expect(said({}).groups).toEqual([]);
    expect(said({ _claim_names: { groups: 'src1' } }).groups).toBeUndefined();
    expect(said({ hasgroups: true }).groups).toBeUndefined();
    expect(said({ _claim_names: { address: 'src1' } }).groups).toEqual([]);
  });

  it('give the roles that the configuration says, and no other', () => {
    const groups = [
      { authority: 'wyre', role: 'auditor', group: 'audit' },
      { authority: 'wyre', role: 'monitoring-officer', group: 'legal' },
      { authority: 'teme', role: 'auditor', group: 'audit' },
    ];
    expect(rolesByGroups({ groups }, ['audit', 'Legal', 'tennis'])).toEqual(
      new Map([
        ['wyre', new Set(['auditor'])],
        ['teme', new Set(['auditor'])],
      ]),
    );
    expect(rolesByGroups({ groups }, []).size).toBe(0);
  });
});

it('a second factor is one that the provider says it asked for', () => {
  expect(said({ amr: ['pwd', 'mfa'] }).secondFactor).toBe(true);
  expect(said({ amr: ['pwd'] }).secondFactor).toBe(false);
  expect(said({}).secondFactor).toBe(false);
});
