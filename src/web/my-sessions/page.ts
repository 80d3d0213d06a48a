import type { OpenSession } from '../../identity/index.js';
import { instantInWords } from '../page/index.js';

/** One session as its owner is shown it. */
export interface SessionView {
  readonly id: string;
  /** 'Firefox on Windows'. */
  readonly browser: string;
  /** '24 October 2017 at 10:05am'. */
  readonly begun: string;
  readonly lastUsed: string;
  /** 'with your password'. */
  readonly method: string;
}

export interface MySessionsView {
  readonly title: string;
  readonly own: SessionView | undefined;
  readonly others: readonly SessionView[];
  readonly banner: { readonly text: string; readonly success: true } | undefined;
}

const METHODS: Readonly<Record<OpenSession['method'], string>> = {
  password: 'with your password',
  oidc: 'with your council account',
  passkey: 'with a passkey',
  'mail-link': 'with a link in an email',
};
const DONE: Readonly<Record<string, string>> = {
  ended: 'You are signed out there.',
  gone: 'That session had ended already.',
  'all-ended': 'You are signed out everywhere else.',
};

/** The page: this session first, then the others, the one that was used last first. */
export function mySessionsView(sessions: readonly OpenSession[], done: unknown): MySessionsView {
  const views = sessions.map((session) => ({ session, view: sessionView(session) }));
  const text = typeof done === 'string' ? DONE[done] : undefined;
  return {
    title: 'Where you are signed in',
    own: views.find(({ session }) => session.isThis)?.view,
    others: views.filter(({ session }) => !session.isThis).map(({ view }) => view),
    banner: text === undefined ? undefined : { text, success: true },
  };
}

function sessionView({ id, browser, begunAt, lastUsedAt, method }: OpenSession): SessionView {
  return {
    ...{ id, browser, method: METHODS[method] },
    ...{ begun: instantInWords(begunAt), lastUsed: instantInWords(lastUsedAt) },
  };
}
