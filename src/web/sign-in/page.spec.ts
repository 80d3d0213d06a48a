import { describe, expect, it } from '@jest/globals';
import { validateForm } from '../form/index.js';
import { NOT_RIGHT, refusedSignIn, SignInForm } from './page.js';

describe('the sign-in form', () => {
  it('asks for both', () => {
    const result = validateForm(SignInForm, {});
    expect(!result.ok && result.errors.map(({ text }) => text)).toEqual([
      'Enter your email address',
      'Enter your password',
    ]);
  });
  it('refuses a field that was sent twice', () => {
    expect(validateForm(SignInForm, { email: ['a', 'b'], password: 'c' }).ok).toBe(false);
  });
  it('comes back with the email and without the password', () => {
    const words = { email: 'a@example.org', password: 'secret' };
    const view = refusedSignIn([NOT_RIGHT], words, '/my');
    expect(view.form.words).toEqual({ email: 'a@example.org' });
    expect(JSON.stringify(view)).not.toContain('secret');
    expect(view.returnTo).toBe('/my');
  });
});
