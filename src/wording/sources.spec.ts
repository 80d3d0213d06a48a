import { describe, expect, it } from '@jest/globals';
import { ALL_RULES, civilDate } from '../law/index.js';
import {
  instrumentInWords,
  instrumentOf,
  nationInWords,
  periodInWords,
  readingInWords,
  sourceKindInWords,
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
    const kindOf = (id: string): string | undefined => {
      const rule = ALL_RULES.find((one) => one.id === id);
      return rule && sourceKindInWords(rule);
    };
    expect(kindOf('england/localism-act-2011/s31(4)')).toBe('An Act of Parliament');
    expect(kindOf('england/localism-act-2011/s31(10)')).toContain('own rules of procedure');
    expect(kindOf('england/party-whip')).toContain('own rules of procedure');
    expect(kindOf('england/guidance/home-addresses')).toBe('Guidance, which is not law');
    expect(kindOf('england/codes/worcestershire-2012/dpi')).toBe('A code of conduct that councils adopt');
  });

  it.each([
    [
      'wales/model-code-2008/para14',
      'A national code of conduct, which regulations make binding on every council',
    ],
    ['wales/local-government-measure-2011/s78', 'A Measure of the National Assembly for Wales'],
    [
      'scotland/councillors-code-2021/section5',
      'A national code of conduct made under an Act, which binds every councillor',
    ],
    ['scotland/register-of-interests-2003/reg5', 'Regulations made under an Act'],
    [
      'northern-ireland/councillors-code-2014/section5-on-change',
      'A national code of conduct made under an Act, which binds every councillor',
    ],
    ['northern-ireland/local-government-act-1972/s28(1)', 'An Act of the Parliament of Northern Ireland'],
    ['northern-ireland/local-government-act-2014/s62(1)', 'An Act of the Northern Ireland Assembly'],
  ])('of %s is %s', (id, kind) => {
    const rule = ALL_RULES.find((one) => one.id === id);
    expect(rule && sourceKindInWords(rule)).toBe(kind);
  });

  it('give the days on which it is in force', () => {
    const from = civilDate('2012-07-01');
    expect(periodInWords(from)).toBe('From 1 July 2012');
    expect(periodInWords(from, civilDate('2023-05-17'))).toBe('From 1 July 2012 to 17 May 2023');
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
