import { describe, expect, test } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import { dispensationLapsed, type EndedDispensation, type ReachedItem } from './dispensation-lapsed.js';
import { dispensationWithoutInterest, type GrantedDispensation } from './dispensation-without-interest.js';

const ASKED = civilDate('2018-04-30');

describe('a dispensation that matches no interest', () => {
  const tags = (more: Partial<GrantedDispensation>) =>
    dispensationWithoutInterest
      .decide(
        {
          ...{ requestId: 'r1', memberId: 'ann', grantedOn: civilDate('2017-06-01') },
          ...{ from: civilDate('2017-06-01'), to: civilDate('2021-05-31') },
          ...{ interestsHeld: 3, matches: false, declaredInIt: false, isGeneral: false },
          ...more,
        },
        ASKED,
      )
      .flatMap((one) => one.tags);
  test.each<[string, Partial<GrantedDispensation>, readonly string[]]>([
    ['nothing held resembles it', {}, ['no-interest-matches']],
    ['nothing is held', { interestsHeld: 0 }, ['no-interest-held']],
    ['something resembles it', { matches: true }, []],
    ['the member declared in an item that it reaches', { declaredInIt: true }, []],
    ['it is about council tax', { isGeneral: true }, []],
    ['it ended yesterday', { to: civilDate('2018-04-29') }, []],
    ['today is its last day', { to: ASKED }, ['no-interest-matches']],
    ['it has no last day', { to: undefined }, ['no-interest-matches']],
    ['it is granted tomorrow', { grantedOn: civilDate('2018-05-01') }, []],
  ])('%s', (_, given, expected) => {
    expect(tags(given)).toEqual(expected);
  });
});

describe('a dispensation that has ended', () => {
  const at = (meetsOn: string, id = 'i5'): ReachedItem => ({
    ...{ id, number: '5', title: 'Contract', meetingId: 'm1', meetsOn: civilDate(meetsOn) },
  });
  const found = (more: Partial<EndedDispensation>) =>
    dispensationLapsed.decide(
      {
        ...{ requestId: 'r1', memberId: 'ann', to: civilDate('2017-11-30'), reached: [], metAgain: [] },
        ...{ anotherOn: () => false },
        ...more,
      },
      ASKED,
    );
  test.each<[string, Partial<EndedDispensation>, readonly string[][]]>([
    ['nothing came up since', {}, []],
    ['an item on its last day', { reached: [at('2017-11-30')] }, []],
    ['an item on the day after', { reached: [at('2017-12-01')] }, [['item-after-its-end']]],
    ['an item that is still to come', { reached: [at('2018-05-01')] }, []],
    ['an item that names the interest', { metAgain: [at('2018-02-01')] }, [['interest-met-again']]],
    [
      'one item by both ways, once',
      { reached: [at('2018-02-01')], metAgain: [at('2018-02-01')] },
      [['item-after-its-end']],
    ],
    [
      'another one was in force by then',
      { reached: [at('2018-02-01')], anotherOn: (day) => day >= '2018-01-01' },
      [],
    ],
    ['it has not ended', { to: ASKED, reached: [at('2018-04-30')] }, []],
    ['it has no end', { to: undefined, metAgain: [at('2018-02-01')] }, []],
  ])('%s', (_, given, expected) => {
    expect(found(given).map((one) => one.tags)).toEqual(expected);
  });
  test('names the first item afterwards, and lists them all', () => {
    const [one] = found({ reached: [at('2018-02-01', 'later')], metAgain: [at('2018-01-01', 'first')] });
    expect(one).toMatchObject({ key: 'r1', on: '2017-11-30', agendaItemId: 'first' });
    expect(one?.evidence.filter(({ kind }) => kind === 'item')).toHaveLength(2);
  });
});
