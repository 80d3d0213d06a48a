import type { Disclose, Finding, MeetingAnswer } from '../../../conclusion.js';
import type { MeetingFacts } from '../../../facts.js';
import { decided, whenAnswer } from '../../../finding.js';
import type { Point } from '../../../point.js';
import { reason } from '../../../rule.js';
import type { Rule, RuleSource } from '../../../rule.js';
import { all, any, condition, test } from '../../../truth.js';
import type { Truth } from '../../../truth.js';
import { attendance, inTheMatter, isDpi, partnersIsKnown } from '../../localism-act-2011/s31-1-engaged.js';
import { s27_4 } from '../../localism-act-2011/s27-4-co-opted-member.js';
import { s32_3 } from '../../localism-act-2011/s32-3-sensitive.js';
import { nothingRequired, soften } from '../../statute-at-meetings.js';
import { outUnlessDispensed } from '../code.js';
import type { CodeOfConduct } from '../code.js';
import { FROM, TITLE, named } from './text.js';

export const dpiAtMeetings: Rule<MeetingFacts, MeetingAnswer> = {
  id: 'england/codes/worcestershire-2012/dpi',
  question: 'What does the code ask about a disclosable pecuniary interest at a meeting?',
  citation: named('disclosable pecuniary interests at meetings'),
  source: 'code-of-conduct',
  inForceFrom: FROM,
  says: 'The code on disclosable pecuniary interests: declare each at the meeting, take no part, withdraw.',
  decide: (facts, asAt) => ({
    disclose: declareInFull(dpiAtMeetings, 'code-declare-dpi', facts),
    ...outUnlessDispensed(
      dpiAtMeetings,
      { noPart: 'code-no-part-in-dpi', withdraw: 'code-withdraw-for-dpi' },
      facts,
      asAt,
    ),
    notify: decided(null, reason(dpiAtMeetings, 'code-adds-no-clock', [])),
  }),
};

export const withdrawal: Rule<MeetingFacts, Truth> = {
  id: 'england/codes/worcestershire-2012/withdrawal',
  question: 'Must the member withdraw for an interest that is not a disclosable pecuniary interest?',
  citation: named('withdrawal for other interests'),
  source: 'code-of-conduct',
  inForceFrom: FROM,
  says: 'The code on withdrawing for any other interest: only if the matter (affects the member’s pecuniary interests or is a planning or regulatory matter) and would be seen as likely to prejudice their judgement of the public interest.',
  reading:
    '“Your pecuniary interests” is read as the member’s own; whoever is asked is told to answer yes for those of family and associated bodies too. Likely to prejudice: in the eyes of a reasonable member of the public who knows the facts. Who withdraws does not speak first as the public may: the page gives no such right.',
  decide: (facts) =>
    all(
      any(
        'code-other-may-stay',
        condition('affectsPecuniaryInterests', facts.affectsPecuniaryInterests, 'code-other-may-stay'),
        condition('matter.planningOrRegulatory', facts.matter?.planningOrRegulatory, 'code-other-may-stay'),
      ),
      condition('likelyToPrejudice', facts.likelyToPrejudice, 'code-other-may-stay'),
    ),
};

export const otherInterests: Rule<MeetingFacts, MeetingAnswer> = {
  id: 'england/codes/worcestershire-2012/other-interests',
  question: 'What does the code ask about another disclosable interest at a meeting?',
  citation: named('other disclosable interests'),
  source: 'code-of-conduct',
  inForceFrom: FROM,
  says: 'The code on other disclosable interests: not registered, declared with their nature; stay unless the test is met.',
  reading:
    '“Family”, “associated” and “close connection” are not defined: they are read broadly, and the member judges. A dispensation is taken to relieve these interests too.',
  decide(facts, asAt) {
    const disclose = declareInFull(otherInterests, 'code-declare-other', facts);
    const notify = decided(null, reason(otherInterests, 'code-adds-no-clock', []));
    const mustWithdraw = withdrawal.decide(facts, asAt);
    const points = { noPart: 'code-no-part-in-other', withdraw: 'code-withdraw-for-other' } as const;
    return whenAnswer(
      mustWithdraw,
      () => ({ disclose, notify, ...outUnlessDispensed(withdrawal, points, facts, asAt) }),
      () => ({ ...nothingRequired(withdrawal, mustWithdraw), disclose, notify }),
    );
  },
};

export const membershipOfOtherBodies: Rule<MeetingFacts, MeetingAnswer> = {
  id: 'england/codes/worcestershire-2012/other-bodies',
  question: 'Must membership of another public body be declared?',
  citation: named('membership of another authority or public body'),
  source: 'code-of-conduct',
  inForceFrom: FROM,
  says: 'The code on membership of another authority or public body: normally not even declared; it is an interest like the others only where the conflict is seen as likely to prejudice the member’s judgement of the public interest.',
  decide(facts, asAt) {
    const conflict = condition('likelyToPrejudice', facts.likelyToPrejudice, 'code-membership-not-declared');
    return whenAnswer(
      conflict,
      () => otherInterests.decide(facts, asAt),
      () => nothingRequired(membershipOfOtherBodies, conflict),
    );
  },
};

export const worcestershire2012: CodeOfConduct = {
  code: 'worcestershire-2012',
  title: TITLE,
  id: 'england/codes/worcestershire-2012',
  question: 'What does the code ask of the member at this meeting?',
  citation: { text: TITLE },
  source: 'code-of-conduct',
  inForceFrom: FROM,
  says: 'The Worcestershire code of 2012, as the agenda page of the time sums it up. Its own text was not found, so the paragraphs are named and not numbered (docs/law-changes.md).',
  paragraphs: [dpiAtMeetings, otherInterests, withdrawal, membershipOfOtherBodies],
  decide(facts, asAt) {
    const engaged = all(s27_4.decide(facts, asAt), ...attendance(facts), ...inTheMatter(facts));
    return whenAnswer(
      engaged,
      () => byKind(facts, asAt),
      () => nothingRequired(worcestershire2012, engaged),
    );
  },
};

function byKind(facts: MeetingFacts, asAt: MeetingFacts['meetingDate']): MeetingAnswer {
  const partners = partnersIsKnown(facts);
  const isMembership = test(
    'interest.kind',
    facts.interest?.kind,
    (kind) => kind === 'other-body-membership',
    'code-adds-nothing',
  );
  return whenAnswer(
    isDpi(facts),
    () =>
      whenAnswer(
        partners,
        () => dpiAtMeetings.decide(facts, asAt),
        () => nothingRequired(dpiAtMeetings, partners),
      ),
    // Interests that go by the names of another code, 'ori' and 'nri', are other interests here.
    () =>
      whenAnswer(
        isMembership,
        () => membershipOfOtherBodies.decide(facts, asAt),
        () => otherInterests.decide(facts, asAt),
      ),
  );
}

/** Existence and nature, for each interest and registered or not; of an agreed sensitive one, existence only. */
function declareInFull(rule: RuleSource, point: Point, facts: MeetingFacts): Finding<Disclose> {
  const full = decided<Disclose>(
    'existence_and_nature',
    reason(rule, point, ['interestIsInTheMatter'], 'standards-complaint'),
  );
  return soften(full, s32_3.decide(facts, facts.meetingDate));
}
