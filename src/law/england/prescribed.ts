import type { Finding } from '../conclusion.js';
import type { InterestFacts } from '../facts.js';
import { decided, when } from '../finding.js';
import { reason } from '../rule.js';
import type { Prescribed } from '../rulebook.js';
import type { CivilDate } from '../time/civil-date.js';
import { all } from '../truth.js';
import { descriptionOf } from './dpi-regulations-2012/index.js';
import { countsAsTheMembers, s30_3 } from './localism-act-2011/s30-3-whose-interest.js';

/** s.30(3) says whose interest counts and the schedule which; both must be met. */
export function prescribed(facts: InterestFacts, on: CivilDate): Prescribed {
  const description = descriptionOf(facts);
  const whose = s30_3.decide(facts, on);
  const is = all(whose, description.decide(facts, on));
  const defined = description.definitions.map(({ source, point }) => reason(source, point, []));
  const counts = countsAsTheMembers(facts, on);
  const finding: Finding<boolean> = when(
    is,
    () => decided(true, reason(description, 'prescribed', is.facts), ...counts.reasons, ...defined),
    () =>
      whose.is === 'no'
        ? decided(false, ...counts.reasons)
        : decided(false, reason(description, is.otherwise, is.facts), ...defined),
  );
  return { category: facts.category, finding };
}
