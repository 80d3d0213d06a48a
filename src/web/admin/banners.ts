/** What was just done, told by one word in the address of the page that follows. */
const DONE: Readonly<Record<string, string>> = {
  authority: 'The council is set up. Add its code of conduct, its bodies and its people next.',
  code: 'The code of conduct is recorded.',
  'standing-order': 'The standing order is recorded.',
  body: 'The body is added. Add its seats next.',
  seats: 'The seats are added.',
  filled: 'The member is seated.',
  person: 'The account is made. Add what this person is at a council next.',
  'person-invited':
    'The account is made, and a link to choose a password is on its way. Add what this person is at a council next.',
  invited: 'A link to choose a password is on its way to this person.',
  'second-step-removed': 'The second step is removed. This person is signed out everywhere.',
  role: 'The role is given.',
  'role-ended': 'The last day of the role is recorded.',
  left: 'The last day of the office is recorded, and any seat on a body ends with it.',
  emptied: 'The last day of the member on this seat is recorded.',
  disabled: 'The account is disabled. This person is signed out and cannot sign in.',
  'hand-over': 'The hand-over is recorded, and the terms of what ends have their last day.',
  'terms-ended': 'The open terms are ended.',
  'intake-known': 'This very file was given before. This is what became of it.',
  'invited-again': 'The invitations are sent again to everybody who has no password yet.',
  enabled: 'The account is enabled. This person can sign in again.',
};

/** The banner for the word in the address; none for a word that was made up. */
export function bannerFor(done: unknown): { text: string; success: true } | undefined {
  const text = typeof done === 'string' ? DONE[done] : undefined;
  return text === undefined ? undefined : { text, success: true };
}
