import { statementsOf } from '../board/bare.js';
import { readConfig } from '../../dist/src/platform/config/index.js';
import { start } from '../../dist/src/start.js';

const SAMPLE = 25;
const OPENS = /^start transaction/i;
const CLOSES = /^(commit|rollback)/i;
const OF_SESSIONS = /\bsession\b/;

/**
 * What Probity asks of the database for one briefing that was opened before, of each of some members: taken from pg itself
 * while a page is asked for, in a Probity within this process that does nothing else. The process is its own, so that who
 * asks for pages later does not carry all this with them and pause to tidy it up. It tells for each page the statements
 * outside a transaction, those of each transaction, and how long the page is.
 */
process.once('message', async ({ env, members }) => {
  process.send(await recordPages(readConfig(env), members));
});

async function recordPages(config, members) {
  const probity = await start(config, () => undefined);
  const every = Math.max(1, Math.floor(members.length / SAMPLE));
  const pages = [];
  let touches = 0;
  try {
    for (const member of members.filter((_, n) => n % every === 0)) {
      const ask = async () => {
        const answer = await fetch(`${probity.url}/my/meetings/${member.meetingId}`, {
          headers: { cookie: member.cookie },
        });
        const html = await answer.text();
        if (answer.status !== 200) throw new Error(`A briefing was answered ${answer.status}.`);
        return html;
      };
      await ask();
      let html = '';
      const statements = await statementsOf(async () => {
        html = await ask();
        // What is sent after the answer belongs to it too.
        await new Promise((resolve) => setTimeout(resolve, 20));
      });
      touches += statements.filter(([text]) => OF_SESSIONS.test(text)).length;
      pages.push({ ...partsOf(statements), bytes: html.length, all: statements.length });
    }
  } finally {
    await probity.close();
  }
  return { pages, sessionStatements: touches / pages.length };
}

function partsOf(statements) {
  const [before, within] = [[], []];
  let unit;
  for (const [text, values] of statements) {
    if (OPENS.test(text)) unit = [];
    else if (CLOSES.test(text)) {
      within.push(unit);
      unit = undefined;
    } else if (!OF_SESSIONS.test(text)) (unit ?? before).push([text, values ?? []]);
  }
  return { before, within };
}
