import type { FetchRefusal } from './fetched.js';

/** What a failed connection comes to. Node.js tells it by codes. */
export function whyItFailed(error: unknown): FetchRefusal {
  const { name, code, errors } = error as { name?: string; code?: unknown; errors?: unknown[] };
  // Tried at several addresses: the first failure stands for all.
  if (errors?.[0] !== undefined) return whyItFailed(errors[0]);
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ETIMEDOUT') return 'took-too-long';
  const word = typeof code === 'string' ? code : '';
  if (/^(?:ENOTFOUND|EAI_)/.test(word)) return 'unknown-host';
  if (/CERT|ERR_TLS|ISSUER|SIGNATURE|SELF_SIGNED/.test(word)) return 'certificate';
  return 'unreachable';
}
