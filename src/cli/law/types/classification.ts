import {
  civilDate,
  rulebookFor,
  type Category,
  type InterestFacts,
  type Prescribed,
} from '../../../law/index.js';
import { nothingButMissing } from '../missing.js';
import { answerSheet, plain, type FactNames } from '../answer-sheet.js';
import { refuseIf } from '../contradiction.js';
import { readFacts } from '../fact-kinds.js';
import type { Asked } from '../asked.js';
import { interestsOf, SCHEMA, type Given } from './classification-facts.js';

/** The descriptions have been the same since they came into force. */
const ANY_DAY = civilDate('2024-01-01');

const NAMES: FactNames = {
  forProfitOrGain: 'paid',
  fromTheAuthority: 'payer',
  towards: 'purpose',
  madeOn: 'paidOn',
  withTheAuthority: 'contractParty',
  contractor: 'connectionToContractor',
  fullyDischarged: 'contractFullyDischarged',
  landlordIsTheAuthority: 'landlord',
  areSecurities: 'asset',
  bodyInArea: 'bodyHasPlaceOfBusinessOrLandInArea',
  sharesHeldPence: 'nominalHeldPence',
  issuedShareCapitalPence: 'totalIssuedShareCapitalPence',
  relationship: 'livingTogether',
};

/** A case of the type `classification`: is it a disclosable pecuniary interest, and under which description? */
export function answerClassification(facts: object, { code, strict }: Asked): object | undefined {
  if (code !== 'ENG/statute-only') return undefined;
  const given = readFacts(facts, SCHEMA);
  if (given.category === undefined) return nothingButMissing('category');
  refuseContradictions(given);
  const results = interestsOf(given, strict).map(prescribedOn);
  const found = results.filter(({ finding }) => finding.kind !== 'cannot-tell' && finding.value);
  const open = results.find(({ finding }) => finding.kind === 'cannot-tell');
  const isDPI = found[0]?.finding ?? open?.finding ?? results[0]?.finding;
  const settled =
    open === undefined ? { categories: plain(found.map(({ category }) => inWords(category))) } : {};
  const names = { ...NAMES, connections: given.category === 'contracts' ? 'connectionToContractor' : 'role' };
  return answerSheet(
    { isDPI: isDPI ?? null, ...settled },
    names,
    results.flatMap(({ finding }) => finding.reasons),
  );
}

function prescribedOn(facts: InterestFacts): Prescribed {
  const book = rulebookFor({ jurisdiction: 'england', codes: [], standingOrdersExclude: [] }, ANY_DAY);
  if (book.kind === 'not-encoded') throw new TypeError('The descriptions are encoded.');
  return book.prescribed(facts);
}

function inWords(category: Category): string {
  return category.replace('-', ' ');
}

function refuseContradictions({
  from,
  to,
  classes,
  nominalHeldPence,
  totalIssuedShareCapitalPence,
}: Given): void {
  refuseIf(from && to ? to < from : false, 'facts.to is before facts.from');
  refuseIf(
    (nominalHeldPence ?? 0) > (totalIssuedShareCapitalPence ?? Infinity) && classes !== undefined,
    'facts.nominalHeldPence is more than facts.totalIssuedShareCapitalPence',
  );
  classes?.forEach((one, index) => {
    refuseIf(
      (one.nominalHeldPence ?? 0) > (one.classIssuedPence ?? Infinity),
      `facts.classes[${index}].nominalHeldPence is more than facts.classes[${index}].classIssuedPence`,
    );
  });
}
