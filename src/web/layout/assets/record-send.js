import { ageOf } from './record-queue.js';

/** A connection that says nothing for this long is lost. */
const PATIENCE_MS = 15_000;

/** The answers to which sending the same again would change nothing: somebody must look. */
const REFUSED = [400, 404, 409, 413, 415, 422];

/**
 * Sends what was recorded, as the form would have been sent.
 * @param {{ meeting: string, account: string }} of whose it is: nobody else's session may send it
 * @param {string} firstToken the token of the session in which the page was drawn
 */
export function sender(of, firstToken) {
  let token = firstToken;

  /** @returns {Promise<{ is: 'sent' | 'waits' | 'signed-out' | 'other-person' | 'may-not' } | { is: 'refused', why: string }>} */
  return async function send(entry) {
    try {
      const first = await post(entry, token);
      if (first.status !== 401 && first.status !== 403) return outcomeOf(first);
      // The session has ended, or is another one: there is another token, or nobody is signed in.
      const renewed = await tokenNow(of);
      if (typeof renewed === 'string') return { is: renewed };
      ({ token } = renewed);
      return outcomeOf(await post(entry, token));
    } catch {
      return { is: 'waits' };
    }
  };
}

async function post(entry, token) {
  const body = new URLSearchParams(entry.fields);
  body.set('_csrf', token);
  body.set('age', String(ageOf(entry)));
  return fetch(entry.action, { method: 'POST', body, ...asProgram() });
}

async function outcomeOf(response) {
  if (response.ok) return { is: 'sent' };
  if (response.status === 403) return { is: 'refused', why: 'You may not record this any more.' };
  if (!REFUSED.includes(response.status)) return { is: 'waits' };
  const problem = await response.json().catch(() => ({}));
  return { is: 'refused', why: problem.detail ?? 'The server did not take this.' };
}

async function tokenNow({ meeting, account }) {
  const response = await fetch(`/meetings/${meeting}/record/token.json`, asProgram());
  if (response.status === 401) return 'signed-out';
  if (response.status === 403) return 'may-not';
  if (!response.ok) return 'waits';
  const now = await response.json();
  return now.account === account ? { token: now.csrf } : 'other-person';
}

const asProgram = () => ({
  headers: { Accept: 'application/json' },
  credentials: 'same-origin',
  signal: AbortSignal.timeout(PATIENCE_MS),
});
