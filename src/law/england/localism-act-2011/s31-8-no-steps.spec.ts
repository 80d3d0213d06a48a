import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import type { Finding } from '../../conclusion.js';
import { goodDispensation } from '../ordinary-meeting.js';
import { AWARE_ON, matterAlone } from './s31-6-acting-alone.cases.js';
import { decidedAlone } from './s31-6-to-8-decided-alone.js';
import { NO_STEPS_CASES } from './s31-8-no-steps.cases.js';

caseTable(NO_STEPS_CASES);

const cited = (finding: Finding<unknown> | null): readonly (readonly string[])[] =>
  (finding?.reasons ?? []).map(({ point, citation, sanction }) => [
    point,
    citation.text.replace('Localism Act 2011 ', ''),
    sanction,
  ]);
const NO_HELP = 'dispensation-does-not-reach-acting-alone';

describe('The reasons of a matter alone', () => {
  const answer = decidedAlone(
    { ...matterAlone, step: 'does-more', dispensations: [goodDispensation] },
    AWARE_ON,
  );

  it('a step is criminal, and no dispensation reaches it', () => {
    const noHelp = [
      [NO_HELP, 's.33(1)', 'none'],
      [NO_HELP, 's.31(8)', 'none'],
    ];
    expect(cited(answer.mayTakeSteps)).toEqual([['no-steps-alone', 's.31(8)', 'criminal'], ...noHelp]);
    expect(cited(answer.stepLawful)).toEqual([
      ['step-does-more-than-hand-over', 's.31(8)', 'criminal'],
      ...noHelp,
    ]);
    expect(answer.mayTakeSteps.reasons.map(({ facts }) => facts)).toEqual([
      ['interestIsInTheMatter'],
      ['dispensations'],
      ['dispensations'],
    ]);
  });

  it('handing over is the exception of the same subsection', () => {
    const handing = decidedAlone({ ...matterAlone, step: 'hands-over' }, AWARE_ON);
    expect(cited(handing.mayHandOver)).toEqual([['may-hand-over', 's.31(8)', 'none']]);
    expect(cited(handing.stepLawful)).toEqual([['step-hands-over', 's.31(8)', 'none']]);
    expect(handing.mayHandOver.reasons[0]?.facts).toEqual(['interestIsInTheMatter']);
    expect(handing.stepLawful?.reasons[0]?.facts).toEqual(['step']);
  });

  it('that the rules apply is cited from the subsection that says so', () => {
    expect(answer.engaged.kind).toBe('decided');
    expect(cited(answer.engaged)).toEqual([['acting-alone-rules-apply', 's.31(6)', 'none']]);
  });

  it.each(['no', 'claimed', 'agreed', undefined] as const)(
    'the monitoring officer is told in full, whether or not it is sensitive: %s',
    (sensitive) => {
      const facts = { ...matterAlone, interest: { ...matterAlone.interest, sensitive } };
      const { notificationMayOmitDetails } = decidedAlone(facts, AWARE_ON);
      expect(notificationMayOmitDetails).toMatchObject({ kind: 'decided', value: false });
      expect(cited(notificationMayOmitDetails)).toEqual([
        ['officer-is-told-in-full', 's.31(7)', 'none'],
        ['sensitive-only-in-public-copies', 's.32(2)', 'none'],
        ['sensitive-only-at-meetings', 's.32(3)', 'none'],
      ]);
    },
  );
});
