import { MATCHER_VERSION, MatchIndex, prepareInterest, prepareItem } from '../../dist/src/matching/index.js';
import { medianOf } from '../report.js';
import { peerRates } from './peers.js';
import { quality } from './quality.js';
import { interests, items } from './town.js';

export const title = 'Matching interests with agenda items';

const ITEMS = 500;
const SIZES = [1_000, 10_000, 100_000, 1_000_000];
/** Indexed, compared and let go at a time: so many stay in the processor's cache, and memory does not grow. */
const HELD = 10_000;
/** The size at which we are compared with others. */
const COMPARED = 100_000;
const RUNS = 3;
/** Interests that a peer is given; the rest is extrapolated. */
const SAMPLE = { fuse: 60, mini: 2_000 };

export async function run(report) {
  report.note(
    `Matcher version ${MATCHER_VERSION}. Fictional interests against ${ITEMS} items with reports of 250 words; medians of ${RUNS} runs. Interests are taken ${HELD} at a time, since no two are needed together; memory is that of one such part.`,
  );
  speed(report);
  await quality(report);
}

function speed(report) {
  const agenda = items(ITEMS);
  const preparingItems = medianOf(RUNS, () => agenda.map(prepareItem));
  const prepared = agenda.map(prepareItem);
  const rows = SIZES.map((size) => measured(size, prepared));
  report.note(`Preparing ${ITEMS} items took ${preparingItems.toFixed(0)} ms.`);
  report.table(
    [
      'interests',
      'prepare and index, ms',
      'compare all, ms',
      'pairs per second',
      'pairs found',
      'memory, MB',
    ],
    rows.map(({ size, preparing, comparing, rate, found, megabytes }) => [
      size,
      preparing.toFixed(0),
      comparing.toFixed(0),
      Math.round(rate),
      found,
      megabytes.toFixed(0),
    ]),
  );
  const ours = rows.find(({ size }) => size === COMPARED);
  compareWithPeers(report, agenda, ours);
  const [smallest, largest] = [rows[0], rows.at(-1)];
  report.figure('pairs per second', Math.round(ours.rate), 'at least 1000000');
  report.figure(
    `time per pair at ${largest.size} interests to that at ${smallest.size}, comparing`,
    (smallest.rate / largest.rate).toFixed(2),
    'at most 1, or noise',
  );
  const perInterest = ({ preparing, size }) => preparing / size;
  report.figure(
    `time per interest at ${largest.size} to that at ${smallest.size}, preparing`,
    (perInterest(largest) / perInterest(smallest)).toFixed(2),
    'at most 1.5',
  );
}

function measured(size, prepared) {
  const total = { preparing: 0, comparing: 0, found: 0, megabytes: 0 };
  for (let from = 0; from < size; from += HELD) {
    const part = measuredAtOnce(Math.min(HELD, size - from), from + 1, prepared);
    total.preparing += part.preparing;
    total.comparing += part.comparing;
    total.found += part.found;
    total.megabytes = Math.max(total.megabytes, part.megabytes);
  }
  return { size, ...total, rate: (size * ITEMS) / (total.comparing / 1000) };
}

function measuredAtOnce(size, seed, prepared) {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const given = interests(size, seed);
  const start = performance.now();
  const index = new MatchIndex(given.map((interest) => prepareInterest(interest)));
  const preparing = performance.now() - start;
  globalThis.gc?.();
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  let found = 0;
  const comparing = medianOf(RUNS, () => {
    found = 0;
    for (const item of prepared) found += index.touchedBy(item).length;
  });
  return { preparing, comparing, found, megabytes };
}

/** Each pair is an interest and an item; a peer that took all of them would take as long as its line says. */
function compareWithPeers(report, agenda, ours) {
  const rates = peerRates(interests(SAMPLE.mini), agenda, SAMPLE);
  const pairs = ours.size * ITEMS;
  const seconds = (rate) => (pairs / rate).toFixed(1);
  const withPreparing = pairs / ((ours.preparing + ours.comparing) / 1000);
  report.note(
    `${ours.size} interests against ${ITEMS} items. Fuse.js was given ${SAMPLE.fuse} interests and MiniSearch ${SAMPLE.mini}, their items indexed beforehand, and all pairs are extrapolated.`,
  );
  report.table(
    ['', 'pairs per second', 'all pairs, seconds'],
    [
      ['Probity, interests indexed', Math.round(ours.rate), seconds(ours.rate)],
      [
        'Probity, with preparing and indexing the interests',
        Math.round(withPreparing),
        seconds(withPreparing),
      ],
      ...Object.entries(rates).map(([name, rate]) => [name, Math.round(rate), seconds(rate)]),
    ],
  );
  report.figure('speed to that of Fuse.js', (ours.rate / rates['Fuse.js']).toFixed(0), 'at least 20');
  report.figure('speed to that of MiniSearch', (ours.rate / rates.MiniSearch).toFixed(0), 'at least 3');
  report.figure(
    'speed to that of MiniSearch, with preparing',
    (withPreparing / rates.MiniSearch).toFixed(1),
    'at least 3',
  );
}
