import { describe, expect, it } from '@jest/globals';
import { entryLine, nothingLine, withheldLine } from '../../test/support/public-lines.js';
import { civilDate } from '../law/index.js';
import type { InterestDetails, PublicLine } from '../register/index.js';
import { withheldInWords } from '../wording/index.js';
import { tellChanges } from './changes.js';
import type { KeptBack } from './kept-back.js';

const mill: InterestDetails = { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' };

function told(
  lines: readonly PublicLine[],
  options: { from?: string; to?: string; keptBack?: KeptBack } = {},
): string[] {
  const { from = '2017-06-01', to = '2017-06-30' } = options;
  return tellChanges({
    lines,
    names: new Map([['anna', 'Anna Hartle']]),
    keptBack: options.keptBack ?? { members: new Set(), things: new Set() },
    ...{ from: civilDate(from), to: civilDate(to) },
  }).map(({ on, memberName, words }) => `${on} ${memberName}: ${words}`);
}

describe('what changed in the register', () => {
  it('tells what was added, on days after the first and until the last', () => {
    const on = (from: string): PublicLine => entryLine(mill, 'Owner: 3 Mill Lane', { from });
    expect(told([on('2017-06-01')])).toEqual([]);
    expect(told([on('2017-06-02')])).toEqual(['2017-06-02 Anna Hartle: Land: added “Owner: 3 Mill Lane”.']);
    expect(told([on('2017-06-30')])).toHaveLength(1);
    expect(told([on('2017-07-01')])).toEqual([]);
  });

  it('tells what was removed', () => {
    const line = entryLine(mill, 'Owner: 3 Mill Lane', { from: '2017-05-08', until: '2017-06-10' });
    expect(told([line])).toEqual(['2017-06-10 Anna Hartle: Land: removed “Owner: 3 Mill Lane”.']);
  });

  it('tells a change as one, when one line of an interest ends as another one begins', () => {
    const before = entryLine(mill, 'Owner: 3 Mill Lane', {
      thing: 't',
      from: '2017-05-08',
      until: '2017-06-10',
    });
    const after = entryLine(mill, 'Owner: 5 Mill Lane', { thing: 't', from: '2017-06-10' });
    expect(told([before, after])).toEqual([
      '2017-06-10 Anna Hartle: Land: “Owner: 3 Mill Lane” changed to “Owner: 5 Mill Lane”.',
    ]);
    const same = entryLine(mill, 'Owner: 3 Mill Lane', { thing: 't', from: '2017-06-10' });
    expect(told([before, same])).toEqual([
      '2017-06-10 Anna Hartle: Land: the details of “Owner: 3 Mill Lane” changed.',
    ]);
  });

  it('tells an interest that came and went within the period twice, newest first', () => {
    const line = entryLine(mill, 'Owner: 3 Mill Lane', { from: '2017-06-05', until: '2017-06-10' });
    expect(told([line]).map((words) => words.slice(0, 10))).toEqual(['2017-06-10', '2017-06-05']);
  });

  it('tells nil returns, and notices of what is withheld', () => {
    expect(told([nothingLine('land', { from: '2017-06-05', until: '2017-06-09' })])).toEqual([
      '2017-06-09 Anna Hartle: Land: no longer said to be nothing.',
      '2017-06-05 Anna Hartle: Land: nothing to register.',
    ]);
    expect(told([withheldLine('s32', null, { from: '2017-06-05' })])).toEqual([
      `2017-06-05 Anna Hartle: ${withheldInWords('s32')}`,
    ]);
    expect(told([withheldLine('practice', 'land', { from: '2017-06-05' })])).toEqual([
      `2017-06-05 Anna Hartle: Land: ${withheldInWords('practice')}`,
    ]);
  });

  describe('of notices under s.32 tells that the first came and the last went, and not how many there are', () => {
    const notice = (from: string, until?: string): PublicLine =>
      withheldLine('s32', null, { from, ...(until !== undefined && { until }) });
    const came = `Anna Hartle: ${withheldInWords('s32')}`;
    const went = `Anna Hartle: no longer stated: ${withheldInWords('s32')}`;
    it.each<[string, PublicLine[], string[]]>([
      ['two that come', [notice('2017-06-05'), notice('2017-06-08')], [`2017-06-05 ${came}`]],
      ['two that come at once', [notice('2017-06-05'), notice('2017-06-05')], [`2017-06-05 ${came}`]],
      ['one beside an older one', [notice('2017-05-05'), notice('2017-06-08')], []],
      ['one of two that goes', [notice('2017-05-05'), notice('2017-05-06', '2017-06-08')], []],
      [
        'both that go',
        [notice('2017-05-05', '2017-06-09'), notice('2017-05-06', '2017-06-08')],
        [`2017-06-09 ${went}`],
      ],
      [
        'both that go at once',
        [notice('2017-05-05', '2017-06-09'), notice('2017-05-06', '2017-06-09')],
        [`2017-06-09 ${went}`],
      ],
      ['one in the place of another', [notice('2017-05-05', '2017-06-08'), notice('2017-06-08')], []],
      [
        'one after another was gone',
        [notice('2017-05-05', '2017-06-08'), notice('2017-06-09')],
        [`2017-06-09 ${came}`, `2017-06-08 ${went}`],
      ],
    ])('%s', (_, lines, words) => {
      expect(told(lines)).toEqual(words);
      expect(told([...lines].reverse())).toEqual(words);
    });
  });

  it('tells nothing of who is no member, of kept-back interests, and no nil return that would tell one', () => {
    expect(told([entryLine(mill, 'Owner', { member: 'gone', from: '2017-06-05' })])).toEqual([]);
    const keptBack = { members: new Set(['anna']), things: new Set(['t']) };
    const lines = [
      entryLine(mill, 'Owner', { thing: 't', from: '2017-05-05', until: '2017-06-10' }),
      nothingLine('land', { from: '2017-05-08', until: '2017-06-05' }),
    ];
    expect(told(lines, { keptBack })).toEqual([]);
  });
});
