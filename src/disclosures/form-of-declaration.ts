import { england, type CivilDate, type MeetingInterest, type Reason, type Rulebook } from '../law/index.js';
import { isScattergun, saysNothing } from './says-nothing.js';

/** Why a declaration is not taken as it stands: what it lacks, and where that is written. */
export interface IncompleteDeclaration {
  readonly refused: 'incomplete';
  readonly lacks: 'nature' | 'specific-item';
  /** Empty where neither the Act nor a code that is held here asks for it in so many words. */
  readonly reasons: readonly Reason[];
}

interface Asked {
  readonly rulebook: Rulebook | undefined;
  /** The code that is in force on the day. */
  readonly code: string | undefined;
  readonly day: CivilDate;
  readonly interest: MeetingInterest;
}

/**
 * Whether words state the nature of an interest, and for one item. The code’s own rule on the form of a declaration is
 * asked; where it has none, the reasons for which the interest must be disclosed at all say that its nature must be.
 */
export function incompleteIn(nature: string, asked: Asked): IncompleteDeclaration | undefined {
  if (isScattergun(nature))
    return {
      ...{ refused: 'incomplete', lacks: 'specific-item' },
      reasons: reasonsFor(asked, { itemNamed: false }),
    };
  if (saysNothing(nature))
    return {
      ...{ refused: 'incomplete', lacks: 'nature' },
      reasons: reasonsFor(asked, { natureStated: false }),
    };
  return undefined;
}

function reasonsFor(asked: Asked, lacking: england.DeclarationFacts): readonly Reason[] {
  const rule = england.DECLARATION_RULES.find(
    ({ code, inForceFrom }) => code === asked.code && inForceFrom <= asked.day,
  );
  if (rule === undefined) return whyDisclosed(asked);
  const whole = { itemNamed: true, existenceStated: true, natureStated: true, sensitive: 'no' } as const;
  return rule.decide({ ...whole, ...lacking }, asked.day).acceptable.reasons;
}

/** By law and by the code, why this interest is disclosed with its nature; nothing of a layer that asks for no word. */
function whyDisclosed({ rulebook, day, interest }: Asked): readonly Reason[] {
  if (rulebook === undefined) return [];
  const there = { present: true, interestIsInTheMatter: true, memberAwareItIs: true } as const;
  const facts = { person: 'member', meetingDate: day, formalMeeting: true, interest, ...there } as const;
  const { byLaw, byCode } = rulebook.meeting(facts);
  const findings = [byLaw.disclose, ...(byCode === null || 'kind' in byCode ? [] : [byCode.disclose])];
  return findings.flatMap((finding) =>
    finding.kind !== 'cannot-tell' && finding.value === 'existence_and_nature' ? finding.reasons : [],
  );
}
