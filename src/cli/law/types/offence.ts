import { england, type CivilDate } from '../../../law/index.js';
import { answerSheet, as, plain, type FactNames, type Parts } from '../answer-sheet.js';
import { refuseEnteredAndPending, refuseIf } from '../contradiction.js';
import { day, oneOf, orNone, readFacts, words, yesNo, type FactsOf } from '../fact-kinds.js';
import { defined, ordinaryUnless } from '../ordinary.js';
import type { Asked } from '../asked.js';
import { ANY_DAY } from '../named-codes.js';
import { dispensationsOf, MEETING_NAMES, MEETING_SCHEMA, meetingFacts } from './meeting-facts.js';

const SCHEMA = {
  ...MEETING_SCHEMA,
  acquiredMidTerm: yesNo,
  certifiedOn: orNone(day),
  continuing: yesNo,
  convicted: yesNo,
  declared: yesNo,
  givenUnder: oneOf('s.30(1)', 's.31(2)', 's.31(3)', 's.31(7)', 'something-else'),
  informationFalse: yesNo,
  knewFalse: yesNo,
  lastContinuedOn: orNone(day),
  leftRoom: yesNo,
  notified: yesNo,
  offenceCommittedOn: day,
  offenceDate: day,
  proceedingsDate: day,
  prosecutor: words,
  raisedAtMeeting: yesNo,
  reasonableExcuse: yesNo,
  reckless: yesNo,
  spoke: yesNo,
  sufficientEvidenceKnownToProsecutorOn: day,
  voted: yesNo,
};
type Given = FactsOf<typeof SCHEMA>;

const NAMES: FactNames = {
  ...MEETING_NAMES,
  notifiedInTime: 'notified',
  offenceOn: 'offenceCommittedOn',
  evidenceKnownOn: 'sufficientEvidenceKnownToProsecutorOn',
  proceedingsOn: 'proceedingsDate',
  certifiedOn: 'certifiedOn',
  enteredAlready: 'enteredInRegister',
  heldOnTakingOffice: 'acquiredMidTerm',
  isDpi: 'interestType',
};

/** A case of the type `offence`: each question of s.34 for which the case gives a fact. */
export function answerOffence(facts: object, { code, strict }: Asked): object | undefined {
  if (code !== 'ENG/statute-only') return undefined;
  const given = readFacts(facts, SCHEMA);
  refuseEnteredAndPending(given);
  const {
    sufficientEvidenceKnownToProsecutorOn: known,
    offenceCommittedOn: done,
    proceedingsDate: brought,
  } = given;
  refuseIf(
    known && done ? known < done : false,
    'facts.sufficientEvidenceKnownToProsecutorOn is before facts.offenceCommittedOn',
  );
  refuseIf(
    brought && done ? brought < done : false,
    'facts.proceedingsDate is before facts.offenceCommittedOn',
  );
  refuseIf(
    given.informationFalse === false && (given.knewFalse ?? given.reckless),
    'facts.informationFalse is false, and facts.knewFalse or facts.reckless says that it was not true',
  );
  const parts = {
    ...conduct(given, strict),
    ...falseInformation(given),
    ...fine(given),
    ...disqualification(given),
    ...prosecution(given),
    ...timeLimits(given, strict),
  };
  return answerSheet(parts, NAMES);
}

/** What was done at a meeting, or left undone beside one. */
function conduct(given: Given, strict: boolean): Parts {
  const { spoke, voted, declared, leftRoom, notified } = given;
  if ([spoke, voted, declared, leftRoom, notified].every((fact) => fact === undefined)) return {};
  const besideMeetings = given.raisedAtMeeting === false || given.acquiredMidTerm !== undefined;
  if (!besideMeetings) return { ...atAMeeting(given, strict) };
  const unnotified = notNotified(given, strict);
  if (given.raisedAtMeeting !== true) return { ...unnotified };
  // Once it has met a meeting the Act asks for it, and the code has asked for it since it was got.
  return { ...unnotified, offence: atAMeeting(given, strict).offence };
}

function notNotified(given: Given, strict: boolean): england.OffenceAnswer {
  const usual = ordinaryUnless(strict);
  return england.s34_1OnTakingOffice.decide(
    {
      person: usual(undefined, 'member'),
      isDpi: given.interestType === undefined ? undefined : given.interestType === 'DPI',
      heldOnTakingOffice: given.acquiredMidTerm === undefined ? undefined : !given.acquiredMidTerm,
      enteredAlready: usual(given.enteredInRegister, false),
      notifiedInTime: given.notified,
      reasonableExcuse: usual(given.reasonableExcuse, false),
    },
    ANY_DAY,
  );
}

function atAMeeting(given: Given, strict: boolean): england.OffenceAnswer {
  const usual = ordinaryUnless(strict);
  // A case that says when it was got and says no more speaks of one that is not in the register.
  const enteredInRegister =
    given.enteredInRegister ?? (given.acquiredMidTerm === true ? usual(undefined, false) : undefined);
  // What was done at a meeting was done on its day.
  const meetingDate = given.meetingDate ?? given.offenceCommittedOn ?? given.offenceDate;
  return england.s34_1AtMeeting.decide(
    {
      ...meetingFacts(defined({ ...given, enteredInRegister, meetingDate }), strict),
      dispensations: usual(dispensationsOf(given.dispensation, meetingDate), []),
      declared: usual(given.declared, true),
      notifiedInTime: usual(given.notified, true),
      spoke: usual(given.spoke, false),
      voted: usual(given.voted, false),
      leftRoom: usual(given.leftRoom, true),
      reasonableExcuse: usual(given.reasonableExcuse, false),
    },
    ANY_DAY,
  );
}

function falseInformation({ informationFalse, knewFalse, reckless, givenUnder }: Given): Parts {
  if ([informationFalse, knewFalse, reckless].every((fact) => fact === undefined)) return {};
  return { offence: england.s34_2.decide({ informationFalse, knewFalse, reckless, givenUnder }, ANY_DAY) };
}

function fine({ offenceDate }: Given): Parts {
  if (offenceDate === undefined) return {};
  const answer = england.fineFor({ offenceOn: offenceDate });
  if ('kind' in answer) return { maximumFine: plain({ notEncoded: true }) };
  return {
    maximumFine: as(answer.maximumFine, (pence) => (pence === 'unlimited' ? pence : `${pence / 100} GBP`)),
  };
}

function disqualification({ convicted }: Given): Parts {
  if (convicted === undefined) return {};
  const { maximumYears, appliesTo } = england.s34_4.decide({ convicted }, ANY_DAY);
  return {
    maximumDisqualificationYears: maximumYears,
    appliesTo: as(appliesTo, (from) => from && 'the authority in question and any other relevant authority'),
  };
}

function prosecution({ prosecutor }: Given): Parts {
  if (prosecutor === undefined) return {};
  const { mayInstitute, who } = england.s34_5.decide({ prosecutor: prosecutorOf(prosecutor) }, ANY_DAY);
  return { mayInstitute, who: as(who, () => 'by or on behalf of the Director of Public Prosecutions') };
}

function prosecutorOf(text: string): 'the-dpp' | 'on-behalf-of-the-dpp' | 'anybody-else' {
  const dpp = /director of public prosecutions|\bDPP\b|crown prosecution service|\bCPS\b/i;
  // The consent of the DPP to somebody else's prosecution is not enough.
  if (!dpp.test(text) || /\bconsent\b/i.test(text)) return 'anybody-else';
  return /on behalf of|crown prosecution service|\bCPS\b/i.test(text) ? 'on-behalf-of-the-dpp' : 'the-dpp';
}

function timeLimits(given: Given, strict: boolean): Parts {
  const { sufficientEvidenceKnownToProsecutorOn: evidenceKnownOn, proceedingsDate } = given;
  const offenceOn = given.offenceCommittedOn ?? (evidenceKnownOn && given.offenceDate);
  if (evidenceKnownOn === undefined && given.offenceCommittedOn === undefined) return {};
  const usual = ordinaryUnless(strict);
  const { lastDay, inTime } = england.s34_6.decide(
    {
      offenceOn,
      evidenceKnownOn,
      continuing: usual(given.continuing, false),
      // A case that says no end to a continuing offence means that it goes on.
      lastContinuedOn: given.lastContinuedOn ?? usual<CivilDate | null>(undefined, null),
      certifiedOn: usual<CivilDate | null>(given.certifiedOn, null),
      proceedingsOn: proceedingsDate,
    },
    ANY_DAY,
  );
  return {
    lastDayToBringProceedings: lastDay,
    ...(proceedingsDate === undefined ? {} : { proceedingsInTime: inTime }),
  };
}
