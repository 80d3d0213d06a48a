import {
  ask,
  england,
  type CivilDate,
  type Finding,
  type Ground,
  type NotEncoded,
  type Reason,
} from '../law/index.js';

/** What somebody asks for or would grant under s.33, as far as the law reads it. */
export interface Grantable {
  readonly request: 'written' | 'oral';
  /** Null: none is considered to be met. Undefined: that is not said yet. */
  readonly ground: Ground | null | undefined;
  readonly from: CivilDate | undefined;
  readonly to: CivilDate | null;
}

/**
 * Why s.33 does not allow it, with the provisions; undefined where nothing that is known stands against it. A fact that
 * nobody gave stands against nothing.
 */
export function whyNotGranted(
  asked: Grantable,
  { executiveArrangements, on }: { readonly executiveArrangements: boolean; readonly on: CivilDate },
): readonly Reason[] | undefined {
  const { request, ground, from, to } = asked;
  const facts = { request, ground, from, to, periodMonths: null, executiveArrangements };
  const findings = [
    ask(england.s33_2, facts, on),
    ask(england.notRetrospective, { from, grantedOn: on }, on),
  ];
  const against = findings.flatMap(reasonsAgainst);
  return against.length === 0 ? undefined : against;
}

/** Does the parish council itself grant, and not the authority whose monitoring officer keeps its register? */
export function grantedByParishItself(parishCouncil: boolean, on: CivilDate): boolean {
  const who = ask(england.whoGrants, { parishCouncil }, on);
  if ('kind' in who) return parishCouncil;
  return who.grantedBy.kind !== 'cannot-tell' && who.grantedBy.value === 'the-parish-council';
}

/** On which grounds this authority may grant, each with the sentence of the law and where it stands. */
export function openGrounds(
  executiveArrangements: boolean,
  on: CivilDate,
): readonly { readonly ground: Ground; readonly reason: Reason }[] {
  const grounds = ask(england.grounds, { executiveArrangements }, on);
  if ('kind' in grounds) return [];
  return (Object.entries(grounds) as [Ground, Finding<boolean>][]).flatMap(([ground, finding]) => {
    const [reason] = finding.reasons;
    return finding.kind !== 'cannot-tell' && finding.value && reason !== undefined
      ? [{ ground, reason }]
      : [];
  });
}

function reasonsAgainst(finding: Finding<boolean> | NotEncoded): readonly Reason[] {
  if (finding.kind === 'not-encoded') throw new Error(`No law is held for ${finding.on}.`);
  return finding.kind === 'decided' && !finding.value ? finding.reasons : [];
}
