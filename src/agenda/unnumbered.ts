/** An agenda that prints no numbers: the lines below the word "Agenda", where the usual business is among them. */
import type { Block } from './block.js';
import type { FoundItem, FoundItems } from './items.js';
import { USUAL_BUSINESS } from './runs.js';
import { headingSays } from './section-headings.js';
import { titleOf } from './title.js';

const HEADS_THE_LIST =
  /^(?:the )?(?:agenda|order of business|business(?: to be transacted)?|items of business)\b.{0,20}$/i;
const BULLET = /^[-*•▪–●○◦‣\uF0B7] ?(?=\S)/;
const LONGEST_TITLE = 160;
/** Fewer lines, or fewer of the usual ones, are no agenda. */
const FEWEST = 3;
const FEWEST_USUAL = 2;
const MOST = 60;
const TOGETHER = 4;
const ENDS_THE_LIST =
  /^(?:signed|clerk|dated?\b(?! (?:of|for) (?:the )?next)|[A-Z][\w. ]{1,40},? (?:parish |town )?clerk\b|members of the public|contact|notes?\b|distribution|issued|published|everyone)/i;

export function findUnnumbered(blocks: readonly Block[]): FoundItems | undefined {
  const head = blocks.findIndex(({ text }) => HEADS_THE_LIST.test(text));
  const start = head === -1 ? firstOfBullets(blocks) : head + 1;
  if (start === -1) return undefined;
  const { items, end } = itemsBelow(blocks, start);
  const usual = items.filter(({ title }) => USUAL_BUSINESS.test(title)).length;
  if (items.length < FEWEST || usual < FEWEST_USUAL) return undefined;
  const warning =
    'The agenda prints no numbers, so each line below the heading was taken as an item. Check them, and leave out what is none.';
  return { items, start, end, warnings: [warning] };
}

/** Without the word "Agenda" on a line of its own, the first bullets that stand together are the list. */
function firstOfBullets(blocks: readonly Block[]): number {
  return blocks.findIndex(
    (_, at) =>
      blocks.length >= at + TOGETHER &&
      blocks.slice(at, at + TOGETHER).every(({ text }) => BULLET.test(text)),
  );
}

/** Where the lines are a list with bullets or headings, only those begin an item. */
function itemsBelow(blocks: readonly Block[], from: number): { items: FoundItem[]; end: number } {
  const items: FoundItem[] = [];
  const below = blocks.slice(from, from + 400);
  const isMarked = below.filter(isMark).length >= FEWEST;
  for (const [index, block] of below.entries()) {
    const words = block.text.replace(BULLET, '').trim();
    if (items.length > 0 && ENDS_THE_LIST.test(words)) return { items, end: from + index };
    const begins = isMarked ? isMark(block) : words.length <= LONGEST_TITLE;
    if (begins && items.length < MOST && headingSays({ text: words }) === undefined && words.length >= 3) {
      const { title, remainder } = titleOf(words, block.lead?.replace(BULLET, ''));
      items.push({
        number: null,
        title,
        text: remainder === '' ? [] : [{ text: remainder }],
        restricted: false,
      });
    } else items.at(-1)?.text.push(block);
  }
  return { items, end: from + below.length };
}

function isMark(block: Block): boolean {
  return BULLET.test(block.text) || block.heading === true;
}
