import { england, type Dispensation } from '../../../law/index.js';
import { answerSheet, plain, type FactNames } from '../answer-sheet.js';
import { refuseEnteredAndPending, refuseIf } from '../contradiction.js';
import { day, oneOf, orNone, readFacts, words, yesNo, type FactsOf } from '../fact-kinds.js';
import { SENSITIVE } from '../sensitive.js';
import { ordinaryUnless } from '../ordinary.js';
import type { Asked } from '../asked.js';
import { ANY_DAY } from '../named-codes.js';
import { DISPENSATION, dispensationsOf, MEETING_NAMES, meetingHolder } from './meeting-facts.js';

const SCHEMA = {
  actingAlone: yesNo,
  aware: yesNo,
  becameAwareOn: day,
  dispensation: orNone(DISPENSATION),
  enteredInRegister: yesNo,
  heldBy: words,
  interestIsInTheMatter: yesNo,
  memberAwareOfPartnersInterest: yesNo,
  interestType: oneOf('DPI', 'ODI', 'ORI', 'NRI', 'none'),
  pendingNotification: yesNo,
  sensitive: oneOf(...SENSITIVE.words),
  step: words,
};
type Given = FactsOf<typeof SCHEMA>;

const NAMES: FactNames = {
  ...MEETING_NAMES,
  mayBeDischargedAlone: 'actingAlone',
  memberAwareItIs: 'aware',
};
const KINDS = { DPI: 'dpi', ODI: 'odi', ORI: 'ori', NRI: 'nri' } as const;

/** A case of the type `single-member`: an executive member who may decide alone and has an interest in the matter. */
export function answerSingleMember(facts: object, { code, strict }: Asked): object | undefined {
  if (code !== 'ENG/statute-only') return undefined;
  const given = readFacts(facts, SCHEMA);
  refuseEnteredAndPending(given);
  refuseIf(
    given.aware === false && given.becameAwareOn !== undefined,
    'facts.aware is false, and facts.becameAwareOn says when they became aware',
  );
  const answer = england.decidedAlone(factsOf(given, strict), ANY_DAY);
  return answerSheet(
    {
      mayTakeSteps: answer.mayTakeSteps,
      mayHandOver: answer.mayHandOver,
      mustNotifyMOBy: answer.notify,
      notificationToMOMayOmitDetails: answer.notificationMayOmitDetails,
      ...(answer.stepLawful === null ? {} : { stepLawful: answer.stepLawful }),
      ...(given.dispensation ? { dispensationEffect: plain('none: s.33 relieves only s.31(4)') } : {}),
      engaged: answer.engaged,
    },
    NAMES,
  );
}

function factsOf(given: Given, strict: boolean): england.ActingAloneFacts {
  const usual = ordinaryUnless(strict);
  const type = usual(given.interestType, 'DPI');
  return {
    mayBeDischargedAlone: usual(given.actingAlone, true),
    interest:
      type === 'none'
        ? null
        : type && {
            kind: KINDS[type],
            heldBy: usual(given.heldBy === undefined ? undefined : meetingHolder(given.heldBy), 'self'),
            memberAwareOfPartners: usual(given.memberAwareOfPartnersInterest, true),
            inRegister: given.enteredInRegister,
            pending: usual(given.pendingNotification, false),
            sensitive: usual(SENSITIVE.read(given.sensitive), 'no'),
          },
    interestIsInTheMatter: usual(given.interestIsInTheMatter, true),
    memberAwareItIs: usual(given.aware ?? (given.becameAwareOn && true), true),
    becameAwareOn: given.becameAwareOn,
    dispensations: usual<readonly Dispensation[]>(
      dispensationsOf(given.dispensation, given.becameAwareOn),
      [],
    ),
    step: given.step === undefined ? null : stepOf(given.step),
  };
}

/** Asking, passing or referring the matter to somebody else only enables it to be dealt with. */
const HANDS_OVER =
  /\b(refers?|referring|pass(es|ing)?|hands?|handing|transfers?|delegates?)\b.*\b(to|over)\b|\b(asks?|asking|arranges?|arranging|requests?)\b.*\b(instead|to (take|decide|deal|determine|handle))\b|\bsteps? aside\b|\bwithdraws?\b/i;
const ALSO_ACTS =
  /\band (then )?(approv|sign|authoris|award|grant|decid)\w*|\b(him|her|them|it)sel(f|ves)\b/i;
const ACTS = /\b(approv|sign|authoris|award|grant|refus|determin|decid|consult|instruct|negotiat|prepar)\w*/i;

/** Undefined for words that do not say which it is. */
function stepOf(text: string): 'hands-over' | 'does-more' | undefined {
  if (ALSO_ACTS.test(text)) return 'does-more';
  if (HANDS_OVER.test(text)) return 'hands-over';
  return ACTS.test(text) ? 'does-more' : undefined;
}
