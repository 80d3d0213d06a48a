import type { NoticedChange } from './notice.entity.js';

const WHAT: Readonly<Record<NoticedChange, { readonly subject: string; readonly happened: string }>> = {
  'password-chosen': { subject: 'you have a password', happened: 'A password was chosen for your account' },
  'password-changed': { subject: 'your password was changed', happened: 'Your password was changed' },
  'code-app-added': {
    subject: 'an app that makes codes was added',
    happened: 'An app that makes codes was set up to sign in to your account',
  },
  'code-app-removed': {
    subject: 'the app that makes codes was removed',
    happened: 'The app that makes codes was removed from your account',
  },
  'passkey-added': {
    subject: 'a passkey was added',
    happened: 'A passkey was added to sign in to your account',
  },
  'passkey-removed': {
    subject: 'a passkey was removed',
    happened: 'A passkey was removed from your account',
  },
  'recovery-codes-made': {
    subject: 'new recovery codes were made',
    happened: 'New recovery codes were made for your account, and those from before no longer work',
  },
  'second-step-removed': {
    subject: 'your second step was taken away',
    happened:
      'An administrator took away your second step: your app that makes codes, your passkeys and your recovery codes',
  },
};

const LONDON = new Intl.DateTimeFormat('en-GB', {
  ...{ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' },
});

/**
 * The words of a message about a change. They hold no link: whoever learns to follow one in such a message follows a
 * forged one too. Besides the address that it goes to, they say nothing of anybody.
 */
export function noticeWords(change: NoticedChange, happenedAt: Date): { subject: string; body: string } {
  const { subject, happened } = WHAT[change];
  const lines = [
    `${happened}. This was on ${LONDON.format(happenedAt)}, London time.`,
    'If this was you, or was done because you asked for it, you need do nothing.',
    'If this was not you, somebody else may be able to use your account. Telephone the person at your council who looks after Probity, or your monitoring officer, now: they can keep anybody from signing in. Then open Probity as you always do and choose a new password from its sign-in page. That ends every session.',
    'This message has no link, so that you need not wonder whether to trust it.',
  ];
  return { subject: `Probity: ${subject}`, body: `${lines.join('\n\n')}\n` };
}
