import { describe, expect, it } from '@jest/globals';
import { civilDate, rulebookFor, type Adopted } from '../../law/index.js';
import { generalAdvice } from './general-advice.js';

const meetingDate = civilDate('2017-10-24');
const advice = (codes: Adopted['codes']) => {
  const law = rulebookFor({ jurisdiction: 'england', codes, standingOrdersExclude: [] }, meetingDate);
  if (law.kind !== 'rulebook') throw new Error('The law of 2017 is held here.');
  return generalAdvice(law, { person: 'member', meetingDate, code: codes[0]?.code });
};

describe('interests that are not registered', () => {
  it('without a code, only statute’s own kind is spoken of', () => {
    const panels = advice([]);
    expect(panels).toHaveLength(1);
    expect(panels[0]?.layers.map(({ label }) => label)).toEqual(['By law']);
    expect(panels[0]?.soDo).toContain('Notify the monitoring officer of it by Monday 20 November 2017.');
  });
  it('under a code, its other interests too', () => {
    const panels = advice([{ code: 'worcestershire-2012', from: civilDate('2012-07-01') }]);
    expect(panels.map(({ heading }) => heading)).toEqual([
      'If an item is about a disclosable pecuniary interest that is not in the register',
      'If an item is about another interest of yours',
      'If an item is about another public body of which you are a member',
    ]);
    expect(panels.every(({ layers }) => layers.some(({ label }) => label === 'By your council’s code'))).toBe(
      true,
    );
  });
  it('under the model code, bodies, what is one’s own or a close person’s, and what is only affected', () => {
    const panels = advice([{ code: 'lga-model-2020', from: civilDate('2012-07-01') }]);
    expect(panels.map(({ heading }) => heading)).toEqual([
      'If an item is about a disclosable pecuniary interest that is not in the register',
      'If an item is about a body that you belong to and have not registered',
      'If an item is about your own money or wellbeing, or that of a relative or close associate',
      'If an item is not about such an interest, but affects it',
    ]);
    expect(panels.at(-1)?.soDo.join(' ')).toContain('Find out first');
  });
  it('every line of every layer names its source', () => {
    const panels = advice([{ code: 'worcestershire-2012', from: civilDate('2012-07-01') }]);
    const lines = panels.flatMap(({ layers }) => layers.flatMap((layer) => layer.lines));
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.every(({ citations }) => citations.length > 0)).toBe(true);
  });
});
