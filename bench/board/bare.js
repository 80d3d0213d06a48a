import pg from 'pg';

/**
 * Notes every statement that the application sends while `work` runs: its words and its values, in their order. Whatever
 * else the process asks of the database at that time is noted too, so nothing else may.
 */
export async function statementsOf(work) {
  const noted = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (asked, values, ...rest) {
    noted.push(
      typeof asked === 'string' ? [asked, Array.isArray(values) ? values : []] : [asked.text, asked.values],
    );
    return query.call(this, asked, values, ...rest);
  };
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return noted;
}

/** Sends them again, one after the other, and does nothing with the rows but fetch them. */
export async function sendAgain(client, statements) {
  let rows = 0;
  for (const [text, values] of statements) rows += (await client.query(text, values)).rowCount ?? 0;
  return rows;
}
