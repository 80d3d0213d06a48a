import { england } from '../../../law/index.js';
import { answerSheet, type FactNames } from '../answer-sheet.js';
import { refuseIf } from '../contradiction.js';
import { nothingButMissing } from '../missing.js';
import { day, either, orNone, readFacts, words, yesNo } from '../fact-kinds.js';
import { ordinaryUnless } from '../ordinary.js';
import type { Asked } from '../asked.js';
import { ANY_DAY } from '../named-codes.js';

const SCHEMA = {
  councilTaxPayableSince: orNone(day),
  date: day,
  executiveFunction: yesNo,
  formalMeeting: yesNo,
  matter: words,
  meetingDate: day,
  presentAtMeeting: yesNo,
  section33Dispensation: orNone(either(yesNo, words)),
  stillUnpaid: yesNo,
};

const NAMES: FactNames = { business: 'matter', present: 'presentAtMeeting' };

/** A case of the type `council-tax`: arrears of council tax at a meeting, or an executive member's own function. */
export function answerCouncilTax(facts: object, { code, strict }: Asked): object | undefined {
  if (code !== 'ENG/s106') return undefined;
  const given = readFacts(facts, SCHEMA);
  refuseIf(
    given.date !== undefined && given.meetingDate !== undefined && given.date !== given.meetingDate,
    'facts.date and facts.meetingDate are two different days',
  );
  const meetingDate = given.meetingDate ?? given.date;
  if (meetingDate === undefined) return nothingButMissing('meetingDate');
  const usual = ordinaryUnless(strict);
  const law = {
    meetingDate,
    formalMeeting: usual(given.formalMeeting, true),
    present: usual(given.presentAtMeeting, true),
    councilTaxPayableSince: given.councilTaxPayableSince,
    stillUnpaid: usual(given.stillUnpaid, true),
    business: given.matter === undefined ? undefined : businessOf(given.matter),
    executiveFunction: usual(given.executiveFunction, false),
    dispensationUnderS33: usual(
      given.section33Dispensation === undefined ? undefined : Boolean(given.section33Dispensation),
      false,
    ),
  };
  const meeting = england.s106_2.decide(law, ANY_DAY);
  const alone = given.executiveFunction
    ? { mayTakeActionOrDischargeFunction: england.s106_2A.decide(law, ANY_DAY) }
    : {};
  return answerSheet({ ...alone, ...meeting }, NAMES);
}

/** The three kinds of business of s.106(2), in the words of a case; undefined for words that name none of them. */
function businessOf(matter: string): CouncilTaxBusiness | undefined {
  if (/\bno (budget|financial|council.tax) (effect|impact)|\bunrelated\b/i.test(matter)) return 'unrelated';
  if (/\b(set\w*|calculat\w+|levy\w*)\b.*\b(council tax|precept\w*|budget)|\bprecepts?\b/i.test(matter))
    return 'calculation';
  if (
    /\b(administ\w+|enforce\w+|collect\w+|recover\w+|arrears|reduction scheme|discounts?)\b/i.test(matter)
  ) {
    return 'administration-or-enforcement';
  }
  const money =
    /\b(budget\w*|council tax|capital programme|medium.term|spending|savings|reserves|estimates|fees and charges)\b/i;
  return money.test(matter) ? 'might-affect-calculation' : undefined;
}

type CouncilTaxBusiness =
  'calculation' | 'might-affect-calculation' | 'administration-or-enforcement' | 'unrelated';
