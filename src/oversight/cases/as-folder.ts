import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { londonWallClock } from '../../platform/clock/index.js';
import { csvCell } from '../../publication/index.js';
import type { CaseDocument, TimelineLine } from './case-document.js';
import { caseAsPdf } from './as-pdf.js';

/** What the manifest says of one part of the folder. */
interface ManifestPart {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The folder's own list of what is in it, and where the audit chain stood. */
export interface Manifest {
  readonly reference: string;
  readonly caseFileId: string;
  readonly authority: string;
  readonly gatheredAt: string;
  readonly auditChain: { readonly position: string; readonly hash: string };
  readonly withheld: boolean;
  readonly parts: readonly ManifestPart[];
}

/** The case file as one ZIP: PDF, JSON, the order of events as CSV, the agendas as text, and a manifest of them all. */
export async function caseAsFolder(file: CaseDocument): Promise<Buffer> {
  const parts: Record<string, Uint8Array> = {
    'case.pdf': new Uint8Array(await caseAsPdf(file)),
    'case.json': strToU8(caseAsJson(file)),
    'timeline.csv': strToU8(timelineAsCsv(file.timeline)),
    ...Object.fromEntries(
      file.agendas.map(({ number, content }) => [`agenda-${number}.txt`, strToU8(content)]),
    ),
  };
  const manifest: Manifest = {
    ...{ reference: file.reference, caseFileId: file.id, authority: file.authorityName },
    ...{ gatheredAt: file.gatheredAt.toISOString(), auditChain: file.head, withheld: file.withheld },
    parts: Object.entries(parts).map(([name, bytes]) => ({
      ...{ name, bytes: bytes.length, sha256: sha256Of(bytes) },
    })),
  };
  const all = {
    ...parts,
    'MANIFEST.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
    'MANIFEST.txt': strToU8(manifestInWords(manifest)),
  };
  return Buffer.from(zipSync(all, { level: 6, mtime: file.gatheredAt }));
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Sections, the order of events and the versions of the law, for other programs. */
function caseAsJson(file: CaseDocument): string {
  const { id, reference, title, authorityName, gatheredAt, head, withheld } = file;
  const { sections, timeline, ruleVersions, agendas } = file;
  return `${JSON.stringify(
    {
      ...{ id, reference, title, authority: authorityName, gatheredAt, auditChain: head, withheld },
      ...{ sections, timeline, ruleVersions },
      agendas: agendas.map(({ number, fileName, receivedAt }) => ({
        ...{ number, fileName, receivedAt, text: `agenda-${number}.txt` },
      })),
    },
    null,
    2,
  )}\n`;
}

const COLUMNS = ['when', 'date', 'time', 'what', 'table', 'id', 'audit_position'] as const;

/** RFC 4180 in UTF-8, with a byte order mark for spreadsheets. Date and time are those of the clock in London. */
function timelineAsCsv(timeline: readonly TimelineLine[]): string {
  const rows = timeline.map(({ at, what, source: { table, id, position } }) => {
    const isDay = typeof at === 'string';
    const { date, time } = isDay ? { date: at, time: '' } : londonWallClock(at);
    return [isDay ? at : at.toISOString(), date, time, what, table, id, position ?? ''];
  });
  const lines = [COLUMNS, ...rows].map((row) => row.map((cell) => csvCell(cell)).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function manifestInWords({
  reference,
  authority,
  gatheredAt,
  auditChain,
  withheld,
  parts,
}: Manifest): string {
  return [
    `Case file ${reference}, ${authority}`,
    `Gathered at ${gatheredAt} (UTC)`,
    `The audit chain of this council then ended at position ${auditChain.position}`,
    `with the hash ${auditChain.hash}.`,
    ...(withheld ? ['Details that whoever made this copy may not read are left out.'] : []),
    '',
    'SHA-256 of each part:',
    ...parts.map(({ name, sha256 }) => `${sha256}  ${name}`),
    '',
    'To check: work out each hash again (sha256sum), compare the hash at that position of the chain',
    '(probity audit verify reads the whole chain), and compare an anchor of the chain that lies after it.',
    '',
  ].join('\n');
}
