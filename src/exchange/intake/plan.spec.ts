import { describe, expect, test } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import type { Member, TermOfOffice } from '../../members/index.js';
import type { CouncilOfIntake, IntakeRow } from './intake-row.js';
import { planCouncil, type CouncilPlan, type KnownAtCouncil } from './plan.js';

const COUNTY: CouncilOfIntake = { id: 'county', slug: 'wyre', name: 'Wyrefordshire', kind: 'county' };
const PARISH: CouncilOfIntake = { ...COUNTY, id: 'parish', kind: 'parish' };

const member = (id: string, name: string, also: Partial<Member> = {}): Member => ({
  ...{ authorityId: 'county', id, name, accountId: null, email: null, source: null, externalId: null },
  ...also,
});
const term = (memberId: string, from: string, also: Partial<TermOfOffice> = {}): TermOfOffice => ({
  ...{ authorityId: 'county', id: `${memberId} ${from}`, memberId, standing: 'elected', votesOn: 'any' },
  ...{ becameMemberOn: from, pollingDay: null, endedOn: null },
  ...also,
});
const row = (name: string, also: Partial<IntakeRow> = {}): IntakeRow => ({
  ...{ row: 2, authorityId: 'county', name, email: null, standing: 'elected', votesOn: 'any' },
  ...{ pollingDay: civilDate('2025-05-01'), becameMemberOn: civilDate('2025-05-06'), group: null },
  ...{ externalId: null, continues: [] },
  ...also,
});

const NOBODY: KnownAtCouncil = {
  members: [],
  terms: [],
  groupsOf: () => [],
  accounts: [],
  continued: new Map(),
};
const ANN = member('ann', 'Adaeze Okonjo', {
  email: 'Adaeze@members.example',
  externalId: 'E1',
  source: 'intake',
});
const BRYN = member('bryn', 'Bryn Cotterell', { accountId: 'account-bryn' });
const KNOWN: KnownAtCouncil = {
  ...NOBODY,
  members: [ANN, BRYN],
  terms: [term('ann', '2021-05-10'), term('bryn', '2013-05-07', { endedOn: '2021-05-09' })],
  accounts: [
    { id: 'account-bryn', email: 'bryn@members.example', name: 'Bryn Cotterell', isDisabled: false },
    { id: 'account-other', email: 'other@members.example', name: 'Callum Farrow', isDisabled: false },
    { id: 'account-off', email: 'off@members.example', name: 'Delyth Varley', isDisabled: true },
  ],
  groupsOf: (memberId) =>
    memberId === 'ann' ? [{ groupName: 'Harbour Group', fromOn: '2021-05-10', toOn: null }] : [],
};

const plan = (rows: readonly IntakeRow[], known = KNOWN, whole = false, council = COUNTY) =>
  planCouncil(council, rows, known, whole);
const outcomes = (of: CouncilPlan): string[] =>
  of.rows.map(({ outcome, member: who }) => `${outcome} ${who?.id ?? ''}`);

describe('who is meant', () => {
  test.each<[string, IntakeRow, string]>([
    ['a name that nobody has', row('Ewan Dunmore'), 'new '],
    ['the same name, in office until now', row('adaeze  okonjo'), 're-elected ann'],
    ['the same address', row('Adaeze Okonjo', { email: 'adaeze@members.example' }), 're-elected ann'],
    [
      'the address of their account',
      row('Bryn Cotterell', { email: 'bryn@members.example' }),
      'returned bryn',
    ],
    ['the same external id and name', row('Cllr Adaeze Okonjo', { externalId: 'E1' }), 're-elected ann'],
    [
      'a new name, with address and external id',
      row('Adaeze Marchbank', { email: 'adaeze@members.example', externalId: 'E1' }),
      're-elected ann',
    ],
    ['the very term', row('Adaeze Okonjo', { becameMemberOn: civilDate('2021-05-10') }), 'already-here ann'],
  ])('%s', (_, given, expected) => {
    const { plan: planned, problems } = plan([given]);
    expect(problems).toEqual([]);
    expect(outcomes(planned)).toEqual([expected]);
  });

  test.each<[string, IntakeRow, string]>([
    ['a name that is nearly the same', row('Cllr Adaeze Okonjo OBE'), 'name'],
    [
      'the address of somebody of another name',
      row('Ewan Dunmore', { email: 'adaeze@members.example' }),
      'email',
    ],
    ['the external id of somebody of another name', row('Ewan Dunmore', { externalId: 'E1' }), 'external-id'],
    ['the name, with another address', row('Adaeze Okonjo', { email: 'new@members.example' }), 'email'],
    ['the name, with another external id', row('Adaeze Okonjo', { externalId: 'E9' }), 'external-id'],
    [
      'the name of one and the address of another',
      row('Bryn Cotterell', { email: 'adaeze@members.example' }),
      'email',
    ],
    [
      'the account of somebody of another name',
      row('Ewan Dunmore', { email: 'other@members.example' }),
      'email',
    ],
    ['an account that is disabled', row('Delyth Varley', { email: 'off@members.example' }), 'email'],
    ['a predecessor that there is not', row('Ewan Dunmore', { continues: ['x'] }), 'continues'],
  ])('%s is not guessed', (_, given, column) => {
    const { plan: planned, problems } = plan([given]);
    expect(planned.rows).toEqual([]);
    expect(problems).toMatchObject([{ row: 2, column }]);
    // What is told of a row names nobody who is known here.
    expect(JSON.stringify(problems.map(({ wrong, write }) => [wrong, write]))).not.toMatch(
      /Okonjo|Cotterell|Farrow/,
    );
  });

  test('continues of another person is not believed, whose register would be filled in for this one', () => {
    const of = { memberId: 'm', authorityId: 'old', successors: ['county'] };
    const continued = new Map([
      ['ann-there', { ...of, name: 'Cllr Adaeze Okonjo', accountId: null }],
      ['bryn-there', { ...of, name: 'Bryn Marchbank', accountId: 'account-bryn' }],
      ['dai-there', { ...of, name: 'Dai Morland', accountId: 'account-dai' }],
      ['carys-there', { ...of, name: 'Carys Neath', accountId: null }],
    ]);
    const wrongOf = (name: string, email: string | null, ...continues: string[]) =>
      plan([row(name, { email, continues })], { ...KNOWN, continued }).problems.map(({ column }) => column);
    expect(wrongOf('Adaeze Okonjo', null, 'ann-there')).toEqual([]);
    expect(wrongOf('Bryn Cotterell', 'bryn@members.example', 'bryn-there')).toEqual([]);
    expect(wrongOf('Ewan Dunmore', null, 'dai-there')).toEqual(['continues']);
    expect(wrongOf('Ewan Dunmore', 'ewan@members.example', 'ann-there')).toEqual(['continues']);
    expect(wrongOf('Ewan Dunmore', 'ewan@members.example', 'bryn-there')).toEqual(['email']);
    expect(wrongOf('Adaeze Okonjo', null, 'ann-there', 'carys-there')).toEqual(['continues']);
  });

  test('two rows that mean one member are not taken for two', () => {
    const known = { ...KNOWN, members: [{ ...ANN, accountId: 'account-bryn' }] };
    const rows = [row('Adaeze Okonjo'), row('Adaeze Okonjo', { row: 3, email: 'bryn@members.example' })];
    expect(plan(rows, known).problems).toMatchObject([{ row: 3, column: 'name' }]);
  });

  test('whoever has no account and an address is invited, and nobody else', () => {
    const rows = [
      row('Ewan Dunmore', { email: 'ewan@members.example' }),
      row('Farida Ellerby', { row: 3 }),
      row('Bryn Cotterell', { row: 4, email: 'bryn@members.example' }),
      row('Adaeze Okonjo', { row: 5, email: 'adaeze@members.example' }),
    ];
    expect(plan(rows).plan.rows.map(({ invites }) => invites)).toEqual([true, false, false, true]);
  });

  test('a group is joined where it is another than theirs', () => {
    const joins = (group: string | null) => plan([row('Adaeze Okonjo', { group })]).plan.rows[0]?.joinsGroup;
    expect([joins('Harbour Group'), joins('Riverside Independents'), joins(null)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('a group that was changed since', () => {
  const harbour = { groupName: 'Harbour Group', fromOn: '2025-05-06', toOn: '2025-08-31' };
  const riverside = { groupName: 'Riverside Independents', fromOn: '2025-09-01', toOn: null };
  const given = (group: string) =>
    plan([row('Adaeze Okonjo', { group })], {
      ...{ ...KNOWN, terms: [term('ann', '2025-05-06')] },
      groupsOf: () => [harbour, riverside],
    });

  test('stays when the file is given again, and a third one cannot begin before it', () => {
    for (const group of ['Harbour Group', 'Riverside Independents'])
      expect(given(group).plan.rows).toMatchObject([{ outcome: 'already-here', joinsGroup: false }]);
    expect(given('Hill Group').problems).toMatchObject([{ row: 2, column: 'group', value: 'Hill Group' }]);
  });
});

describe('a term that cannot begin', () => {
  test.each<[string, TermOfOffice[], Partial<IntakeRow>, string]>([
    ['after one that began later', [term('ann', '2025-06-01')], {}, 'became-member-on'],
    [
      'by a poll that made them a member already',
      [term('ann', '2025-05-05', { pollingDay: '2025-05-01' })],
      {},
      'became-member-on',
    ],
    [
      'before the end of the last one',
      [term('ann', '2021-05-10', { endedOn: '2025-12-31' })],
      {},
      'became-member-on',
    ],
    ['otherwise than it is recorded', [term('ann', '2025-05-06', { standing: 'appointed' })], {}, 'standing'],
  ])('%s', (_, terms, also, column) => {
    const { problems } = plan([row('Adaeze Okonjo', also)], { ...KNOWN, terms });
    expect(problems).toMatchObject([{ column }]);
  });

  test('begins on the day after the last one ended, without a gap', () => {
    const ended = (endedOn: string) => ({ ...KNOWN, terms: [term('ann', '2021-05-10', { endedOn })] });
    expect(outcomes(plan([row('Adaeze Okonjo')], ended('2025-05-05')).plan)).toEqual(['re-elected ann']);
    expect(outcomes(plan([row('Adaeze Okonjo')], ended('2025-05-04')).plan)).toEqual(['returned ann']);
  });
});

describe('a council that was elected as a whole', () => {
  const terms = [
    term('ann', '2021-05-10'),
    term('bryn', '2021-05-10', { standing: 'co-opted' }),
    term('church', '2021-05-10', { standing: 'co-opted', votesOn: 'education' }),
    term('later', '2025-05-06'),
    term('leaving', '2021-05-10', { endedOn: '2025-06-30' }),
    term('left', '2021-05-10', { endedOn: '2025-05-05' }),
  ];
  const members = [
    ANN,
    BRYN,
    member('leaving', 'Iestyn Marlow'),
    member('left', 'Juno Ashby'),
    member('church', 'Greta Selwyn'),
    member('later', 'Hamish Loxley'),
  ];
  const known = { ...KNOWN, members, terms };
  const ends = (council: CouncilOfIntake, rows = [row('Ewan Dunmore')]): string[] =>
    plan(rows, known, true, council).plan.ends.map(({ member: { id }, lastDay }) => `${id} ${lastDay}`);

  test('ends the terms of elected members who are not in the file, on the day before', () => {
    expect(ends(COUNTY)).toEqual(['ann 2025-05-05', 'leaving 2025-05-05']);
    const returned = [row('Ewan Dunmore'), row('Adaeze Okonjo', { row: 3 })];
    expect(ends(COUNTY, returned)).toEqual(['leaving 2025-05-05']);
  });
  test('of a parish those too who were co-opted to a vacancy, and no co-opted member of a committee', () => {
    expect(ends(PARISH)).toEqual(['ann 2025-05-05', 'bryn 2025-05-05', 'leaving 2025-05-05']);
  });
  test('ends nothing where nobody in the file was elected, or where it is not said', () => {
    expect(ends(COUNTY, [row('Ewan Dunmore', { standing: 'appointed' })])).toEqual([]);
    expect(plan([row('Ewan Dunmore')], known, false).plan.ends).toEqual([]);
  });
});
