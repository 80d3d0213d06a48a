import { localismAct } from '../../citation.js';
import type { Finding, Reason } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import type { Ground } from '../../rulebook.js';
import { civilDate } from '../../time/civil-date.js';
import { all, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { s33, s33_3 } from './s33-dispensation.js';
import { isExactlyFourYears, withinFourYears } from './s33-3-period.js';
import type { PeriodFacts } from './s33-3-period.js';

/** A dispensation that somebody thinks of granting to a member. */
export type GrantFacts = PeriodFacts &
  Facts<{
    /** How each member whom it would relieve asked. 'none': they did not, though an officer or somebody else did. */
    request: 'written' | 'oral' | 'none';
    /** The ground of s.33(2) that is considered to be met, all relevant circumstances regarded; null: none. */
    ground: Ground | null;
    /** Does the authority operate executive arrangements? */
    executiveArrangements: boolean;
  }>;

export const s33_2: Rule<GrantFacts, Finding<boolean>> = {
  id: 'england/localism-act-2011/s33(2)',
  question: 'May this dispensation be granted?',
  citation: localismAct('33(2)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.33(1)-(3): on “a written request made to the proper officer of the authority by a member”, and only if the authority, “having had regard to all relevant circumstances”, considers that one of the grounds (a) to (e) is met; the grant “must specify the period for which it has effect, and the period specified may not exceed four years”.',
  reading:
    '[M] Wording. Every member relieved must have asked, so one for all members on an officer’s initiative cannot be granted. One for more than four years is refused and not cut down. Whether it may look back is asked apart.',
  decide(facts) {
    const period = withinFourYears(facts);
    const length = isExactlyFourYears(facts) ? 'grant-of-exactly-four-years' : 'grant-within-four-years';
    const conditions = [asked(facts), groundIsMet(facts), period];
    return when(
      all(...conditions),
      () =>
        decided(
          true,
          reason(s33, 'asked-in-writing', ['request']),
          reason(s33_2, 'a-ground-is-considered-met', ['ground']),
          reason(s33_3, length, period.facts),
        ),
      () => decided(false, ...whatIsNotMet(conditions)),
    );
  },
};

/** Every condition that fails; while none is known to, every one that still may. */
function whatIsNotMet(conditions: readonly Truth[]): readonly Reason[] {
  const failed = conditions.filter(({ is }) => is === 'no');
  const open = conditions.filter(({ is }) => is === 'unknown');
  return (failed.length > 0 ? failed : open).map(({ otherwise, facts }) =>
    reason(WRITTEN_IN[otherwise] ?? s33_3, otherwise, facts),
  );
}

/** Where each condition is written, if not in s.33(3). */
const WRITTEN_IN: Partial<Record<Point, RuleSource>> = {
  'asked-but-not-in-writing': s33,
  'each-member-must-ask-in-writing': s33,
  'no-ground-is-considered-met': s33_2,
  'ground-d-needs-an-executive': { ...s33_2, citation: localismAct('33(2)(d)') },
};

function asked({ request }: GrantFacts): Truth {
  const otherwise = request === 'none' ? 'each-member-must-ask-in-writing' : 'asked-but-not-in-writing';
  return test('request', request, (how) => how === 'written', otherwise);
}

/** Ground (d) speaks of the executive's own members, so it is only for authorities that have an executive. */
function groundIsMet({ ground, executiveArrangements }: GrantFacts): Truth {
  if (ground === 'd') {
    return condition('executiveArrangements', executiveArrangements, 'ground-d-needs-an-executive');
  }
  return test('ground', ground, (letter) => letter !== null, 'no-ground-is-considered-met');
}
