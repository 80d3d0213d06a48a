/** How often a warning is right, on labelled pairs: the project's own, and real ones where they are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { match, type MatchAnswer } from './index.js';

interface Pair {
  interest_text: string;
  category: string;
  agenda_item_title: string;
  agenda_item_text: string;
  names?: string[];
  addresses?: string[];
  authority?: string;
  places?: string[];
  match: boolean;
  confidence?: string;
  needs_outside_knowledge?: boolean;
}

interface Answered {
  pair: Pair;
  answer: MatchAnswer;
}

const OWN = 'test/fixtures/matching/pairs.jsonl';
const GIVEN = '../shared/data/matching/pairs-dev.jsonl';
const hasGiven = existsSync(GIVEN);

function answered(path: string): Answered[] {
  const pairs = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pair);
  return pairs.map((pair) => ({ pair, answer: answerTo(pair) }));
}

function answerTo(pair: Pair): MatchAnswer {
  const { names, addresses, authority, places } = pair;
  return match(
    {
      text: pair.interest_text,
      category: pair.category,
      ...(names === undefined ? {} : { names }),
      ...(addresses === undefined ? {} : { addresses }),
    },
    { title: pair.agenda_item_title, text: pair.agenda_item_text },
    { ...(authority === undefined ? {} : { authority }), ...(places === undefined ? {} : { places }) },
  );
}

/** Pairs about which reasonable people agree and which can be found by their words. */
function measured(all: readonly Answered[]): { f1: number; falseAlarms: number } {
  const scored = all.filter(({ pair }) => pair.needs_outside_knowledge !== true && pair.confidence !== 'low');
  const count = (warned: boolean, isMatch: boolean) =>
    scored.filter(({ pair, answer }) => (answer.level !== 'none') === warned && pair.match === isMatch)
      .length;
  const right = count(true, true);
  const wrong = count(true, false);
  return {
    f1: (2 * right) / (2 * right + wrong + count(false, true)),
    falseAlarms: wrong / (wrong + count(false, false)),
  };
}

function expectQuotes({ pair, answer }: Answered): void {
  const own = [pair.interest_text, ...(pair.names ?? []), ...(pair.addresses ?? [])].join('\n');
  for (const evidence of answer.evidence) {
    expect(own).toContain(evidence.interest);
    expect(`${pair.agenda_item_title}\n${pair.agenda_item_text}`).toContain(evidence.item);
    expect(evidence.interest.trim()).not.toBe('');
    expect(evidence.item.trim()).not.toBe('');
  }
  expect(answer.evidence.length > 0).toBe(answer.level !== 'none');
  if (answer.level === 'none') expect(answer.why).toMatch(/^Nothing was found.*must still consider/);
  else expect(answer.why).toContain(answer.evidence[0]?.item);
}

describe('on pairs written for this project', () => {
  const all = answered(OWN);

  test('there are enough of both kinds, of several places', () => {
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(all.filter(({ pair }) => pair.match).length).toBeGreaterThan(70);
    expect(all.filter(({ pair }) => !pair.match).length).toBeGreaterThan(70);
  });

  test('warnings are right and alarms are seldom false', () => {
    const { f1, falseAlarms } = measured(all);
    expect(f1).toBeGreaterThanOrEqual(0.9);
    expect(falseAlarms).toBeLessThanOrEqual(0.12);
  });

  test('the words of each answer stand on both sides', () => {
    for (const each of all) expectQuotes(each);
  });
});

describe(`on real pairs${hasGiven ? '' : ' (skipped: ../shared is not here)'}`, () => {
  const given = hasGiven ? answered(GIVEN) : [];
  const testHere = hasGiven ? test : test.skip;

  testHere('warnings are right and alarms are seldom false', () => {
    const { f1, falseAlarms } = measured(given);
    expect(f1).toBeGreaterThanOrEqual(0.85);
    expect(falseAlarms).toBeLessThanOrEqual(0.12);
  });

  testHere('the words of each answer stand on both sides', () => {
    for (const each of given) expectQuotes(each);
  });
});
