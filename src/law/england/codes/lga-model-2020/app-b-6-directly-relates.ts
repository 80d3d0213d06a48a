import type { Discuss, Finding, MeetingAnswer } from '../../../conclusion.js';
import type { MeetingFacts } from '../../../facts.js';
import { decided, when } from '../../../finding.js';
import { reason } from '../../../rule.js';
import type { Rule, RuleSource } from '../../../rule.js';
import type { CivilDate } from '../../../time/civil-date.js';
import { condition } from '../../../truth.js';
import { outUnlessDispensed } from '../code.js';
import { disclosedBy } from './app-b-2-sensitive.js';
import { PUBLISHED, modelCode } from './text.js';

/** App B para 6. */
export const oriDirectly: Rule<MeetingFacts, MeetingAnswer> = {
  id: 'england/codes/lga-model-2020/app-b-6',
  question: 'What does the code ask where a matter directly relates to an other registerable interest?',
  citation: modelCode('App B para 6'),
  source: 'code-of-conduct',
  inForceFrom: PUBLISHED,
  says: 'App B para 6, disclosure of other registerable interests: where a matter “directly relates” to the financial interest or wellbeing of one, disclose it; speak only if members of the public are also allowed to; otherwise no discussion or vote, and do not remain in the room unless granted a dispensation.',
  reading:
    'Who speaks as the public may leaves before the debate. Another council of which the member is a councillor is an other registerable interest. The dispensation is the code’s own: it exists because the paragraph says so.',
  decide: (facts, asAt) => directly(oriDirectly, facts, asAt),
};

/** App B para 7. */
export const nriDirectly: Rule<MeetingFacts, MeetingAnswer> = {
  id: 'england/codes/lga-model-2020/app-b-7',
  question: 'What does the code ask where a matter directly relates to a non-registerable interest?',
  citation: modelCode('App B para 7'),
  source: 'code-of-conduct',
  inForceFrom: PUBLISHED,
  says: 'App B para 7, disclosure of non-registerable interests: where a matter “directly relates” to the member’s own financial interest or wellbeing (and is not a disclosable pecuniary interest), or to that of a relative or close associate: as paragraph 6.',
  reading:
    'Interests that only another code names, “other disclosable interests”, are taken for non-registerable ones.',
  decide: (facts, asAt) => directly(nriDirectly, facts, asAt),
};

function directly(rule: RuleSource, facts: MeetingFacts, asAt: CivilDate): MeetingAnswer {
  return {
    disclose: disclosedBy(rule, 'code-declare-other', facts, asAt),
    ...outAsParagraph6(rule, facts, asAt),
    notify: decided(null, reason(rule, 'code-adds-no-clock', [])),
  };
}

/** Speak only as the public may, no vote, and leave, so far as no dispensation relieves it. */
export function outAsParagraph6(
  rule: RuleSource,
  facts: MeetingFacts,
  asAt: CivilDate,
): Pick<MeetingAnswer, 'discuss' | 'vote' | 'leave'> {
  const points = { noPart: 'no-vote', withdraw: 'code-withdraw-for-other' } as const;
  return outUnlessDispensed(rule, points, facts, asAt, asThePublicMay(rule, facts));
}

function asThePublicMay(rule: RuleSource, { matter }: MeetingFacts): Finding<Discuss> {
  const publicSpeaks = condition('matter.publicMaySpeak', matter?.publicMaySpeak, 'no-discussion');
  return when<Discuss>(
    publicSpeaks,
    () =>
      decided(
        'as_public_only',
        reason(rule, 'speak-as-the-public-may', publicSpeaks.facts, 'standards-complaint'),
      ),
    () => decided(false, reason(rule, publicSpeaks.otherwise, publicSpeaks.facts, 'standards-complaint')),
  );
}
