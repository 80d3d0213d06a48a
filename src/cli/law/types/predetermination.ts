import { england } from '../../../law/index.js';
import { answerSheet } from '../answer-sheet.js';
import { oneOf, readFacts, yesNo } from '../fact-kinds.js';
import type { Asked } from '../asked.js';
import { ANY_DAY } from '../named-codes.js';

const SCHEMA = {
  closedMindOtherwiseShown: yesNo,
  interestType: oneOf('none', 'DPI', 'ODI', 'ORI', 'NRI'),
  previouslyIndicatedView: yesNo,
};

/** A case of the type `predetermination`: advice, and never a bar. */
export function answerPredetermination(facts: object, { code, strict }: Asked): object | undefined {
  if (code !== 'ENG/statute-only') return undefined;
  const { closedMindOtherwiseShown, previouslyIndicatedView, ...given } = readFacts(facts, SCHEMA);
  const interestType = given.interestType ?? (strict ? undefined : 'none');
  const answer = england.s25.decide(
    {
      previouslyIndicatedView,
      closedMindOtherwiseShown: closedMindOtherwiseShown ?? (strict ? undefined : false),
    },
    ANY_DAY,
  );
  const { closedMindInferredFromEarlierViewAlone, decisionAtRisk } = answer;
  // What an interest asks for is for the rules on interests, and a case of another type.
  return answerSheet(
    interestType === 'none' ? { ...answer } : { closedMindInferredFromEarlierViewAlone, decisionAtRisk },
  );
}
