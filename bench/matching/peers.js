/** What others would use: each gives a number for a pair, and is judged at the threshold that suits it best. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/src/platform/embedded-postgres/index.js';
import { counted } from './fitting.js';
import { sidesOf } from './labelled.js';

const textOf = ({ title, text }) => (text === undefined || text === '' ? title : `${title}\n${text}`);
const sides = (pair) => {
  const { interest, item } = sidesOf(pair);
  return { interest: interest.text, item: textOf(item) };
};

/** Fuse.js looks for the interest in the item, wherever it stands; its score is 0 for the best. */
const fuseOptions = { includeScore: true, ignoreLocation: true, threshold: 1 };
const MOST_LETTERS_OF_A_PATTERN = 200;

function fuseScore({ interest, item }) {
  const [found] = new Fuse([item], fuseOptions).search(interest.slice(0, MOST_LETTERS_OF_A_PATTERN));
  return found === undefined ? 0 : 1 - found.score;
}

/** MiniSearch ranks the items of all pairs for one interest. */
function miniScores(pairs) {
  const search = new MiniSearch({ fields: ['item'] });
  search.addAll(pairs.map((pair, id) => ({ id, item: sides(pair).item })));
  return pairs.map(
    (pair, id) => search.search(sides(pair).interest).find((found) => found.id === id)?.score ?? 0,
  );
}

const FULL_TEXT = `select ts_rank(to_tsvector('english', $2), websearch_to_tsquery('english', $1)) as score`;
/** Any word of the interest, as a search page would ask when all of them find nothing. */
const FULL_TEXT_ANY = `select ts_rank(to_tsvector('english', $2),
  replace(websearch_to_tsquery('english', $1)::text, '&', '|')::tsquery) as score`;
const TRIGRAMS = `select word_similarity($1, $2) as score`;

async function postgresScores(pairs, client, query) {
  const scores = [];
  for (const pair of pairs) {
    const { interest, item } = sides(pair);
    const { rows } = await client.query(query, [interest, item]);
    scores.push(Number(rows[0].score));
  }
  return scores;
}

/** The scores of every peer for every pair, by the peer's name; a peer that is not here is undefined. */
export async function peerScores(pairs) {
  const scores = new Map();
  await withPostgres(async (client, hasTrigrams) => {
    scores.set('PostgreSQL full-text, all words', await postgresScores(pairs, client, FULL_TEXT));
    scores.set('PostgreSQL full-text, any word', await postgresScores(pairs, client, FULL_TEXT_ANY));
    scores.set(
      'pg_trgm word_similarity',
      hasTrigrams ? await postgresScores(pairs, client, TRIGRAMS) : undefined,
    );
  });
  scores.set(
    'Fuse.js',
    pairs.map((pair) => fuseScore(sides(pair))),
  );
  scores.set('MiniSearch', miniScores(pairs));
  return scores;
}

/** A server of the bench's own, or a database of its own on the server at TEST_DATABASE_URL. */
async function withPostgres(work) {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined) return onServer(given, work);
  const dataDir = mkdtempSync(join(tmpdir(), 'probity-bench-'));
  // The server's account, which is not root's, must be able to pass through.
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, durable: false });
  try {
    await onDatabase(server.ownerUrl, work);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function onServer(url, work) {
  const name = `probity_bench_matching_${process.pid}`;
  const admin = new pg.Client(url);
  await admin.connect();
  await admin.query(`create database ${name}`);
  try {
    const own = new URL(url);
    own.pathname = `/${name}`;
    await onDatabase(own.href, work);
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}

async function onDatabase(url, work) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query(`select 1 from pg_available_extensions where name = 'pg_trgm'`);
    if (rows.length > 0) await client.query('create extension if not exists pg_trgm');
    await work(client, rows.length > 0);
  } finally {
    await client.end();
  }
}

/** The threshold that gives the highest F1 on these very pairs: more than a peer could know beforehand. */
export function atBestThreshold(pairs, scores) {
  let best;
  for (const from of new Set(scores.filter((score) => score > 0))) {
    const result = counted(pairs.map(({ match }, index) => ({ match, warned: scores[index] >= from })));
    if (best === undefined || result.f1 > best.f1) best = { ...result, from };
  }
  return best;
}

/** Pairs a second of each peer on a sample, the texts indexed beforehand, in the direction that is faster for it. */
export function peerRates(interests, items, sample) {
  const texts = items.map(textOf);
  const mini = new MiniSearch({ fields: ['item'] });
  mini.addAll(texts.map((item, id) => ({ id, item })));
  const fuse = new Fuse(texts, { ...fuseOptions, threshold: 0.4 });
  return {
    'Fuse.js': rateOf(interests.slice(0, sample.fuse), items.length, (text) => fuse.search(text)),
    MiniSearch: rateOf(interests.slice(0, sample.mini), items.length, (text) => mini.search(text)),
  };
}

function rateOf(interests, items, search) {
  const start = performance.now();
  for (const { text } of interests) search(text);
  return (interests.length * items) / ((performance.now() - start) / 1000);
}
