import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { RuleSource } from '../../rule.js';
import type { Truth } from '../../truth.js';

/** s.28(2): what is registered and disclosed beyond the Act is for the code that the authority adopts. */
export const s28_2: RuleSource = {
  id: 'england/localism-act-2011/s28(2)',
  citation: localismAct('28(2)'),
  source: 'code-of-conduct',
};

/** A breach of the code, if the code asks for what was left undone or forbids what was done. */
export function codeBreach(fellShort: Truth): Finding<boolean> {
  return when(
    fellShort,
    () => decided(true, reason(s28_2, 'code-breach-if-it-asks', fellShort.facts, 'standards-complaint')),
    () => decided(false, reason(s28_2, fellShort.otherwise, fellShort.facts)),
  );
}
