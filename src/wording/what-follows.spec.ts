import { describe, expect, it } from '@jest/globals';
import { ALL_RULES } from '../law/index.js';
import type { Sanction } from '../law/index.js';
import { whatFollowsInWords } from './index.js';

function follows(id: string, ...sanctions: readonly Sanction[]): string {
  const rule = ALL_RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
  return whatFollowsInWords(rule, sanctions);
}

const act = (section: string): string => `england/localism-act-2011/s${section}`;
const COMPLAINT =
  'Breaking it can lead to a complaint under the council’s code of conduct. It is not a crime.';
const NOTHING = 'There is nothing in it to break: it settles what other rules reach.';
const NO_PENALTY = 'In the worked cases below, no penalty hangs on this rule by itself.';

describe('What follows from breaking a rule', () => {
  it('is a crime where a reason of its own says so, with the excuse that the Act knows', () => {
    for (const id of [act('31(4)'), act('34(1)/at-a-meeting')]) {
      expect(follows(id, 'none', 'standards-complaint', 'criminal')).toBe(
        'Breaking it without a reasonable excuse can be a criminal offence (Localism Act 2011 s.34).',
      );
    }
  });

  it('is a crime without an excuse for false information, and under other Acts', () => {
    expect(follows(act('34(2)'), 'criminal', 'none')).toBe(
      'Breaking it can be a criminal offence (Localism Act 2011 s.34).',
    );
    for (const id of ['england/lgfa-1992/s106(2)', 'northern-ireland/local-government-act-1972/s28(1)']) {
      expect(follows(id, 'criminal')).toBe('Breaking it can be a criminal offence.');
    }
  });

  it.each(['3', '4', '5', '6'])('is not asked of s.34(%s), which is about offences', (subsection) => {
    expect(follows(act(`34(${subsection})`), 'criminal', 'none')).toBe(
      'Nobody breaks this rule: it is about what can follow when another one is broken.',
    );
  });

  it('is a complaint where a reason says that, or where the rule is a code', () => {
    expect(follows(act('31(10)'), 'standards-complaint', 'none')).toBe(COMPLAINT);
    expect(follows('england/codes/worcestershire-2012', 'none')).toBe(COMPLAINT);
  });

  it.each([
    ['wales/model-code-2008/para14', 'Public Services Ombudsman for Wales', 'Adjudication Panel for Wales'],
    ['scotland/councillors-code-2021/section5', 'Ethical Standards Commissioner', 'Standards Commission'],
    ['scotland/register-of-interests-2003/reg5', 'Ethical Standards Commissioner', 'Standards Commission'],
    [
      'northern-ireland/councillors-code-2014/section5-on-change',
      'Northern Ireland',
      'Commissioner for Standards',
    ],
  ])('is a complaint to whoever hears it in the nation: %s', (id, ...names) => {
    const words = follows(id, 'none', 'standards-complaint');
    for (const name of names) expect(words).toContain(name);
    expect(words).toMatch(/ It is not a crime\.$/);
    expect(words).not.toContain('the council’s code');
  });

  it.each([
    act('27(4)'),
    act('31(1)'),
    act('31(1)/awareness'),
    act('30(1)-becoming-a-member'),
    act('33(1)/who-grants'),
    'england/dpi-regulations-2012/land',
    'england/lga-1972/s7(1)',
    'england/lga-1972/sch2-6(3)',
    'england/lgfa-1992/s106(1)',
    'england/codes/exempt-business',
    'wales/model-code-2008/para10',
    'wales/model-code-2008/para12(2)',
    'wales/model-code-2008/para12(2)(a)(iv)',
    'wales/model-code-2008/para14(2A)',
    'wales/model-code-2008/para15(5)',
    'northern-ireland/local-government-act-1972/s28(2)',
  ])('is nothing for a definition or an exemption: %s', (id) => {
    expect(follows(id, 'none')).toBe(NOTHING);
  });

  it('is still a complaint for a duty whose paragraph begins as an exemption does', () => {
    expect(follows('wales/model-code-2008/para15(2)', 'none', 'standards-complaint')).toContain('Ombudsman');
  });

  it('claims no more than the cases show, for a duty that carries no penalty in them', () => {
    for (const id of [
      act('29(5)'),
      act('31(9)'),
      'england/lga-1972/s100B(3)',
      'england/executive-decisions-2012/reg12(2)',
    ]) {
      expect(follows(id, 'none')).toBe(NO_PENALTY);
    }
  });

  it('is for the council, or for nobody, or for a court, by the kind of source', () => {
    expect(follows('england/party-whip', 'none')).toBe(
      'It is a rule of the council’s own, and what follows is for the council. It is not a crime.',
    );
    expect(follows('england/guidance/home-addresses', 'none')).toContain('binds nobody');
    expect(follows('england/common-law/apparent-bias')).toContain('a court');
  });

  it('is that a resident may not be heard, where the deadline is the public’s', () => {
    expect(follows('england/codes/worcestershire-2012/public-participation', 'none')).toBe(
      'It is for those who want to speak: whoever gives notice too late may not be heard. It binds no member.',
    );
  });
});
