import { england } from '../../../law/index.js';
import { answerSheet } from '../answer-sheet.js';
import { refuseEnteredAndPending, refuseIf } from '../contradiction.js';
import { oneOf, readFacts, yesNo } from '../fact-kinds.js';
import type { Asked } from '../asked.js';
import { ANY_DAY } from '../named-codes.js';
import { MEETING_NAMES, meetingFacts, MEETING_SCHEMA } from './meeting-facts.js';
import { withoutTheDay } from './meeting.js';

const AWARE_FROM = {
  'before the item': 'before-the-item',
  'during discussion': 'during-the-item',
  'during the vote': 'during-the-item',
  'after the item': 'not-while-considered',
  'after the meeting': 'not-while-considered',
} as const;

const SCHEMA = {
  ...MEETING_SCHEMA,
  becameAwareAt: oneOf(...(Object.keys(AWARE_FROM) as (keyof typeof AWARE_FROM)[])),
  spokeBeforeAwareness: yesNo,
};

/** A case of the type `meeting-timeline`: a member who came to know of it only while the meeting went on. */
export function answerTimeline(facts: object, { code, strict }: Asked): object | undefined {
  if (code !== 'ENG/statute-only') return undefined;
  const { becameAwareAt, spokeBeforeAwareness, ...given } = readFacts(facts, SCHEMA);
  refuseEnteredAndPending(given);
  refuseIf(
    spokeBeforeAwareness && becameAwareAt === 'before the item',
    'facts.spokeBeforeAwareness says that they spoke on it before they knew, and facts.becameAwareAt that they knew before it began',
  );
  const meeting = meetingFacts({ interestType: 'DPI', ...given }, strict);
  const { earlierSpeechContravenes, fromAwareness, notify } = england.awareness.decide(
    { ...meeting, awareFrom: becameAwareAt && AWARE_FROM[becameAwareAt], spokeBeforeAwareness },
    ANY_DAY,
  );
  const { disclose, discuss, vote } = fromAwareness;
  return answerSheet(
    {
      contraventionByEarlierSpeech: earlierSpeechContravenes,
      fromAwareness: { mustDisclose: disclose, mayDiscuss: discuss, mayVote: vote },
      mustNotifyMOBy: given.meetingDate === undefined ? withoutTheDay(notify) : notify,
    },
    { ...MEETING_NAMES, awareFrom: 'becameAwareAt' },
  );
}
