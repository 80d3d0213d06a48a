/** The answer where nothing can be told before a fact is given on which everything turns. */
export function nothingButMissing(...facts: readonly string[]): object {
  return { cannotTell: facts, reasons: [] };
}

/** Has an answer neither an answer nor anything that it waits for? */
export function isEmpty(answer: object): boolean {
  return Object.keys(answer).every((key) => key === 'reasons');
}
