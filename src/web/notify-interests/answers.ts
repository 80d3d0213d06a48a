import type { Draft } from '../../register/index.js';
import { checkAnswers, type CheckGroup, type Journey } from '../journey/index.js';
import { partOf, PARTS, type Part } from './journey.js';

const TITLES: Readonly<Record<Part, string>> = {
  first: 'Whose interests count',
  own: 'Your interests',
  partners: 'Your spouse or partner’s interests',
};

/** Everything that was answered, in the parts of the task list; a part without answers is left out. */
export function answersInParts(journey: Journey<Draft>, draft: Draft): CheckGroup[] {
  return PARTS.map((part) => {
    const tasks = journey.tasks.filter((task) => partOf(task) === part);
    const rows = checkAnswers({ ...journey, tasks }, draft).flatMap((group) => group.rows);
    return { title: TITLES[part], rows };
  }).filter(({ rows }) => rows.length > 0);
}
