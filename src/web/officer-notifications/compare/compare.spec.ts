import { describe, expect, it, test } from '@jest/globals';
import type { InterestDetails, OpenedEntry, OpenedInterest } from '../../../register/index.js';
import { compare, type Comparison } from './compare.js';
import { fieldChanges } from './field-words.js';

const land = (address: string, more: object = {}): InterestDetails => ({
  category: 'land',
  address,
  natureOfInterest: 'Owner',
  ...more,
});
const job = (employer: string, role = 'Clerk'): InterestDetails => ({
  category: 'employment',
  role,
  employer,
});
const gift: InterestDetails = {
  ...{ category: 'gifts', donor: 'Quay Events', what: 'A lunch', valuePence: 6000, valueIs: 'known' },
  ...{ offeredOn: '2017-10-10', accepted: true },
};

let made = 0;
const entry = (details: InterestDetails, more: Partial<OpenedEntry['entry']> = {}): OpenedEntry => {
  const id = more.id ?? `entry-${++made}`;
  const kept = { id, thingId: id, category: details.category, heldBy: 'self', endedOn: null };
  return { details, entry: { ...kept, ...more } as OpenedEntry['entry'] };
};
const told = (details: InterestDetails, more: Partial<OpenedInterest> = {}): OpenedInterest => ({
  ...{ id: `told-${++made}`, category: details.category, heldBy: 'self', details, act: 'hold' },
  ...{ aboutEntryId: null, effectiveOn: null, awareOn: null, fate: null },
  ...more,
});
const against = (history: readonly OpenedEntry[], toldLater: readonly OpenedInterest[] = []) => ({
  history,
  toldLater,
});

/** 'changed: Role Clerk -> Manager' for each that was told, and 'ends: …' for each that was not. */
function inShort({ told: each, noLongerTold }: Comparison): string[] {
  const lines = each.map(({ stands, changes }) =>
    [stands, ...changes.map(({ field, from, to }) => `${field} ${from ?? '-'} -> ${to ?? '-'}`)].join(': '),
  );
  return [
    ...lines,
    ...noLongerTold.map(({ details }) => `ends: ${JSON.stringify(Object.values(details)[1])}`),
  ];
}

describe('a whole notification', () => {
  test.each<[string, InterestDetails[], InterestDetails[], string[]]>([
    ['told for the first time, all is new', [], [land('3 Mill Lane')], ['new']],
    [
      'told again in the same words, nothing changes',
      [land('3 Mill Lane')],
      [land('3 Mill Lane')],
      ['unchanged'],
    ],
    ['what is told no longer will end', [job('Quay School')], [], ['ends: "Clerk"']],
    [
      'the same employer in another role is the same thing told otherwise',
      [job('Quay School')],
      [job('Quay School', 'Manager')],
      ['changed: Role Clerk -> Manager'],
    ],
    [
      'the same name in other letters and with more after it is the same thing',
      [job('Quay School')],
      [job('QUAY SCHOOL Ltd.')],
      ['changed: Employer Quay School -> QUAY SCHOOL Ltd.'],
    ],
    [
      'another employer in the same role is another thing',
      [job('Quay School')],
      [job('Teme Press')],
      ['new', 'ends: "Clerk"'],
    ],
    [
      'another house in the same street is another thing',
      [land('3 Mill Lane')],
      [land('13 Mill Lane')],
      ['new', 'ends: "3 Mill Lane"'],
    ],
    [
      'what says the same finds its entry before what nearly does',
      [job('Quay School', 'Manager'), job('Quay School')],
      [job('Quay School', 'Caretaker'), job('Quay School')],
      ['changed: Role Manager -> Caretaker', 'unchanged'],
    ],
    [
      'of two that are alike, the one with fewer differences is meant',
      [
        land('Quay House', { uprn: '1', titleNumber: 'A' }),
        land('Quay House', { uprn: '2', titleNumber: 'B' }),
      ],
      [land('Quay House', { uprn: '2', titleNumber: 'C' })],
      ['changed: Title number B -> C', 'ends: "Quay House"'],
    ],
    ['two in the same words are two', [land('Plot')], [land('Plot'), land('Plot')], ['unchanged', 'new']],
    ['gifts are never ended by silence', [gift], [], []],
    [
      'a name of three letters is the same when it is the whole of it',
      [job('BBC')],
      [job('BBC', 'Manager')],
      ['changed: Role Clerk -> Manager'],
    ],
    [
      'a name of three letters does not stand for each name that begins with it',
      [job('BBC')],
      [job('BBC Roofing')],
      ['new', 'ends: "Clerk"'],
    ],
  ])('%s', (_, held, interests, expected) => {
    const compared = compare(
      'whole',
      interests.map((one) => told(one)),
      against(held.map((one) => entry(one))),
    );
    expect(inShort(compared)).toEqual(expected);
  });

  it('does not mistake the partner’s for the member’s own', () => {
    const compared = compare(
      'whole',
      [told(land('3 Mill Lane'), { heldBy: 'partner' })],
      against([entry(land('3 Mill Lane'))]),
    );
    expect(inShort(compared)).toEqual(['new', 'ends: "3 Mill Lane"']);
  });

  it('compares with what the register holds, not with what has ended in it', () => {
    const ended = entry(land('3 Mill Lane'), { endedOn: '2017-01-01' });
    expect(inShort(compare('whole', [told(land('3 Mill Lane'))], against([ended])))).toEqual(['new']);
  });

  it('leaves out what has a fate already, and the entry that it made', () => {
    const done = told(land('3 Mill Lane'), { fate: 'entered' });
    const its = entry(land('3 Mill Lane'), { notifiedInterestId: done.id });
    const repeated = told(job('Quay School'), { fate: 'repeated' });
    const compared = compare(
      'whole',
      [done, repeated, told(land('Quay House'))],
      against([its, entry(job('Quay School'))]),
    );
    expect(inShort(compared)).toEqual(['new']);
  });

  it('leaves out what the member took back: its entry, if there is one, will end', () => {
    const compared = compare(
      'whole',
      [told(land('3 Mill Lane'), { fate: 'withdrawn' })],
      against([entry(land('3 Mill Lane'))]),
    );
    expect(inShort(compared)).toEqual(['ends: "3 Mill Lane"']);
  });

  it.each(['entered', 'repeated'] as const)(
    'does not end what was %s from a notification after it',
    (fate) => {
      const later = told(land('3 Mill Lane'), { fate });
      const its = entry(land('3 Mill Lane'), fate === 'entered' ? { notifiedInterestId: later.id } : {});
      expect(inShort(compare('whole', [], against([its], [later])))).toEqual([]);
      expect(inShort(compare('whole', [], against([its])))).toEqual(['ends: "3 Mill Lane"']);
    },
  );
});

describe('a change', () => {
  const first = entry(job('Quay School'), { id: 'first' });
  const about = (act: OpenedInterest['act'], details: InterestDetails): OpenedInterest =>
    told(details, { act, aboutEntryId: 'first' });

  test.each([
    ['a change', about('change', job('Quay School', 'Manager')), 'changed: Role Clerk -> Manager'],
    ['a correction', about('correct', job('Quay Schools')), 'changed: Employer Quay School -> Quay Schools'],
    [
      'a change of every word',
      about('change', job('Teme Press', 'Editor')),
      'changed: Role Clerk -> Editor: Employer Quay School -> Teme Press',
    ],
    ['an end', about('end', job('Quay School')), 'end'],
    ['a new one', told(job('Quay School', 'Manager'), { act: 'add' }), 'new'],
    ['a new one that the register holds already', told(job('Quay School'), { act: 'add' }), 'unchanged'],
  ])('%s ends nothing else', (_, interest, expected) => {
    expect(inShort(compare('change', [interest], against([first, entry(land('Plot'))])))).toEqual([expected]);
  });

  it('of what was changed since is compared with what it is now', () => {
    const before = entry(job('Quay School'), { id: 'first', endedOn: '2017-10-01' });
    const now = entry(job('Quay School', 'Manager'), { thingId: 'first' });
    expect(
      inShort(compare('change', [about('change', job('Quay School', 'Head'))], against([before, now]))),
    ).toEqual(['changed: Role Manager -> Head']);
  });

  it('of what has ended is said to have nothing to change', () => {
    const ended = entry(job('Quay School'), { id: 'first', endedOn: '2017-10-01' });
    expect(inShort(compare('change', [about('end', job('Quay School'))], against([ended])))).toEqual([
      'gone',
    ]);
  });
});

describe('a field that changed', () => {
  const sponsor: InterestDetails = {
    ...{ category: 'sponsorship', payer: 'A Party', towards: 'election-expenses', madeOn: '2017-04-20' },
  };
  test.each<[string, InterestDetails, InterestDetails, string]>([
    ['a day', sponsor, { ...sponsor, madeOn: '2017-05-01' }, 'Day of the payment: 20 April 2017, 1 May 2017'],
    ['money', sponsor, { ...sponsor, amountPence: 120050 }, 'Amount: not said, £1,200.50'],
    [
      'a choice',
      sponsor,
      { ...sponsor, towards: 'expenses-as-a-member' },
      'Towards: Election expenses, Expenses as a member',
    ],
    ['a yes or no', land('Plot', { isHome: true }), land('Plot'), 'Usual home: Yes, not said'],
    ['no, which is not silence', land('Plot'), land('Plot', { isHome: false }), 'Usual home: not said, No'],
    [
      'a class of shares',
      { category: 'securities', company: 'Acme' },
      {
        category: 'securities',
        company: 'Acme',
        shareClass: { name: 'A', heldPence: 100, issuedPence: 200 },
      },
      'Class of shares: not said, A: £1 of £2',
    ],
  ])('%s is told in words', (_, before, after, expected) => {
    const [change] = fieldChanges(before, after);
    expect(`${change?.field}: ${change?.from ?? 'not said'}, ${change?.to ?? 'not said'}`).toBe(expected);
  });

  it('is none where the two say the same in another order', () => {
    const other = { natureOfInterest: 'Owner', address: 'Plot', category: 'land' } as InterestDetails;
    expect(fieldChanges(land('Plot'), other)).toEqual([]);
  });
});
