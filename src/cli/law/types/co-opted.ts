import { england, yesOrNo, type Finding, type MeetingFacts } from '../../../law/index.js';
import { answerSheet } from '../answer-sheet.js';
import { readFacts, words } from '../fact-kinds.js';
import { defined, ordinaryUnless } from '../ordinary.js';
import type { Asked } from '../asked.js';
import { ANY_DAY, bookOf, CODES } from '../named-codes.js';
import { MEETING_NAMES, meetingFacts, MEETING_SCHEMA } from './meeting-facts.js';

const SCHEMA = { ...MEETING_SCHEMA, questionRelatesTo: words };

/** A case of the type `co-opted`: what a church or parent governor representative may do on a question. */
export function answerCoOpted(facts: object, { code, strict }: Asked): object | undefined {
  const codes = CODES[code];
  if (codes === undefined) return undefined;
  const { questionRelatesTo, ...given } = readFacts(facts, SCHEMA);
  const usual = ordinaryUnless(strict);
  const person = usual(given.person, 'church representative');
  const interestType = usual(given.interestType, 'none');
  const meeting = meetingFacts(defined({ ...given, person, interestType }), strict);
  const educationFunction = questionRelatesTo === undefined ? undefined : isEducation(questionRelatesTo);
  const result = bookOf(codes, given.standingOrdersExclude, strict).meeting({
    ...meeting,
    matter: { ...meeting.matter, educationFunction },
  });
  const { discuss, vote, leave } = result.effective;
  return answerSheet(
    { mayDiscuss: discuss, mayVote: vote, mustLeaveRoom: leave, statutoryCoOptedMember: covered(meeting) },
    { ...MEETING_NAMES, 'matter.educationFunction': 'questionRelatesTo' },
    result.overlays.flatMap((overlay) => overlay.vote.reasons),
  );
}

/** "Education function of the executive" is one; "children's social care" is none. Other words do not say. */
function isEducation(question: string): boolean | undefined {
  if (/\bnot (an? )?education|\bsocial care\b/i.test(question)) return false;
  return /\b(education\w*|schools?|pupils?|admissions)\b/i.test(question) || undefined;
}

function covered(facts: Pick<MeetingFacts, 'person'>): Finding<boolean> {
  return yesOrNo(england.s27_4, england.s27_4.decide(facts, ANY_DAY), 'covered-by-the-act');
}
