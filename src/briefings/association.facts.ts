import type { Association } from '../disclosures/index.js';
import type { MeetingInterest } from '../law/index.js';

/**
 * Somebody or something that the member is close to, as it meets a matter. It is no disclosable pecuniary interest and
 * stands in no register; what it is called depends on the code. Worcestershire's page speaks of "you/your family/person
 * or body with whom you are associated", the model code of relatives and close associates and, apart, of bodies.
 */
export function associationAsInterest(
  { kind }: Pick<Association, 'kind'>,
  code: string | undefined,
): MeetingInterest {
  const other = kind === 'body' ? 'ori' : 'nri';
  return {
    kind: code === 'worcestershire-2012' ? 'odi' : other,
    heldBy: 'self',
    inRegister: false,
    pending: false,
    sensitive: 'no',
  };
}
