/** Throws a RangeError that names the field for an amount that nothing can be worth. */
export function rejectAbsurdPence(field: string, pence: number | undefined): void {
  if (pence !== undefined && !(Number.isSafeInteger(pence) && pence >= 0)) {
    throw new RangeError(`${field} must be a whole number of pence, nothing or more, and is ${pence}.`);
  }
}
