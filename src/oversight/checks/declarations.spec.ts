import { describe, expect, test } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import { declarationCount, type CountedMeeting } from './declaration-count.js';
import { declaredNotRegistered, type DeclaredAtMeeting } from './declared-not-registered.js';
import { incompleteDeclaration, type DeclarationSaid } from './incomplete-declaration.js';

const ON = civilDate('2017-10-24');
const ASKED = civilDate('2017-11-01');
const item = { id: 'i5', number: '5', title: 'Contract' };

describe('declared at a meeting, and not registered', () => {
  const facts = (more: Partial<DeclaredAtMeeting>): DeclaredAtMeeting => ({
    ...{ disclosureId: 'd1', memberId: 'ann', meetingId: 'm1', item, meetsOn: ON },
    ...{ lastDay: civilDate('2017-11-20'), state: 'on-time', isCertain: true },
    ...more,
  });
  test.each<[DeclaredAtMeeting['state'], readonly string[][]]>([
    ['on-time', [['clock-running']]],
    ['due-soon', [['clock-ends-soon']]],
    ['overdue', [['clock-over']]],
    ['met', []],
    ['met-late', []],
  ])('%s', (state, tags) => {
    const found = declaredNotRegistered.decide(facts({ state }), ASKED);
    expect(found.map((one) => one.tags)).toEqual(tags);
    expect(found.every((one) => one.key === 'd1' && one.lastDay === '2017-11-20')).toBe(true);
  });
  test('what a clerk recorded says nothing of the register', () => {
    const [found] = declaredNotRegistered.decide(facts({ isCertain: false, item: undefined }), ASKED);
    expect(found?.tags).toEqual(['clock-running', 'cannot-tell', 'register-not-asked']);
    expect(found).not.toHaveProperty('agendaItemId');
  });
});

describe('a declaration without its item or its nature', () => {
  const tags = (more: Partial<DeclarationSaid>) =>
    incompleteDeclaration
      .decide(
        {
          ...{ disclosureId: 'd1', memberId: 'ann', meetingId: 'm1', meetsOn: ON, item, nature: 'stated' },
          ...{ itemWithdrawn: false, itemIsForDeclarations: false },
          ...more,
        },
        ASKED,
      )
      .flatMap((one) => one.tags);
  test.each<[string, Partial<DeclarationSaid>, readonly string[]]>([
    ['all of it is said', {}, []],
    ['it is withheld by agreement', { nature: 'withheld' }, []],
    ['the item is not known', { item: undefined }, ['no-specific-item']],
    ['the item is the one that asks for declarations', { itemIsForDeclarations: true }, ['no-specific-item']],
    ['it is meant for whatever comes', { nature: 'any-item' }, ['no-specific-item']],
    ['the item was withdrawn', { itemWithdrawn: true }, ['item-withdrawn']],
    ['no nature is recorded', { nature: 'missing' }, ['no-nature']],
    ['"as noted"', { nature: 'says-nothing' }, ['nature-says-nothing']],
    ['withheld, and nobody agreed', { nature: 'withheld-not-agreed' }, ['withheld-without-agreement']],
  ])('%s', (_, given, expected) => {
    expect(tags(given)).toEqual(expected);
  });
});

describe('ModernGov counts other declarations than we do', () => {
  const tags = (there: number, here: number, more: Partial<CountedMeeting> = {}) =>
    declarationCount
      .decide(
        {
          ...{ meetingId: 'm1', meetsOn: ON, readOn: civilDate('2017-10-26') },
          items: [
            { item, there, here },
            { item: undefined, there: 0, here: 0 },
          ],
          ...more,
        },
        ASKED,
      )
      .flatMap((one) => one.tags);
  test('more there, more here, and as many', () => {
    expect(tags(2, 1)).toEqual(['more-there']);
    expect(tags(0, 1)).toEqual(['more-here']);
    expect(tags(1, 1)).toEqual([]);
  });
  test('fewer there before the meeting says nothing yet; more there does', () => {
    const readOn = civilDate('2017-10-20');
    expect(tags(0, 1, { readOn })).toEqual([]);
    expect(tags(1, 0, { readOn })).toEqual(['more-there']);
  });
  test('one too many of one item is not made good by one too few of another', () => {
    const items = [
      { item, there: 1, here: 0 },
      { item: { ...item, id: 'i6' }, there: 0, here: 1 },
    ];
    expect(tags(0, 0, { items })).toEqual(['more-there', 'more-here']);
  });
  test('nothing is asked of a meeting to come, or by a reading to come', () => {
    expect(tags(2, 0, { meetsOn: civilDate('2017-11-02') })).toEqual([]);
    expect(tags(2, 0, { readOn: civilDate('2017-11-02') })).toEqual([]);
  });
});
