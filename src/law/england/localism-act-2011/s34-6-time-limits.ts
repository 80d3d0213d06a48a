import { localismAct } from '../../citation.js';
import type { Finding, Reason } from '../../conclusion.js';
import type { FactName } from '../../fact-name.js';
import type { Facts } from '../../facts.js';
import { cannotTell, decided } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate, earlier } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { lastDayOfMonthsBeginningWith, lastDayOfYearsAfter } from '../../time/counting.js';

export type ProceedingsFacts = Facts<{
  /** The day of the offence; of a continuing one, its first. */
  offenceOn: CivilDate;
  continuing: boolean;
  /** Of a continuing offence, the last day on which it was committed; null while it goes on. */
  lastContinuedOn: CivilDate | null;
  /** The day on which evidence that the prosecutor thinks sufficient came to the prosecutor's knowledge. */
  evidenceKnownOn: CivilDate;
  /** The day that a certificate signed by the prosecutor states; null when there is no certificate. */
  certifiedOn: CivilDate | null;
  proceedingsOn: CivilDate;
}>;

export interface ProceedingsAnswer {
  /** The inclusive last day to bring proceedings. */
  readonly lastDay: Finding<CivilDate>;
  readonly inTime: Finding<boolean>;
}

const FROM = civilDate('2012-07-01');

export const s34_6: Rule<ProceedingsFacts, ProceedingsAnswer> = {
  id: 'england/localism-act-2011/s34(6)',
  question: 'Until when may a prosecution be brought?',
  citation: localismAct('34(6)'),
  source: 'statute',
  inForceFrom: FROM,
  says: 's.34(6)-(8): proceedings may be brought “within a period of 12 months beginning with the date” on which evidence sufficient in the prosecutor’s opinion came to the prosecutor’s knowledge, but not “more than three years” after the offence, or after the last date of a continuous one; a certificate of the date of knowledge is conclusive.',
  reading:
    '[M] Wording. The day of knowledge is the first of the twelve months. “More than three years after” the offence is read so that its third anniversary is still in time: not settled, so a prosecutor should not wait for it. While a continuous offence goes on, the three years have not begun. Proceedings brought before the day of knowledge are not late.',
  decide(facts) {
    rejectContradictions(facts);
    const limits = { twelveMonths: twelveMonths(facts), threeYears: threeYears(facts) };
    return { lastDay: lastDay(facts, limits), inTime: inTime(facts, limits) };
  },
};

const s34_7: RuleSource = { ...s34_6, citation: localismAct('34(7)') };
const s34_8: RuleSource = { ...s34_6, citation: localismAct('34(8)') };

/** The days between which a last day lies, the same day twice once it is known; null for no limit. */
interface Span {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly missing: readonly FactName[];
}

interface Limits {
  readonly twelveMonths: Span;
  readonly threeYears: Span;
}

function known(day: CivilDate | null): Span {
  return { from: day, to: day, missing: [] };
}

/** s.34(6), and (8): what a certificate states prevails. */
function twelveMonths({ evidenceKnownOn, certifiedOn, offenceOn = FROM }: ProceedingsFacts): Span {
  const day = certifiedOn === null ? evidenceKnownOn : certifiedOn;
  if (day !== undefined) return known(lastDayOfMonthsBeginningWith(day, 12));
  const missing: readonly FactName[] = [
    ...(evidenceKnownOn === undefined ? (['evidenceKnownOn'] as const) : []),
    ...(certifiedOn === undefined ? (['certifiedOn'] as const) : []),
  ];
  // Nobody has evidence of an offence before it is committed.
  return { from: lastDayOfMonthsBeginningWith(offenceOn, 12), to: null, missing };
}

/** s.34(7). */
function threeYears({ continuing, offenceOn, lastContinuedOn }: ProceedingsFacts): Span {
  const last = continuing ? lastContinuedOn : offenceOn;
  if (continuing !== undefined && last !== undefined) {
    return known(last === null ? null : lastDayOfYearsAfter(last, 3));
  }
  const missing: FactName = continuing ? 'lastContinuedOn' : 'offenceOn';
  return {
    from: lastDayOfYearsAfter(offenceOn ?? FROM, 3),
    to: null,
    missing: [
      ...(continuing === undefined ? (['continuing'] as const) : []),
      ...(last === undefined ? [missing] : []),
    ],
  };
}

/** Both limits at once: whichever ends first. */
function both({ twelveMonths: a, threeYears: b }: Limits): Span {
  return { from: sooner(a.from, b.from), to: sooner(a.to, b.to), missing: [...a.missing, ...b.missing] };
}

function sooner(a: CivilDate | null, b: CivilDate | null): CivilDate | null {
  return a === null || b === null ? (a ?? b) : earlier(a, b);
}

function lastDay(facts: ProceedingsFacts, limits: Limits): Finding<CivilDate> {
  const { from, to, missing } = both(limits);
  const reasons = whichLimits(facts, limits);
  if (from !== null && from === to) return decided(from, ...reasons);
  // Some day between the two: they stand for all of them. Where nothing limits it yet, any later day will do.
  const first = from ?? FROM;
  return cannotTell([first, to ?? lastDayOfYearsAfter(first, 3)], missing, reasons);
}

function inTime(facts: ProceedingsFacts, limits: Limits): Finding<boolean> {
  const { from, to, missing } = both(limits);
  const { proceedingsOn } = facts;
  const reasons = whichLimits(facts, limits);
  if (proceedingsOn === undefined) {
    return cannotTell([true, false], ['proceedingsOn', ...(from === to ? [] : missing)], reasons);
  }
  if (from !== null && proceedingsOn <= from) return decided(true, ...reasons);
  if (to !== null && proceedingsOn > to) return decided(false, ...whichHavePassed(proceedingsOn, limits));
  return cannotTell([true, false], missing, reasons);
}

/** Both limits, and what of them is known. */
function whichLimits({ certifiedOn }: ProceedingsFacts, limits: Limits): readonly Reason[] {
  const [twelve, three] = [limits.twelveMonths.to, limits.threeYears.to];
  const goesOn = three === null && limits.threeYears.missing.length === 0;
  return [
    reason(s34_6, 'twelve-months-from-evidence', ['evidenceKnownOn'], 'none', twelve ?? undefined),
    ...(certifiedOn ? [reason(s34_8, 'certificate-is-conclusive', ['certifiedOn'])] : []),
    goesOn
      ? reason(s34_7, 'still-continuing', ['lastContinuedOn'])
      : reason(s34_7, 'three-years-from-offence', ['offenceOn', 'continuing'], 'none', three ?? undefined),
  ];
}

function whichHavePassed(on: CivilDate, { twelveMonths, threeYears }: Limits): readonly Reason[] {
  const [twelve, three] = [twelveMonths.to, threeYears.to];
  return [
    ...(twelve !== null && on > twelve
      ? [reason(s34_6, 'twelve-months-have-passed', ['evidenceKnownOn', 'proceedingsOn'], 'none', twelve)]
      : []),
    ...(three !== null && on > three
      ? [reason(s34_7, 'three-years-have-passed', ['offenceOn', 'proceedingsOn'], 'none', three)]
      : []),
  ];
}

function rejectContradictions(facts: ProceedingsFacts): void {
  const { offenceOn, continuing, lastContinuedOn } = facts;
  if (offenceOn === undefined) return;
  for (const field of ['lastContinuedOn', 'evidenceKnownOn', 'certifiedOn', 'proceedingsOn'] as const) {
    const day = facts[field];
    if (day && day < offenceOn) throw new RangeError(`${field} is ${day}, before offenceOn, ${offenceOn}.`);
  }
  if (continuing === false && lastContinuedOn && lastContinuedOn > offenceOn) {
    throw new RangeError(
      `lastContinuedOn is ${lastContinuedOn}, but continuing says that it was over at once.`,
    );
  }
}
