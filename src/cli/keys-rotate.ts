import pg from 'pg';
import { Audit } from '../audit/index.js';
import { joinDatabase } from '../open-database.js';
import { ConfigurationRefused, readConfig, type Config } from '../platform/config/index.js';
import { Database, DatabaseRefused, INSTALLATION } from '../platform/database/index.js';
import { EmbeddedPostgresRefused } from '../platform/embedded-postgres/index.js';
import { generateKeys, keptSecret, KeysRefused, Sealer } from '../platform/sealing/index.js';
import { openAuditRooms } from './audit-rooms.js';
import { CommandFailure } from './command-failure.js';
import { ownerOf, SEALED_COLUMNS, type SealedColumn, type SealedRow } from './sealed-columns.js';
import { write, type Streams } from './streams.js';

/** How many values of each column were sealed again, by 'table.column'. */
type Counts = Record<string, number>;

/**
 * `probity keys rotate`: seals everything again with the first key of PROBITY_KEYS, in small transactions, so that it
 * can be stopped at any time and run again. Prints one JSON object of counts. Nothing is changed when a key is missing.
 */
export async function runKeysRotate(streams: Streams): Promise<number> {
  try {
    const config = readConfig();
    const database = await joinDatabase(config, (sentence) => void streams.stderr.write(`${sentence}\n`));
    try {
      const sealer = new Sealer(config.keys ?? keptSecret(database.dataFolder, 'keys', generateKeys));
      const counts = await asOwner(database.ownerUrl, (owner) => rotate(owner, sealer));
      if (Object.keys(counts).length > 0) await record(config, database.appUrl, sealer.currentKey, counts);
      await write(streams.stdout, `${JSON.stringify({ key: sealer.currentKey, sealedAgain: counts })}\n`);
      return 0;
    } finally {
      await database.stop();
    }
  } catch (error) {
    const refusals = [ConfigurationRefused, DatabaseRefused, EmbeddedPostgresRefused, KeysRefused];
    if (refusals.some((refusal) => error instanceof refusal))
      throw new CommandFailure((error as Error).message);
    throw error;
  }
}

/** The application's own role may not change what was notified; the owner may, one authority at a time. */
async function asOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

async function rotate(owner: pg.Client, sealer: Sealer): Promise<Counts> {
  await requireKeys(owner, sealer);
  const { rows } = await owner.query<{ id: string }>('select id from authority order by id');
  const counts: Counts = {};
  for (const sealed of SEALED_COLUMNS) {
    const places = sealed.inAuthority ? rows.map(({ id }) => id) : [INSTALLATION];
    for (const authorityId of places) {
      for (let done = -1; done !== 0;) {
        done = await sealBatchAgain(owner, sealer, sealed, authorityId);
        const name = `${sealed.table}.${sealed.column}`;
        if (done > 0) counts[name] = (counts[name] ?? 0) + done;
      }
    }
  }
  return counts;
}

/** @throws CommandFailure, before anything is changed, when a value needs a key that is not there. */
async function requireKeys(owner: pg.Client, sealer: Sealer): Promise<void> {
  for (const { table, column } of SEALED_COLUMNS) {
    const { rows } = await owner.query<{ key: string; count: number }>(
      `select split_part(${column}, '.', 2) as key, count(*)::int as count from ${table}
       where ${column} is not null group by 1 order by 1`,
    );
    const missing = rows.find(({ key }) => !sealer.hasKey(key));
    if (missing !== undefined)
      throw new CommandFailure(
        `${missing.count} values in ${table} are sealed with the key "${missing.key}", which is not among PROBITY_KEYS. Add it after the new one and run this again; nothing was changed.`,
      );
  }
}

/** One transaction. A value that somebody else has changed meanwhile is left to the next batch. Gives how many were found. */
async function sealBatchAgain(
  owner: pg.Client,
  sealer: Sealer,
  sealed: SealedColumn,
  authorityId: string,
): Promise<number> {
  const { table, column, key, inAuthority, batch } = sealed;
  const here = inAuthority ? 'authority_id = $1' : '$1::uuid is not null';
  await owner.query('begin');
  try {
    await owner.query(`select set_config('probity.authority_ids', $1, true)`, [`{${authorityId}}`]);
    const { rows } = await owner.query<SealedRow>(
      `select ${key.map((name) => `${name}::text`).join(', ')}, ${column} as sealed from ${table}
       where ${here} and ${column} is not null and split_part(${column}, '.', 2) <> $2 limit $3`,
      [authorityId, sealer.currentKey, batch],
    );
    for (const row of rows) {
      const bound = ownerOf(sealed, authorityId, row);
      const again = sealer.seal(sealer.open(row.sealed ?? '', bound), bound);
      const named = key.map((name, index) => `${name}::text = $${index + 4}`).join(' and ');
      await owner.query(`update ${table} set ${column} = $2 where ${here} and ${column} = $3 and ${named}`, [
        ...[authorityId, again, row.sealed],
        ...key.map((name) => row[name]),
      ]);
    }
    await owner.query('commit');
    return rows.length;
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

async function record(config: Config, appUrl: string, to: string, sealedAgain: Counts): Promise<void> {
  const rooms = await openAuditRooms(config, appUrl);
  try {
    const actor = { kind: 'system', name: 'keys' } as const;
    await rooms.get(Database).unitOfWork({ authorityId: INSTALLATION, actor }, (uow) => {
      const subject = { type: 'installation', id: INSTALLATION };
      rooms.get(Audit).record(uow, { action: 'keys.rotated', subject, payload: { to, sealedAgain } });
      return Promise.resolve();
    });
  } finally {
    await rooms.close();
  }
}
