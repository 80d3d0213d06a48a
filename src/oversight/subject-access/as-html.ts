import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { londonWallClock } from '../../platform/clock/index.js';
import type { Json, JsonRow, SubjectCopy } from './copy.js';

const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader(fileURLToPath(new URL('.', import.meta.url))),
  { autoescape: true, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true },
);

/** The copy as one page that any browser reads and prints, without a script or a style sheet of ours. */
export function copyAsHtml(copy: SubjectCopy): string {
  const { name, authorityName, madeAt, madeBy, sections, files } = copy;
  const { date, time } = londonWallClock(madeAt);
  return environment.render('copy.njk', {
    ...{ name, authorityName, madeAt: `${date} ${time}`, byOfficer: madeBy === 'officer' },
    files: files.map((file) => file.name),
    sections: sections.map(({ title, parts }) => ({
      title,
      parts: parts
        .filter(({ rows, keptForOwner }) => rows.length > 0 || keptForOwner > 0)
        .map((part) => ({ ...part, rows: part.rows.map(linesOf) })),
    })),
  });
}

interface Line {
  readonly label: string;
  readonly value: string;
}

/** What a row says, one line for each thing that it says; what lies within another is named by both. */
export const linesOf = (row: JsonRow): Line[] =>
  Object.entries(row)
    .filter(([column]) => column !== 'id' && !column.endsWith('_id') && column !== 'schema_version')
    .flatMap(([column, value]) => within(column, value));

function within(label: string, value: Json): Line[] {
  if (value === null || value === '') return [];
  if (typeof value !== 'object') return [{ label: inWords(label), value: String(value) }];
  const inside = Array.isArray(value)
    ? (value as readonly Json[]).map((one, index): [string, Json] => [String(index + 1), one])
    : Object.entries(value as Readonly<Record<string, Json>>);
  return inside.flatMap(([key, one]) => within(`${label} ${key}`, one));
}

/** 'received_at' -> 'Received at'; 'valuePence' -> 'Value pence'. */
function inWords(name: string): string {
  const words = name
    .replace(/^details /, '')
    .replace(/_/g, ' ')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
