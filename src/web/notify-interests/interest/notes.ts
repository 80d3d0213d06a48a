/** 'Owner: 3 Mill Lane (in the council’s area, usual home)': a line, and what else was said of it. */
export function withNotes(line: string, notes: readonly (string | undefined)[]): string {
  const said = notes.filter((note) => note !== undefined && note !== '');
  return said.length === 0 ? line : `${line} (${said.join(', ')})`;
}

/** One note where a fact is so, another where it is not, none where nobody said. */
export function eitherNote(fact: boolean | undefined, yes: string, no: string): string | undefined {
  return fact === undefined ? undefined : fact ? yes : no;
}

/** 'company number 01234567'. */
export const numbered = (name: string, number: string | undefined): string | undefined =>
  number && `${name} ${number}`;
