import type { BodyConnection } from '../../../law/index.js';

/**
 * The ways of being tied to a firm or body, those that count first: whoever is tied in several ways chooses the first.
 * Each as a note on an interest.
 */
export const TIES: Readonly<Record<BodyConnection, string>> = {
  'partner-in-firm': 'partner in the firm',
  director: 'director',
  'committee-of-management': 'on its committee of management',
  'holds-securities': 'holds shares or other securities in it',
  employee: 'employee',
  other: 'tied to it in another way',
};
