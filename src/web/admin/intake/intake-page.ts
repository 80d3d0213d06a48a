import { IsIn } from 'class-validator';
import type {
  CouncilPlan,
  CouncilTaken,
  Intake,
  IntakeProblem,
  OpenedIntake,
  Planned,
} from '../../../exchange/index.js';
import { civilDate, england } from '../../../law/index.js';
import { dayAndDateInWords } from '../../../wording/index.js';
import type { FormState } from '../../form/index.js';
import { instantInWords } from '../../page/index.js';

/** Whether invitations go. */
export class BeginForm {
  @IsIn(['yes', 'no'], { message: 'Say whether the invitations are to go' })
  invitations: 'yes' | 'no';
}

const NUMBERS = new Intl.NumberFormat('en-GB');
/** The most rows with something wrong that one page tells of; the file of errors has them all. */
const MOST_PROBLEMS = 100;
/** The most names of members whose term ends, of one council, that the page lists. */
const MOST_NAMES = 150;

/** '1 row is', '40 rows are'. */
const rowsAre = (count: number): string => `${NUMBERS.format(count)} ${count === 1 ? 'row is' : 'rows are'}`;

/** A file with something wrong in it: nothing can be begun. */
export function refusedView({ intake }: OpenedIntake, problems: readonly IntakeProblem[]): object {
  const rows = new Set(problems.map(({ row }) => row)).size;
  const isStopped = intake.state === 'stopped';
  return {
    title: isStopped ? 'The intake has stopped' : 'The file is not in order',
    backHref: '/admin/intake',
    id: intake.id,
    isStopped,
    summary: `${rowsAre(rows)} not in order, of ${NUMBERS.format(intake.total)}.`,
    problems: problems.slice(0, MOST_PROBLEMS),
    moreProblems:
      problems.length > MOST_PROBLEMS ? NUMBERS.format(problems.length - MOST_PROBLEMS) : undefined,
  };
}

/** What a file that is in order would do. */
export function dryRunView({ intake }: OpenedIntake, { plans }: Planned, form: FormState): object {
  const rows = plans.flatMap((plan) => plan.rows);
  const adds =
    rows.some(({ outcome }) => outcome !== 'already-here') || plans.some(({ ends }) => ends.length > 0);
  return {
    title: 'Check what will be done',
    backHref: '/admin/intake',
    action: `/admin/intake/${intake.id}/begin`,
    button: 'Take the members in',
    id: intake.id,
    form,
    adds,
    rows: NUMBERS.format(intake.total),
    wholeCouncil: intake.wholeCouncil,
    councils: plans.map(councilLine),
    clocks: clocksOf(plans),
    invitations: NUMBERS.format(rows.filter(({ invites }) => invites).length),
    leavers: plans.flatMap(leaversOf),
  };
}

function councilLine({ council, rows, ends }: CouncilPlan): object {
  const count = (outcome: CouncilPlan['rows'][number]['outcome']): string =>
    NUMBERS.format(rows.filter((row) => row.outcome === outcome).length);
  return {
    name: council.name,
    added: count('new'),
    reElected: count('re-elected'),
    returned: count('returned'),
    alreadyHere: count('already-here'),
    ends: NUMBERS.format(ends.length),
    invited: NUMBERS.format(rows.filter(({ invites }) => invites).length),
  };
}

/** The days on which terms begin, with how many and the last of the 28 days that begin with each. */
function clocksOf(plans: readonly CouncilPlan[]): object[] {
  const begins = plans
    .flatMap(({ rows }) => rows)
    .filter(({ outcome }) => outcome !== 'already-here')
    .map(({ row }) => row.becameMemberOn);
  const days = [...new Set(begins)].sort();
  return days.map((day) => ({
    day: dayAndDateInWords(civilDate(day)),
    members: NUMBERS.format(begins.filter((other) => other === day).length),
    lastDay: lastDayAfter(day),
  }));
}

function lastDayAfter(day: string): string {
  const becameMemberOn = civilDate(day);
  const { clock } = england.s30_1.decide({ becameMemberOn }, becameMemberOn);
  return clock === null ? 'None' : dayAndDateInWords(clock.lastDay);
}

function leaversOf({ council, ends }: CouncilPlan): object[] {
  const [first] = ends;
  if (first === undefined) return [];
  return [
    {
      council: council.name,
      lastDay: dayAndDateInWords(first.lastDay),
      names: ends.slice(0, MOST_NAMES).map(({ member }) => member.name),
      more: ends.length > MOST_NAMES ? NUMBERS.format(ends.length - MOST_NAMES) : undefined,
      count: NUMBERS.format(ends.length),
    },
  ];
}

/** How far an intake is. `still`: the page is not to load itself again. */
export function progressView(intake: Intake, still: boolean): object {
  return {
    title: 'The members are being taken in',
    backHref: '/admin/intake',
    id: intake.id,
    still,
    done: NUMBERS.format(intake.done),
    total: NUMBERS.format(intake.total),
    doneNumber: intake.done,
    totalNumber: intake.total,
  };
}

/** What an intake did, council by council. */
export function takenView(intake: Intake, councils: readonly CouncilTaken[]): object {
  const sum = (of: (one: CouncilTaken) => number): string =>
    NUMBERS.format(councils.reduce((total, one) => total + of(one), 0));
  const toSendAgain = councils.reduce(
    (total, { invitations }) => total + invitations.sent + invitations.failed - invitations.used,
    0,
  );
  return {
    title: intake.state === 'discarded' ? 'This file was thrown away' : 'The members are taken in',
    backHref: '/admin/intake',
    id: intake.id,
    finished: intake.takenInAt === null ? undefined : instantInWords(intake.takenInAt),
    isDiscarded: intake.state === 'discarded',
    councils: councils.map(({ name, slug, done, invitations, holds }) => ({
      ...{ name, href: `/admin/authorities/${slug}`, holds: holds ? 'Yes' : 'No' },
      added: NUMBERS.format(done.newMembers),
      again: NUMBERS.format(done.reElected + done.returned),
      alreadyHere: NUMBERS.format(done.alreadyHere),
      ended: NUMBERS.format(done.termsEnded),
      sent: `${NUMBERS.format(invitations.sent)} of ${NUMBERS.format(done.invited)}`,
      drafts: NUMBERS.format(done.draftsPrepared),
    })),
    hasDrafts: councils.some(({ done }) => done.draftsPrepared > 0),
    stats: [
      { label: 'New members', value: sum(({ done }) => done.newMembers) },
      { label: 'Re-elected or back', value: sum(({ done }) => done.reElected + done.returned) },
      { label: 'Terms ended', value: sum(({ done }) => done.termsEnded) },
      { label: 'Invitations sent', value: sum(({ invitations }) => invitations.sent) },
    ],
    waiting: sum(({ invitations }) => invitations.waiting),
    failed: sum(({ invitations }) => invitations.failed),
    used: sum(({ invitations }) => invitations.used),
    maySendAgain: toSendAgain > 0,
  };
}
