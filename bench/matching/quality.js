/** How often a warning is right: ours by folds of places that it was not fitted to, the peers at their best threshold. */
import { existsSync } from 'node:fs';
import { counted, crossValidated, isWarned, rowsOf } from './fitting.js';
import { GIVEN, givenPairs, ownPairs } from './labelled.js';
import { atBestThreshold, peerScores } from './peers.js';
import { BIAS, WEIGHTS } from '../../dist/src/matching/fitted-weights.js';

const FITTED = { weights: WEIGHTS, bias: BIAS };
const AHEAD_BY = 0.15;

export async function quality(report) {
  const own = ownPairs();
  await compared(report, 'own pairs', own, rowsOf(own));
  if (!existsSync(GIVEN)) {
    report.note('The real pairs are not here, so quality was measured on the own ones alone.');
    return;
  }
  const given = givenPairs();
  const rows = rowsOf(given);
  report.note(
    `On the real pairs, five folds grouped by place (${new Set(rows.map(({ place }) => place)).size} places): each fold is answered with weights that were fitted to the other four and to nothing else. “As shipped” has the weights that are checked in, which were fitted to these pairs too.`,
  );
  const ours = await compared(report, 'real pairs', given, rows);
  report.figure('F1, by folds', ours.f1.toFixed(2), 'at least 0.85');
  report.figure('false alarms among negatives, by folds', ours.falseAlarms.toFixed(2), 'at most 0.12');
  report.figure('F1 ahead of the best peer', (ours.f1 - ours.bestPeer).toFixed(2), `at least ${AHEAD_BY}`);
}

async function compared(report, name, pairs, rows) {
  const folded = counted(crossValidated(rows));
  const shipped = counted(rows.map((row) => ({ ...row, warned: isWarned(row, FITTED) })));
  const lines = [line('Probity, by folds', folded), line('Probity, as shipped', shipped)];
  let bestPeer = 0;
  for (const [peer, scores] of await peerScores(pairs)) {
    const best = scores === undefined ? undefined : atBestThreshold(pairs, scores);
    if (best === undefined)
      report.note(`${peer} is not in this PostgreSQL: set TEST_DATABASE_URL to one that has it.`);
    else lines.push(line(`${peer}, from ${best.from.toFixed(3)}`, best));
    bestPeer = Math.max(bestPeer, best?.f1 ?? 0);
  }
  report.table(
    [
      `${pairs.length} ${name}`,
      'precision',
      'recall',
      'F1',
      'false alarms',
      'right',
      'wrong',
      'missed',
      'quiet',
    ],
    lines,
  );
  return { ...folded, bestPeer };
}

const line = (name, { precision, recall, f1, falseAlarms, right, wrong, missed, quiet }) => [
  name,
  ...[precision, recall, f1, falseAlarms].map((number) => number.toFixed(2)),
  ...[right, wrong, missed, quiet],
];
