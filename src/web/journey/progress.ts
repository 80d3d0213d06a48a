import { isRelevant, type CheckRow, type Journey, type JourneyTask, type TaskStatus } from './journey.js';

/** How far a task is: judged by its relevant pages alone. */
export function taskStatus<A>(task: JourneyTask<A>, answers: A): TaskStatus {
  const pages = task.pages.filter((page) => isRelevant(page, answers));
  const done = pages.filter((page) => page.complete(answers)).length;
  if (done === pages.length) return 'Completed';
  return done === 0 ? 'Not yet started' : 'In progress';
}

/** True when nothing is left to answer before the ending. */
export function allTasksComplete<A>(journey: Journey<A>, answers: A): boolean {
  return journey.tasks.every(
    (task) => !isRelevant(task, answers) || taskStatus(task, answers) === 'Completed',
  );
}

/** The answers of one task, to be checked under its title. */
export interface CheckGroup {
  readonly title: string;
  readonly rows: readonly Required<CheckRow>[];
}

/** 'Check your answers': every row of every relevant page, grouped by task; a task without rows is left out. */
export function checkAnswers<A>(journey: Journey<A>, answers: A): CheckGroup[] {
  return journey.tasks
    .filter((task) => isRelevant(task, answers))
    .map((task) => ({
      title: task.title,
      rows: task.pages
        .filter((page) => isRelevant(page, answers))
        .flatMap((page) => (page.rows?.(answers) ?? []).map((row) => ({ changePath: page.path, ...row }))),
    }))
    .filter((group) => group.rows.length > 0);
}
