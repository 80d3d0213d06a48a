import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  expectEveryReasonToCite,
  expectFewerFactsNeverToSettleMore,
} from '../../../../test/law/support/case-table.js';
import type { CaseTable } from '../../case-table.js';
import { civilDate } from '../../time/civil-date.js';
import {
  EXECUTIVE_DECISION_CASE_TABLES,
  EXECUTIVE_DECISION_RULES,
} from '../executive-decisions-2012/index.js';
import { goodDispensation } from '../ordinary-meeting.js';
import { BESIDE_MEETINGS_CASE_TABLES, BESIDE_MEETINGS_RULES } from './beside-meetings.js';
import { s29_3 } from './s29-3-keep-the-entry.js';
import { afterTheNotification } from './s30-1-after-the-notification.js';
import { decidedAlone } from './s31-6-to-8-decided-alone.js';
import { s33_2 } from './s33-2-grant.js';
import { residentialAddressRule } from './s32a-residential-address.js';

const s32A = residentialAddressRule(civilDate('2027-04-01'));
const rules = [...BESIDE_MEETINGS_RULES, ...EXECUTIVE_DECISION_RULES, s32A];
const tables = [...BESIDE_MEETINGS_CASE_TABLES, ...EXECUTIVE_DECISION_CASE_TABLES];

describe('The rules beside meetings', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s asks, says and cites', (_, rule) => {
    expect(rule.question).toMatch(/^[A-Z].{20,}\?$/);
    expect(rule.says).toMatch(/^.{40,}\.$/);
    if (rule.reading !== undefined) expect(rule.reading).toMatch(/^.{8,}\.$/);
    expect(rule.citation.text).toMatch(/^(Localism Act 2011 s\.|SI 2012\/2089 reg |Practice )/);
  });

  it('are in force from the start of the Chapter, and the Regulations from theirs', () => {
    expect(new Set(BESIDE_MEETINGS_RULES.map(({ inForceFrom }) => inForceFrom))).toEqual(
      new Set(['2012-07-01']),
    );
    expect(new Set(EXECUTIVE_DECISION_RULES.map(({ inForceFrom }) => inForceFrom))).toEqual(
      new Set(['2012-09-10']),
    );
  });

  it('each have an id of their own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it('each have a table of cases', () => {
    const shown = tables.flatMap((table) => table.rules);
    for (const { id } of [...BESIDE_MEETINGS_RULES, ...EXECUTIVE_DECISION_RULES]) expect(shown).toContain(id);
  });

  it.each(tables.map((table) => [table.title, table] as const))(
    '“%s” has a heading for each column',
    (_, table) => {
      const { columns, cases, decide, summary } = table as unknown as CaseTable<object, unknown>;
      expect(columns.every((column) => column.length > 1)).toBe(true);
      for (const { facts } of cases.slice(0, 1)) expect(summary(decide(facts))).toHaveLength(columns.length);
    },
  );
});

const maybe = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.constantFrom(undefined, ...values);
const yesNo = maybe(true, false);
const ON = civilDate('2021-06-01');
const day = maybe(civilDate('2021-05-20'), ON);
const inRegisterOrPending = { inRegister: yesNo, pending: yesNo };

/** Facts of every kind, known or not: taking one away never settles what was open, and every reason cites. */
function holdsWhateverIsKnown<F extends object>(facts: fc.Arbitrary<F>, decide: (facts: F) => unknown): void {
  fc.assert(
    fc.property(facts, (some) => {
      expectEveryReasonToCite(decide(some));
      expectFewerFactsNeverToSettleMore(decide, some);
    }),
    { numRuns: 200 },
  );
}

describe('Whatever is known, fewer facts never settle more', () => {
  it('of a matter alone', () => {
    const interest = fc.record({
      kind: maybe('dpi' as const, 'odi' as const),
      heldBy: maybe('self' as const, 'partner' as const),
      memberAwareOfPartners: yesNo,
      sensitive: maybe('no' as const, 'agreed' as const),
      ...inRegisterOrPending,
    });
    const facts = fc.record({
      mayBeDischargedAlone: yesNo,
      interest: fc.option(interest),
      interestIsInTheMatter: yesNo,
      memberAwareItIs: maybe(true),
      becameAwareOn: day,
      step: maybe('hands-over' as const, 'does-more' as const, null),
      dispensations: maybe([], [goodDispensation]),
    });
    holdsWhateverIsKnown(facts, (some) => decidedAlone(some, ON));
  });

  it('of a grant', () => {
    const facts = fc.record({
      request: maybe('written' as const, 'oral' as const, 'none' as const),
      ground: maybe('c' as const, 'd' as const, null),
      executiveArrangements: yesNo,
      from: day,
      to: maybe(civilDate('2025-05-19'), civilDate('2025-05-31'), civilDate('2026-05-31'), null),
      periodMonths: maybe(12, 49, null),
    });
    holdsWhateverIsKnown(facts, (some) => s33_2.decide(some, ON));
  });

  it('of an interest got in the middle of a term', () => {
    const facts = fc.record({
      notificationGivenOn: fc.option(day),
      acquiredOn: fc.option(day),
      metAMatter: maybe('no' as const, 'at-a-meeting' as const, 'acting-alone' as const),
      ...inRegisterOrPending,
    });
    holdsWhateverIsKnown(facts, (some) => afterTheNotification.decide(some, ON));
  });

  it('of an entry that may go', () => {
    const facts = fc.record({
      interestStillHeld: yesNo,
      personIsMember: yesNo,
      transitoryOnReElection: yesNo,
    });
    holdsWhateverIsKnown(facts, (some) => s29_3.decide(some, ON));
  });
});
