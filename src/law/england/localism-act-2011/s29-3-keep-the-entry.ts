import { localismAct } from '../../citation.js';
import type { Finding, Reason } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { all, any, condition } from '../../truth.js';
import type { Truth } from '../../truth.js';

export type KeepEntryFacts = Facts<{
  interestStillHeld: boolean;
  /** Is the person a member or co-opted member of this authority? */
  personIsMember: boolean;
  /** For somebody who is not: is it only the gap between two terms of a person elected or appointed again? */
  transitoryOnReElection: boolean;
}>;

export const s29_3: Rule<KeepEntryFacts, Finding<boolean>> = {
  id: 'england/localism-act-2011/s29(3)',
  question: 'Must the entry be kept in the register?',
  citation: localismAct('29(3)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.29(3): nothing requires an entry to be retained once the person concerned (a) “no longer has the interest”, or (b) is “(otherwise than transitorily on re-election or re-appointment) neither a member nor a co-opted member” of the authority.',
  reading:
    'It lets the public entry go. How long the authority keeps its own record of what stood there is for its retention policy.',
  decide(facts) {
    const gone = interestGone(facts);
    const left = leftForGood(facts);
    return when(
      any('entry-is-kept', gone, left),
      () => decided(false, ...whyItMayGo(gone, left)),
      () => decided(true, ...whyItStays(facts, gone, left)),
    );
  },
};

function interestGone({ interestStillHeld: held }: KeepEntryFacts): Truth {
  return condition('interestStillHeld', held === undefined ? undefined : !held, 'entry-is-kept');
}

function leftForGood({ personIsMember, transitoryOnReElection: transitory }: KeepEntryFacts): Truth {
  return all(
    condition('personIsMember', personIsMember === undefined ? undefined : !personIsMember, 'entry-is-kept'),
    condition(
      'transitoryOnReElection',
      transitory === undefined ? undefined : !transitory,
      'moments-gap-is-ignored',
    ),
  );
}

const limb = (letter: 'a' | 'b'): RuleSource => ({ ...s29_3, citation: localismAct(`29(3)(${letter})`) });

/** Each of the two that is so; while neither is known to be, each that still may be. */
function whyItMayGo(gone: Truth, left: Truth): readonly Reason[] {
  const limbs: readonly (readonly [Truth, 'a' | 'b', Point])[] = [
    [gone, 'a', 'interest-gone-so-entry-may-go'],
    [left, 'b', 'left-office-so-entry-may-go'],
  ];
  const met = limbs.filter(([{ is }]) => is === 'yes');
  const open = limbs.filter(([{ is }]) => is === 'unknown');
  return (met.length > 0 ? met : open).map(([{ facts }, letter, point]) =>
    reason(limb(letter), point, facts),
  );
}

function whyItStays(facts: KeepEntryFacts, gone: Truth, left: Truth): readonly Reason[] {
  const kept = reason(s29_3, 'entry-is-kept', [...gone.facts, ...left.facts]);
  const inAGap = facts.personIsMember === false && facts.transitoryOnReElection === true;
  return inAGap ? [reason(limb('b'), left.otherwise, left.facts), kept] : [kept];
}
