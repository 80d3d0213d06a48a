import type { Likeness } from '../company-officer.js';
import { outwardOf, plainPostcode, wordsOfName } from '../names.js';
import type { OfficerRow } from './read-officers.js';

/** What is known of a member to tell them from a namesake. */
export interface MemberToCompare {
  readonly id: string;
  readonly name: string;
  /** Postcodes of what they register as their home. */
  readonly homePostcodes: readonly string[];
}

/**
 * How much speaks for an officer of a company being a member; undefined where nothing worth asking about does. A name is
 * shared by many: an auditor once counted a namesake in Bolton for a councillor. So a name alone is never more than that,
 * and no likeness is ever certain: a person decides.
 */
export function likenessOf(
  { officer, postcode }: Pick<OfficerRow, 'officer' | 'postcode'>,
  member: MemberToCompare,
): Likeness | undefined {
  const name = compareNames(officer, member.name);
  if (name === 'none') return undefined;
  const place = comparePlaces(plainPostcode(postcode ?? ''), member.homePostcodes.map(plainPostcode));
  if (place === 'same') return 'likely';
  if (name === 'initial') return place === 'district' ? 'only-the-name' : undefined;
  if (name === 'with-second-name' && place !== 'elsewhere') return 'possible';
  return place === 'district' ? 'possible' : 'only-the-name';
}

type NameAgrees = 'with-second-name' | 'first-name' | 'initial' | 'none';

/** The surname must be the same, and the first forename or its initial; a second forename that differs says no. */
function compareNames(officer: string, memberName: string): NameAgrees {
  const [surname = '', forenames = ''] = officer.split(',');
  const last = wordsOfName(surname);
  const given = wordsOfName(forenames);
  const member = wordsOfName(memberName);
  const own = member.slice(0, member.length - last.length);
  const hasSurname =
    last.length > 0 && own.length > 0 && member.slice(own.length).join(' ') === last.join(' ');
  if (!hasSurname) return 'none';
  const first = agree(given[0], own[0]);
  const second = agree(given[1], own[1]);
  if (first === 'differ' || first === 'unknown' || second === 'differ') return 'none';
  if (first === 'initial') return 'initial';
  return second === 'unknown' ? 'first-name' : 'with-second-name';
}

function agree(
  one: string | undefined,
  other: string | undefined,
): 'same' | 'initial' | 'differ' | 'unknown' {
  if (one === undefined || other === undefined) return 'unknown';
  if (one === other) return 'same';
  const isInitial = one.length === 1 || other.length === 1;
  return isInitial && other.startsWith(one.slice(0, 1)) ? 'initial' : 'differ';
}

function comparePlaces(
  postcode: string,
  homes: readonly string[],
): 'same' | 'district' | 'elsewhere' | 'unknown' {
  const known = homes.filter((home) => home !== '');
  if (postcode === '' || known.length === 0) return 'unknown';
  if (known.includes(postcode)) return 'same';
  return known.some((home) => outwardOf(home) === outwardOf(postcode)) ? 'district' : 'elsewhere';
}
