import type { CivilDate, Finding, MeetingAnswer, MeetingResult } from '../../../law/index.js';
import { reasonInWords } from '../../../wording/index.js';
import { answerSheet, plain, type Parts } from '../answer-sheet.js';
import type { Asked } from '../asked.js';
import { bookOf, CODES } from '../named-codes.js';
import { meetingFacts, meetingNames, readMeeting, type MeetingGiven } from './meeting-facts.js';

/** A case of the type `meeting`: by law, by the code, and what to do. */
export function answerMeeting(facts: object, { code, strict }: Asked): object | undefined {
  const codes = CODES[code];
  if (codes === undefined) return undefined;
  const given = readMeeting(facts);
  const result = bookOf(codes, given.standingOrdersExclude, strict).meeting(meetingFacts(given, strict));
  return sheetOf(result, given);
}

function sheetOf(result: MeetingResult, given: MeetingGiven): object {
  const { meetingDate } = given;
  const { byLaw, byCode, effective, engaged, advice } = result;
  const withDay = (answer: MeetingAnswer): Parts => ({
    ...pointsOf(answer),
    mustNotifyMOBy: meetingDate === undefined ? withoutTheDay(answer.notify) : answer.notify,
  });
  return answerSheet(
    {
      statute: { engaged, ...withDay(byLaw) },
      code: byCode === null ? null : 'kind' in byCode ? plain({ notEncoded: true }) : pointsOf(byCode),
      effective: withDay(effective),
      section31Engaged: engaged,
      ...withDay(effective),
      advice: plain(advice.map(reasonInWords)),
    },
    meetingNames(given),
    advice,
  );
}

function pointsOf({ disclose, discuss, vote, leave }: MeetingAnswer): Parts {
  return { mustDisclose: disclose, mayDiscuss: discuss, mayVote: vote, mustLeaveRoom: leave };
}

/** The last day runs from the meeting: without its day only "nothing to notify" can be told. */
export function withoutTheDay(notify: MeetingAnswer['notify']): Finding<CivilDate | null> {
  if (notify.kind === 'cannot-tell' || notify.value === null) return notify;
  return {
    kind: 'cannot-tell',
    couldBe: [],
    missing: ['meetingDate'],
    question: 'meetingDate',
    reasons: notify.reasons.map(({ rule, point, facts, citation, layer, sanction }) => ({
      rule,
      point,
      facts,
      citation,
      layer,
      sanction,
    })),
  };
}
