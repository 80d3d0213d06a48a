import type { LinkPurpose } from './link.entity.js';

const HOUR = 3_600_000;

/** For how long a link opens, in milliseconds from when it was asked for. */
export const GOOD_FOR: Readonly<Record<LinkPurpose, number>> = {
  invitation: 14 * 24 * HOUR,
  password: HOUR,
  'sign-in': HOUR / 4,
};

const PATHS: Readonly<Record<LinkPurpose, string>> = {
  invitation: 'choose-password',
  password: 'choose-password',
  'sign-in': 'sign-in/link',
};

const DO_NOT_PASS_ON = 'The link is for you alone: do not pass it on.';

const WORDS: Readonly<Record<LinkPurpose, { subject: string; before: string; after: readonly string[] }>> = {
  invitation: {
    subject: 'Probity: choose your password',
    before: 'You have been given an account at Probity. Choose your password here:',
    after: [
      `${DO_NOT_PASS_ON} It works once, for 14 days.`,
      'If you did not expect this message, you need do nothing.',
    ],
  },
  password: {
    subject: 'Probity: choose a new password',
    before: 'Somebody asked to choose a new password for this address. If it was you, choose it here:',
    after: [
      `${DO_NOT_PASS_ON} It works once, for one hour.`,
      'If it was not you, you need do nothing: your password stays as it is.',
    ],
  },
  'sign-in': {
    subject: 'Probity: your link to sign in',
    before:
      'Somebody asked to sign in with this address. If it was you, sign in here, in the browser in which you asked:',
    after: [
      `${DO_NOT_PASS_ON} It works once, for 15 minutes.`,
      'If it was not you, you need do nothing: the link opens in the browser in which it was asked for, and in no other.',
    ],
  },
};

/** The words of a message with a link. Besides the address that it goes to, they say nothing of anybody. */
export function linkWords(
  purpose: LinkPurpose,
  publicUrl: string,
  token: string,
): { subject: string; body: string } {
  const { subject, before, after } = WORDS[purpose];
  return { subject, body: `${[before, `${publicUrl}/${PATHS[purpose]}/${token}`, ...after].join('\n\n')}\n` };
}
