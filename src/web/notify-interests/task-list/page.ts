import type { Draft } from '../../../register/index.js';
import { blankForm, refusedForm, type FormError, type FormState } from '../../form/index.js';
import { taskStatus, type Journey, type JourneyTask, type TaskStatus } from '../../journey/index.js';
import { partOf, type Part } from '../journey.js';
import type { OpenedDraft } from '../question-page.js';

/** One row of the task list. */
interface TaskRow {
  readonly title: string;
  readonly href: string;
  readonly status: TaskStatus;
}

export interface TaskListView {
  readonly title: string;
  readonly backHref: string;
  readonly form: FormState;
  readonly version: number;
  /** 'You have completed 3 of 14.' */
  readonly progress: string;
  readonly first: readonly TaskRow[];
  readonly own: readonly TaskRow[];
  /** Undefined until the first question is answered; empty where there is no partner. */
  readonly partners: readonly TaskRow[] | undefined;
  readonly basePath: string;
  readonly checkHref: string;
  /** Does the council's code have more registered than the Act? */
  readonly asksByCode: boolean;
  readonly isPaper: boolean;
}

/** The task list; with `showMissing`, what is not answered yet is summed up as errors. */
export function taskListView(opened: OpenedDraft, showMissing: boolean): TaskListView {
  const { draft, journey, version, desk, required } = opened;
  const { basePath } = desk;
  const relevant = relevantTasks(journey, draft);
  const done = relevant.filter((task) => taskStatus(task, draft) === 'Completed').length;
  const rowsOf = (part: Part): TaskRow[] =>
    relevant.filter((task) => partOf(task) === part).map((task) => rowOf(task, draft, basePath));
  return {
    title: 'Notify your interests',
    backHref: journey.startPath,
    form: showMissing ? refusedForm({ errors: missingIn(journey, draft, basePath), words: {} }) : blankForm(),
    version,
    progress: `You have completed ${done} of ${relevant.length} tasks.`,
    first: rowsOf('first'),
    own: rowsOf('own'),
    partners: draft.hasPartner === undefined ? undefined : rowsOf('partners'),
    basePath,
    checkHref: `${basePath}/check`,
    asksByCode: required.some(({ category }) => category === 'other-bodies' || category === 'gifts'),
    isPaper: desk.channel === 'paper',
  };
}

/** An error for each task that is not complete, which leads to where it goes on. */
function missingIn(journey: Journey<Draft>, draft: Draft, basePath: string): FormError[] {
  return relevantTasks(journey, draft)
    .filter((task) => taskStatus(task, draft) !== 'Completed')
    .map((task) => ({
      field: task.id,
      href: pathInto(task, draft, basePath),
      text: `Answer the question about: ${task.title}${partOf(task) === 'partners' ? ' (your spouse or partner)' : ''}`,
    }));
}

const relevantTasks = (journey: Journey<Draft>, draft: Draft): readonly JourneyTask<Draft>[] =>
  journey.tasks.filter((task) => task.relevant?.(draft) ?? true);

const rowOf = (task: JourneyTask<Draft>, draft: Draft, basePath: string): TaskRow => ({
  title: task.title,
  href: pathInto(task, draft, basePath),
  status: taskStatus(task, draft),
});

/** The first page that is not complete; of a complete task the last one, where everything can be changed. */
function pathInto(task: JourneyTask<Draft>, draft: Draft, basePath: string): string {
  const pages = task.pages.filter((page) => page.relevant?.(draft) ?? true);
  return (pages.find((page) => !page.complete(draft)) ?? pages.at(-1))?.path ?? basePath;
}
