import { describe, expect, test } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import { matchedNotDeclared, type ItemOfMember, type MatchedInterest } from './matched-not-declared.js';

const ASKED = civilDate('2017-11-01');
const interest = (more: Partial<MatchedInterest> = {}): MatchedInterest => ({
  evidence: {
    ...{ kind: 'interest', memberId: 'ann', id: 'e1', category: 'employment', heldBy: 'self' },
    ...{ description: 'Director, Hartlebrook Ltd', sensitive: false },
  },
  ...{ level: 'probable', said: undefined, disclose: 'owed', toldByThen: true },
  ...more,
});
const facts = (more: Partial<ItemOfMember> = {}, ...interests: MatchedInterest[]): ItemOfMember => ({
  ...{
    memberId: 'ann',
    meetingId: 'm1',
    item: { id: 'i5', number: '5', title: 'Contract with Hartlebrook' },
  },
  ...{ meetsOn: civilDate('2017-10-24'), presence: 'there', declared: false },
  interests: interests.length === 0 ? [interest()] : interests,
  ...more,
});
const found = (given: ItemOfMember) => matchedNotDeclared.decide(given, ASKED);

describe('a registered interest matched an item, and nothing was declared', () => {
  test('is asked of a member who was there', () => {
    expect(found(facts())).toMatchObject([
      { key: 'ann/i5', memberIds: ['ann'], meetingId: 'm1', agendaItemId: 'i5', tags: ['words-match'] },
    ]);
  });

  test.each<[string, ItemOfMember]>([
    ['it was declared', facts({ declared: true })],
    ['the member was not there', facts({ presence: 'not-there' })],
    ['the member said that the item is not about it', facts({}, interest({ said: 'not-about-it' }))],
    ['the words match by chance as well as not', facts({}, interest({ level: 'possible' }))],
    ['nothing asks for a declaration', facts({}, interest({ disclose: 'not-owed' }))],
    ['the officer was told of it after the meeting', facts({}, interest({ toldByThen: false }))],
    ['nothing touches the item', facts({ interests: [] })],
  ])('is not asked where %s', (_, given) => {
    expect(found(given)).toEqual([]);
  });

  test.each<[string, ItemOfMember, readonly string[]]>([
    [
      'whether they were there was not recorded',
      facts({ presence: 'not-recorded' }),
      ['words-match', 'cannot-tell', 'attendance-not-recorded'],
    ],
    [
      'the law waits for a fact',
      facts({}, interest({ disclose: 'cannot-tell' })),
      ['words-match', 'cannot-tell', 'disclosure-cannot-be-told'],
    ],
    ['the member is not sure', facts({}, interest({ said: 'not-sure' })), ['words-match']],
    [
      'the member said that the item affects it, though few words match',
      facts({}, interest({ level: 'none', said: 'affects-it' })),
      ['member-said-so'],
    ],
    [
      'of two interests one is surely to be declared',
      facts({}, interest({ disclose: 'cannot-tell' }), interest()),
      ['words-match'],
    ],
  ])('says so where %s', (_, given, tags) => {
    expect(found(given).map((one) => one.tags)).toEqual([tags]);
  });

  test('rests on a sensitive interest alone, or on another one too', () => {
    const open = interest();
    const sensitive = interest({ evidence: { ...open.evidence, sensitive: true } });
    expect(found(facts({}, sensitive)).map((one) => one.sensitive)).toEqual([true]);
    expect(found(facts({}, sensitive, open)).map((one) => one.sensitive)).toEqual([false]);
  });
});
