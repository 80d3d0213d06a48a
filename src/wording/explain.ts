import type { MeetingResult, Overlay, Reason } from '../law/index.js';
import { dateInWords } from './dates.js';
import { consequencesInWords } from './consequences.js';
import { ordersInWords } from './duties.js';
import { lineInWords, linesOf, reasonLines } from './lines.js';
import type { Line } from './lines.js';

/** The headings of the pattern that every answer about a meeting follows. */
const HEADINGS = {
  byLaw: 'By law',
  byCode: 'By your council’s code',
  soDoThis: 'So, do this',
  ifYouDoNot: 'If you do not',
} as const;

/** An answer about one interest in one item, as words. */
export interface Explanation {
  /** 'If this item is about your land at 3 Mill Lane:', where that was only supposed. */
  readonly condition: string | null;
  readonly byLaw: readonly Line[];
  /** Null where no code is in play. */
  readonly byCode: readonly Line[] | null;
  readonly soDoThis: readonly string[];
  /** Empty when nothing is required. */
  readonly ifYouDoNot: readonly string[];
  /** What is neither law nor the code: other rules of the council’s own, and warnings. */
  readonly advice: readonly Line[];
}

/**
 * The words of a combined answer. `interest` names the interest as the member would, such as 'your land at 3 Mill
 * Lane'; it is needed only where the answer supposes that the item is about it.
 */
export function explainMeeting(result: MeetingResult, interest = 'your interest'): Explanation {
  const { byLaw, byCode, overlays, effective, advice, supposing } = result;
  const besides = overlays.flatMap(reasonsBeside);
  return {
    condition: supposing.includes('interestIsInTheMatter') ? `If this item is about ${interest}:` : null,
    byLaw: [...linesOf(byLaw), ...reasonLines(besides.filter(isLaw))],
    byCode: codeLines(byCode),
    soDoThis: ordersInWords(effective, overlays),
    ifYouDoNot: consequencesInWords(effective, overlays),
    advice: reasonLines([...besides.filter((one) => !isLaw(one)), ...advice]),
  };
}

/** What a rule beside the interest rules has settled: first what must be declared, then the vote. */
function reasonsBeside({ declare, vote }: Overlay): readonly Reason[] {
  const findings = declare === undefined ? [vote] : [declare, vote];
  return findings.flatMap((one) => (one.kind === 'cannot-tell' ? [] : one.reasons));
}

/** A rule of the council’s own, such as that on the party whip, must not stand under "By law". */
function isLaw({ layer }: Reason): boolean {
  return layer === 'statute';
}

function codeLines(byCode: MeetingResult['byCode']): readonly Line[] | null {
  if (byCode === null) return null;
  if (!('kind' in byCode)) return linesOf(byCode);
  const text = `We do not hold the code that applied on ${dateInWords(byCode.on)}. Ask the monitoring officer what it says.`;
  return [{ text, citations: [] }];
}

/** The explanation as plain lines, for a message: 'By law: …', 'By your council’s code: …', 'So, do this: …'. */
export function explanationAsText(explanation: Explanation): readonly string[] {
  const { condition, byLaw, byCode, soDoThis, ifYouDoNot, advice } = explanation;
  return [
    ...(condition === null ? [] : [condition]),
    `${HEADINGS.byLaw}: ${byLaw.map(lineInWords).join(' ')}`,
    ...(byCode === null ? [] : [`${HEADINGS.byCode}: ${byCode.map(lineInWords).join(' ')}`]),
    `${HEADINGS.soDoThis}: ${soDoThis.join(' ')}`,
    ...(ifYouDoNot.length === 0 ? [] : [`${HEADINGS.ifYouDoNot}: ${ifYouDoNot.join(' ')}`]),
    ...advice.map(lineInWords),
  ];
}
