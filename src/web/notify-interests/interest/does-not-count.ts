import type { Prescribed } from '../../../law/index.js';
import { reasonInWords } from '../../../wording/index.js';
import type { FormError } from '../../form/index.js';

/**
 * The error of an interest of which the law says, on its dates, that it is not of the kind asked for: why, and what to
 * do about it. `one` names what is left out: 'payment'.
 */
export function doesNotCount(
  { finding }: Prescribed,
  one: string,
  at: Pick<FormError, 'field' | 'href'>,
): FormError | undefined {
  if (finding.kind !== 'decided' || finding.value) return undefined;
  const [why] = finding.reasons;
  return why && { ...at, text: `${reasonInWords(why)} Correct the date, or leave this ${one} out` };
}
