import { existsSync, readFileSync } from 'node:fs';
import {
  match,
  MATCHER_VERSION,
  matchPrepared,
  prepareInterest,
  prepareItem,
} from '../../dist/src/matching/index.js';
import { medianOf } from '../report.js';
import { interests, items } from './town.js';

export const title = 'Matching interests with agenda items';

const ITEMS = 500;
const SIZES = [1_000, 10_000, 100_000];
const RUNS = 3;
const PAIRS = '../shared/data/matching/pairs-dev.jsonl';

export function run(report) {
  report.note(
    `Matcher version ${MATCHER_VERSION}. Fictional interests against ${ITEMS} items with reports of 250 words; medians of ${RUNS} runs.`,
  );
  speed(report);
  quality(report);
}

function speed(report) {
  const agenda = items(ITEMS);
  const preparingItems = medianOf(RUNS, () => agenda.map(prepareItem));
  const prepared = agenda.map(prepareItem);
  const rates = SIZES.map((size) => {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const given = interests(size);
    const preparing = medianOf(RUNS, () => given.map((interest) => prepareInterest(interest)));
    const ready = given.map((interest) => prepareInterest(interest));
    globalThis.gc?.();
    const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    let found = 0;
    const comparing = medianOf(RUNS, () => {
      found = countMatches(ready, prepared);
    });
    return { size, preparing, comparing, found, megabytes, rate: (size * ITEMS) / (comparing / 1000) };
  });
  report.note(`Preparing ${ITEMS} items took ${preparingItems.toFixed(0)} ms.`);
  report.table(
    ['interests', 'prepare, ms', 'compare all, ms', 'pairs per second', 'pairs found', 'memory, MB'],
    rates.map(({ size, preparing, comparing, rate, found, megabytes }) => [
      size,
      preparing.toFixed(0),
      comparing.toFixed(0),
      Math.round(rate),
      found,
      megabytes.toFixed(0),
    ]),
  );
  const largest = rates.at(-1);
  const growth = rates[0].rate / largest.rate;
  report.figure('pairs per second', Math.round(largest.rate), 'at least 1000000');
  report.figure(
    `growth of time per pair from ${SIZES[0]} to ${SIZES.at(-1)} interests`,
    growth.toFixed(2),
    'at most 2',
  );
}

/** All against all, a thousand interests at a time, so that both sides stay in the processor's cache. */
function countMatches(ready, prepared) {
  let found = 0;
  for (let from = 0; from < ready.length; from += 1_000) {
    const some = ready.slice(from, from + 1_000);
    for (const item of prepared) {
      for (const interest of some) if (matchPrepared(interest, item).level !== 'none') found += 1;
    }
  }
  return found;
}

/** How often a warning is right, on pairs that need no outside knowledge and about which reasonable people agree. */
function quality(report) {
  if (!existsSync(PAIRS)) {
    report.note('Quality was not measured: ../shared is not here.');
    return;
  }
  const pairs = readFileSync(PAIRS, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((pair) => !pair.needs_outside_knowledge && pair.confidence !== 'low');
  const counted = { right: 0, false: 0, missed: 0, quiet: 0 };
  for (const pair of pairs) {
    const interest = { text: pair.interest_text, category: pair.category };
    const warned =
      match(interest, { title: pair.agenda_item_title, text: pair.agenda_item_text }).level !== 'none';
    counted[warned ? (pair.match ? 'right' : 'false') : pair.match ? 'missed' : 'quiet'] += 1;
  }
  const precision = counted.right / (counted.right + counted.false);
  const recall = counted.right / (counted.right + counted.missed);
  const falseAlarms = counted.false / (counted.false + counted.quiet);
  report.table(
    ['labelled pairs', 'warned rightly', 'warned falsely', 'missed', 'rightly quiet'],
    [[pairs.length, counted.right, counted.false, counted.missed, counted.quiet]],
  );
  report.figure('precision', precision.toFixed(2), 'not set');
  report.figure('recall', recall.toFixed(2), 'not set');
  report.figure('F1', ((2 * precision * recall) / (precision + recall)).toFixed(2), 'at least 0.85');
  report.figure('false alarms among negatives', falseAlarms.toFixed(2), 'at most 0.12');
}
