import { Injectable } from '@nestjs/common';
import { KnownInterests } from '../../../disclosures/index.js';
import { londonDateOf, type CivilDate } from '../../../law/index.js';
import { covers, Members } from '../../../members/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { Register, type InterestDetails, type OpenedEntry } from '../../../register/index.js';
import type { CompanyRow } from '../company-officer.js';
import { openedOr, withoutGap } from '../gather-register.js';
import { plainPostcode, wordsOfName } from '../names.js';
import { Companies, type KeptOfficer, type OpenedOfficer } from './companies.js';

/** Rows that look like a member, with whether the company is in their register. */
@Injectable()
export class GatherCompanies {
  constructor(
    private readonly companies: Companies,
    private readonly known: KnownInterests,
    private readonly members: Members,
    private readonly register: Register,
  ) {}

  async of(uow: UnitOfWork, asAt: CivilDate): Promise<CompanyRow[]> {
    const rows = (await this.companies.list(uow)).filter(
      ({ receivedAt }) => londonDateOf(receivedAt) <= asAt,
    );
    if (rows.length === 0) return [];
    const memberIds = [...new Set(rows.map(({ memberId }) => memberId))];
    const known = await this.known.ofMembers(uow, memberIds);
    const current = await this.register.currentOf(uow, memberIds);
    const terms = await this.members.termsOf(uow, memberIds);
    return rows.map((row) => {
      const { memberId } = row;
      const own = terms(memberId);
      const held = openedOr(() => known(memberId)) ?? [];
      return {
        ...{ rowId: row.id, memberId, likeness: row.likeness, decision: row.decision?.is },
        company: asEvidence(row),
        registered: held.some(({ details }) => names(details, row.row)),
        inOfficeSince: own.some((term) => covers(term, asAt)) ? withoutGap(own, asAt) : undefined,
        sensitive: (openedOr(() => current(memberId)) ?? []).some((entry) => tellsByHome(entry, row.row)),
      };
    });
  }
}

function asEvidence({ row }: OpenedOfficer): CompanyRow['company'] {
  const { company, companyNumber: number, officer, role, appointedOn, resignedOn } = row;
  return { kind: 'company', company, number, officer, role, appointedOn, resignedOn };
}

/** By the number where both have one; otherwise by the name, without what a company is called besides it. */
function names(details: InterestDetails, { companyNumber, company }: KeptOfficer): boolean {
  const number = 'companyNumber' in details ? details.companyNumber : undefined;
  const bodyNumber = details.category === 'other-bodies' ? details.bodyNumber : undefined;
  const given = number ?? bodyNumber;
  if (given?.trim().toUpperCase().padStart(8, '0') === companyNumber) return true;
  return namesIn(details).some((name) => bareCompany(name) === bareCompany(company));
}

function namesIn(details: InterestDetails): string[] {
  switch (details.category) {
    case 'employment':
      return [details.employer];
    case 'contracts':
      return [details.contractor];
    case 'corporate-tenancies':
      return [details.tenant];
    case 'securities':
      return [details.company];
    case 'other-bodies':
      return [details.body];
    default:
      return [];
  }
}

const CALLED = new Set(['ltd', 'limited', 'plc', 'llp', 'cic', 'the', 'company', 'co', 'uk', 'and']);

const bareCompany = (name: string): string =>
  wordsOfName(name)
    .filter((word) => !CALLED.has(word))
    .join(' ');

/** Its postcode is that of a home whose details are withheld. */
const tellsByHome = ({ entry, details }: OpenedEntry, { postcode }: KeptOfficer): boolean =>
  entry.sensitive !== 'no' &&
  postcode !== null &&
  'postcode' in details &&
  plainPostcode(details.postcode) === plainPostcode(postcode);
