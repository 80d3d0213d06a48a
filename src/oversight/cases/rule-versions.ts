import { ALL_RULES, type CivilDate, type Reason, type RuleVersion } from '../../law/index.js';
import { dateInWords } from '../../wording/index.js';
import type { KnownCase } from './known.js';
import { timeLimitsOf } from './time-limits.js';

/** The rules that an answer in the file rests on, each in the version that was in force on the day. */
export function ruleVersionsOf(known: KnownCase): RuleVersion[] {
  const used = new Set(reasonsIn(known).map(({ rule }) => rule));
  return ALL_RULES.filter(
    ({ id, inForceFrom, inForceTo }) => used.has(id) && covers(inForceFrom, inForceTo, known.day),
  )
    .map(({ id, inForceFrom }) => ({ rule: id, inForceFrom }))
    .sort((a, b) => a.rule.localeCompare(b.rule));
}

/** 'england/localism-act-2011/s31(4), Localism Act 2011 s.31(4), in force from 1 July 2012'. */
export function versionInWords({ rule, inForceFrom }: RuleVersion): string {
  const citation = ALL_RULES.find(({ id }) => id === rule)?.citation.text ?? '';
  return `${citation}, in the version in force from ${dateInWords(inForceFrom)} (rule ${rule})`;
}

const covers = (from: CivilDate, to: CivilDate | undefined, day: CivilDate): boolean =>
  from <= day && (to === undefined || day <= to);

function reasonsIn({ law, duty, file }: KnownCase): Reason[] {
  const limits = timeLimitsOf(file);
  // What is withheld from the reader must not show by the rules that it would have been held against.
  const atItem = law.kind === 'asked' ? law.atItem.filter(({ interest }) => !interest.isWithheld) : [];
  return [
    ...(duty === undefined || 'kind' in duty ? [] : duty.answer.conclusion.reasons),
    ...atItem.flatMap(({ supposed: { byLaw, byCode, advice, engaged }, offence }) => [
      ...engaged.reasons,
      ...[byLaw, ...(byCode === null || 'kind' in byCode ? [] : [byCode])].flatMap((answer) =>
        [answer.disclose, answer.discuss, answer.vote, answer.leave, answer.notify].flatMap(
          ({ reasons }) => reasons,
        ),
      ),
      ...advice,
      ...(offence?.reasons ?? []),
    ]),
    ...[...limits.reasons, ...limits.prosecutor, ...limits.fine],
  ];
}
