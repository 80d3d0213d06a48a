import type { MeetingAnswer } from '../../../conclusion.js';
import type { MeetingFacts } from '../../../facts.js';
import { whenAnswer } from '../../../finding.js';
import type { CivilDate } from '../../../time/civil-date.js';
import { all, test } from '../../../truth.js';
import type { Truth } from '../../../truth.js';
import { s27_4 } from '../../localism-act-2011/s27-4-co-opted-member.js';
import { attendance, inTheMatter, isDpi, partnersIsKnown } from '../../localism-act-2011/s31-1-engaged.js';
import { nothingRequired } from '../../statute-at-meetings.js';
import type { CodeOfConduct } from '../code.js';
import { sensitive } from './app-b-2-sensitive.js';
import { dpiDirectly } from './app-b-4-dpi.js';
import { nriDirectly, oriDirectly } from './app-b-6-directly-relates.js';
import { affects, affectsADpi, bothLimbs } from './app-b-8-affects.js';
import { CODE, PUBLISHED, TITLE, modelCode } from './text.js';

export const lgaModel2020: CodeOfConduct = {
  code: CODE,
  title: TITLE,
  id: 'england/codes/lga-model-2020',
  question: 'What does the code ask of the member at this meeting?',
  citation: modelCode('App B'),
  source: 'code-of-conduct',
  inForceFrom: PUBLISHED,
  says: 'App B: a matter “directly relates” to an interest when it is about the interest itself, as the member’s own planning application is; it “affects” one when it is not about it and has clear implications for it, as a neighbour’s application can have.',
  reading:
    '[M] Published on 3 December 2020 and revised in 2021. Numbering differs between printings and adopted copies, so the paragraphs are given with their titles; the numbers are the national text’s. Councils adopt it with changes of their own: the adopted text rules.',
  paragraphs: [sensitive, dpiDirectly, oriDirectly, nriDirectly, affects, bothLimbs],
  decide(facts, asAt) {
    const engaged = all(s27_4.decide(facts, asAt), ...attendance(facts), ...inTheMatter(facts));
    const concerned = all(engaged, isRelated(facts));
    return whenAnswer(
      concerned,
      () => byKind(facts, asAt),
      () => nothingRequired(lgaModel2020, concerned),
    );
  },
};

function isRelated({ relation }: MeetingFacts): Truth {
  return test('relation', relation, (one) => one !== 'neither', 'not-related');
}

function byKind(facts: MeetingFacts, asAt: CivilDate): MeetingAnswer {
  const partners = partnersIsKnown(facts);
  return whenAnswer(
    isDpi(facts),
    () =>
      whenAnswer(
        partners,
        () => toADpi(facts, asAt),
        () => nothingRequired(lgaModel2020, partners),
      ),
    () => toAnother(facts, asAt),
  );
}

function toADpi(facts: MeetingFacts, asAt: CivilDate): MeetingAnswer {
  return whenAnswer(
    isDirect(facts),
    () => dpiDirectly.decide(facts, asAt),
    () => affectsADpi(facts, asAt),
  );
}

function toAnother(facts: MeetingFacts, asAt: CivilDate): MeetingAnswer {
  return whenAnswer(
    isDirect(facts),
    () =>
      whenAnswer(
        isOri(facts),
        () => oriDirectly.decide(facts, asAt),
        () => nriDirectly.decide(facts, asAt),
      ),
    () => affects.decide(facts, asAt),
  );
}

/** Is the matter about the interest itself, or does it only affect it? */
function isDirect({ relation }: MeetingFacts): Truth {
  return test('relation', relation, (one) => one === 'directly-relates', 'declare-what-is-affected');
}

/** Another council is a body of a public nature, so a member of two councils has an interest of this kind. */
function isOri({ interest }: MeetingFacts): Truth {
  return test(
    'interest.kind',
    interest?.kind,
    (kind) => kind === 'ori' || kind === 'other-body-membership',
    'code-adds-nothing',
  );
}
