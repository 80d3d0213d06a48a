/** How a count rose from day to day, beside the line by which all should have been in. */
export interface Rise {
  /** Unique on its page; part of the ids of the drawing. */
  readonly id: string;
  readonly title: string;
  /** The drawing in one or two sentences, for whoever does not see it. */
  readonly says: string;
  /** How many there are in all; at least one. */
  readonly of: number;
  /** How many by the end of day 1, 2, … */
  readonly byDay: readonly number[];
  /** The day, from 1, that the line marks: the last one in time. */
  readonly lastDay: number;
  readonly lastDayLabel: string;
  /** How many in all by now, later ones included; undefined while the last day is not over. */
  readonly inAll: number | undefined;
  /** The rows of the table, as words. */
  readonly rows: readonly { readonly label: string; readonly parts: readonly (number | string)[] }[];
  readonly rowsAre: string;
  readonly columns: readonly string[];
}

/** What the macro draws, in the units of its viewBox. */
export interface DrawnRise extends Rise {
  readonly kind: 'rise';
  readonly width: number;
  readonly height: number;
  readonly grid: readonly { readonly y: number; readonly label: string }[];
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly path: string;
  readonly lastDayX: number;
  /** Where everybody who has answered by now stands. */
  readonly now: { readonly x: number; readonly y: number; readonly label: string } | undefined;
}

const [WIDTH, HEIGHT] = [360, 260];
const [LEFT, RIGHT, TOP, BOTTOM] = [46, 350, 26, 216];
/** Room at the right for what came after the last day. */
const LATER = 52;

/** Lays the rise out as steps: a day's count holds from its end to the end of the next day. */
export function drawRise(rise: Rise): DrawnRise {
  const last = RIGHT - LATER;
  const xOf = (day: number): number => rounded(LEFT + (day * (last - LEFT)) / rise.lastDay);
  const yOf = (count: number): number => rounded(BOTTOM - (count * (BOTTOM - TOP)) / rise.of);
  const steps = rise.byDay.map((count, index) => `V${yOf(count)} H${xOf(index + 1)}`);
  const { inAll } = rise;
  return {
    ...rise,
    ...{ kind: 'rise', width: WIDTH, height: HEIGHT, left: LEFT, right: RIGHT, top: TOP, bottom: BOTTOM },
    grid: [0, 0.5, 1].map((share) => ({ y: yOf(share * rise.of), label: `${share * 100}%` })),
    ticks: ticksUpTo(rise.lastDay).map((day) => ({ x: xOf(day), label: `${day}` })),
    path: `M${LEFT},${BOTTOM} ${steps.join(' ')}`,
    lastDayX: last,
    now:
      inAll === undefined
        ? undefined
        : { x: RIGHT - 16, y: yOf(inAll), label: `${Math.round((inAll * 100) / rise.of)}%` },
  };
}

/** Weeks, and the last day itself. */
function ticksUpTo(lastDay: number): number[] {
  const weeks = Array.from({ length: Math.floor(lastDay / 7) }, (_, index) => (index + 1) * 7);
  return [...new Set([...weeks.filter((day) => lastDay - day >= 4), lastDay])];
}

const rounded = (length: number): number => Math.round(length * 10) / 10;
