import { england, type CivilDate } from '../../law/index.js';
import { askedBy } from '../../wording/index.js';
import type { CheckRule, CompanyEvidence, FindingTag } from './finding.js';

/** How much speaks for one person behind two names. Nothing is ever more than likely. */
export type Likeness = 'likely' | 'possible' | 'only-the-name';

/** What an officer of the council decided about a row. */
export type CompanyDecision = 'same-person' | 'somebody-else' | 'ask-the-member';

/** A row of an officers' file that looks like a member. */
export interface CompanyRow {
  readonly rowId: string;
  readonly memberId: string;
  readonly likeness: Likeness;
  readonly decision: CompanyDecision | undefined;
  readonly company: CompanyEvidence;
  /** The member has registered the company, or has notified it. */
  readonly registered: boolean;
  /** Since when the member is in office; undefined where they are not. */
  readonly inOfficeSince: CivilDate | undefined;
  /** It looks like the member by a home address that is sensitive. */
  readonly sensitive: boolean;
}

export const companyOfficer: CheckRule<CompanyRow> = {
  id: 'company-officer',
  asks: askedBy('company-officer'),
  sources: [england.s30_1.citation],
  decide({ rowId, memberId, likeness, decision, company, registered, inOfficeSince, sensitive }, asAt) {
    const { appointedOn, resignedOn } = company;
    if (registered || decision === 'somebody-else' || inOfficeSince === undefined) return [];
    if (resignedOn !== null && resignedOn < inOfficeSince) return [];
    if (appointedOn !== null && appointedOn > asAt) return [];
    const tags: FindingTag[] = [
      likeness,
      ...(decision === 'same-person' ? (['same-person'] as const) : []),
      ...(decision === 'ask-the-member' ? (['member-asked'] as const) : []),
      ...(resignedOn !== null && resignedOn <= asAt ? (['resigned'] as const) : []),
    ];
    return [
      {
        ...{ key: rowId, memberIds: [memberId], tags, evidence: [company], sensitive },
        ...(appointedOn !== null && { on: appointedOn }),
      },
    ];
  },
};
