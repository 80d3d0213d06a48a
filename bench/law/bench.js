import { deepStrictEqual } from 'node:assert';
import { civilDate, rulebookFor } from '../../dist/src/law/index.js';
import { decideBare } from './bare.js';
import { decideWithEngine, ruleEngine } from './json-rules.js';
import { meetings } from './meetings.js';

export const title = 'Deciding what a member must do at a meeting';

const MEETINGS = 2_000;
const ROUNDS = 5;
const ROUND_MS = 2_000;
const GOAL = 10;

export async function run(report) {
  const from = civilDate('2012-07-01');
  const adopted = {
    jurisdiction: 'england',
    codes: [{ code: 'lga-model-2020', from }],
    standingOrdersExclude: [],
  };
  const book = rulebookFor(adopted, civilDate('2023-11-02'));
  const engine = ruleEngine();
  const cases = meetings(MEETINGS);
  await sameAnswers(cases, book, engine);

  const ways = [
    {
      name: 'Probity: by law, by the code, combined; reasons and citations',
      of: rounds(cases, (one) => book.meeting(one)),
    },
    {
      name: 'json-rules-engine: outcomes alone',
      of: roundsAsync(cases, (one) => decideWithEngine(engine, one)),
    },
    { name: 'a bare function of branches: outcomes alone', of: rounds(cases, decideBare) },
  ];
  const rates = ways.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { of }] of ways.entries()) rates[index].push(await of());
  }
  const [ours, theirs, bare] = rates.map(median);
  report.note(
    `The statute and the model code of 2020 on ${MEETINGS} made-up meetings with every fact known. All three come to the same answer on each, which is checked first. Medians of ${ROUNDS} rounds of ${ROUND_MS / 1000} s, the three in turn.`,
  );
  report.table(
    ['', 'decisions a second'],
    ways.map(({ name }, index) => [name, Math.round(median(rates[index]))]),
  );
  report.figure('decisions per second', Math.round(ours), `${GOAL} times json-rules-engine`);
  report.figure('ratio to json-rules-engine', (ours / theirs).toFixed(1), `${GOAL} or more`);
  report.figure('ratio to the bare function', (ours / bare).toFixed(3), 'none; what reasons cost');
}

/** A comparison of speed means something only between programs that answer the same. */
async function sameAnswers(cases, book, engine) {
  for (const one of cases) {
    const { effective } = book.meeting(one);
    const ours = Object.fromEntries(Object.entries(effective).map(([point, { value }]) => [point, value]));
    deepStrictEqual(decideBare(one), ours, JSON.stringify(one));
    deepStrictEqual(await decideWithEngine(engine, one), ours, JSON.stringify(one));
  }
}

function rounds(cases, decide) {
  return () => {
    const start = performance.now();
    let decided = 0;
    while (performance.now() - start < ROUND_MS) {
      for (const one of cases) decide(one);
      decided += cases.length;
    }
    return (decided * 1000) / (performance.now() - start);
  };
}

function roundsAsync(cases, decide) {
  return async () => {
    const start = performance.now();
    let decided = 0;
    while (performance.now() - start < ROUND_MS) {
      for (const one of cases) await decide(one);
      decided += cases.length;
    }
    return (decided * 1000) / (performance.now() - start);
  };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
