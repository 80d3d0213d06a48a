import { describe, expect, it } from '@jest/globals';
import type { Membership, Person } from '../../identity/index.js';
import { validateForm } from '../form/index.js';
import { ChooseAuthorityForm, chooseAuthorityView } from './page.js';

const county: Membership = {
  authorityId: '1',
  slug: 'wyrefordshire',
  authorityName: 'Wyrefordshire County Council',
  memberId: 'm',
  roles: ['member', 'monitoring-officer'],
};
const person = { memberships: [county], acting: undefined } as unknown as Person;

describe('choosing whom to act for', () => {
  it('shows each council with the roles held there', () => {
    expect(chooseAuthorityView(person, undefined).items).toEqual([
      {
        value: 'wyrefordshire',
        text: 'Wyrefordshire County Council',
        hint: { text: 'Member, monitoring officer' },
      },
    ]);
  });
  it('marks the one that is chosen already, and none before', () => {
    expect(chooseAuthorityView(person, undefined).form.words).toEqual({});
    const acting = { ...person, acting: county };
    expect(chooseAuthorityView(acting, undefined).form.words).toEqual({ authority: 'wyrefordshire' });
  });
  it('asks for a choice', () => {
    const result = validateForm(ChooseAuthorityForm, {});
    expect(!result.ok && result.errors[0]?.text).toBe('Choose which council you are acting for');
  });
});
