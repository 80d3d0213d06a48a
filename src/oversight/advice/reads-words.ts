import type { Permission } from '../../identity/index.js';
import type { KnownAdvice } from './advice.js';

/**
 * Whether somebody other than the member may read what was asked and answered, and for which item: whoever gives advice,
 * and of what may be sensitive only those who read sensitive details too. An auditor reads that there was one.
 */
export function mayReadWords(
  permissions: ReadonlySet<Permission>,
  { sensitive }: Pick<KnownAdvice, 'sensitive'>,
): boolean {
  if (!permissions.has('GiveAdvice')) return false;
  return !sensitive || permissions.has('ReadSensitiveDetails');
}
