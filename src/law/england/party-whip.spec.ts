import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../test/law/support/case-table.js';
import { civilDate } from '../time/civil-date.js';
import { partyWhip, partyWhipOverlay } from './party-whip.js';
import { PARTY_WHIP_CASES } from './party-whip.cases.js';

caseTable(PARTY_WHIP_CASES);

const ON = civilDate('2017-10-24');
const whipped = { overviewAndScrutiny: true, underPartyWhip: true };

describe('A party whip in England', () => {
  it('rests on councils’ own rules, and breaking it is no crime', () => {
    const { mustDeclareWhip, recordInMinutes, isAnInterest, mayVote, mustLeaveRoom } = partyWhip.decide(
      whipped,
      ON,
    );
    const source = { citation: { text: 'LGA 2000 s.9Q' }, layer: 'standing-orders', sanction: 'none' };
    expect(mustDeclareWhip.reasons).toMatchObject([{ ...source, point: 'declare-party-whip' }]);
    expect(recordInMinutes.reasons).toMatchObject([{ ...source, point: 'party-whip-minuted' }]);
    expect(isAnInterest.reasons).toMatchObject([{ ...source, point: 'party-whip-is-no-interest' }]);
    expect(mayVote.reasons).toMatchObject([{ ...source, point: 'party-whip-leaves-the-vote' }]);
    expect(mustLeaveRoom.reasons).toEqual(mayVote.reasons);
  });

  it('is asked for by the agenda of Worcestershire, which is cited beside it', () => {
    const { mustDeclareWhip, mayVote } = partyWhip.decide({ ...whipped, code: 'worcestershire-2012' }, ON);
    for (const { reasons } of [mustDeclareWhip, mayVote]) {
      expect(reasons[1]).toMatchObject({
        rule: 'england/codes/worcestershire-2012/party-whip',
        layer: 'standing-orders',
        citation: { text: expect.stringMatching(/^Worcestershire County Council code of conduct 2012, /) },
      });
    }
    expect(partyWhip.decide({ ...whipped, code: 'lga-model-2020' }, ON).mayVote.reasons).toHaveLength(1);
  });

  it('stands beside the interest rules as a rule that asks for a declaration and leaves the vote', () => {
    const { mayVote, mustDeclareWhip } = partyWhip.decide(whipped, ON);
    expect(partyWhipOverlay(whipped, ON)).toEqual({
      rule: 'england/party-whip',
      vote: mayVote,
      declare: mustDeclareWhip,
    });
  });
});
