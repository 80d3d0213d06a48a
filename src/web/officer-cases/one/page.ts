import type { Permission } from '../../../identity/index.js';
import { momentInWords, type CaseDocument, type Section } from '../../../oversight/index.js';

interface TimelineRow {
  readonly when: string;
  readonly what: string;
  /** 'notification 5f0c…, audit 12'. */
  readonly source: string;
}

export interface CaseView {
  readonly title: string;
  readonly backHref: string;
  readonly gathered: string;
  readonly chain: string;
  readonly withheld: boolean;
  readonly sections: readonly Section[];
  readonly timeline: readonly TimelineRow[];
  readonly downloads: readonly { readonly text: string; readonly href: string }[];
  /** What may be done; empty for who only reads. */
  readonly actions: readonly { readonly text: string; readonly href: string }[];
}

export function caseView(file: CaseDocument, permissions: ReadonlySet<Permission>): CaseView {
  const at = `/officer/cases/${file.id}`;
  return {
    ...{ title: file.title, backHref: '/officer/cases', withheld: file.withheld, sections: file.sections },
    gathered: momentInWords(file.gatheredAt),
    chain: `position ${file.head.position}, hash ${file.head.hash}`,
    timeline: file.timeline.map(({ at: moment, what, source: { table, id, position } }) => ({
      ...{ when: momentInWords(moment), what },
      source: `${table} ${id}${position === null ? '' : `, audit ${position}`}`,
    })),
    downloads: [
      { text: 'Download as a PDF', href: `${at}/case.pdf` },
      { text: 'Download everything as a folder (ZIP)', href: `${at}/folder.zip` },
    ],
    actions: permissions.has('KeepCaseFiles') ? actionsOf(at, file.isClosed) : [],
  };
}

function actionsOf(at: string, isClosed: boolean): CaseView['actions'] {
  const note = { text: 'Add a note', href: `${at}/note` };
  if (isClosed) return [note];
  return [
    note,
    { text: 'Record when evidence came to the prosecutor’s knowledge', href: `${at}/evidence` },
    { text: 'Close this file', href: `${at}/close` },
  ];
}
