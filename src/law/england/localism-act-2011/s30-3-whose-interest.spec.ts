import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import type { Truth } from '../../truth.js';
import { heldWhenNotified } from './s30-1-held-when-notified.js';
import type { HeldFacts } from './s30-1-held-when-notified.js';
import { isPartner, s30_3 } from './s30-3-whose-interest.js';
import type { RelationshipFacts } from './s30-3-whose-interest.js';

const asked = ({ is, facts }: Truth): string => (is === 'unknown' ? `? ${facts[0] ?? ''}` : is);

caseTable<Parameters<typeof s30_3.decide>[0], Truth, string>({
  title: 's.30(3): whose interest counts',
  decide: (facts) => s30_3.decide(facts, civilDate('2017-10-24')),
  summary: asked,
  cases: [
    { name: 'the member’s own counts', facts: { heldBy: 'self' }, expected: 'yes' },
    {
      name: 'a partner’s counts if the member knows',
      facts: { heldBy: 'partner', memberAware: true },
      expected: 'yes',
    },
    { name: 'and not if they do not', facts: { heldBy: 'partner', memberAware: false }, expected: 'no' },
    {
      name: 'and cannot be told until that is asked',
      facts: { heldBy: 'partner' },
      expected: '? memberAware',
    },
    { name: 'nobody else’s counts', facts: { heldBy: 'someone-else', memberAware: true }, expected: 'no' },
    { name: 'whose it is must be known', facts: {}, expected: '? heldBy' },
  ],
});

caseTable<RelationshipFacts, Truth, string>({
  title: 's.30(3)(b): who is a partner',
  decide: isPartner,
  summary: asked,
  cases: [
    {
      name: 'a spouse who lives elsewhere is',
      facts: { marriedOrInCivilPartnership: true, livesWithMemberAsCouple: false },
      expected: 'yes',
    },
    {
      name: 'somebody they live with as a couple is',
      facts: { marriedOrInCivilPartnership: false, livesWithMemberAsCouple: true },
      expected: 'yes',
    },
    {
      name: 'somebody they neither married nor live with is not',
      facts: { marriedOrInCivilPartnership: false, livesWithMemberAsCouple: false },
      expected: 'no',
    },
    {
      name: 'otherwise it is asked',
      facts: { marriedOrInCivilPartnership: false },
      expected: '? relationship',
    },
  ],
});

const given = civilDate('2021-05-30');
caseTable<HeldFacts, Truth, string>({
  title: 's.30(1): held when the notification is given',
  decide: heldWhenNotified,
  summary: asked,
  cases: [
    {
      name: 'sold the day before need not be in it',
      facts: { notificationGivenOn: given, acquiredOn: null, disposedOn: civilDate('2021-05-29') },
      expected: 'no',
    },
    {
      name: 'sold the day after must be in it',
      facts: { notificationGivenOn: given, acquiredOn: null, disposedOn: civilDate('2021-05-31') },
      expected: 'yes',
    },
    {
      name: 'bought on the day must be in it',
      facts: { notificationGivenOn: given, acquiredOn: given, disposedOn: null },
      expected: 'yes',
    },
    {
      name: 'bought the day after is left alone',
      facts: { notificationGivenOn: given, acquiredOn: civilDate('2021-05-31'), disposedOn: null },
      expected: 'no',
    },
    { name: 'without the day it was given it cannot be told', facts: {}, expected: '? notificationGivenOn' },
    {
      name: 'without the day it was bought it cannot be told',
      facts: { notificationGivenOn: given, disposedOn: null },
      expected: '? from',
    },
  ],
});
