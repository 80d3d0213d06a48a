import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { ordinaryMeeting, withDispensation } from '../ordinary-meeting.js';
import { statuteAtMeeting } from '../statute-at-meetings.js';
import { DISPENSATION_CASES, LIMITS_OF_DISPENSATION_CASES } from './s33-dispensation.cases.js';

caseTable(DISPENSATION_CASES);
caseTable(LIMITS_OF_DISPENSATION_CASES);

it.each([
  ['whether there is one', { ...ordinaryMeeting, dispensations: undefined }],
  ['whether it covers this matter', withDispensation({ coversThisMatter: undefined })],
])('while it is not known %s, the reasons of both outcomes are kept', (_, facts) => {
  const { discuss } = statuteAtMeeting(facts, true, facts.meetingDate);
  const points = discuss.reasons.map(({ point }) => point);
  expect(points).toEqual(expect.arrayContaining(['dispensed-discussion', 'no-discussion']));
});
