import type { Decided, Finding, Reason } from '../conclusion.js';
import type { Facts } from '../facts.js';
import { decided, when } from '../finding.js';
import { reason } from '../rule.js';
import type { Rule, RuleSource } from '../rule.js';
import type { Overlay } from '../rulebook.js';
import { civilDate } from '../time/civil-date.js';
import type { CivilDate } from '../time/civil-date.js';
import { all, condition } from '../truth.js';

export type PartyWhipFacts = Facts<{
  /** A meeting of an overview and scrutiny committee, sub-committee or panel. */
  overviewAndScrutiny: boolean;
  underPartyWhip: boolean;
  /** The code that the council has adopted, as in `Adopted`; null for none. It adds a reason and changes no answer. */
  code: string | null;
}>;

export interface PartyWhipAnswer {
  readonly mustDeclareWhip: Finding<boolean>;
  /** Is it to be minuted that the member declared it? */
  readonly recordInMinutes: Finding<boolean>;
  readonly isAnInterest: Decided<boolean>;
  /** `true` is that no rule about whips bars it. */
  readonly mayVote: Decided<boolean>;
  readonly mustLeaveRoom: Decided<boolean>;
}

export const partyWhip: Rule<PartyWhipFacts, PartyWhipAnswer> = {
  id: 'england/party-whip',
  question: 'What does a party whip mean for a member at a scrutiny meeting?',
  citation: {
    text: 'LGA 2000 s.9Q',
    url: 'https://www.legislation.gov.uk/ukpga/2000/22/section/9Q',
  },
  // Guidance alone would ask for nothing: the duty to declare is in each council’s constitution.
  source: 'standing-orders',
  inForceFrom: civilDate('2012-05-04'),
  says: 'Statutory guidance under LGA 2000 s.9Q treats whipping as incompatible with scrutiny; councils’ constitutions therefore ask a member under a party whip to declare it and its nature, and have it minuted.',
  reading:
    '[M] The words of each council’s constitution, and the day on which s.9Q began. No English statute forbids a whip or takes the vote away for one. A whip is no interest: what an interest in the same item asks is asked beside it.',
  decide(facts) {
    const declares = all(
      condition('overviewAndScrutiny', facts.overviewAndScrutiny, 'not-overview-and-scrutiny'),
      condition('underPartyWhip', facts.underPartyWhip, 'no-party-whip'),
    );
    const no = decided(false, reason(partyWhip, declares.otherwise, declares.facts));
    const free = reason(partyWhip, 'party-whip-leaves-the-vote', []);
    return {
      mustDeclareWhip: when(
        declares,
        () => decided(true, reason(partyWhip, 'declare-party-whip', declares.facts), ...byTheAgenda(facts)),
        () => no,
      ),
      recordInMinutes: when(
        declares,
        () => decided(true, reason(partyWhip, 'party-whip-minuted', declares.facts)),
        () => no,
      ),
      isAnInterest: decided(false, reason(partyWhip, 'party-whip-is-no-interest', [])),
      mayVote: decided(true, free, ...byTheAgenda(facts)),
      mustLeaveRoom: decided(false, free),
    };
  },
};

/** The standing item on Worcestershire's scrutiny agendas, "Declarations of Interest and of any Party Whip". */
const worcestershireAgenda: RuleSource = {
  id: 'england/codes/worcestershire-2012/party-whip',
  citation: {
    text: 'Worcestershire County Council code of conduct 2012, declarations of interest and of any party whip',
  },
  source: 'standing-orders',
};

function byTheAgenda({ code }: PartyWhipFacts): readonly Reason[] {
  return code === 'worcestershire-2012'
    ? [reason(worcestershireAgenda, 'agenda-asks-for-party-whip', ['code'])]
    : [];
}

/** The whip beside the interest rules at a meeting. */
export function partyWhipOverlay(facts: PartyWhipFacts, asAt: CivilDate): Overlay {
  const { mayVote, mustDeclareWhip } = partyWhip.decide(facts, asAt);
  return { rule: partyWhip.id, vote: mayVote, declare: mustDeclareWhip };
}
