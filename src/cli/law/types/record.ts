import { england } from '../../../law/index.js';
import { answerSheet, plain, type FactNames } from '../answer-sheet.js';
import { readFacts, words, yesNo } from '../fact-kinds.js';
import type { Asked } from '../asked.js';
import { ANY_DAY } from '../named-codes.js';

const SCHEMA = { conflictDeclared: yesNo, decision: words, dispensationByHeadOfPaidService: yesNo };

const NAMES: FactNames = { dispensedByHeadOfPaidService: 'dispensationByHeadOfPaidService' };

/** A case of the type `record`: what the record of an executive decision must say of interests. */
export function answerRecord(facts: object, { code, strict }: Asked): object | undefined {
  if (code !== 'ENG/exec-regs-2012') return undefined;
  const { decision = '', conflictDeclared, dispensationByHeadOfPaidService } = readFacts(facts, SCHEMA);
  const { conflict, dispensation } = england.RECORD_OF_DECISION_BY[whoDecides(decision)].decide(
    {
      conflictDeclared: conflictDeclared ?? (strict ? undefined : false),
      dispensedByHeadOfPaidService: dispensationByHeadOfPaidService ?? (strict ? undefined : false),
    },
    ANY_DAY,
  );
  const items = [
    ...(conflict.kind !== 'cannot-tell' && conflict.value ? ['conflict of interest declared'] : []),
    ...(dispensation.kind !== 'cannot-tell' && dispensation.value
      ? ['note of dispensation granted by head of paid service']
      : []),
  ];
  const settled = conflict.kind !== 'cannot-tell' && dispensation.kind !== 'cannot-tell';
  return answerSheet(
    {
      conflictOfInterest: conflict,
      noteOfDispensation: dispensation,
      ...(settled ? { recordMustInclude: plain(items) } : {}),
    },
    NAMES,
  );
}

function whoDecides(decision: string): 'meeting' | 'member' | 'officer' {
  if (/\bofficer\b/i.test(decision)) return 'officer';
  return /\b(individual|single|one|alone|portfolio holder|executive member)\b/i.test(decision)
    ? 'member'
    : 'meeting';
}
