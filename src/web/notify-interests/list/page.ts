import { IsIn } from 'class-validator';
import type { Asked } from '../../../law/index.js';
import { interestsIn, questionKey } from '../draft.js';
import { inFull } from '../interest/kinds.js';
import { pageIds } from '../journey.js';
import { lawOnEach } from '../law-says.js';
import type { QuestionPage } from '../question-page.js';
import { wordsOf } from '../question-words.js';

export class ListForm {
  @IsIn(['yes', 'no'], { message: 'Select yes if you have another one to add' })
  another: 'yes' | 'no';
}

/** What was added to one question, with what the law makes of each: to be changed, removed or added to. */
export function listPage(asked: Asked): QuestionPage<ListForm> {
  const { one, many, caption } = wordsOf(asked);
  const pathAt = (basePath: string): string => `${basePath}/${questionKey(asked)}`;
  return {
    id: pageIds(asked).list,
    template: 'web/notify-interests/list/page.njk',
    form: ListForm,
    view: (opened) => {
      const interests = interestsIn(opened.draft, asked);
      const law = lawOnEach(opened, opened.draft, asked);
      const path = pathAt(opened.desk.basePath);
      return {
        title: `You have added ${interests.length} ${interests.length === 1 ? one : many}`,
        caption,
        one,
        interests: interests.map((details, index) => ({
          text: inFull(details),
          law: law[index],
          changeHref: `${path}/${index + 1}/change`,
          removeHref: `${path}/${index + 1}/remove`,
        })),
      };
    },
    words: () => ({}),
    change: ({ draft }) => draft,
    next: ({ desk }, { another }) => (another === 'yes' ? `${pathAt(desk.basePath)}/add` : undefined),
  };
}
