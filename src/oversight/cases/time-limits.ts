import {
  ask,
  civilDate,
  england,
  type Citation,
  type CivilDate,
  type Finding,
  type Reason,
} from '../../law/index.js';
import type { CaseFile } from './case-file.entity.js';

/** Until when proceedings could be brought, who could bring them, and what could follow. Nothing of it says whether. */
export interface TimeLimits {
  /** The inclusive last day; undefined where the rule is not encoded for the day. */
  readonly lastDay: Finding<CivilDate> | undefined;
  readonly reasons: readonly Reason[];
  readonly prosecutor: readonly Reason[];
  readonly fine: readonly Reason[];
  /** Whether it was supposed that there is no certificate: none is recorded here. */
  readonly supposesNoCertificate: boolean;
  readonly citations: readonly Citation[];
}

type Dated = Pick<CaseFile, 'offenceOn' | 'meetingId' | 'evidenceKnownOn' | 'certifiedOn'>;

/**
 * s.34(5) to (8) and the fine of s.34(3), asked about one allegation. What is alleged of one meeting was over with it; whether
 * anything else went on, nobody has said, and it is asked.
 */
export function timeLimitsOf({ offenceOn, meetingId, evidenceKnownOn, certifiedOn }: Dated): TimeLimits {
  const day = civilDate(offenceOn);
  const known = evidenceKnownOn === null ? undefined : civilDate(evidenceKnownOn);
  // A certificate that is not recorded is supposed not to exist only where the day of knowledge is.
  const supposesNoCertificate = certifiedOn === null && known !== undefined;
  const answer = ask(
    england.s34_6,
    {
      offenceOn: day,
      ...(meetingId !== null && { continuing: false, lastContinuedOn: day }),
      ...(known !== undefined && { evidenceKnownOn: known }),
      ...(certifiedOn !== null && { certifiedOn: civilDate(certifiedOn) }),
      ...(supposesNoCertificate && { certifiedOn: null }),
    },
    day,
  );
  const who = ask(england.s34_5, {}, day);
  const fine = england.fineFor({ offenceOn: day });
  const lastDay = 'kind' in answer ? undefined : answer.lastDay;
  return {
    ...{ lastDay, supposesNoCertificate, reasons: lastDay?.reasons ?? [] },
    prosecutor: 'kind' in who ? [] : who.who.reasons,
    fine: 'kind' in fine ? [] : [...fine.maximumFine.reasons, ...fine.triedSummarily.reasons],
    citations: [england.s34_6.citation],
  };
}
