import { describe, expect, it } from '@jest/globals';
import { ALL_RULES, civilDate } from '../law/index.js';
import {
  instrumentInWords,
  instrumentOf,
  nationInWords,
  periodInWords,
  readingInWords,
  sourceKindInWords,
  whatFollowsInWords,
} from './index.js';

describe('The instrument that a citation cites', () => {
  it.each([
    ['Localism Act 2011 s.31(4)', 'Localism Act 2011'],
    ['Localism Act 2011 ss.31 and 34', 'Localism Act 2011'],
    ['SI 2012/1464 Sch (land)', 'SI 2012/1464'],
    ['SI 2012/1464 reg 1(2)', 'SI 2012/1464'],
    ['SI 2012/2089 regs 12 and 13', 'SI 2012/2089'],
    ['SI 2008/788 (W.82) Sch para 12(2)(b)(i)', 'SI 2008/788 (W.82)'],
    ['LGA 2000 Sch A1', 'LGA 2000'],
    ['LGA Model Code 2020 App B para 4', 'LGA Model Code 2020'],
    ['LGA Model Code 2020 Table 2', 'LGA Model Code 2020'],
    ['Statute-faithful code of conduct, other interests', 'Statute-faithful code of conduct'],
    ['Councillors’ Code of Conduct (Scotland) section 4', 'Councillors’ Code of Conduct (Scotland)'],
    ['Porter v Magill [2001] UKHL 67', 'Porter v Magill [2001] UKHL 67'],
  ])('of %s is %s', (citation, instrument) => {
    expect(instrumentOf(citation)).toBe(instrument);
  });

  it('is given in full where citations cut it short', () => {
    expect(instrumentInWords('LGA 1972 s.100B(3)')).toBe('Local Government Act 1972');
    expect(instrumentInWords('SI 2012/1464 Sch (land)')).toBe(
      'The Relevant Authorities (Disclosable Pecuniary Interests) Regulations 2012 (SI 2012/1464)',
    );
    expect(instrumentInWords('Localism Act 2011 s.30(1)')).toBe('Localism Act 2011');
  });

  it('is named in full for every rule there is', () => {
    const short = ALL_RULES.map(({ citation }) => instrumentInWords(citation.text)).filter((name) =>
      /^(LG|S?SI |LASPO)(?!A Model)/.test(name),
    );
    expect([...new Set(short)]).toEqual([]);
  });
});

describe('The words about a source', () => {
  it('name the nation', () => {
    expect(nationInWords('northern-ireland')).toBe('Northern Ireland');
    expect(nationInWords('mercia')).toBe('mercia');
  });

  it('name its kind', () => {
    expect(sourceKindInWords('statute')).toBe('An Act of Parliament');
    expect(sourceKindInWords('standing-orders')).toContain('own rules of procedure');
  });

  it('give the days on which it is in force', () => {
    const from = civilDate('2012-07-01');
    expect(periodInWords(from)).toBe('From 1 July 2012');
    expect(periodInWords(from, civilDate('2023-05-17'))).toBe('From 1 July 2012 to 17 May 2023');
  });
});

describe('What follows from breaking a rule', () => {
  const statute = { citation: { text: 'Localism Act 2011 s.31(4)' }, source: 'statute' } as const;

  it('is a crime where a reason of its own says so, with the excuse that the Act knows', () => {
    expect(whatFollowsInWords(statute, ['none', 'standards-complaint', 'criminal'])).toBe(
      'Breaking it without a reasonable excuse can be a criminal offence (Localism Act 2011 s.34).',
    );
    const tax = { ...statute, citation: { text: 'Local Government Finance Act 1992 s.106' } };
    expect(whatFollowsInWords(tax, ['criminal'])).toBe('Breaking it can be a criminal offence.');
  });

  it('is a complaint where a reason says that, or where the rule is the council’s own', () => {
    const complaint =
      'Breaking it can lead to a complaint under the council’s code of conduct. It is not a crime.';
    expect(whatFollowsInWords(statute, ['standards-complaint', 'none'])).toBe(complaint);
    expect(whatFollowsInWords({ ...statute, source: 'code-of-conduct' }, [])).toBe(complaint);
    expect(whatFollowsInWords({ ...statute, source: 'standing-orders' }, ['none'])).toBe(complaint);
  });

  it('claims no more than the cases show, for a rule that carries no penalty in them', () => {
    expect(whatFollowsInWords(statute, ['none'])).toBe(
      'In the worked cases below, no penalty hangs on this rule by itself.',
    );
    expect(whatFollowsInWords({ ...statute, source: 'regulations' }, [])).toContain('no penalty');
    expect(whatFollowsInWords({ ...statute, source: 'guidance' }, [])).toContain('binds nobody');
    expect(whatFollowsInWords({ ...statute, source: 'common-law' }, [])).toContain('a court');
  });
});

describe('A reading', () => {
  it('says in words what was not checked, and names no file', () => {
    expect(readingInWords('[M] Wording. Both must agree.')).toBe(
      'The wording has not been checked against the official text yet. Both must agree.',
    );
    expect(readingInWords('[M] The wording. More.')).toBe(
      'The wording has not been checked against the official text yet. More.',
    );
    expect(readingInWords('So. [M] After a by-election that day.')).toBe(
      'So. Not checked against the official text yet: After a by-election that day.',
    );
    expect(readingInWords('None of the exceptions is about it [M]. Next.')).toBe(
      'None of the exceptions is about it (not checked against the official text yet). Next.',
    );
    expect(readingInWords('The safe reading (doubtful; docs/law-changes.md).')).toBe(
      'The safe reading (doubtful).',
    );
    expect(readingInWords('Named (docs/law-changes.md). Next (doubtful: docs/law-changes.md).')).toBe(
      'Named. Next (doubtful).',
    );
  });

  it('of every rule is free of marks and files', () => {
    const odd = ALL_RULES.flatMap(({ id, says, reading = '' }) =>
      [says, reading]
        .map(readingInWords)
        .filter((words) => /\[M\]|docs\//.test(words))
        .map(() => id),
    );
    expect(odd).toEqual([]);
  });
});
