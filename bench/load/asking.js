import { Agent, request } from 'node:http';
import autocannon from 'autocannon';

/** Connections that ask again as soon as they are answered. */
const CONNECTIONS = 16;

/**
 * As many pages as the servers can give, by autocannon: every connection asks for the pages of its share of the
 * members, one after the other.
 * @param {string[]} urls the servers, which share the connections out among them
 * @param {{ path: string, headers: object }[]} asked
 */
export const asFastAsItGoes = (urls, asked, seconds) => byAutocannon(urls, asked, { duration: seconds });

/** Every page once, in the same way. */
export const eachOnce = (urls, asked) => byAutocannon(urls, asked, { amount: asked.length + CONNECTIONS });

async function byAutocannon(urls, asked, until) {
  let next = 0;
  const result = await autocannon({
    ...{ url: urls, connections: CONNECTIONS, timeout: 20, ...until },
    setupClient: (client) => {
      const own = asked.filter((_, n) => n % CONNECTIONS === next);
      next = (next + 1) % CONNECTIONS;
      client.setRequests(own.map((one) => ({ method: 'GET', ...one })));
    },
  });
  const wrong = result.errors + result.timeouts + result.non2xx + result.mismatches;
  const answered = result['2xx'];
  return {
    rate: answered / result.duration,
    answered,
    wrong,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}

/**
 * Which server is asked next: the one that has the fewest questions before it, as the proxy of deploy/Caddyfile chooses
 * (`lb_policy least_conn`); by turns where they have as many.
 */
export function fewestFirst(urls) {
  const asked = urls.map((url) => ({ url, waiting: 0 }));
  return async (ask) => {
    const next = asked.reduce((fewest, one) => (one.waiting < fewest.waiting ? one : fewest));
    asked.push(...asked.splice(asked.indexOf(next), 1));
    next.waiting += 1;
    try {
      return await ask(next.url);
    } finally {
      next.waiting -= 1;
    }
  };
}

/**
 * Pages asked for at a pace that does not wait for the answers, as people do: at moments without a pattern (the same
 * ones in every run), by members in turn, of whichever server `through` chooses. A page counts from the moment at which
 * it was to be asked for.
 * @returns the time that each took, in milliseconds, and what went wrong
 */
export async function atAPace(through, asked, { perSecond, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: asked.length });
  const chance = seeded(8);
  const took = [];
  const wrong = [];
  const begun = performance.now();
  const answers = [];
  let due = 0;
  for (let n = 0; due < seconds * 1_000; n += 1) {
    const wait = begun + due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const from = begun + due;
    const { path, headers } = asked[n % asked.length];
    answers.push(
      through((url) => answered(`${url}${path}`, { headers, agent })).then(
        (status) => {
          if (status === 200) took.push(performance.now() - from);
          else wrong.push(`${path}: ${status}`);
        },
        (error) => wrong.push(`${path}: ${error.message}`),
      ),
    );
    due += (-Math.log(1 - chance()) * 1_000) / perSecond;
  }
  await Promise.all(answers);
  agent.destroy();
  return { took: took.sort((a, b) => a - b), wrong };
}

/** The part of the sorted times below which so many of a hundred lie. */
export const percentile = (sorted, of) =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * of) / 100))];

function answered(url, options) {
  return new Promise((resolve, reject) => {
    request(url, { ...options, timeout: 20_000 }, (response) => {
      response
        .resume()
        .once('end', () => resolve(response.statusCode))
        .once('error', reject);
    })
      .once('timeout', function () {
        this.destroy(new Error('no answer within 20 s'));
      })
      .once('error', reject)
      .end();
  });
}

/** Numbers from 0 to below 1 (mulberry32): the same ones each time. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
