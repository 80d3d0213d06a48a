import { describe, expect, it } from '@jest/globals';
import { entryLine, nothingLine, withheldLine } from '../../test/support/public-lines.js';
import type { RegisterCategory } from '../law/index.js';
import type { InterestDetails, PublicLine } from '../register/index.js';
import { withheldInWords } from '../wording/index.js';
import { composeMembers, isEmpty, shownMembers } from './compose.js';
import type { KeptBack } from './kept-back.js';
import type { PublicMember } from './public-register.js';

const PRESCRIBED: readonly RegisterCategory[] = [
  ...(['employment', 'sponsorship', 'contracts', 'land'] as const),
  ...(['licences', 'corporate-tenancies', 'securities'] as const),
];
const NOTHING_KEPT_BACK: KeptBack = { members: new Set(), things: new Set() };
const mill: InterestDetails = { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' };
const book: InterestDetails = {
  ...{ category: 'gifts', donor: 'A Ltd', what: 'A book', valuePence: 6000, valueIs: 'known' },
  ...{ offeredOn: '2017-05-30', accepted: true },
};

function composed(lines: readonly PublicLine[], keptBack = NOTHING_KEPT_BACK): PublicMember {
  const [member] = composeMembers({
    members: [{ id: 'anna', name: 'Anna Hartle' }],
    ...{ lines, keptBack },
    sourceOf: (category) => ({ name: `source of ${category}`, url: null }),
  });
  if (member === undefined) throw new Error('nobody');
  return member;
}
const heading = (member: PublicMember, category: RegisterCategory): PublicMember['categories'][number] => {
  const found = member.categories.find((one) => one.category === category);
  if (found === undefined) throw new Error(`no ${category}`);
  return found;
};
/** What each heading says, for comparing whole members. */
const said = (member: PublicMember): Record<string, string> =>
  Object.fromEntries(
    member.categories.map((one) => [
      one.category,
      one.entries.map(({ words }) => words).join() ||
        one.withheld.map(({ words }) => words).join() ||
        (one.nothing === undefined ? 'no details' : 'nothing'),
    ]),
  );

describe('a member’s public register', () => {
  it('has the seven prescribed headings even where nothing was ever published', () => {
    const member = composed([]);
    expect(member.categories.map(({ category }) => category)).toEqual(PRESCRIBED);
    expect(member.categories.every(isEmpty)).toBe(true);
    expect(member.withheld).toEqual([]);
  });

  it('has the headings of a code where something stands under them', () => {
    expect(composed([entryLine(book, 'A book')]).categories.at(-1)?.category).toBe('gifts');
    const both = composed([nothingLine('gifts'), nothingLine('other-bodies')]).categories;
    expect(both.map(({ category }) => category)).toEqual([...PRESCRIBED, 'other-bodies', 'gifts']);
  });

  it('shows an entry with the stable id of the interest', () => {
    const { entries } = heading(
      composed([entryLine(mill, 'Owner: 3 Mill Lane', { thing: 'thing-1' })]),
      'land',
    );
    expect(entries).toEqual([
      { id: 'thing-1', words: 'Owner: 3 Mill Lane', details: mill, publishedOn: '2017-06-01' },
    ]);
  });

  it('says that there is nothing, with the day, and only where nothing else is said', () => {
    expect(heading(composed([nothingLine('land')]), 'land').nothing?.publishedOn).toBe('2017-06-01');
    const beside = composed([nothingLine('land'), entryLine(mill, 'Owner')]);
    expect(heading(beside, 'land').nothing).toBeUndefined();
  });

  it('leaves out lines of others', () => {
    expect(said(composed([entryLine(mill, 'Owner', { member: 'ben' })])).land).toBe('no details');
  });

  it('says under its heading that a home address is withheld, with an id that is not the interest’s', () => {
    for (const by of ['s32a', 'practice'] as const) {
      const line = withheldLine(by, 'land', { thing: 'thing-1' });
      const { withheld } = heading(composed([line]), 'land');
      expect(withheld).toEqual([{ id: line.id, words: withheldInWords(by), publishedOn: '2017-06-01' }]);
    }
  });
});

describe('a member with a sensitive interest', () => {
  const sensitive: KeptBack = { members: new Set(['anna']), things: new Set(['thing-1']) };
  const nils = PRESCRIBED.filter((category) => category !== 'land').map((category) => nothingLine(category));

  it('has the statement at the head, once, however many interests are withheld', () => {
    const member = composed([withheldLine('s32', null), withheldLine('s32', null)], sensitive);
    expect(member.withheld.map(({ words }) => words)).toEqual([withheldInWords('s32')]);
  });

  it('has no heading that tells by its silence which one holds it', () => {
    const words = said(composed([...nils, withheldLine('s32', null)], sensitive));
    expect(new Set(Object.values(words))).toEqual(new Set(['no details']));
  });

  it('is told as little on a day before it was withheld, and after it was withheld no longer', () => {
    const words = said(composed(nils, sensitive));
    expect(new Set(Object.values(words))).toEqual(new Set(['no details']));
  });

  it('keeps other entries, and nobody else loses their nil returns', () => {
    const [, ben] = composeMembers({
      members: [
        { id: 'anna', name: 'Anna' },
        { id: 'ben', name: 'Ben' },
      ],
      lines: [nothingLine('land', { member: 'ben' }), entryLine(mill, 'Owner')],
      keptBack: sensitive,
      sourceOf: () => ({ name: 'x', url: null }),
    });
    expect(ben?.categories.find(({ category }) => category === 'land')?.nothing).toBeDefined();
    expect(said(composed([entryLine(mill, 'Owner')], sensitive)).land).toBe('Owner');
  });

  it('does not show an old line of an interest that waits for the officer’s answer', () => {
    const line = entryLine(mill, 'Owner', { thing: 'thing-1', until: '2017-07-01' });
    expect(said(composed([line], sensitive)).land).toBe('no details');
    expect(said(composed([line])).land).toBe('Owner');
  });
});

describe('whom a page of a day shows', () => {
  const person = (id: string): { member: { id: string } } => ({ member: { id } });
  it.each([
    ['members today and then', ['a', 'b'], ['a', 'b'], ['a', 'b']],
    ['nobody who has left', ['a'], ['a', 'b'], ['a']],
    ['nobody who was no member yet', ['a', 'b'], ['a'], ['a']],
  ])('%s', (_name, today, then, shown) => {
    const found = shownMembers(today.map(person), then.map(person));
    expect(found.map(({ member }) => member.id)).toEqual(shown);
  });
});
