import { expect, test } from '@jest/globals';
import { checkInWords, checkQuestion } from './checks.js';

const NAMES = [
  ...['matched-not-declared', 'declared-not-registered', 'took-part-with-interest', 'incomplete-declaration'],
  ...['dispensation-without-interest', 'dispensation-lapsed', 'entry-unconfirmed', 'nothing-declared'],
  ...['household-differs', 'review-overdue', 'late-agenda', 'declaration-count', 'company-officer'],
] as Parameters<typeof checkInWords>[0][];

test.each(NAMES)('%s asks, and accuses nobody', (name) => {
  const { title, looksFor, asks } = checkInWords(name);
  expect(asks).toMatch(/\?/);
  expect(`${title} ${looksFor} ${asks}`).not.toMatch(
    /\b(breach|offence|fail|failed|wrongly|guilty|illegal)/i,
  );
});

test('a question has its places filled, and begins with a capital letter', () => {
  const asks = '{item} of {meeting}: is it about {member}?';
  expect(checkQuestion(asks, { item: 'item 5', meeting: 'the meeting', member: 'Ann Agar' })).toBe(
    'Item 5 of the meeting: is it about Ann Agar?',
  );
  expect(checkQuestion(asks, {})).toBe('An item of a meeting: is it about a member?');
});
