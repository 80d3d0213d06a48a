import { describe, expect, test } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import { companyOfficer, type CompanyRow } from './company-officer.js';
import { entryUnconfirmed } from './entry-unconfirmed.js';
import type { InterestEvidence } from './finding.js';
import { householdDiffers, type Household, type ListedByOne } from './household-differs.js';
import { nothingDeclared, type HeardOfMember } from './nothing-declared.js';
import { reviewOverdue } from './review-overdue.js';

const ASKED = civilDate('2018-04-30');
const evidence = (id: string, sensitive = false): InterestEvidence => ({
  ...{ kind: 'interest', memberId: 'ann', id, category: 'employment', heldBy: 'self', sensitive },
  description: 'Director, Hartlebrook Ltd',
});

describe('an entry older than a year that nobody confirmed', () => {
  const found = (days: readonly string[], confirmedOn?: string) =>
    entryUnconfirmed.decide(
      {
        memberId: 'ann',
        entries: days.map((on) => ({ evidence: evidence(on), enteredOn: civilDate(on) })),
        confirmedOn: confirmedOn === undefined ? undefined : civilDate(confirmedOn),
      },
      ASKED,
    );
  test.each<[string, readonly string[], string | undefined, readonly string[]]>([
    ['entered a year ago today', ['2017-04-30'], undefined, []],
    ['entered a year and a day ago', ['2017-04-29'], undefined, ['2017-04-29']],
    ['confirmed within the year', ['2013-05-06'], '2018-01-10', []],
    ['confirmed more than a year ago', ['2013-05-06'], '2017-04-29', ['2013-05-06']],
    ['entered since it was confirmed', ['2017-06-01'], '2015-01-01', []],
    ['one of two', ['2013-05-06', '2018-01-01'], undefined, ['2013-05-06']],
    ['nothing entered', [], undefined, []],
  ])('%s', (_, days, confirmedOn, expected) => {
    const listed = found(days, confirmedOn).flatMap((one) =>
      one.evidence.flatMap((each) => (each.kind === 'interest' ? [each.id] : [])),
    );
    expect(listed).toEqual(expected);
  });
  test('is one finding of each member', () => {
    expect(found(['2013-05-06', '2014-05-06'])).toMatchObject([{ key: 'ann', on: '2013-05-06' }]);
  });
});

describe('nothing heard for two years', () => {
  const keys = (more: Partial<HeardOfMember>) =>
    nothingDeclared
      .decide(
        {
          ...{ memberId: 'ann', inOfficeSince: civilDate('2013-05-06'), lastHeardOn: undefined, meetings: 4 },
          ...more,
        },
        ASKED,
      )
      .map(({ key }) => key);
  test.each<[string, Partial<HeardOfMember>, readonly string[]]>([
    ['never heard', {}, ['ann']],
    ['heard two years ago today', { lastHeardOn: civilDate('2016-04-30') }, ['ann']],
    ['heard the day after', { lastHeardOn: civilDate('2016-05-01') }, []],
    ['in office for two years today', { inOfficeSince: civilDate('2016-04-30') }, ['ann']],
    ['in office for a day less', { inOfficeSince: civilDate('2016-05-01') }, []],
    ['without a meeting to attend', { meetings: 0 }, []],
  ])('%s', (_, given, expected) => {
    expect(keys(given)).toEqual(expected);
  });
});

describe('the review of a sensitive interest', () => {
  test('is overdue the day after its day, and tells nothing but to named officers', () => {
    const on = (day: string) =>
      reviewOverdue.decide({ entryId: 'e1', memberId: 'ann', reviewOn: civilDate(day) }, ASKED);
    expect(on('2018-04-30')).toEqual([]);
    expect(on('2018-04-29')).toMatchObject([{ key: 'e1', sensitive: true, evidence: [] }]);
  });
});

describe('two members of one household', () => {
  const listed = (
    what: ListedByOne['what'],
    inTheOthers: boolean,
    ...of: [id: string, sensitive?: boolean]
  ): ListedByOne => ({ evidence: evidence(...of), what, inTheOthers });
  const found = (more: Partial<Household>) =>
    householdDiffers.decide(
      {
        ...{ memberIds: ['bob', 'ann'], knownBy: ['same-home'], homeIsSensitive: false, listed: [] },
        ...more,
      },
      ASKED,
    );
  test('do not differ where all is in both registers', () => {
    expect(found({ listed: [listed('home', true, 'e1'), listed('partners-interest', true, 'e2')] })).toEqual(
      [],
    );
  });
  test('differ by what one of them lacks, under one key in whichever order', () => {
    const missing = [listed('partners-interest', false, 'e1'), listed('home', true, 'e2')];
    expect(found({ listed: missing })).toMatchObject([
      {
        key: 'ann/bob',
        memberIds: ['ann', 'bob'],
        tags: ['same-home', 'partners-interest-missing'],
        evidence: [{ id: 'e1' }],
        sensitive: false,
      },
    ]);
  });
  test('tell nothing where the home is sensitive, or all that is missing is', () => {
    const open = [listed('home', false, 'e1')];
    expect(found({ listed: open, homeIsSensitive: true })[0]?.sensitive).toBe(true);
    expect(found({ listed: [listed('home', false, 'e1', true)] })[0]?.sensitive).toBe(true);
    expect(found({ listed: open })[0]?.sensitive).toBe(false);
  });
});

describe('a company officer who may be a member', () => {
  const tags = (more: Partial<CompanyRow>, company: Partial<CompanyRow['company']> = {}) =>
    companyOfficer
      .decide(
        {
          ...{ rowId: 'c1', memberId: 'ann', likeness: 'possible', decision: undefined, registered: false },
          ...{ inOfficeSince: civilDate('2017-05-08'), sensitive: false },
          ...more,
          company: {
            ...{ kind: 'company', company: 'Hartlebrook Ltd', number: '01234567', officer: 'AGAR, Ann' },
            ...{ role: 'director', appointedOn: civilDate('2016-01-01'), resignedOn: null },
            ...company,
          },
        },
        ASKED,
      )
      .map((one) => one.tags);
  test.each<[string, Partial<CompanyRow>, Partial<CompanyRow['company']>, readonly string[][]]>([
    ['is asked about', {}, {}, [['possible']]],
    ['registered already', { registered: true }, {}, []],
    ['decided to be somebody else', { decision: 'somebody-else' }, {}, []],
    ['decided to be the member', { decision: 'same-person' }, {}, [['possible', 'same-person']]],
    ['to be asked of the member', { decision: 'ask-the-member' }, {}, [['possible', 'member-asked']]],
    ['resigned before the member took office', {}, { resignedOn: civilDate('2017-05-07') }, []],
    ['resigned since', {}, { resignedOn: civilDate('2017-05-08') }, [['possible', 'resigned']]],
    ['appointed later than asked about', {}, { appointedOn: civilDate('2018-05-01') }, []],
    ['of somebody who is a member no longer', { inOfficeSince: undefined }, {}, []],
  ])('%s', (_, given, company, expected) => {
    expect(tags(given, company)).toEqual(expected);
  });
});
