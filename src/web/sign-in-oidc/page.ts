import type { OidcRefusal } from '../../identity/index.js';

export interface RefusedView {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Whether trying once more may help. */
  readonly again: boolean;
}

interface Words extends Omit<RefusedView, 'title'> {
  readonly title?: string;
  /** Of the answer. */
  readonly status: number;
}

const ASK = 'Ask the council’s democratic services team.';
const OTHERWISE = 'You may still sign in with an email address and a password here, if you have them.';

const WORDS: Readonly<Record<OidcRefusal, Words>> = {
  'no-provider': { status: 404, paragraphs: ['There is no such way to sign in here.'], again: false },
  away: {
    ...{ status: 503, title: 'Your council account cannot be reached', again: true },
    paragraphs: [
      'The service that your council signs you in with does not answer, or answers in a way we do not understand.',
      'Try again in a few minutes.',
      OTHERWISE,
    ],
  },
  'called-off': {
    ...{ status: 403, again: true },
    paragraphs: [
      'Signing in with your council account was cancelled, or your council does not let you in here.',
      ASK,
    ],
  },
  'no-attempt': {
    ...{ status: 400, again: true },
    paragraphs: [
      'We were not waiting for this answer: it took longer than 15 minutes, or it was used before.',
    ],
  },
  'not-believed': {
    ...{ status: 403, again: true },
    paragraphs: [
      'What your council account told us does not fit what we asked, so we do not trust it.',
      'If this happens again, tell the council’s IT team.',
    ],
  },
  'no-account': {
    ...{ status: 403, title: 'There is no account for you here', again: false },
    paragraphs: [
      'Your council knows you, but nobody has given you access to this service: no account here has your email address, and you are in no group that gives a role.',
      ASK,
    ],
  },
  'email-unproven': {
    ...{ status: 403, title: 'We cannot tell which account is yours', again: false },
    paragraphs: [
      'Your council account did not tell us an email address that we may rely on, and it is not linked to an account here yet.',
      'Tell the council’s IT team: the installation’s notes on sign-in by OpenID Connect say what to set.',
    ],
  },
  'account-closed': {
    ...{ status: 403, title: 'Your account here is closed', again: false },
    paragraphs: [
      'You cannot sign in to this service any more.',
      `If you think you should, ${ASK.toLowerCase()}`,
    ],
  },
  'linked-to-another': {
    ...{ status: 403, title: 'That account belongs to somebody else', again: false },
    paragraphs: [
      'An account here has your email address, but it is linked to another person at your council. Addresses are sometimes given to somebody new.',
      ASK,
    ],
  },
  administrator: {
    ...{ status: 403, title: 'Sign in with your password', again: false },
    paragraphs: [
      'The account with your email address looks after this whole installation. It is entered by its own password and second step, and not by a council’s account.',
    ],
  },
  'too-many-groups': {
    ...{ status: 403, again: false },
    paragraphs: [
      'You are in more groups than your council account can tell us, so we cannot know your roles.',
      'Tell the council’s IT team: only the groups that are assigned to this service should be sent.',
    ],
  },
  'somebody-else': {
    ...{ status: 403, again: true },
    paragraphs: ['You signed in as somebody else than who is signed in here. Nothing was done.'],
  },
};

/** Why somebody is not signed in, in plain words, with the status of the answer. */
export function refusedView(reason: OidcRefusal): { status: number; view: RefusedView } {
  const { status, title = 'You are not signed in', paragraphs, again } = WORDS[reason];
  return { status, view: { title, paragraphs, again } };
}
