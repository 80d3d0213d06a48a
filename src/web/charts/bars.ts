/** How a part is drawn. The three differ in lightness and in pattern, so that none needs its colour to be told. */
export type Fill = 'solid' | 'striped' | 'open';

/** What one kind of part is called, and how it is drawn. */
export interface Series {
  readonly label: string;
  readonly fill: Fill;
}

/** Bars beside their table: each row has one part for every series. */
export interface Bars {
  /** Unique on its page; part of the ids of the drawing. */
  readonly id: string;
  readonly title: string;
  /** The drawing in one or two sentences, for whoever does not see it. */
  readonly says: string;
  readonly series: readonly Series[];
  readonly rows: readonly BarRow[];
  /** The heading of the first column. */
  readonly rowsAre: string;
}

export interface BarRow {
  readonly label: string;
  readonly parts: readonly number[];
  /** What is written at the end of the bar: '5 of 7'. */
  readonly value: string;
}

/** What the macro draws, in the units of its viewBox. */
export interface DrawnBars extends Bars {
  readonly kind: 'bars';
  readonly width: number;
  readonly height: number;
  readonly key: readonly (Series & { readonly y: number })[];
  readonly drawn: readonly {
    readonly label: string;
    readonly value: string;
    readonly y: number;
    readonly valueX: number;
    readonly parts: readonly { readonly fill: Fill; readonly x: number; readonly width: number }[];
  }[];
}

const WIDTH = 360;
const BAR_WIDTH = 270;
const KEY_LINE = 24;
const ROW = 48;
/** What fits on one line above a bar; the table has the whole label. */
const LONGEST_LABEL = 44;

/** Lays bars out: one below the other, all on the scale of the longest. */
export function drawBars(bars: Bars): DrawnBars {
  const longest = Math.max(1, ...bars.rows.map(({ parts }) => sumOf(parts)));
  const above = bars.series.length * KEY_LINE + 10;
  return {
    ...bars,
    ...{ kind: 'bars', width: WIDTH, height: above + bars.rows.length * ROW },
    key: bars.series.map((series, index) => ({ ...series, y: index * KEY_LINE + 4 })),
    drawn: bars.rows.map(({ label, parts, value }, index) => {
      const placed = placedParts(parts, bars.series, BAR_WIDTH / longest);
      return {
        ...{ label: cut(label), value, y: above + index * ROW, parts: placed },
        valueX: rounded((sumOf(parts) * BAR_WIDTH) / longest + 6),
      };
    }),
  };
}

function placedParts(
  parts: readonly number[],
  series: readonly Series[],
  scale: number,
): DrawnBars['drawn'][number]['parts'] {
  let x = 0;
  return parts.flatMap((count, index) => {
    const from = x;
    x += count * scale;
    const fill = series[index]?.fill ?? 'solid';
    return count === 0 ? [] : [{ fill, x: rounded(from), width: rounded(count * scale) }];
  });
}

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);
const rounded = (length: number): number => Math.round(length * 10) / 10;
const cut = (label: string): string =>
  label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
