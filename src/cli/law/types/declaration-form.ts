import { england } from '../../../law/index.js';
import { answerSheet, type FactNames } from '../answer-sheet.js';
import { oneOf, readFacts, words, yesNo } from '../fact-kinds.js';
import { SENSITIVE } from '../sensitive.js';
import type { Asked } from '../asked.js';
import { ANY_DAY, CODES } from '../named-codes.js';

const SCHEMA = {
  existenceStated: yesNo,
  interestType: oneOf('DPI', 'ODI', 'ORI', 'NRI', 'membership of another public body'),
  itemNamed: yesNo,
  natureStated: yesNo,
  sensitive: oneOf(...SENSITIVE.words),
  wording: words,
};

const NAMES: FactNames = {
  'declaration.itemNamed': 'itemNamed',
  'declaration.existenceStated': 'existenceStated',
  'declaration.natureStated': 'natureStated',
  'interest.sensitive': 'sensitive',
};

/** A case of the type `declaration-form`: was the declaration made as the code asks, and what is missing? */
export function answerDeclarationForm(facts: object, { code, strict }: Asked): object | undefined {
  const rule = england.DECLARATION_RULES.find((one) => one.code === CODES[code]?.[0]?.code);
  if (rule === undefined) return undefined;
  const { itemNamed, existenceStated, natureStated, sensitive, wording } = readFacts(facts, SCHEMA);
  const { acceptable, missing } = rule.decide(
    {
      itemNamed,
      existenceStated,
      natureStated,
      wording,
      sensitive: SENSITIVE.read(sensitive ?? (strict ? undefined : 'no')),
    },
    ANY_DAY,
  );
  return answerSheet({ acceptable, missing }, NAMES);
}
