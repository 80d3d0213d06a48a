/**
 * Fills in what the cases take for granted: the ordinary case, where a fact is left out. In strict mode nothing is
 * filled in, and a fact that nobody gave is unknown. null is a fact that was given.
 */
export function ordinaryUnless(strict: boolean): <T>(given: T | undefined, ordinary: T) => T | undefined {
  return (given, ordinary) => (given === undefined && !strict ? ordinary : given);
}

/** The facts that were given, without those that were left out. */
export function defined<T extends object>(facts: T): { readonly [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: NonNullable<T[K]>;
  };
}
