import type { england, Finding, Reason } from '../law/index.js';
import { dayAndDateInWords } from './dates.js';
import { reasonLines, type Line } from './lines.js';
import { questionFor } from './questions.js';

/** What the law makes of a decision that no meeting made. */
interface Answered {
  readonly statute: england.ActingAloneAnswer | null;
  readonly code: england.CabinetMemberAnswer | null;
  readonly record: england.DecisionRecord | null;
}

/** The same in words, spoken to the member who acts alone. */
export interface ActingAloneWords {
  /** Empty for an officer. */
  readonly byLaw: readonly Line[];
  /** Null where no code speaks of it. */
  readonly byCode: readonly Line[] | null;
  /** What the record of an executive decision must say; empty where it is none. */
  readonly record: readonly Line[];
  readonly soDoThis: readonly string[];
  readonly ifYouDoNot: readonly string[];
}

export function actingAloneInWords({ statute, code, record }: Answered): ActingAloneWords {
  const asked = statute === null ? [] : askedBy(statute);
  const ofCode = code === null ? [] : [code.mayTakeSteps, code.mayHandOver, code.mustNotifyOfficer];
  const ofRecord = record === null ? [] : [record.conflict, record.dispensation];
  return {
    byLaw: linesOf(asked),
    byCode: code === null ? null : linesOf(ofCode),
    record: linesOf(ofRecord),
    soDoThis: statute === null ? [] : orders(statute),
    ifYouDoNot: asked.some((finding) => settled(finding).some(({ sanction }) => sanction === 'criminal'))
      ? [CRIMINAL]
      : [],
  };
}

const CRIMINAL =
  'Taking a step that does more than hand the matter over, or not notifying, without a reasonable excuse can be a criminal offence (Localism Act 2011 s.34).';

/** That the officer is told in full matters only where the officer is told. */
function askedBy(statute: england.ActingAloneAnswer): readonly Finding<unknown>[] {
  const { engaged, mayTakeSteps, mayHandOver, stepLawful, notify, notificationMayOmitDetails } = statute;
  const tells = notify.kind !== 'decided' || notify.value !== null;
  return [
    engaged,
    mayTakeSteps,
    mayHandOver,
    ...(stepLawful === null ? [] : [stepLawful]),
    notify,
    ...(tells && engaged.kind === 'decided' && engaged.value ? [notificationMayOmitDetails] : []),
  ];
}

function orders({ engaged, stepLawful, notify }: england.ActingAloneAnswer): readonly string[] {
  if (engaged.kind === 'cannot-tell')
    return [
      'Find out whether you have an interest in the matter before you deal with it. If in doubt, ask the monitoring officer.',
    ];
  if (!engaged.value)
    return ['By these rules you may deal with the matter. You must still consider it yourself.'];
  const wentOn = stepLawful !== null && stepLawful.kind !== 'cannot-tell' && !stepLawful.value;
  return [
    ...(wentOn
      ? ['Take no further step, and tell the monitoring officer at once what has been done.']
      : ['Take no step but the one that lets somebody else deal with the matter.']),
    ...notifyOrders(notify),
  ];
}

function notifyOrders(notify: england.ActingAloneAnswer['notify']): readonly string[] {
  if (notify.kind === 'cannot-tell')
    return ['Find out whether the interest is in the register. If it is not, notify the monitoring officer.'];
  return notify.value === null
    ? []
    : [`Notify the monitoring officer of the interest by ${dayAndDateInWords(notify.value)}.`];
}

const settled = (finding: Finding<unknown>): readonly Reason[] =>
  finding.kind === 'cannot-tell' ? [] : finding.reasons;

/** What is settled, each source once, and then each question that something waits for, once. */
function linesOf(findings: readonly Finding<unknown>[]): readonly Line[] {
  const questions = new Map<string, Line>();
  for (const finding of findings) {
    if (finding.kind !== 'cannot-tell') continue;
    const { question } = questionFor(finding.question);
    const citations = finding.reasons.map(({ citation }) => citation);
    const distinct = [...new Map(citations.map((one) => [one.text, one])).values()];
    const text = `We cannot tell yet what is asked of you. It depends on this: ${question}`;
    if (!questions.has(question)) questions.set(question, { text, citations: distinct });
  }
  return [...saidOnce(reasonLines(findings.flatMap(settled))), ...questions.values()];
}

/** Two provisions that come to the same sentence share it. */
function saidOnce(lines: readonly Line[]): readonly Line[] {
  const byText = new Map<string, Line>();
  for (const { text, citations } of lines) {
    const before = byText.get(text)?.citations ?? [];
    byText.set(text, { text, citations: [...before, ...citations] });
  }
  return [...byText.values()];
}
