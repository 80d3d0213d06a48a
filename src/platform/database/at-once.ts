type Read<Readings> = { [Name in keyof Readings]: Awaited<Readings[Name]> };

/** What PostgreSQL says of a statement in a transaction that has failed already. */
const FAILED_ALREADY = '25P02';
const cameAfter = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === FAILED_ALREADY;

/**
 * Waits for readings of one unit of work that were begun together: they go to the database in one trip instead of one
 * after the other. For what reads alone, and where none needs another's answer. When one fails, the others are waited
 * for too, so that nothing of a unit of work goes on after its end.
 * @throws what failed first, and not what failed because of it
 */
export async function atOnce<Readings extends Readonly<Record<string, Promise<unknown>>>>(
  readings: Readings,
): Promise<Read<Readings>> {
  const names = Object.keys(readings);
  const answers = await eachAtOnce(Object.values(readings));
  return Object.fromEntries(names.map((name, n) => [name, answers[n]])) as Read<Readings>;
}

/** The same of any number of readings that are alike. */
export async function eachAtOnce<Answer>(readings: readonly Promise<Answer>[]): Promise<Answer[]> {
  let failed: { readonly because: unknown } | undefined;
  const heard = readings.map((reading) =>
    reading.catch((because: unknown) => {
      if (failed === undefined || cameAfter(failed.because)) failed = { because };
    }),
  );
  await Promise.all(heard);
  if (failed !== undefined) throw failed.because;
  return Promise.all(readings);
}
