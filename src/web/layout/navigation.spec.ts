import { describe, expect, it } from '@jest/globals';
import type { Permission } from '../../identity/index.js';
import { navigationFor } from './navigation.js';

const texts = (permissions: Permission[] | undefined, outbox = false): string[] =>
  navigationFor(permissions && new Set(permissions), '/', outbox).map((link) => link.text);
const active = (path: string): string[] =>
  navigationFor(new Set<Permission>(['ReadComplianceBoard', 'ReadAudit', 'ReadMeetings']), path, false)
    .filter((link) => link.active)
    .map((link) => link.text);

describe('the navigation', () => {
  it('shows a visitor what everybody may read', () => {
    expect(texts(undefined)).toEqual(['Councils', 'Sign in']);
  });
  it('shows a member their duties and the meetings, and nothing of the officer’s', () => {
    expect(texts(['NotifyOwnInterests', 'ReadMeetings'])).toEqual(['My duties', 'Meetings']);
  });
  it('shows an officer the board first, then the meetings and the audit', () => {
    expect(texts(['ReadMeetings', 'ReadComplianceBoard', 'ReadAudit'])).toEqual([
      ...['Officer', 'Meetings', 'Audit'],
    ]);
  });
  it('shows a clerk the meetings first', () => {
    expect(texts(['ReadMeetings', 'ImportAgenda'])).toEqual(['Meetings']);
  });
  it('shows the set-up to an administrator alone', () => {
    expect(texts(['AdministerInstallation'])).toEqual(['Set-up']);
    expect(texts(['ImportAgenda'])).toEqual([]);
  });
  it('shows the outbox only where mail goes to it', () => {
    expect(texts([], true)).toEqual(['Outbox']);
    expect(texts([])).toEqual([]);
  });
  it('marks the one link under which the page lies', () => {
    expect(active('/officer')).toEqual(['Officer']);
    expect(active('/officer/notifications/7')).toEqual(['Officer']);
    expect(active('/officer/audit')).toEqual(['Audit']);
    expect(active('/officers')).toEqual([]);
  });
});
