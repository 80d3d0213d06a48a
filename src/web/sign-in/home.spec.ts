import { describe, expect, it } from '@jest/globals';
import type { Permission, Person } from '../../identity/index.js';
import { homeOf } from './home.js';

const home = (...permissions: Permission[]): string =>
  homeOf({ permissions: new Set(permissions) } as unknown as Person);

describe('where work begins', () => {
  it('of a member: at their duties, whatever else they may do', () => {
    expect(home('ReadMeetings', 'NotifyOwnInterests', 'ReadComplianceBoard')).toBe('/my');
  });
  it('of an officer: at the board', () => {
    expect(home('ReadMeetings', 'ReadComplianceBoard', 'ReadAudit')).toBe('/officer');
  });
  it('of a clerk: at the meetings', () => {
    expect(home('ReadMeetings', 'ImportAgenda')).toBe('/meetings');
  });
  it('of somebody without a role: at the front page', () => {
    expect(home()).toBe('/');
  });
});
