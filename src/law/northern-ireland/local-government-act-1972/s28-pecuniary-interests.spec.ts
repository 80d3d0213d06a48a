import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import type { Finding } from '../../conclusion.js';
import { s28_1 } from './s28-1-pecuniary-interests.js';
import type { PecuniaryFacts } from './s28-1-pecuniary-interests.js';
import { s28_2 } from './s28-2-small-shareholdings.js';
import { PECUNIARY_CASES, SHAREHOLDING_CASES } from './s28-pecuniary-interests.cases.js';

caseTable(PECUNIARY_CASES);
caseTable(SHAREHOLDING_CASES);

const inDebate = {
  pecuniaryInterest: 'other',
  presentAtCouncilMeeting: true,
  separateDebate: true,
} as const satisfies PecuniaryFacts;
const decide = (facts: PecuniaryFacts) => s28_1.decide(facts, s28_1.inForceFrom);
const why = (finding: Finding<unknown>) =>
  finding.reasons.map(({ point, citation, sanction }) => [
    point,
    citation.text.replace('Local Government Act (NI) 1972 ', ''),
    sanction,
  ]);

describe('The reasons of section 28', () => {
  it('cite what is owed, and that it is an offence not to', () => {
    const { disclose, preside, discuss, vote, leave } = decide(inDebate);
    expect(why(disclose)).toEqual([['ni-disclose-nature', 's.28(1)', 'criminal']]);
    expect(why(preside)).toEqual([['ni-not-preside', 's.28(1)', 'criminal']]);
    expect(why(discuss)).toEqual([['ni-no-part', 's.28(1)', 'criminal']]);
    expect(why(vote)).toEqual([['ni-no-vote', 's.28(1)', 'criminal']]);
    expect(why(leave)).toEqual([['ni-withdraw', 's.28(1)(b)', 'criminal']]);
    expect(disclose.reasons[0]).toMatchObject({
      rule: 'northern-ireland/local-government-act-1972/s28(1)',
      layer: 'statute',
      facts: ['pecuniaryInterest'],
      citation: { url: 'https://www.legislation.gov.uk/apni/1972/9/section/28' },
    });
  });

  it('cite what lets the councillor stay', () => {
    const { leave } = decide({ ...inDebate, partOfCommitteeReport: true, separateDebate: false });
    expect(why(leave)).toEqual([['ni-only-part-of-a-report', 's.28(1)(b)', 'none']]);
  });

  it('cite what relaxes the rule for a small shareholding', () => {
    const { disclose, preside, leave } = decide({ ...inDebate, pecuniaryInterest: 'small-shareholding' });
    expect(why(disclose)).toEqual([['ni-disclose-nature', 's.28(1)', 'criminal']]);
    expect(why(preside)).toEqual([['ni-small-shareholding', 's.28(2)', 'none']]);
    expect(why(leave)).toEqual([['ni-small-shareholding', 's.28(2)', 'none']]);
    expect(leave.reasons[0]?.facts).toEqual(['pecuniaryInterest']);
  });

  it('say why nothing is owed', () => {
    expect(why(decide({ pecuniaryInterest: 'none' }).vote)).toEqual([
      ['ni-no-pecuniary-interest', 's.28(1)', 'none'],
    ]);
    expect(why(decide({ presentAtCouncilMeeting: false }).leave)).toEqual([
      ['ni-not-present', 's.28(1)', 'none'],
    ]);
  });
});

it.each([-1, 0.5, NaN])('shares of %d pence are refused, by the name of the field', (pence) => {
  const must = `must be a whole number of pence, nothing or more, and is ${pence}.`;
  expect(() => s28_2.decide({ sharesHeldPence: pence }, s28_2.inForceFrom)).toThrow(
    `sharesHeldPence ${must}`,
  );
  expect(() => s28_2.decide({ issuedShareCapitalPence: pence }, s28_2.inForceFrom)).toThrow(
    `issuedShareCapitalPence ${must}`,
  );
});

it('no shares at all are a small holding', () => {
  const facts = { onlyByOwningShares: true, sharesHeldPence: 0, issuedShareCapitalPence: 0 };
  expect(s28_2.decide(facts, s28_2.inForceFrom)).toMatchObject({ value: true });
});
