import { england } from '../../../law/index.js';
import { nothingButMissing } from '../missing.js';
import { answerSheet } from '../answer-sheet.js';
import { refuseIf } from '../contradiction.js';
import { day, oneOf, readFacts } from '../fact-kinds.js';
import type { Asked } from '../asked.js';
import { ANY_DAY } from '../named-codes.js';

const SCHEMA = { count: oneOf('working days', 'days'), meetingDate: day, publishedOn: day };

/** A case of the type `agenda`: was it published five clear days before the meeting? */
export function answerAgenda(facts: object, { code, strict }: Asked): object | undefined {
  if (code !== 'ENG/LGA1972') return undefined;
  const { count = 'working days', meetingDate, publishedOn } = readFacts(facts, SCHEMA);
  if (meetingDate === undefined) return nothingButMissing('meetingDate');
  refuseIf(
    publishedOn !== undefined && publishedOn > meetingDate,
    'facts.publishedOn is after facts.meetingDate',
  );
  const notice = england.s100B_3.decide(
    { meetingDate, publishedOn, convenedAtShorterNoticeOn: null, urgent: false },
    ANY_DAY,
  );
  const { clearDays, compliant, latestPublicationDay } = count === 'days' ? notice.byCalendarDays : notice;
  return answerSheet({
    latestPublicationDay,
    ...(publishedOn === undefined && !strict ? {} : { clearDays, compliant }),
  });
}
