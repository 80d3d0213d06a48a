/**
 * `npm run check`: every check, without a test; that the sources build is one of them. Lint alone takes as long as all
 * others together, so it runs beside them.
 * What each said is printed when all have ended. Fails when one does.
 */
import { runScript } from './npm-script.js';

const LANES = [['lint'], ['build', 'format:check', 'arrows', 'unused', 'audited']];

const lanes = await Promise.all(
  LANES.map(async (scripts) => {
    const ended = [];
    for (const script of scripts) ended.push(await runScript(script, { quietly: true }));
    return ended;
  }),
);
const results = lanes.flat();
for (const { said } of results) console.log(said);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
