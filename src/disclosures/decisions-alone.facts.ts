import { ask, england, rulebookFor, type Adopted, type NotEncoded } from '../law/index.js';
import type { ToldAlone, YesNoUnsure } from './decisions-alone.js';

/** What the law makes of a decision that no meeting made; each part by itself. */
export interface LawOfDecisionAlone {
  readonly kind: 'answer';
  /** s.31(6)-(8). Null for an officer, who is no member acting alone. */
  readonly statute: england.ActingAloneAnswer | null;
  /** Null where the code that was adopted says nothing of it. */
  readonly code: england.CabinetMemberAnswer | null;
  /** What the record of an executive decision must say. Null where there is no executive. */
  readonly record: england.DecisionRecord | null;
}

/** Asked about the day of the decision. The only mapping from what was told to what the law reads. */
export function lawOfDecisionAlone(told: ToldAlone, adopted: Adopted): LawOfDecisionAlone | NotEncoded {
  const day = told.decidedOn;
  const rulebook = rulebookFor(adopted, day);
  if (rulebook.kind === 'not-encoded') return rulebook;
  const alone = told.kind === 'single-member';
  return {
    kind: 'answer',
    statute: alone ? england.decidedAlone(actingAlone(told), day) : null,
    code: alone ? byCode(told, adopted) : null,
    record: adopted.executiveArrangements === true ? record(told) : null,
  };
}

function actingAlone({ hasInterest, interest }: ToldAlone): england.ActingAloneFacts {
  const mayBeDischargedAlone = true;
  if (hasInterest === 'no') return { mayBeDischargedAlone, interest: null, step: null };
  // Whether there is one at all is not known: what the law would ask of the member stays open.
  if (interest === undefined) return { mayBeDischargedAlone, memberAwareItIs: undefined, step: null };
  const { heldBy, register, becameAwareOn, step } = interest;
  return {
    ...{ mayBeDischargedAlone, interestIsInTheMatter: true, memberAwareItIs: true, becameAwareOn, step },
    interest: {
      ...{ kind: 'dpi', heldBy, memberAwareOfPartners: true },
      inRegister: register === 'not-sure' ? undefined : register === 'entered',
      pending: register === 'not-sure' ? undefined : register === 'pending',
    },
  };
}

/** Only a code that was adopted for the day speaks, and of those that are held here one does. */
function byCode({ decidedOn, hasInterest }: ToldAlone, adopted: Adopted): england.CabinetMemberAnswer | null {
  const code = adopted.codes.find(
    ({ from, to }) => from <= decidedOn && (to === undefined || decidedOn <= to),
  );
  const { id } = england.cabinetMemberAlone;
  if (code === undefined || !id.startsWith(`england/codes/${code.code}/`)) return null;
  const is = known(hasInterest);
  const facts = { kind: 'dpi', asCabinetMember: adopted.executiveArrangements } as const;
  const answer = ask(
    england.cabinetMemberAlone,
    { ...facts, interestIsInTheMatter: is, memberAwareItIs: is },
    decidedOn,
  );
  return 'kind' in answer ? null : answer;
}

function record(told: ToldAlone): england.DecisionRecord | null {
  const by = told.kind === 'delegated' ? 'officer' : 'member';
  const facts = {
    conflictDeclared: known(told.conflictDeclared),
    dispensedByHeadOfPaidService: known(told.dispensedByHeadOfPaidService),
  };
  const answer = ask(england.RECORD_OF_DECISION_BY[by], facts, told.decidedOn);
  return 'kind' in answer ? null : answer;
}

const known = (answer: YesNoUnsure | undefined): boolean | undefined =>
  answer === undefined || answer === 'not-sure' ? undefined : answer === 'yes';
