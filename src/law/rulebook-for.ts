import type { NotEncoded } from './conclusion.js';
import { ALL_RULES } from './all-rules.js';
import { englishRulebook } from './england/rulebook.js';
import type { Adopted, Rulebook } from './rulebook.js';
import type { CivilDate } from './time/civil-date.js';
import { checkVersions } from './versions.js';

export { RulebookError } from './versions.js';

/**
 * The law of an authority on a day: statute, and what it had adopted by then. Answers "not encoded" for a day before
 * the statute here begins. Throws a RulebookError when two adopted codes cover the day.
 */
export function rulebookFor(adopted: Adopted, on: CivilDate): Rulebook | NotEncoded {
  return englishRulebook(adopted, on);
}

/** The start-up check: throws a RulebookError that lists every rule with two versions on one day. */
export function checkRulebook(rules: Parameters<typeof checkVersions>[0] = ALL_RULES): void {
  checkVersions(rules);
}
