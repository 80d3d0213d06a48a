import { describe, expect, it } from '@jest/globals';
import { ask } from '../../ask.js';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { prohibitedWhipOverlay, s78 } from './s78-party-whip.js';
import { PROHIBITED_WHIP_CASES } from './s78-party-whip.cases.js';

caseTable(PROHIBITED_WHIP_CASES);

const ON = civilDate('2024-02-22');
const whipped = { overviewAndScrutiny: true, prohibitedPartyWhip: true };

describe('Section 78', () => {
  it('is statute, and makes a point of its own for each answer', () => {
    const answer = s78.decide(whipped, ON);
    const source = { citation: { text: 'Local Government (Wales) Measure 2011 s.78' }, layer: 'statute' };
    expect(answer).toMatchObject({
      mustDeclareWhip: { reasons: [{ ...source, point: 'declare-prohibited-whip' }] },
      mayVote: { reasons: [{ ...source, point: 'prohibited-whip-no-vote' }] },
      voteIfCast: { reasons: [{ ...source, point: 'prohibited-whip-vote-disregarded' }] },
      recordInMinutes: { reasons: [{ ...source, point: 'prohibited-whip-minuted' }] },
      isAnInterest: { reasons: [{ ...source, point: 'party-whip-is-no-interest' }] },
      mustLeaveRoom: { reasons: [{ ...source, point: 'party-whip-nobody-leaves' }] },
    });
  });

  it('begins on 30 April 2012', () => {
    expect(ask(s78, whipped, civilDate('2012-04-29'))).toMatchObject({ kind: 'not-encoded' });
    expect(ask(s78, whipped, civilDate('2012-04-30'))).toHaveProperty('mayVote.value', false);
  });

  it('stands beside the interest rules as a rule that takes the vote and asks for a declaration', () => {
    const { mayVote, mustDeclareWhip } = s78.decide(whipped, ON);
    expect(prohibitedWhipOverlay(whipped, ON)).toEqual({
      rule: 'wales/local-government-measure-2011/s78',
      vote: mayVote,
      declare: mustDeclareWhip,
    });
  });
});
