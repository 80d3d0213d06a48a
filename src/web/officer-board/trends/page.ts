import type {
  AgeOfEntries,
  DeclarationsOfBody,
  MonthOfDuties,
  TrendsOfDay,
} from '../../../oversight/index.js';
import { dateInWords } from '../../../wording/index.js';
import { drawBars, drawRise, type DrawnBars, type DrawnRise } from '../../charts/index.js';

/** One chart with what must be said of it. */
interface Section {
  readonly heading: string;
  readonly about: string;
  /** Undefined where there is nothing to draw. */
  readonly chart: DrawnBars | DrawnRise | undefined;
  readonly nothing: string;
}

export interface TrendsView {
  readonly title: string;
  readonly backHref: string;
  readonly asAt: string;
  readonly sections: readonly Section[];
}

/** Four charts, each from its own counts. */
export function trendsView(trends: TrendsOfDay): TrendsView {
  return {
    ...{ title: 'How it goes over time', backHref: '/officer', asAt: dateInWords(trends.asAt) },
    sections: [
      electionSection(trends.election),
      monthsSection(trends.months),
      agesSection(trends),
      bodiesSection(trends),
    ],
  };
}

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`;
const percent = (count: number, of: number): string =>
  of === 0 ? '–' : `${Math.round((count * 100) / of)}%`;

function electionSection(election: TrendsOfDay['election']): Section {
  const heading = 'After an election, day by day';
  const nothing = 'Three members or more have not taken office on one day yet.';
  if (election === undefined) return { heading, about: '', chart: undefined, nothing };
  const { on, lastDay, lastDayNumber, members, toldBy, toldInAll } = election;
  const isOver = toldBy.length === lastDayNumber;
  const byLast = toldBy.at(-1) ?? 0;
  const share = `${byLast} of ${members}, ${percent(byLast, members)}`;
  const later = isOver ? ` By now it is ${toldInAll}, ${percent(toldInAll, members)}.` : '';
  const rows = toldBy.map((count, index) => ({
    label: `Day ${index + 1}`,
    parts: [count, percent(count, members)],
  }));
  if (isOver) rows.push({ label: 'By now', parts: [toldInAll, percent(toldInAll, members)] });
  return {
    ...{ heading, nothing },
    about: `${counted(members, 'member', 'members')} took office on ${dateInWords(on)}, which is day 1. Day ${lastDayNumber}, ${dateInWords(lastDay)}, ${isOver ? 'was' : 'is'} the last day to notify (Localism Act 2011 s.30(1)).`,
    chart: drawRise({
      ...{ id: 'election', title: 'Share of the members who had told the monitoring officer, day by day' },
      says: `By the end of day ${toldBy.length} these were ${share}.${later} A dashed line marks day ${lastDayNumber}.`,
      ...{
        of: members,
        byDay: toldBy,
        lastDay: lastDayNumber,
        lastDayLabel: `Day ${lastDayNumber}: last day`,
      },
      ...{ inAll: isOver ? toldInAll : undefined, rows, rowsAre: 'By the end of' },
      columns: ['Had told', 'Share'],
    }),
  };
}

function monthsSection(months: readonly MonthOfDuties[]): Section {
  const [inTime, all] = [sumOf(months, ({ inTime }) => inTime), sumOf(months, allOf)];
  return {
    heading: 'Answered in time, by month',
    about:
      'By the month of the last day: what was owed on taking office, and after a declaration at a meeting by members who are in office now. Nothing is counted before its last day unless it was answered.',
    nothing: 'No last day lay in these twelve months.',
    chart:
      all === 0
        ? undefined
        : drawBars({
            ...{ id: 'months', title: 'How duties were answered, by the month of their last day' },
            says: `${inTime} of ${all} were answered in time in these twelve months, ${percent(inTime, all)}.`,
            series: [
              { label: 'Answered in time', fill: 'solid' },
              { label: 'Answered later', fill: 'striped' },
              { label: 'No answer received', fill: 'open' },
            ],
            rowsAre: 'Month of the last day',
            rows: months.map((one) => ({
              label: dateInWords(one.month).split(' ').slice(1).join(' '),
              parts: [one.inTime, one.late, one.noAnswer],
              value: allOf(one) === 0 ? 'None' : `${one.inTime} of ${allOf(one)}`,
            })),
          }),
  };
}

const allOf = ({ inTime, late, noAnswer }: MonthOfDuties): number => inTime + late + noAnswer;

const AGES: Record<AgeOfEntries['age'], string> = {
  'under-1': 'Under 1 year',
  '1-to-2': '1 to 2 years',
  '2-to-4': '2 to 4 years',
  'over-4': 'Over 4 years',
};

function agesSection({ ages, confirmEveryMonths }: TrendsOfDay): Section {
  const all = sumOf(ages, ({ confirmed, notConfirmed }) => confirmed + notConfirmed);
  const confirmed = sumOf(ages, (one) => one.confirmed);
  return {
    heading: 'How old the entries are',
    about: `Since when each entry stands in the register, and whether its member has confirmed the register since. The council asks for that every ${counted(confirmEveryMonths, 'month', 'months')}; no Act does.`,
    nothing: 'Nothing stands in the register.',
    chart:
      all === 0
        ? undefined
        : drawBars({
            ...{ id: 'ages', title: 'Entries in the register by age' },
            says: `${confirmed} of ${counted(all, 'entry', 'entries')} were confirmed by their members since they were made.`,
            series: [
              { label: 'Confirmed since', fill: 'solid' },
              { label: 'Not confirmed since', fill: 'striped' },
            ],
            rowsAre: 'Age',
            rows: ages.map((one) => ({
              label: AGES[one.age],
              parts: [one.confirmed, one.notConfirmed],
              value: (one.confirmed + one.notConfirmed).toLocaleString('en-GB'),
            })),
          }),
  };
}

/** So many bodies are drawn; the rest are in no chart, and are said. */
const MOST_BODIES = 25;

function bodiesSection({ bodies, bodiesFrom }: TrendsOfDay): Section {
  const all = sumOf(bodies, declaredAt);
  const drawn = bodies.slice(0, MOST_BODIES);
  const rest = bodies.length - drawn.length;
  return {
    heading: 'Declared at meetings, by body',
    about: `Since ${dateInWords(bodiesFrom)}: what stands of what members declared at meetings. More is not worse: a body whose business touches many interests hears of more of them.${rest > 0 ? ` ${counted(rest, 'body', 'bodies')} with the fewest are left out.` : ''}`,
    nothing: 'No body met since then.',
    chart:
      bodies.length === 0
        ? undefined
        : drawBars({
            ...{ id: 'bodies', title: 'Declarations at meetings, by body' },
            says: `${counted(all, 'declaration', 'declarations')} at ${counted(
              sumOf(bodies, ({ meetings }) => meetings),
              'meeting',
              'meetings',
            )} of ${counted(bodies.length, 'body', 'bodies')}.`,
            series: [
              { label: 'Disclosable pecuniary interests', fill: 'solid' },
              { label: 'Other declarations', fill: 'striped' },
            ],
            rowsAre: 'Body',
            rows: drawn.map((one) => ({
              label: one.body,
              parts: [one.pecuniary, one.other],
              value: `${declaredAt(one)} at ${counted(one.meetings, 'meeting', 'meetings')}`,
            })),
          }),
  };
}

const declaredAt = ({ pecuniary, other }: DeclarationsOfBody): number => pecuniary + other;

const sumOf = <T>(rows: readonly T[], count: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + count(row), 0);
