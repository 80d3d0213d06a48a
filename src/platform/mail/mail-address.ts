/** What may stand in the part before the @, between its dots (RFC 5322 `atext`), letters of any language included. */
const ATOM = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u;
/** One part of a host's name. */
const LABEL = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

/**
 * Whether this is the address of one mailbox and nothing else, of the kind that a mail server can be told: no name
 * around it, no second address after a comma, no line break that would begin a header of its own. Quoted parts and
 * numbers in brackets are addresses too, but nobody's: they are refused.
 */
export function isMailAddress(text: string): boolean {
  // RFC 5321 counts bytes: 64 before the @, 254 in all.
  if (Buffer.byteLength(text) > 254) return false;
  const [local = '', domain = '', ...more] = text.split('@');
  if (more.length > 0 || Buffer.byteLength(local) > 64) return false;
  return (
    local.split('.').every((atom) => ATOM.test(atom)) &&
    domain.split('.').every((label) => label.length <= 63 && LABEL.test(label))
  );
}
