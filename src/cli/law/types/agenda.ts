import { england, type CivilDate } from '../../../law/index.js';
import { nothingButMissing } from '../missing.js';
import { answerSheet } from '../answer-sheet.js';
import { refuseIf } from '../contradiction.js';
import { day, oneOf, orNone, readFacts, yesNo } from '../fact-kinds.js';
import { ordinaryUnless } from '../ordinary.js';
import type { Asked } from '../asked.js';
import { ANY_DAY } from '../named-codes.js';

const SCHEMA = {
  convenedAtShorterNoticeOn: orNone(day),
  count: oneOf('working days', 'days'),
  meetingDate: day,
  publishedOn: day,
  urgent: yesNo,
};

/** A case of the type `agenda`: was it published five clear days before the meeting? */
export function answerAgenda(facts: object, { code, strict }: Asked): object | undefined {
  if (code !== 'ENG/LGA1972') return undefined;
  const { count = 'working days', meetingDate, publishedOn, ...given } = readFacts(facts, SCHEMA);
  const usual = ordinaryUnless(strict);
  if (meetingDate === undefined) return nothingButMissing('meetingDate');
  refuseIf(
    publishedOn !== undefined && publishedOn > meetingDate,
    'facts.publishedOn is after facts.meetingDate',
  );
  const notice = england.s100B_3.decide(
    {
      meetingDate,
      publishedOn,
      convenedAtShorterNoticeOn: usual<CivilDate | null>(given.convenedAtShorterNoticeOn, null),
      urgent: usual(given.urgent, false),
    },
    ANY_DAY,
  );
  const { clearDays, compliant, latestPublicationDay } = count === 'days' ? notice.byCalendarDays : notice;
  return answerSheet({
    latestPublicationDay,
    ...(publishedOn === undefined && !strict ? {} : { clearDays, compliant }),
  });
}
