import type { OpenedQuery } from '../../register/index.js';
import { instantInWords } from '../page/index.js';

/** A question that waits for the member, as a link. */
export interface QuestionRow {
  readonly text: string;
  readonly href: string;
}

/** The question itself stands on its own page: the list says only that there is one. */
export const questionRow = ({ query }: OpenedQuery): QuestionRow => ({
  text: `Answer the question of ${instantInWords(query.askedAt)}`,
  href: `/my/interests/questions/${query.id}`,
});
