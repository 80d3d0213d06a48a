import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import { para15 } from './para15-6-first-disclosure.js';
import { CHANGE_CASES, ELECTION_CASES, FIRST_DISCLOSURE_CASES } from './para15-register.cases.js';
import { para15_1, para15_2, para15_3 } from './para15-register.js';

caseTable(ELECTION_CASES);
caseTable(CHANGE_CASES);
caseTable(FIRST_DISCLOSURE_CASES);

const ON = para15_1.inForceFrom;
const becameAwareOfChangeOn = civilDate('2022-03-01');
const cited = (finding: Finding<unknown>) =>
  finding.reasons.map(({ citation }) => citation.text.replace('SI 2008/788 (W.82) Sch para ', ''));

describe('Registering in Wales cites', () => {
  it('the duty on election with its safe last day, and a complaint if it is missed', () => {
    const { reasons } = para15_1.decide({ authorityKind: 'county', electedOn: civilDate('2022-05-05') }, ON);
    expect(reasons).toMatchObject([
      {
        citation: { text: 'SI 2008/788 (W.82) Sch para 15(1)' },
        lastDay: '2022-06-01',
        sanction: 'standards-complaint',
        facts: ['electedOn'],
      },
    ]);
  });

  it('what lets community councillors off', () => {
    expect(cited(para15_1.decide({ authorityKind: 'community' }, ON))).toEqual(['15(5)']);
  });

  it('the sub-paragraph of the change, or both where it is not known which', () => {
    const facts = { authorityKind: 'county', becameAwareOfChangeOn } as const;
    expect(cited(para15_2.decide({ ...facts, change: 'new-interest' }, ON))).toEqual(['15(2)']);
    expect(cited(para15_2.decide({ ...facts, change: 'change-to-registered' }, ON))).toEqual(['15(3)']);
    expect(cited(para15_2.decide(facts, ON))).toEqual(['15(2)', '15(3)']);
    expect(cited(para15_3.decide(facts, ON))).toEqual(['15(3)']);
  });

  it('paragraphs 15(5) and 15(6) for a community councillor who was just elected', () => {
    const answer = para15.decide(
      { authorityKind: 'community', justElected: true, hasPersonalInterest: true, disclosedAtMeeting: false },
      ON,
    );
    expect(cited(answer.mustRegisterNow)).toEqual(['15(5)']);
    expect(answer.mustRegisterNow.reasons).toMatchObject([
      { facts: ['welshAuthorityKind', 'disclosedAtMeeting'] },
    ]);
    expect(cited(answer.mustRegisterOnFirstDisclosure)).toEqual(['15(6)']);
    expect(answer.mustRegisterOnFirstDisclosure.reasons).toMatchObject([
      { point: 'wales-register-at-first-disclosure', sanction: 'standards-complaint' },
    ]);
  });

  it('paragraph 15(1) or 15(2) for members of other authorities', () => {
    const facts = { authorityKind: 'county', hasPersonalInterest: true } as const;
    const now = (justElected: boolean) => para15.decide({ ...facts, justElected }, ON).mustRegisterNow;
    expect(now(true).reasons).toMatchObject([{ facts: ['justElected'], sanction: 'standards-complaint' }]);
    expect(cited(now(true))).toEqual(['15(1)']);
    expect(now(false).reasons).toMatchObject([{ sanction: 'standards-complaint' }]);
    expect(cited(now(false))).toEqual(['15(2)']);
  });
});

describe('A day that is not known', () => {
  it('keeps the days open, without a list of what they could be', () => {
    expect(para15_1.decide({ authorityKind: 'county' }, ON)).toMatchObject({
      couldBe: [],
      missing: ['electedOn'],
      reasons: [{ point: 'wales-register-on-election', facts: ['electedOn'], sanction: 'none' }],
    });
  });

  it('is asked for after what else is missing', () => {
    expect(para15_1.decide({}, ON)).toMatchObject({ missing: ['welshAuthorityKind', 'electedOn'] });
  });
});
