import { namesAndAddresses } from './describe.js';
import type { InterestDetails } from './details.js';

/**
 * Whether an interest may be the same thing as one whose details are withheld, in other words or under another heading:
 * the same category, or a name, an address or a postcode in common. Meant to be true too often rather than too seldom.
 */
export function mayBeTheSame(interest: InterestDetails, withheld: InterestDetails): boolean {
  return interest.category === withheld.category || tellsOf(interest, withheld);
}

/** Whether one names what the other does: a name, an address or a postcode in common. */
export function tellsOf(interest: InterestDetails, withheld: InterestDetails): boolean {
  const [ours, theirs] = [wordsOf(interest), wordsOf(withheld)];
  return ours.some((one) => theirs.some((other) => one.includes(other) || other.includes(one)));
}

/** Whether both tell of one place: the same address, however it is written out, or as much of it as one gives. */
export function samePlace(one: InterestDetails, other: InterestDetails): boolean {
  const [ours, theirs] = [placeIn(one), placeIn(other)];
  if (ours === undefined || theirs === undefined) return false;
  if (ours === theirs) return true;
  // One word alone is found in too many addresses.
  const [shorter, longer] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
  return shorter.trim().includes(' ') && longer.includes(shorter);
}

/** The words of an address between blanks, so that '3 Mill Lane' is not found in '13 Mill Lane'. */
function placeIn(details: InterestDetails): string | undefined {
  if (!('address' in details)) return undefined;
  const words = details.address.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? undefined : ` ${words.join(' ')} `;
}

function wordsOf(details: InterestDetails): string[] {
  const { names, addresses } = namesAndAddresses(details);
  const postcode = 'postcode' in details ? [details.postcode] : [];
  const street = 'address' in details ? [details.address] : [];
  return [...names, ...addresses, ...street, ...postcode].map(plain).filter((words) => words.length > 3);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
