import { england } from '../../../law/index.js';
import { nothingButMissing } from '../missing.js';
import { answerSheet, plain } from '../answer-sheet.js';
import { day, readFacts, yesNo } from '../fact-kinds.js';
import type { Asked } from '../asked.js';
import { ANY_DAY } from '../named-codes.js';

const SCHEMA = { bankHolidaysConsidered: yesNo, meetingDate: day };

/** A case of the type `public-participation`: until when a member of the public may give notice to speak. */
export function answerPublicParticipation(facts: object, { code, strict }: Asked): object | undefined {
  if (code !== 'ENG/WCC-2012') return undefined;
  const { bankHolidaysConsidered, meetingDate } = readFacts(facts, SCHEMA);
  if (meetingDate === undefined) return nothingButMissing('meetingDate');
  const { deadlineLocal, zone } = england.publicParticipation.decide(
    { meetingDate, bankHolidaysConsidered: bankHolidaysConsidered ?? (strict ? undefined : true) },
    ANY_DAY,
  );
  return answerSheet({ deadlineLocal, zone: plain(zone) });
}
