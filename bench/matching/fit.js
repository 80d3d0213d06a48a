/**
 * Fits the weights of evidence and writes src/matching/fitted-weights.ts: `npm run build && node bench/matching/fit.js`.
 *
 * It is fitted to the project's own labelled pairs and, where that set is here, to the real ones. The same pairs give the
 * same weights. Afterwards build again, run the specs of src/matching, and change MATCHER_VERSION.
 */
import { writeFileSync } from 'node:fs';
import { FEATURES } from '../../dist/src/matching/score.js';
import { fit, rowsOf } from './fitting.js';
import { givenPairs, ownPairs } from './labelled.js';

const own = rowsOf(ownPairs());
const given = rowsOf(givenPairs());
const { weights, bias } = fit([...own, ...given]);
const rounded = (number) => Math.round(number * 100) / 100 + 0;

writeFileSync(
  'src/matching/fitted-weights.ts',
  `/**
 * How far each kind of evidence is to be believed. Fitted by bench/matching/fit.js to ${own.length} labelled pairs of the project
 * (test/fixtures/matching) and ${given.length} real ones; not edited by hand. Evidence of some kind is taken for granted: the
 * bias is what it is worth before its kind is known.
 */
export const BIAS = ${rounded(bias)};

export const WEIGHTS = {
${FEATURES.map((name) => `  ${/\W/.test(name) ? `'${name}'` : name}: ${rounded(weights[name])},`).join('\n')}
} as const;
`,
);
console.log(`Fitted to ${own.length} own and ${given.length} given pairs.`);
