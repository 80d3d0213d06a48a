import type { CaseTable } from '../../case-table.js';
import { civilDate } from '../../time/civil-date.js';
import type { Truth } from '../../truth.js';
import { heldWhenNotified } from './s30-1-held-when-notified.js';
import type { HeldFacts } from './s30-1-held-when-notified.js';
import { s30_1 } from './s30-1-notify-on-taking-office.js';
import { isPartner, s30_3 } from './s30-3-whose-interest.js';
import type { RelationshipFacts } from './s30-3-whose-interest.js';

/** Yes or no, or the fact that it waits for. */
function inShort({ is, facts }: Truth): string {
  return is === 'unknown' ? `? ${facts[0] ?? ''}` : String(is === 'yes');
}

export const WHOSE_INTEREST_CASES: CaseTable<Parameters<typeof s30_3.decide>[0], Truth, string> = {
  title: 'Whose interest counts',
  rules: [s30_3.id],
  columns: ['Counts'],
  decide: (facts) => s30_3.decide(facts, civilDate('2017-10-24')),
  summary: inShort,
  cases: [
    { name: 'the member’s own counts', facts: { heldBy: 'self' }, expected: 'true' },
    {
      name: 'a partner’s counts if the member knows of it',
      facts: { heldBy: 'partner', memberAware: true },
      expected: 'true',
    },
    {
      name: 'a partner’s does not count if the member does not know of it',
      facts: { heldBy: 'partner', memberAware: false },
      expected: 'false',
    },
    {
      name: 'a partner’s cannot be told until it is asked whether the member knows of it',
      facts: { heldBy: 'partner' },
      expected: '? memberAware',
    },
    { name: 'nobody else’s counts', facts: { heldBy: 'someone-else', memberAware: true }, expected: 'false' },
    { name: 'whose it is must be known', facts: {}, expected: '? heldBy' },
  ],
};

export const PARTNER_CASES: CaseTable<RelationshipFacts, Truth, string> = {
  title: 'Who is a partner',
  rules: [s30_3.id],
  columns: ['Is a partner'],
  decide: isPartner,
  summary: inShort,
  cases: [
    {
      name: 'a spouse who lives elsewhere is',
      facts: { marriedOrInCivilPartnership: true, livesWithMemberAsCouple: false },
      expected: 'true',
    },
    {
      name: 'somebody they live with as a couple is',
      facts: { marriedOrInCivilPartnership: false, livesWithMemberAsCouple: true },
      expected: 'true',
    },
    {
      name: 'somebody they neither married nor live with is not',
      facts: { marriedOrInCivilPartnership: false, livesWithMemberAsCouple: false },
      expected: 'false',
    },
    {
      name: 'otherwise it is asked',
      facts: { marriedOrInCivilPartnership: false },
      expected: '? relationship',
    },
  ],
};

const given = civilDate('2021-05-30');
export const HELD_CASES: CaseTable<HeldFacts, Truth, string> = {
  title: 'Which interests must be in a notification given on 30 May 2021',
  rules: [s30_1.id],
  columns: ['Must be in it'],
  decide: heldWhenNotified,
  summary: inShort,
  cases: [
    {
      name: 'sold the day before need not be in it',
      facts: { notificationGivenOn: given, acquiredOn: null, disposedOn: civilDate('2021-05-29') },
      expected: 'false',
    },
    {
      name: 'sold on the day need not be in it',
      facts: { notificationGivenOn: given, acquiredOn: null, disposedOn: given },
      expected: 'false',
    },
    {
      name: 'sold the day after must be in it',
      facts: { notificationGivenOn: given, acquiredOn: null, disposedOn: civilDate('2021-05-31') },
      expected: 'true',
    },
    {
      name: 'bought on the day must be in it',
      facts: { notificationGivenOn: given, acquiredOn: given, disposedOn: null },
      expected: 'true',
    },
    {
      name: 'bought the day after is left alone',
      facts: { notificationGivenOn: given, acquiredOn: civilDate('2021-05-31'), disposedOn: null },
      expected: 'false',
    },
    {
      name: 'without the day on which the notification was given it cannot be told',
      facts: {},
      expected: '? notificationGivenOn',
    },
    {
      name: 'without the day on which it was bought it cannot be told',
      facts: { notificationGivenOn: given, disposedOn: null },
      expected: '? from',
    },
    {
      name: 'without knowing whether it was sold it cannot be told',
      facts: { notificationGivenOn: given, acquiredOn: null },
      expected: '? to',
    },
  ],
};
