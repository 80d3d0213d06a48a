import { rulebookFor, type Adopted, type CivilDate, type Rulebook } from '../law/index.js';

/** The law of any day, from one reading of what the authority adopted; undefined where none is encoded. */
export type LawOn = (day: CivilDate) => Rulebook | undefined;

/** Most take office, or meet, on one of a few days: the law of each is made once. */
export function lawsOf(adopted: Adopted): LawOn {
  const made = new Map<CivilDate, Rulebook | undefined>();
  return (day) => {
    if (!made.has(day)) {
      const rulebook = rulebookFor(adopted, day);
      made.set(day, rulebook.kind === 'rulebook' ? rulebook : undefined);
    }
    return made.get(day);
  };
}
