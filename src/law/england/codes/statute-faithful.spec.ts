import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { ordinaryMeeting, withInterest } from '../ordinary-meeting.js';
import { STATUTE_FAITHFUL_CASES } from './statute-faithful.cases.js';
import { statuteFaithful } from './statute-faithful.js';

caseTable(STATUTE_FAITHFUL_CASES);

it('speaks in its own name, whatever the Act says too', () => {
  const { disclose, vote, notify } = statuteFaithful.decide(
    withInterest({ inRegister: false }),
    ordinaryMeeting.meetingDate,
  );
  const dpi = { rule: 'england/codes/statute-faithful/dpi', layer: 'code', sanction: 'standards-complaint' };
  expect(disclose.reasons).toMatchObject([{ ...dpi, point: 'not-in-register-so-disclosed' }]);
  expect(vote.reasons).toMatchObject([
    { ...dpi, point: 'no-vote' },
    { ...dpi, point: 'no-dispensation', sanction: 'none' },
  ]);
  expect(notify.reasons).toMatchObject([{ ...dpi, point: 'notify-after-disclosure', lastDay: '2017-11-20' }]);
});

it('cites the paragraph on other interests for them', () => {
  const { disclose, discuss, vote, leave, notify } = statuteFaithful.decide(
    withInterest({ kind: 'odi' }),
    ordinaryMeeting.meetingDate,
  );
  const citation = { text: 'Statute-faithful code of conduct, other interests' };
  const reasons = [disclose, discuss, vote, leave, notify].flatMap((finding) => finding.reasons);
  expect(reasons.map((one) => [one.point, one.citation])).toEqual([
    ['code-declare-other', citation],
    ['code-other-may-stay', citation],
    ['code-other-may-stay', citation],
    ['code-other-may-stay', citation],
    ['code-adds-no-clock', citation],
  ]);
});
