type Read<Readings> = { [Name in keyof Readings]: Awaited<Readings[Name]> };

/**
 * Waits for readings of one unit of work that were begun together: they go to the database in one trip instead of one
 * after the other. For what reads alone, and where none needs another's answer. When one fails, the others are waited
 * for too, so that nothing of a unit of work goes on after its end.
 * @throws what failed first; on one connection what fails after it fails because of it
 */
export async function atOnce<Readings extends Readonly<Record<string, Promise<unknown>>>>(
  readings: Readings,
): Promise<Read<Readings>> {
  let failed: { readonly because: unknown } | undefined;
  const read = Object.entries(readings).map(async ([name, reading]) => {
    try {
      return [name, await reading] as const;
    } catch (because) {
      failed ??= { because };
      return [name, undefined] as const;
    }
  });
  const answers = await Promise.all(read);
  if (failed !== undefined) throw failed.because;
  return Object.fromEntries(answers) as Read<Readings>;
}
