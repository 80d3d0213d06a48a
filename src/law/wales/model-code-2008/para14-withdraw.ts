import type { Discuss, Finding, Leave, MeetingAnswer } from '../../conclusion.js';
import type { Dispensation, Facts, Restriction } from '../../facts.js';
import { decided, excused, together, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import { all, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { disclosedByEither, prejudicialByEither } from './either-prejudice.js';

import type { PrejudiceFacts } from './para12-prejudicial.js';
import type { ScrutinyFacts } from './para13-own-decision.js';
import { paragraph } from './paragraph.js';

/** A dispensation of the standards committee, as it stands to this business. */
export type WelshDispensation = Pick<Dispensation, 'id' | 'coversThisMatter' | 'relieves'>;

/** One member who attends, and one piece of business. */
export type WelshMeetingFacts = PrejudiceFacts &
  ScrutinyFacts &
  Facts<{
    /** May the public attend to make representations, answer questions or give evidence about the business? */
    publicMaySpeak: boolean;
    /** null: the member has none. */
    dispensation: WelshDispensation | null;
  }>;

export interface WelshMeetingAnswer extends Omit<MeetingAnswer, 'notify'> {
  /** May the member send the meeting written representations? */
  readonly writtenRepresentations: Finding<boolean>;
}

export const para14_2: Rule<WelshMeetingFacts, Truth> = {
  ...paragraph('14(2)'),
  question: 'May the member speak to the meeting as the public may?',
  says: 'Para 14(2): a member with a prejudicial interest may attend only to make representations, answer questions or give evidence, provided that the public may attend “for the same purpose”.',
  decide: ({ publicMaySpeak }) =>
    condition('matter.publicMaySpeak', publicMaySpeak, 'wales-public-may-not-speak'),
};

export const para14_2A: Rule<WelshMeetingFacts, Truth> = {
  ...paragraph('14(2A)'),
  question: 'May the member send the meeting written representations?',
  says: 'Para 14(2A): a member with a prejudicial interest “may submit written representations” to the meeting, provided that the public may attend to speak about the business.',
  decide: para14_2.decide,
};

export const para14: Rule<WelshMeetingFacts, WelshMeetingAnswer> = {
  ...paragraph('14'),
  question: 'What must a member who attends the meeting do about their interest in the business?',
  says: 'Para 14(1): a member with a prejudicial interest must, “unless you have obtained a dispensation from your authority’s standards committee”, withdraw “from the room, chamber or place” of the meeting, and not seek to influence the decision.',
  reading:
    '[M] Dispensations (SI 2001/2279; para 14(3)). A member dispensed only to speak leaves for the vote: the safe reading. A personal interest that is not prejudicial is disclosed and bars nothing. It is no offence: the Public Services Ombudsman and the Adjudication Panel for Wales enforce it.',
  decide(facts, asAt) {
    const prejudicial = prejudicialByEither(facts, asAt);
    const discuss = barredIf<Discuss>(prejudicial, true, () => discussing(facts, asAt));
    const vote = barredIf(prejudicial, true, () => voting(facts));
    return {
      disclose: disclosedByEither(facts, asAt),
      discuss,
      vote,
      leave: barredIf<Leave>(prejudicial, false, () => leaving(discuss, vote)),
      writtenRepresentations: barredIf(prejudicial, true, () => writing(facts, asAt)),
    };
  },
};

/** The bar where the interest is prejudicial, and freedom where it is not; why it is so is said with either. */
function barredIf<V>(prejudicial: Finding<boolean>, free: V, bar: () => Finding<V>): Finding<V> {
  const notBarred = (): Finding<V> => decided(free, ...prejudicial.reasons);
  if (prejudicial.kind === 'cannot-tell') {
    const { missing } = prejudicial;
    return when({ is: 'unknown', facts: missing, otherwise: 'wales-not-prejudicial' }, bar, notBarred);
  }
  if (!prejudicial.value) return notBarred();
  const barred = bar();
  return { ...barred, reasons: [...barred.reasons, ...prejudicial.reasons] };
}

function discussing(facts: WelshMeetingFacts, asAt: CivilDate): Finding<Discuss> {
  const asThePublic = para14_2.decide(facts, asAt);
  return unlessDispensed<Discuss>(facts, 'discussion', () =>
    when<Discuss>(
      asThePublic,
      () => decided('as_public_only', reason(para14_2, 'wales-speak-then-leave', asThePublic.facts)),
      () =>
        decided(
          false,
          reason(para14, 'wales-no-part', ['prejudicial'], 'standards-complaint'),
          reason(para14_2, asThePublic.otherwise, asThePublic.facts),
        ),
    ),
  );
}

function voting(facts: WelshMeetingFacts): Finding<boolean> {
  return unlessDispensed(facts, 'vote', () =>
    decided(false, reason(para14, 'wales-no-vote', ['prejudicial'], 'standards-complaint')),
  );
}

/** Out of the room for what one may not take part in. Who speaks as the public may leaves after that. */
function leaving(discuss: Finding<Discuss>, vote: Finding<boolean>): Finding<Leave> {
  const out = together(discuss, vote, (mayDiscuss, mayVote): Leave => {
    if (mayDiscuss === true) return mayVote ? false : 'vote_only';
    return mayVote ? 'discussion_only' : true;
  });
  const stays = out.kind !== 'cannot-tell' && out.value === false;
  return stays
    ? out
    : { ...out, reasons: [reason(para14, 'wales-withdraw', ['prejudicial'], 'standards-complaint')] };
}

function writing(facts: WelshMeetingFacts, asAt: CivilDate): Finding<boolean> {
  const asThePublic = para14_2A.decide(facts, asAt);
  return unlessDispensed(facts, 'discussion', () =>
    when(
      asThePublic,
      () => decided(true, reason(para14_2A, 'wales-may-write', asThePublic.facts)),
      () => decided(false, reason(para14, 'wales-may-not-write', asThePublic.facts, 'standards-complaint')),
    ),
  );
}

function unlessDispensed<V>(
  facts: WelshMeetingFacts,
  restriction: Restriction,
  bar: () => Finding<V | true>,
): Finding<V | true> {
  const dispensed = relief(facts.dispensation, restriction);
  const by = facts.dispensation ? [facts.dispensation.id] : [];
  return when<V | true>(
    dispensed,
    () => excused<V | true>(true, by, reason(para14, 'wales-dispensed', dispensed.facts)),
    () => {
      const barred = bar();
      return {
        ...barred,
        reasons: [...barred.reasons, reason(para14, dispensed.otherwise, dispensed.facts)],
      };
    },
  );
}

function relief(dispensation: WelshDispensation | null | undefined, restriction: Restriction): Truth {
  if (!dispensation) {
    return condition('dispensations', dispensation === null ? false : undefined, 'no-dispensation');
  }
  return all(
    condition(
      'dispensations.coversThisMatter',
      dispensation.coversThisMatter,
      'dispensation-for-another-matter',
    ),
    test(
      'dispensations.relieves',
      dispensation.relieves,
      (relieved) => relieved.includes(restriction),
      'dispensation-for-another-restriction',
    ),
  );
}
