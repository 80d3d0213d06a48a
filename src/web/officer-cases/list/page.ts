import type { Permission } from '../../../identity/index.js';
import { civilDate } from '../../../law/index.js';
import type { CaseFile } from '../../../oversight/index.js';
import { dateInWords } from '../../../wording/index.js';
import { instantInWords } from '../../page/index.js';

interface CaseRow {
  readonly reference: string;
  readonly href: string;
  readonly member: string;
  readonly day: string;
  readonly opened: string;
  /** Undefined while it is open. */
  readonly closed: string | undefined;
}

export interface CaseListView {
  readonly title: string;
  readonly backHref: string;
  readonly open: readonly CaseRow[];
  readonly closed: readonly CaseRow[];
  readonly mayOpen: boolean;
}

export function caseListView(
  files: readonly CaseFile[],
  names: ReadonlyMap<string, string>,
  permissions: ReadonlySet<Permission>,
): CaseListView {
  const rows = files.map(({ id, reference, memberId, offenceOn, openedAt, closedAt }): CaseRow => ({
    ...{ reference, href: `/officer/cases/${id}`, member: names.get(memberId) ?? '' },
    ...{ day: dateInWords(civilDate(offenceOn)), opened: instantInWords(openedAt) },
    closed: closedAt === null ? undefined : instantInWords(closedAt),
  }));
  return {
    ...{ title: 'Case files', backHref: '/officer', mayOpen: permissions.has('KeepCaseFiles') },
    open: rows.filter(({ closed }) => closed === undefined),
    closed: rows.filter(({ closed }) => closed !== undefined),
  };
}
