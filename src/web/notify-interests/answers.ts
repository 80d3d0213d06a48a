import type { Draft } from '../../register/index.js';
import { checkAnswers, type CheckGroup, type CheckRow, type Journey } from '../journey/index.js';
import { changePath, partOf, PARTS, questionsIn, type Part } from './journey.js';
import { lawOnEach, type GivenUnder, type LawSays } from './law-says.js';
import type { RequiredCategory } from '../../law/index.js';

const TITLES: Readonly<Record<Part, string>> = {
  first: 'Whose interests count',
  own: 'Your interests',
  partners: 'Your spouse or partner’s interests',
};

/** An answer and, where it is an interest, what the law makes of it. */
export interface AnsweredRow extends Required<CheckRow> {
  readonly law: LawSays | undefined;
}

export interface AnsweredGroup extends CheckGroup {
  readonly rows: readonly AnsweredRow[];
}

/**
 * Everything that was answered, in the parts of the task list; a part without answers is left out. Without the law of
 * the day nothing is said about it.
 */
export function answersInParts(
  journey: Journey<Draft>,
  draft: Draft,
  law: (GivenUnder & { readonly required: readonly RequiredCategory[] }) | undefined,
): AnsweredGroup[] {
  const answers = law === undefined ? new Map<string, LawSays>() : lawByPath(journey, draft, law);
  return PARTS.map((part) => {
    const tasks = journey.tasks.filter((task) => partOf(task) === part);
    const rows = checkAnswers({ ...journey, tasks }, draft).flatMap((group) => group.rows);
    return { title: TITLES[part], rows: rows.map((row) => ({ ...row, law: answers.get(row.changePath) })) };
  }).filter(({ rows }) => rows.length > 0);
}

/** The law's answer on each interest, by the page on which that is changed. */
function lawByPath(
  { listPath = '' }: Journey<Draft>,
  draft: Draft,
  law: GivenUnder & { readonly required: readonly RequiredCategory[] },
): Map<string, LawSays> {
  return new Map(
    questionsIn(law.required).flatMap((asked) =>
      lawOnEach(law, draft, asked).flatMap((says, index): [string, LawSays][] =>
        says === undefined ? [] : [[changePath(listPath, asked, index + 1), says]],
      ),
    ),
  );
}
