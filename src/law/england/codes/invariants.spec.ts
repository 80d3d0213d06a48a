import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  expectEveryReasonToCite,
  expectFewerFactsNeverToSettleMore,
} from '../../../../test/law/support/case-table.js';
import type { Finding } from '../../conclusion.js';
import type { MeetingFacts } from '../../facts.js';
import { possible } from '../../finding.js';
import { goodDispensation, ordinaryMeeting } from '../ordinary-meeting.js';
import { CODES } from './index.js';

const maybe = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.constantFrom(undefined, ...values);
const yesNo = maybe(true, false);

/** Meetings of every kind, with any fact known, unknown or contrary. */
const meetings: fc.Arbitrary<MeetingFacts> = fc.record({
  meetingDate: fc.constant(ordinaryMeeting.meetingDate),
  person: maybe('member', 'co-opted-no-vote' as const),
  formalMeeting: yesNo,
  present: yesNo,
  interest: fc.record({
    kind: maybe('dpi', 'odi', 'other-body-membership', 'ori', 'nri' as const),
    heldBy: maybe('self', 'partner' as const),
    memberAwareOfPartners: yesNo,
    inRegister: yesNo,
    pending: yesNo,
    sensitive: maybe('no', 'agreed' as const),
  }),
  interestIsInTheMatter: yesNo,
  memberAwareItIs: yesNo,
  matter: fc.record({ planningOrRegulatory: yesNo, publicMaySpeak: yesNo }),
  affectsPecuniaryInterests: yesNo,
  likelyToPrejudice: yesNo,
  relation: maybe('directly-relates', 'affects', 'neither' as const),
  affectsMoreThanMajorityOfWard: yesNo,
  reasonablePublicWouldThinkViewAffected: yesNo,
  dispensations: maybe(
    [],
    [goodDispensation],
    [{ ...goodDispensation, relieves: ['vote' as const] }],
    [{ id: 'd2' }],
  ),
});

describe.each(CODES)('$title, whatever the facts of a meeting', (code) => {
  const decide = (facts: MeetingFacts) => code.decide(facts, facts.meetingDate);

  it('never settles more on fewer facts, and cites', () => {
    fc.assert(
      fc.property(meetings, (facts) => {
        expectEveryReasonToCite(decide(facts));
        expectFewerFactsNeverToSettleMore(decide, facts, ['meetingDate']);
      }),
    );
  });

  it('waits only for facts that leave more than one answer open', () => {
    fc.assert(
      fc.property(meetings, (facts) => {
        for (const finding of Object.values(decide(facts)) as Finding<unknown>[]) {
          if (finding.kind !== 'cannot-tell') continue;
          expect(finding.missing).toContain(finding.question);
          expect(new Set(possible(finding)).size).toBeGreaterThan(1);
        }
      }),
    );
  });
});
