import { namesAndAddresses, type InterestDetails } from './details.js';

/**
 * Whether an interest may be the same thing as one whose details are withheld, in other words or under another heading:
 * the same category, or a name, an address or a postcode in common. Meant to be true too often rather than too seldom.
 */
export function mayBeTheSame(interest: InterestDetails, withheld: InterestDetails): boolean {
  if (interest.category === withheld.category) return true;
  const [ours, theirs] = [wordsOf(interest), wordsOf(withheld)];
  return ours.some((one) => theirs.some((other) => one.includes(other) || other.includes(one)));
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
