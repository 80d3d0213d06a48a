import { england } from '../../../law/index.js';
import { answerSheet, type FactNames } from '../answer-sheet.js';
import { day, pence, readFacts, yesNo } from '../fact-kinds.js';
import type { Asked } from '../asked.js';
import { withinDays } from '../within-days.js';
import { ANY_DAY, CODES } from '../named-codes.js';

const SCHEMA = {
  accepted: yesNo,
  fromSameDonorPence: pence,
  receivedAsCouncillor: yesNo,
  receivedOn: day,
  significant: yesNo,
  valuePence: pence,
};

const NAMES: FactNames = {
  'gift.fromSameDonorPence': 'fromSameDonorPence',
  'gift.accepted': 'accepted',
  'gift.receivedAsCouncillor': 'receivedAsCouncillor',
  'gift.receivedOn': 'receivedOn',
  'gift.significant': 'significant',
  'gift.valuePence': 'valuePence',
};

/** A case of the type `gift`: must it be registered, and by when? */
export function answerGift(facts: object, { code, strict }: Asked): object | undefined {
  const rule = england.GIFT_RULES.find((one) => one.code === CODES[code]?.[0]?.code);
  if (rule === undefined) return undefined;
  const given = readFacts(facts, SCHEMA);
  const { mustRegister, clock } = rule.decide(
    {
      valuePence: given.valuePence,
      receivedAsCouncillor: given.receivedAsCouncillor ?? (strict ? undefined : true),
      accepted: given.accepted ?? (strict ? undefined : true),
      significant: given.significant,
      receivedOn: given.receivedOn,
      fromSameDonorPence: given.fromSameDonorPence ?? (strict ? undefined : 0),
      // The threshold is that of the named code itself.
      threshold: null,
    },
    ANY_DAY,
  );
  return answerSheet({ mustRegister, ...withinDays(clock) }, NAMES);
}
