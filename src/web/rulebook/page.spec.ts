import { describe, expect, it } from '@jest/globals';
import { civilDate, compareCodes } from '../../law/index.js';
import type { Reason, SomeCaseTable, SomeRule } from '../../law/index.js';
import { compareView, comparedView } from './compare.js';
import { rulebookView } from './list.js';
import { ruleView } from './rule.js';
import { sanctionsOf } from './sanctions.js';
import { currentOf, versionsByRule } from './versions.js';

const TODAY = civilDate('2017-10-16');

function rule(id: string, changes: Partial<SomeRule> = {}): SomeRule {
  return {
    id,
    question: `What of ${id}?`,
    citation: { text: 'Localism Act 2011 s.31(4)', url: 'https://example.org/31' },
    source: 'statute',
    says: 's.31(4): no part.',
    inForceFrom: civilDate('2012-07-01'),
    decide: () => null,
    ...changes,
  };
}

const cited = (text: string): Partial<SomeRule> => ({ citation: { text } });
const versions = (...rules: readonly SomeRule[]): ReturnType<typeof versionsByRule> => versionsByRule(rules);

describe('the versions of a rule', () => {
  const first = rule('england/a/x', { inForceTo: civilDate('2016-12-31') });
  const second = rule('england/a/x', { inForceFrom: civilDate('2017-01-01') });
  const later = rule('england/a/x', { inForceFrom: civilDate('2030-01-01') });

  it('stand in the order in which they came into force', () => {
    expect(versions(second, later, first).get('england/a/x')).toEqual([first, second, later]);
  });

  it('have one that counts today: in force, or the last that was, or the first to come', () => {
    expect(currentOf([first, second, later], TODAY)).toBe(second);
    expect(currentOf([first, second], civilDate('2016-12-31'))).toBe(first);
    expect(currentOf([first, second], civilDate('2017-01-01'))).toBe(second);
    expect(currentOf([first], TODAY)).toBe(first);
    expect(currentOf([later], TODAY)).toBe(later);
  });
});

describe('the list of rules', () => {
  const ALL = versions(
    rule('england/act/s31(10)', cited('Localism Act 2011 s.31(10)')),
    rule('england/bias', { source: 'common-law', ...cited('Porter v Magill [2001] UKHL 67') }),
    rule('england/act/s31(2)', cited('Localism Act 2011 s.31(2)')),
    rule('england/codes/b', { source: 'code-of-conduct', ...cited('B code, zeal') }),
    rule('england/codes/b/a', { source: 'code-of-conduct', ...cited('B code, alms') }),
    rule('wales/order/p14', { source: 'regulations', ...cited('SI 2008/788 (W.82) Sch para 14') }),
  );

  it('is by nation and source, with sections in the order of their numbers and codes as they are listed', () => {
    const { sections } = rulebookView(TODAY, undefined, ALL);
    expect(
      sections.map(({ nation, sources }) => [
        nation,
        sources.map(({ heading, rules }) => [heading, rules.map(({ citation }) => citation)]),
      ]),
    ).toEqual([
      [
        'England',
        [
          ['Localism Act 2011', ['Localism Act 2011 s.31(2)', 'Localism Act 2011 s.31(10)']],
          ['Decided by the courts', ['Porter v Magill [2001] UKHL 67']],
          ['B code', ['B code, zeal', 'B code, alms']],
        ],
      ],
      [
        'Wales',
        [
          [
            'The Local Authorities (Model Code of Conduct) (Wales) Order 2008 (SI 2008/788 (W.82))',
            ['SI 2008/788 (W.82) Sch para 14'],
          ],
        ],
      ],
    ]);
  });

  it('leads to the page of each, by its id, with its question', () => {
    const link = rulebookView(TODAY, undefined, ALL).sections[0]?.sources[0]?.rules[0];
    expect(link).toMatchObject({
      question: 'What of england/act/s31(2)?',
      href: '/rulebook/england/act/s31(2)',
    });
  });

  it('shows one nation where it is one of them, and says which', () => {
    const wales = rulebookView(TODAY, 'wales', ALL);
    expect(wales.sections.map(({ nation }) => nation)).toEqual(['Wales']);
    expect(wales.nations).toEqual([
      { text: 'All nations', href: '/rulebook', current: false },
      { text: 'England', href: '/rulebook?nation=england', current: false },
      { text: 'Wales', href: '/rulebook?nation=wales', current: true },
    ]);
    expect(wales.rules).toBe(6);
    for (const asked of ['mercia', ['wales', 'england'], undefined]) {
      const all = rulebookView(TODAY, asked, ALL);
      expect(all.sections).toHaveLength(2);
      expect(all.nations.map(({ current }) => current)).toEqual([true, false, false]);
    }
  });

  it('offers no choice of nations where there is one', () => {
    expect(rulebookView(TODAY, undefined, versions(rule('england/act/x'))).nations).toEqual([]);
  });

  it('counts the rules and the worked cases', () => {
    const { rules, cases } = rulebookView(TODAY, undefined);
    expect(rules).toBeGreaterThan(20);
    expect(cases).toMatch(/^\d,\d{3}$/);
  });

  it.each([
    [{}, undefined],
    [{ inForceTo: TODAY }, 'In force until 16 October 2017'],
    [{ inForceTo: civilDate('2017-10-15') }, 'Not in force after 15 October 2017'],
    [{ inForceFrom: TODAY }, undefined],
    [{ inForceFrom: civilDate('2017-10-17') }, 'Not in force before 17 October 2017'],
  ])('gives the dates of %j', (period, dates) => {
    const { sections } = rulebookView(TODAY, undefined, versions(rule('england/act/x', period)));
    expect(sections[0]?.sources[0]?.rules[0]?.dates).toBe(dates);
  });
});

const table: SomeCaseTable = {
  title: 'Cases',
  rules: ['england/act/x', 'england/act/y'],
  columns: ['May vote', 'Why'],
  decide: (facts: { votes: boolean }) => {
    const reason = (id: string, sanction: string): Partial<Reason> =>
      ({ rule: id, sanction }) as Partial<Reason>;
    return facts.votes
      ? { vote: { reasons: [reason('england/act/y', 'criminal')] } }
      : { vote: { reasons: [reason('england/act/x', 'standards-complaint')] } };
  },
  summary: () => [],
  cases: [
    { name: 'somebody who votes', facts: { votes: true }, expected: ['false', 'no-vote'] },
    { name: '“nobody”', facts: { votes: false }, expected: ['? present', ''] },
  ],
};

describe('the page of a rule', () => {
  const all = versions(
    rule('england/act/x', { reading: '[M] Wording. As it stands.' }),
    rule('england/act/z'),
  );

  it('says what it is, what it says, how it is read and what can follow', () => {
    const view = ruleView('england/act/x', TODAY, all, [table]);
    expect(view).toMatchObject({
      title: 'What of england/act/x?',
      source: 'England: Localism Act 2011',
      periods: ['From 1 July 2012'],
      compareHref: undefined,
    });
    expect(view?.lines.map(({ label, cells }) => [label, cells])).toEqual([
      ['Written in', [{ text: 'Localism Act 2011 s.31(4)', href: 'https://example.org/31' }]],
      ['Kind of source', [{ text: 'An Act of Parliament' }]],
      ['In force', [{ text: 'From 1 July 2012' }]],
      ['What it says', [{ text: 's.31(4): no part.' }]],
      [
        'How it is read here',
        [{ text: 'The wording has not been checked against the official text yet. As it stands.' }],
      ],
      [
        'If it is broken',
        [
          {
            text: 'Breaking it can lead to a complaint under the council’s code of conduct. It is not a crime.',
          },
        ],
      ],
    ]);
  });

  it('shows its worked cases in words, with room for columns of sentences', () => {
    const view = ruleView('england/act/x', TODAY, all, [table]);
    expect(view?.tables).toEqual([
      {
        title: 'Cases',
        columns: [
          { text: 'May vote', wordy: false },
          { text: 'Why', wordy: true },
        ],
        rows: [
          { name: 'Somebody who votes', answers: ['No', 'You must not vote.'] },
          {
            name: '“nobody”',
            answers: ['Cannot tell: Will you be at any part of the meeting?', '–'],
          },
        ],
      },
    ]);
  });

  it('shows no cases of other rules, and no line on a reading where there is none', () => {
    const view = ruleView('england/act/z', TODAY, all, [table]);
    expect(view?.tables).toEqual([]);
    expect(view?.lines.map(({ label }) => label)).not.toContain('How it is read here');
  });

  it('sets versions side by side, under the question of the one that is in force', () => {
    const old = rule('england/act/x', { question: 'Old?', inForceTo: civilDate('2016-12-31') });
    const now = rule('england/act/x', {
      question: 'New?',
      inForceFrom: civilDate('2017-01-01'),
      reading: 'Otherwise.',
      says: 's.31(4): more.',
    });
    const view = ruleView('england/act/x', TODAY, versions(old, now), []);
    expect(view?.title).toBe('New?');
    expect(view?.periods).toEqual(['From 1 July 2012 to 31 December 2016', 'From 1 January 2017']);
    const line = (label: string): readonly string[] | undefined =>
      view?.lines.find((one) => one.label === label)?.cells.map(({ text }) => text);
    expect(line('What it says')).toEqual(['s.31(4): no part.', 's.31(4): more.']);
    expect(line('How it is read here')).toEqual(['As its words say.', 'Otherwise.']);
    expect(line('In force')).toBeUndefined();
  });

  it('of a code leads to the comparison of codes', () => {
    const code = versions(rule('england/codes/x', { source: 'code-of-conduct' }));
    expect(ruleView('england/codes/x', TODAY, code, [])?.compareHref).toBe('/rulebook/compare');
  });

  it('is not there for an id that no rule has', () => {
    expect(ruleView('england/act/none', TODAY, all, [])).toBeUndefined();
  });
});

describe('the sanctions of a rule', () => {
  it('are those of its own reasons, wherever they stand, each once', () => {
    expect(sanctionsOf('england/act/x', [table, table])).toEqual(['standards-complaint']);
    expect(sanctionsOf('england/act/y', [table])).toEqual(['criminal']);
    expect(sanctionsOf('england/act/z', [table])).toEqual([]);
  });
});

describe('the comparison of codes', () => {
  it('has a different code in each list to begin with', () => {
    const { form, compared, codes } = compareView(undefined, undefined);
    expect(compared).toBeUndefined();
    expect(codes.length).toBeGreaterThan(1);
    expect(form.words.left).not.toBe(form.words.right);
    expect(codes.map(({ value }) => value)).toEqual(
      expect.arrayContaining([form.words.left, form.words.right]),
    );
    expect(form.errorList).toEqual([]);
  });

  it('keeps what was chosen, and says what was wrong with it', () => {
    expect(compareView('worcestershire-2012', 'worcestershire-2012').form).toEqual({
      words: { left: 'worcestershire-2012', right: 'worcestershire-2012' },
      errors: { right: { text: 'Choose two different codes of this list' } },
      errorList: [{ href: '#right', text: 'Choose two different codes of this list' }],
    });
    expect(compareView('statute-faithful', 'none').form.errorList).toHaveLength(1);
    expect(compareView('statute-faithful', 'worcestershire-2012').form).toMatchObject({
      words: { left: 'statute-faithful', right: 'worcestershire-2012' },
      errorList: [],
    });
  });

  it('gives each meeting with what both ask, and how many differ', () => {
    const { compared } = compareView('worcestershire-2012', 'statute-faithful');
    expect(compared).toMatchObject({
      on: '24 October 2017',
      left: 'Worcestershire County Council code of conduct 2012',
      right: 'Statute-faithful code of conduct',
    });
    expect(compared?.meetings[0]).toEqual({
      name: expect.stringContaining('own disclosable pecuniary interest'),
      same: false,
      left: expect.arrayContaining(['Leave the room while it is considered.']),
      right: ['Do not speak on it.', 'Do not vote on it.', 'You may stay.'],
    });
    expect(compared?.meetings.at(-1)).toMatchObject({ same: true, left: ['You may stay, speak and vote.'] });
    expect(compared?.differing).toBe(compared?.meetings.filter(({ same }) => !same).length);
  });

  it('pairs the paragraphs that answer one question, and lists the others of each', () => {
    const comparison = compareCodes('worcestershire-2012', 'statute-faithful');
    if (comparison === null) throw new Error('Both codes are held.');
    const ask = (id: string, question: string): SomeRule =>
      rule(`england/codes/${id}`, { question, says: id });
    const { shared, own } = comparedView(comparison, [
      ask('worcestershire-2012', 'The whole?'),
      ask('worcestershire-2012/dpi', 'What of a DPI?'),
      ask('worcestershire-2012/gifts', 'What of gifts?'),
      ask('statute-faithful', 'The whole?'),
      ask('statute-faithful/first', 'What of a DPI?'),
      ask('statute-faithful/second', 'What else?'),
      ask('statute-faithful-2/dpi', 'What of a DPI?'),
    ]);
    expect(shared).toEqual([
      {
        question: 'What of a DPI?',
        left: expect.objectContaining({ href: '/rulebook/england/codes/worcestershire-2012/dpi' }),
        right: expect.objectContaining({ says: 'statute-faithful/first' }),
      },
    ]);
    expect(own.map(({ title, rules }) => [title, rules.map(({ question }) => question)])).toEqual([
      ['Worcestershire County Council code of conduct 2012', ['What of gifts?']],
      ['Statute-faithful code of conduct', ['What else?']],
    ]);
  });
});
