import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../../test/law/support/case-table.js';
import type { MeetingFacts } from '../../../facts.js';
import { ordinaryMeeting, withDispensation, withInterest } from '../../ordinary-meeting.js';
import {
  DPI_CASES,
  MEMBERSHIP_CASES,
  OTHER_NAMES_CASES,
  UNASKED_CASES,
  WITHDRAWAL_CASES,
} from './meetings.cases.js';
import { worcestershire2012 } from './meetings.js';

[DPI_CASES, WITHDRAWAL_CASES, UNASKED_CASES, MEMBERSHIP_CASES, OTHER_NAMES_CASES].forEach(caseTable);

function decide(facts: MeetingFacts) {
  const { disclose, discuss, vote, leave, notify } = worcestershire2012.decide(facts, facts.meetingDate);
  return [disclose, discuss, vote, leave, notify].map(({ reasons }) =>
    reasons.map(({ point, citation, sanction }) => [point, citation.text, sanction].join(' | ')),
  );
}
const by = (subject: string) => `Worcestershire County Council code of conduct 2012, ${subject}`;

it('gives its reasons for a disclosable pecuniary interest', () => {
  const dpi = by('disclosable pecuniary interests at meetings');
  expect(decide(ordinaryMeeting)).toEqual([
    [`code-declare-dpi | ${dpi} | standards-complaint`],
    [`code-no-part-in-dpi | ${dpi} | standards-complaint`],
    [`code-no-part-in-dpi | ${dpi} | standards-complaint`],
    [`code-withdraw-for-dpi | ${dpi} | standards-complaint`],
    [`code-adds-no-clock | ${dpi} | none`],
  ]);
});

it('gives its reasons for leaving for another interest', () => {
  const facts = {
    ...withInterest({ kind: 'odi' }),
    likelyToPrejudice: true,
    affectsPecuniaryInterests: true,
  };
  const test = by('withdrawal for other interests');
  expect(decide(facts)).toEqual([
    [`code-declare-other | ${by('other disclosable interests')} | standards-complaint`],
    [`code-no-part-in-other | ${test} | standards-complaint`],
    [`code-no-part-in-other | ${test} | standards-complaint`],
    [`code-withdraw-for-other | ${test} | standards-complaint`],
    [`code-adds-no-clock | ${by('other disclosable interests')} | none`],
  ]);
});

it('says why a member may stay', () => {
  const [, discuss] = decide(withInterest({ kind: 'odi' }));
  expect(discuss).toEqual([`code-other-may-stay | ${by('withdrawal for other interests')} | none`]);
  const [disclose] = decide(withInterest({ kind: 'other-body-membership' }));
  expect(disclose).toEqual([
    `code-membership-not-declared | ${by('membership of another authority or public body')} | none`,
  ]);
  const dispensed = decide(withDispensation());
  const dpi = by('disclosable pecuniary interests at meetings');
  expect(dispensed.slice(1, 4)).toEqual(Array(3).fill([`code-dispensed | ${dpi} | none`]));
});

it('cites the code itself where nothing is engaged', () => {
  expect(decide({ ...ordinaryMeeting, formalMeeting: false })[0]).toEqual([
    'not-a-formal-meeting | Worcestershire County Council code of conduct 2012 | none',
  ]);
  expect(decide(withInterest({ heldBy: 'partner', memberAwareOfPartners: false }))[0]).toEqual([
    `member-not-aware-of-partners | ${by('disclosable pecuniary interests at meetings')} | none`,
  ]);
});
