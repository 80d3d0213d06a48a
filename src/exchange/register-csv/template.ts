import { CATEGORIES, FIELDS, type Field } from '../interest-fields/index.js';

/** A column of the file: what it is for, and for which headings of the register it is asked. */
export interface Column {
  readonly name: string;
  readonly write: string;
  /** The headings whose rows may fill it; those whose rows must. Empty for the columns of every row. */
  readonly askedFor: readonly string[];
  readonly requiredFor: readonly string[];
  /** The words that may be written, where only some may. */
  readonly choices?: readonly string[];
}

const OF_EVERY_ROW: readonly Column[] = [
  {
    ...{ name: 'member', askedFor: [], requiredFor: [] },
    write: 'the name of the member as it stands in the set-up, or their e-mail address',
  },
  {
    ...{ name: 'has-partner', askedFor: [], requiredFor: [], choices: ['yes', 'no'] },
    write:
      'whether the member has a spouse or partner, on at least one row of the member. Left empty on all of them, the rows are added to the register and replace nothing',
  },
  {
    ...{ name: 'category', askedFor: [], requiredFor: [], choices: CATEGORIES },
    write: 'the heading of the register',
  },
  {
    ...{ name: 'held-by', askedFor: [], requiredFor: [], choices: ['member', 'partner'] },
    write: 'whose interest it is',
  },
  {
    ...{ name: 'nothing', askedFor: [], requiredFor: [], choices: ['yes'] },
    write:
      'yes where the member or partner has nothing to register under the heading; the columns that follow stay empty then',
  },
];

/** Every column of the file, in the order of the template. One column may serve several headings. */
export const COLUMNS: readonly Column[] = [...OF_EVERY_ROW, ...columnsOfFields()];

/** The columns without which a file is not read. */
export const REQUIRED_COLUMNS = ['member', 'category', 'held-by'] as const;

/** The first line of every file, with nothing below it. */
export function templateCsv(): string {
  return `\ufeff${COLUMNS.map(({ name }) => name).join(',')}\r\n`;
}

function columnsOfFields(): Column[] {
  const columns = new Map<string, { fields: Field[]; askedFor: string[]; requiredFor: string[] }>();
  for (const category of CATEGORIES) {
    for (const field of FIELDS[category]) {
      const column = columns.get(field.name) ?? { fields: [], askedFor: [], requiredFor: [] };
      column.fields.push(field);
      column.askedFor.push(category);
      if (field.required === true) column.requiredFor.push(category);
      columns.set(field.name, column);
    }
  }
  return [...columns].map(([name, { fields, askedFor, requiredFor }]) => {
    const choices = fields.flatMap(({ reads }) =>
      reads.kind === 'choice' ? Object.keys(reads.choices) : [],
    );
    return {
      ...{ name, askedFor, requiredFor, write: fields[0]?.write ?? '' },
      ...(choices.length === 0 ? {} : { choices: [...new Set(choices)] }),
    };
  });
}
