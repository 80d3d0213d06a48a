import type { Finding, MeetingAnswer, Reason } from '../../conclusion.js';
import type { MeetingFacts } from '../../facts.js';
import { decided, whenAnswer } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { all } from '../../truth.js';
import { s27_4 } from '../localism-act-2011/s27-4-co-opted-member.js';
import { attendance, inTheMatter, isDpi } from '../localism-act-2011/s31-1-engaged.js';
import { s32_3 } from '../localism-act-2011/s32-3-sensitive.js';
import { nothingRequired, soften, statuteAtMeeting } from '../statute-at-meetings.js';
import { paragraph } from './code.js';
import type { CodeOfConduct } from './code.js';

const TITLE = 'Statute-faithful code of conduct';
const FROM = civilDate('2012-07-01');

export const dpiAsTheActHasIt: Rule<MeetingFacts, MeetingAnswer> = {
  id: 'england/codes/statute-faithful/dpi',
  question: 'What does the code ask about a disclosable pecuniary interest at a meeting?',
  citation: paragraph(TITLE, 'disclosable pecuniary interests'),
  source: 'code-of-conduct',
  inForceFrom: FROM,
  says: 'Some councils say again what s.31 says and add nothing: declare what is not registered, do not speak or vote, stay.',
  decide: (facts, asAt) => restated(statuteAtMeeting(facts, false, asAt)),
};

export const otherInterests: Rule<MeetingFacts, MeetingAnswer> = {
  id: 'england/codes/statute-faithful/other-interests',
  question: 'What does the code ask about another interest at a meeting?',
  citation: paragraph(TITLE, 'other interests'),
  source: 'code-of-conduct',
  inForceFrom: FROM,
  says: 'Other interests are declared; the member may stay, speak and vote.',
  decide(facts, asAt) {
    const declare = reason(
      otherInterests,
      'code-declare-other',
      ['interestIsInTheMatter'],
      'standards-complaint',
    );
    const stay = reason(otherInterests, 'code-other-may-stay', ['interest.kind']);
    return {
      disclose: soften(decided('existence_and_nature', declare), s32_3.decide(facts, asAt)),
      discuss: decided(true, stay),
      vote: decided(true, stay),
      leave: decided(false, stay),
      notify: decided(null, reason(otherInterests, 'code-adds-no-clock', [])),
    };
  },
};

export const statuteFaithful: CodeOfConduct = {
  code: 'statute-faithful',
  title: TITLE,
  id: 'england/codes/statute-faithful',
  question: 'What does the code ask of the member at this meeting?',
  citation: { text: TITLE },
  source: 'code-of-conduct',
  inForceFrom: FROM,
  says: 'Codes that say again what s.31 says and add nothing for disclosable pecuniary interests.',
  reading:
    'Which paragraph says it differs from council to council, so the paragraphs are named and not numbered.',
  paragraphs: [dpiAsTheActHasIt, otherInterests],
  decide(facts, asAt) {
    const engaged = all(s27_4.decide(facts, asAt), ...attendance(facts), ...inTheMatter(facts));
    return whenAnswer(
      engaged,
      () =>
        whenAnswer(
          isDpi(facts),
          () => dpiAsTheActHasIt.decide(facts, asAt),
          () => otherInterests.decide(facts, asAt),
        ),
      () => nothingRequired(statuteFaithful, engaged),
    );
  },
};

/** The statute's answer in the code's name: what is a crime by the Act is a complaint by the code. */
function restated(answer: MeetingAnswer): MeetingAnswer {
  return {
    disclose: inTheCodesName(answer.disclose),
    discuss: inTheCodesName(answer.discuss),
    vote: inTheCodesName(answer.vote),
    leave: inTheCodesName(answer.leave),
    notify: inTheCodesName(answer.notify),
  };
}

function inTheCodesName<V>(finding: Finding<V>): Finding<V> {
  return { ...finding, reasons: finding.reasons.map(restate) };
}

function restate({ point, facts, sanction, lastDay }: Reason): Reason {
  return reason(
    dpiAsTheActHasIt,
    point,
    facts,
    sanction === 'none' ? 'none' : 'standards-complaint',
    lastDay,
  );
}
