import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import type { ExemptionFacts } from './exemption.js';
import { para12_3 } from './exemption.js';
import { BODY_EXEMPTION_CASES, SERVICE_EXEMPTION_CASES } from './para12-exemptions.cases.js';
import { EXEMPTIONS, para12_2 } from './para12-2-exemptions.js';
import { housing } from './para12-2-b-services.js';

caseTable(SERVICE_EXEMPTION_CASES);
caseTable(BODY_EXEMPTION_CASES);

const ON = para12_2.inForceFrom;
const citedFor = (facts: ExemptionFacts) =>
  para12_2.decide(facts, ON).reasons.map(({ citation }) => citation.text);

describe('An exemption', () => {
  it('cites its own sub-paragraph, whether it applies or not', () => {
    const tenant = {
      business: 'housing',
      isCouncilTenant: true,
      relatesParticularlyToOwnTenancy: false,
    } as const;
    const own = ['SI 2008/788 (W.82) Sch para 12(2)(b)(i)'];
    expect(citedFor({ ...tenant, rentArrearsOverTwoMonths: false })).toEqual(own);
    expect(citedFor({ ...tenant, rentArrearsOverTwoMonths: true })).toEqual(own);
  });

  it('that a licence takes away cites the sub-paragraph that does', () => {
    expect(citedFor({ business: 'public-body', determinesApproval: true })).toEqual([
      'SI 2008/788 (W.82) Sch para 12(3)',
    ]);
  });

  it('rests on the facts that settle it', () => {
    const factsFor = (facts: ExemptionFacts) => para12_2.decide(facts, ON).reasons.map((why) => why.facts);
    expect(factsFor({ business: 'allowances' })).toEqual([['business.sort']]);
    expect(factsFor({ business: 'other' })).toEqual([['business.sort']]);
    expect(factsFor({ business: 'community-grant', authorityKind: 'county' })).toEqual([
      ['welshAuthorityKind'],
    ]);
    expect(factsFor({ business: 'school-meals-and-travel', isPupilsParentOrGuardian: false })).toEqual([
      ['isPupilsParentOrGuardian'],
    ]);
  });

  it('waits for the sort of business', () => {
    expect(para12_2.decide({}, ON)).toMatchObject({
      couldBe: [true, false],
      missing: ['business.sort'],
      reasons: [{ rule: para12_2.id, point: 'wales-exempt-business', facts: ['business.sort'] }],
    });
  });

  it('is for its own business only', () => {
    const facts = { business: 'allowances', isCouncilTenant: true } as const;
    expect(housing.decide(facts, ON)).toMatchObject({
      value: false,
      reasons: [{ point: 'wales-not-exempt-business' }],
    });
  });

  it('stands once for each sort of business', () => {
    expect(new Set(EXEMPTIONS.map(({ business }) => business)).size).toBe(10);
    expect(EXEMPTIONS.map(({ id }) => id.replace('wales/model-code-2008/para12(2)', ''))).toEqual([
      ...['(a)(i)', '(a)(ii)', '(a)(iii)', '(a)(iv)', '(a)(v)'],
      ...['(b)(i)', '(b)(ii)', '(b)(iii)', '(b)(iv)', '(c)'],
    ]);
  });

  it('is not lost where no approval or licence is decided', () => {
    expect(para12_3.decide({ determinesApproval: false }, ON).is).toBe('yes');
    expect(para12_3.decide({ determinesApproval: true }, ON).is).toBe('no');
    expect(para12_3.decide({}, ON)).toMatchObject({ is: 'unknown', facts: ['determinesApproval'] });
  });
});

describe('Facts that cannot be', () => {
  it('a tenancy of somebody who is not a tenant is refused', () => {
    const facts = {
      business: 'housing',
      isCouncilTenant: false,
      relatesParticularlyToOwnTenancy: true,
    } as const;
    expect(() => para12_2.decide(facts, ON)).toThrow('relatesParticularlyToOwnTenancy cannot be true');
    expect(() => para12_2.decide({ ...facts, isCouncilTenant: undefined }, ON)).not.toThrow();
    expect(() => para12_2.decide({ ...facts, relatesParticularlyToOwnTenancy: undefined }, ON)).not.toThrow();
  });

  it.each([-1, 0.5, NaN])('a grant of %d pence is refused', (grantPence) => {
    expect(() => para12_2.decide({ business: 'community-grant', grantPence }, ON)).toThrow(
      `grantPence must be a whole number of pence, nothing or more, and is ${grantPence}.`,
    );
  });

  it('a grant of nothing is not', () => {
    const facts = { business: 'community-grant', authorityKind: 'community', grantPence: 0 } as const;
    expect(para12_2.decide(facts, ON)).toMatchObject({ value: true });
  });
});
