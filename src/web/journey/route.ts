import { isRelevant, type Journey, type JourneyPage } from './journey.js';
import { allTasksComplete } from './progress.js';

/**
 * The page with this id.
 * @throws when the journey has no such page, which only a mistake in the code can ask for.
 */
export function pageOf<A>(journey: Journey<A>, id: string): JourneyPage<A> {
  const page = [...journey.tasks.flatMap((task) => task.pages), ...journey.ending].find(
    (each) => each.id === id,
  );
  if (page === undefined) throw new Error(`the journey has no page '${id}'`);
  return page;
}

/**
 * Where to go when a page was answered well; `answers` hold the new answer. The next relevant page; after the
 * last page of a task the task list, where there is one; after the last page of all, back to the start.
 */
export function nextPath<A>(journey: Journey<A>, answers: A, id: string): string {
  const next = trailOf(journey, answers, id).after[0];
  if (next !== undefined) return next.path;
  return journey.ending.some((page) => page.id === id)
    ? journey.startPath
    : (journey.listPath ?? journey.startPath);
}

/** Where 'Back' goes: the list of what was added here, or the relevant page before this one, or the task list. */
export function backPath<A>(journey: Journey<A>, answers: A, id: string): string {
  const { before, after } = trailOf(journey, answers, id);
  const { listedOn } = pageOf(journey, id);
  const list = after.find((page) => page.id === listedOn) ?? before.at(-1);
  return list?.path ?? journey.listPath ?? journey.startPath;
}

/**
 * May they be here? Undefined when they may; otherwise the path of the page that they should see instead:
 * the first one before it that is not complete, or the task list (the start) for a page that is not relevant.
 */
export function pathInstead<A>(journey: Journey<A>, answers: A, id: string): string | undefined {
  const { before, itself } = trailOf(journey, answers, id);
  const home = journey.listPath ?? journey.startPath;
  if (itself === undefined) return home;
  const isEnding = journey.ending.includes(itself);
  if (journey.listPath !== undefined && isEnding && !allTasksComplete(journey, answers)) return home;
  return before.find((page) => !page.complete(answers))?.path;
}

interface Trail<A> {
  readonly before: readonly JourneyPage<A>[];
  /** Undefined when the page is not relevant. */
  readonly itself: JourneyPage<A> | undefined;
  readonly after: readonly JourneyPage<A>[];
}

/**
 * The relevant pages that lead to this one and on from it. With a task list each task is a trail of its own, and
 * so is the ending; without one, the tasks and the ending are one line.
 */
function trailOf<A>(journey: Journey<A>, answers: A, id: string): Trail<A> {
  const trails = [
    ...journey.tasks.map((task) => ({ pages: task.pages, relevant: isRelevant(task, answers) })),
    { pages: journey.ending, relevant: true },
  ];
  const page = pageOf(journey, id);
  const mine = trails.filter((trail) => journey.listPath === undefined || trail.pages.includes(page));
  const line = mine.flatMap((trail) =>
    trail.pages.map((each) => ({ page: each, inRelevantTask: trail.relevant })),
  );
  const counting = line.filter((each) => each.inRelevantTask && isRelevant(each.page, answers));
  const index = line.findIndex((each) => each.page === page);
  return {
    before: counting.filter((each) => line.indexOf(each) < index).map((each) => each.page),
    itself: counting.find((each) => each.page === page)?.page,
    after: counting.filter((each) => line.indexOf(each) > index).map((each) => each.page),
  };
}
