/** Pieces of text at places on a page, put together to the lines that a person sees. */

/** Words that stand together, as the PDF draws them. Places are in points; y grows upwards. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The size of the letters. */
  readonly size: number;
  readonly face: string;
  /** True when blanks before it make a column of it. */
  readonly isApart?: boolean;
}

/** Words of one line without a wide gap between them. */
export interface Fragment {
  text: string;
  readonly x: number;
  end: number;
  /** How many of its first characters are in the face that it begins with. */
  faceLength: number;
  readonly face: string;
}

export interface Line {
  readonly fragments: readonly Fragment[];
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/** Two baselines closer than this share of the letters' size are one line; a raised "th" is higher than a line is. */
const SAME_LINE = 0.55;
/** A gap as wide as this share of the size is a blank; as wide as the second is another column. */
const BLANK = 0.15;
const COLUMN = 1.05;

export function linesOf(pieces: readonly Piece[]): Line[] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSame =
      first !== undefined &&
      Math.abs(first.y - piece.y) <= SAME_LINE * Math.min(largest(row ?? []), piece.size * 2);
    if (row !== undefined && isSame) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(lineOf).filter((line) => line.fragments.length > 0);
}

function largest(row: readonly Piece[]): number {
  return row.reduce((most, { size }) => Math.max(most, size), 0);
}

function lineOf(row: Piece[]): Line {
  const pieces = row.sort((a, b) => a.x - b.x);
  const size = largest(pieces) || 10;
  const fragments: Fragment[] = [];
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue;
    const last = fragments.at(-1);
    const gap = last === undefined ? Infinity : piece.x - last.end;
    if (last === undefined || gap > COLUMN * size || piece.isApart === true) {
      fragments.push({
        text: piece.text,
        x: piece.x,
        end: piece.x + piece.width,
        face: piece.face,
        faceLength: piece.text.length,
      });
    } else add(last, piece, gap > BLANK * size);
  }
  return {
    fragments,
    x: fragments[0]?.x ?? 0,
    end: fragments.at(-1)?.end ?? 0,
    y: Math.max(...pieces.map(({ y }) => y)),
    size,
  };
}

function add(fragment: Fragment, piece: Piece, isApart: boolean): void {
  const isWhole = fragment.faceLength === fragment.text.length;
  const blank = isApart && !/\s$/.test(fragment.text) && !/^\s/.test(piece.text) ? ' ' : '';
  fragment.text += blank + piece.text;
  fragment.end = Math.max(fragment.end, piece.x + piece.width);
  if (isWhole && piece.face === fragment.face) fragment.faceLength = fragment.text.length;
}
