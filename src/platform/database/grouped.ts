/** Rows that were read together, by what they belong to and in the order in which they were read; none where none do. */
export function grouped<Row>(
  rows: readonly Row[],
  belongsTo: (row: Row) => string,
): (key: string) => readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = belongsTo(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return (key) => groups.get(key) ?? [];
}
