import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import type { CouncilTaxFacts } from './s106-1-unpaid.js';
import { councilTaxOverlay, s106_2 } from './s106-2-at-a-meeting.js';
import { s106_2A } from './s106-2a-executive.js';
import { COUNCIL_TAX_EXECUTIVE_CASES, COUNCIL_TAX_MEETING_CASES } from './s106.cases.js';

caseTable(COUNCIL_TAX_MEETING_CASES);
caseTable(COUNCIL_TAX_EXECUTIVE_CASES);

const ON = civilDate('2024-02-22');
const behind: CouncilTaxFacts = {
  meetingDate: ON,
  formalMeeting: true,
  present: true,
  councilTaxPayableSince: civilDate('2023-12-01'),
  stillUnpaid: true,
  business: 'calculation',
  executiveFunction: true,
};

function sourcesOf({ reasons }: Finding<unknown>): readonly string[] {
  return reasons.map(({ citation, sanction }) => `${citation.text}: ${sanction}`);
}
const act = (section: string): string => `Local Government Finance Act 1992 s.${section}`;

describe('The reasons of s.106', () => {
  it('cite what is owed and what follows: an offence at a meeting, and outside one none that is certain', () => {
    const { mayVote, mustDiscloseThatSectionApplies, mayDiscuss, mustLeaveRoom } = s106_2.decide(behind, ON);
    expect(sourcesOf(mayVote)).toEqual([`${act('106(1)')}: none`, `${act('106(2)')}: criminal`]);
    expect(sourcesOf(mustDiscloseThatSectionApplies)).toEqual(sourcesOf(mayVote));
    expect(mustDiscloseThatSectionApplies.reasons).toMatchObject([
      { point: 'council-tax-unpaid-two-months' },
      { point: 'council-tax-declare' },
    ]);
    for (const { reasons } of [mayDiscuss, mustLeaveRoom]) {
      expect(reasons).toMatchObject([{ point: 'council-tax-may-stay-and-speak', sanction: 'none' }]);
    }
    expect(sourcesOf(s106_2A.decide(behind, ON))).toEqual([
      `${act('106(1)')}: none`,
      `${act('106(2A)')}: none`,
    ]);
  });

  it.each<[string, CouncilTaxFacts, string, string]>([
    ['nothing owed', { ...behind, councilTaxPayableSince: null }, '106(1)', '106(1)'],
    ['a bill that was paid', { ...behind, stillUnpaid: false }, '106(1)', '106(1)'],
    ['six weeks', { ...behind, councilTaxPayableSince: civilDate('2024-01-10') }, '106(1)', '106(1)'],
    ['unrelated business', { ...behind, business: 'unrelated' }, '106(2)', '106(2A)'],
  ])('cite for %s the subsection that is not met', (_, facts, atMeeting, ofTheExecutive) => {
    const { mayVote, mustDiscloseThatSectionApplies } = s106_2.decide(facts, ON);
    expect(sourcesOf(mayVote)).toEqual([`${act(atMeeting)}: none`]);
    expect(sourcesOf(mustDiscloseThatSectionApplies)).toEqual([`${act(atMeeting)}: none`]);
    expect(sourcesOf(s106_2A.decide(facts, ON))).toEqual([`${act(ofTheExecutive)}: none`]);
  });

  it('cite the Localism Act for the dispensation that does not help', () => {
    const { mayVote } = s106_2.decide({ ...behind, dispensationUnderS33: true }, ON);
    expect(sourcesOf(mayVote)).toContain('Localism Act 2011 s.33(1): none');
  });
});

it('s.106 stands beside the interest rules as a rule that takes the vote and asks for a declaration', () => {
  const { mayVote, mustDiscloseThatSectionApplies } = s106_2.decide(behind, ON);
  expect(councilTaxOverlay(behind, ON)).toEqual({
    rule: 'england/lgfa-1992/s106(2)',
    vote: mayVote,
    declare: mustDiscloseThatSectionApplies,
  });
});
