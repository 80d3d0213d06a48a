import { IsIn } from 'class-validator';
import type { Asked } from '../../../law/index.js';
import { categoryInWords } from '../../../wording/index.js';
import { answerTo, interestsIn, questionKey, withAnswer } from '../draft.js';
import { NOTIFY_PATH, pageIds } from '../journey.js';
import type { QuestionPage } from '../question-page.js';
import { wordsOf } from '../question-words.js';

export class AnyForm {
  @IsIn(['yes', 'no'], { message: 'Select yes if there is anything to register' })
  any: 'yes' | 'no';
}

/** Is there anything in this category? 'No' is an answer: it says that there is nothing to register. */
export function anyPage(asked: Asked): QuestionPage<AnyForm> {
  const { any, caption } = wordsOf(asked);
  const guidance = categoryInWords(asked.category).description;
  const isPartners = asked.heldBy === 'partner';
  return {
    id: pageIds(asked).any,
    template: 'web/notify-interests/any/page.njk',
    form: AnyForm,
    view: () => ({
      title: any,
      caption,
      guidance,
      isPartners,
      // The guidance speaks to the member; where it does, a page about the partner says whom it means.
      meansThePartner: isPartners && /\byour?\b/i.test(guidance),
    }),
    words: ({ draft }) => {
      const given = answerTo(draft, asked);
      return given === undefined ? {} : { any: given.answer === 'entries' ? 'yes' : 'no' };
    },
    change: (draft, { any: said }) => withAnswer(draft, asked, said === 'yes' ? 'entries' : 'nothing'),
    // Whoever has added some already wants to see them, not to add another.
    next: (draft) =>
      interestsIn(draft, asked).length > 0 ? `${NOTIFY_PATH}/${questionKey(asked)}/list` : undefined,
  };
}
