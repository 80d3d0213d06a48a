import { ALL_RULES } from '../../law/index.js';
import type { CivilDate, SomeRule } from '../../law/index.js';

/** All versions of one rule, the oldest first. There is at least one. */
export type Versions = readonly [SomeRule, ...SomeRule[]];

/** The versions of each rule, in the order of the list given. */
export function versionsByRule(rules: readonly SomeRule[] = ALL_RULES): ReadonlyMap<string, Versions> {
  const byId = new Map<string, Versions>();
  for (const rule of rules) {
    const others = byId.get(rule.id) ?? [];
    const [first, ...rest] = [...others, rule].sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
    byId.set(rule.id, [first ?? rule, ...rest]);
  }
  return byId;
}

/** The version that is in force on the day; or else the one that was in force last; or else the first to come. */
export function currentOf(versions: Versions, today: CivilDate): SomeRule {
  const begun = versions.filter(({ inForceFrom }) => inForceFrom <= today);
  return begun.at(-1) ?? versions[0];
}

/** The permanent address of a rule: its id. */
export function addressOf(id: string): string {
  return `/rulebook/${id}`;
}

/** 'england' of 'england/localism-act-2011/s31(4)'. */
export function nationOf(id: string): string {
  return id.split('/', 1)[0] ?? id;
}
