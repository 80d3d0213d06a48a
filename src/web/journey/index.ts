export type { CheckRow, Journey, JourneyPage, JourneyTask, TaskStatus } from './journey.js';
export { backPath, nextPath, pageOf, pathInstead } from './route.js';
export { allTasksComplete, checkAnswers, taskStatus, type CheckGroup } from './progress.js';
