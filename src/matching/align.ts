/** Holds a name against the words of an item around one place where two of its words, or its one word, stand. */
import { LEGAL_FORMS } from './common-words.js';
import type { PreparedItem } from './prepared-item.js';
import { type Name, printed } from './names.js';
import { WEIGHT } from './weights-of-words.js';

/** How a name and an item agree. */
export interface Alignment {
  kind: 'name' | 'part-of-name' | 'common-name';
  /** 0 to 1: how much of the name stands in the item. */
  share: number;
  interest: string;
  item: string;
  inTitle: boolean;
}

const GAP = 3;
/** Words that are no proper names make a name when they weigh this much together: "Environment Agency". */
const COMMON_NAME_FROM = 1.6;
/** The rest of a name is enough where so much of its ordinary words agrees. */
const ENOUGH_OF_REST = 0.35;

interface Pairs {
  /** Places in the name and in the item that agree, in order. */
  name: number[];
  item: number[];
}

/** `place` is where the name's word `anchor` stands in `item.content`. */
export function align(name: Name, anchor: number, item: PreparedItem, place: number): Alignment | undefined {
  const before = extend(name, anchor, item, place, -1);
  const after = extend(name, anchor, item, place, 1);
  const pairs: Pairs = {
    name: [...before.name.reverse(), anchor, ...after.name],
    item: [...before.item.reverse(), place, ...after.item],
  };
  const judged = judge(name, pairs, item);
  return judged === undefined
    ? undefined
    : { ...judged, ...quoted(name, pairs, item, judged.kind === 'part-of-name') };
}

/** Goes from word to word of the name in one direction; a few words that are no names may stand between in the item. */
function extend(name: Name, anchor: number, item: PreparedItem, place: number, step: 1 | -1): Pairs {
  const pairs: Pairs = { name: [], item: [] };
  const segment = item.content[place]?.segment;
  let at = place;
  for (let index = anchor + step; index >= 0 && index < name.words.length; index += step) {
    for (let gap = 1; gap <= GAP; gap += 1) {
      const word = item.content[at + gap * step];
      if (word?.segment !== segment) break;
      if (word?.stem === name.words[index]?.stem) {
        pairs.name.push(index);
        pairs.item.push(at + gap * step);
        at += gap * step;
        break;
      }
      if (word?.weight === WEIGHT.name) break;
    }
  }
  return pairs;
}

type Judged = Pick<Alignment, 'kind' | 'share'>;

function judge(name: Name, pairs: Pairs, item: PreparedItem): Judged | undefined {
  const isWhole = pairs.name.length === name.words.length;
  const isClose = (pairs.item.at(-1) ?? 0) - (pairs.item[0] ?? 0) === pairs.item.length - 1;
  const matched = new Set(pairs.name);
  const isCouncil = name.words.some((word) => word.stem === 'council');
  if (isCouncil) return isWhole && isClose ? { kind: 'part-of-name', share: 1 } : undefined;
  if (name.proper.length === 0) return judgeCommon(name, pairs, item, isWhole && isClose);
  const properFound = name.proper.filter((place) => matched.has(place)).length;
  if (properFound === 0 || pairs.name.length < 2) return undefined;
  if (properFound < name.proper.length) {
    return properFound >= 2
      ? { kind: 'part-of-name', share: properFound / name.proper.length / 2 }
      : undefined;
  }
  if (isWhole && isClose) return { kind: 'name', share: 1 };
  const rest = name.words.filter((_, place) => !name.proper.includes(place));
  const weightOfRest = rest.reduce((sum, word) => sum + word.weight, 0);
  const found = rest
    .filter((word) => matched.has(name.words.indexOf(word)))
    .reduce((sum, word) => sum + word.weight, 0);
  const share = weightOfRest === 0 ? 1 : found / weightOfRest;
  // Two proper names in order are a name of their own; one needs a word beside it that says what it is.
  const isEnough = properFound >= 2 || (found >= WEIGHT.kind && share >= ENOUGH_OF_REST);
  return isEnough ? { kind: 'part-of-name', share } : undefined;
}

/** "Environment Agency" has no proper name in it; all its words must stand together, and not within a longer name. */
function judgeCommon(name: Name, pairs: Pairs, item: PreparedItem, isWhole: boolean): Judged | undefined {
  const found = pairs.name.map((place) => name.words[place]);
  const weight = found.reduce((sum, word) => sum + (word?.weight ?? 0), 0);
  const notLocal = found.some(
    (word) => word !== undefined && word.weight >= WEIGHT.kind && word.weight !== WEIGHT.local,
  );
  if (found.length < 2 || weight < COMMON_NAME_FROM || !notLocal) return undefined;
  const isLeading = pairs.name[0] === 0 && found.length >= 3 && found.length >= name.words.length - 1;
  if (!isWhole && !isLeading) return undefined;
  const first = item.content[pairs.item[0] ?? 0];
  const before = item.content[(pairs.item[0] ?? 0) - 1];
  const isWithinLonger =
    before !== undefined &&
    before.segment === first?.segment &&
    before.index === first.index - 1 &&
    before.weight === WEIGHT.name;
  return { kind: 'common-name', share: isWithinLonger ? 0.3 : isWhole ? 1 : 0.7 };
}

function quoted(
  name: Name,
  { name: inName, item: inItem }: Pairs,
  item: PreparedItem,
  isPart: boolean,
): Pick<Alignment, 'interest' | 'item' | 'inTitle'> {
  const first = item.content[inItem[0] ?? 0];
  const last = item.content[inItem.at(-1) ?? 0];
  const start = name.words[inName[0] ?? 0]?.start ?? 0;
  const end = name.words[inName.at(-1) ?? 0]?.end ?? 0;
  const isWhole = inName.length === name.words.length;
  return {
    interest: isWhole && !isPart ? printed(name) : name.source.slice(start, end),
    item: item.text.slice(first?.start, isWhole ? endWithLegalForm(item, last?.index ?? 0) : last?.end),
    inTitle: (last?.end ?? 0) <= item.titleEnd,
  };
}

/** Where the name that ends with this word ends as printed: 'Ltd' after it belongs to it, though it is not compared. */
export function endWithLegalForm({ words }: PreparedItem, last: number): number {
  let end = last;
  for (let next = words[end + 1]; next !== undefined; next = words[end + 1]) {
    const isForm = LEGAL_FORMS.has(next.norm) && (next.isCapital || next.norm === 'plc');
    if (next.afterBreak || !isForm) break;
    end += 1;
  }
  return words[end]?.end ?? 0;
}
