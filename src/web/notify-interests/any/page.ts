import { IsIn } from 'class-validator';
import type { Asked } from '../../../law/index.js';
import type { DraftAnswer } from '../../../register/index.js';
import { categoryInWords, dateInWords } from '../../../wording/index.js';
import type { FormError } from '../../form/index.js';
import { answerTo, interestsIn, questionKey, withAnswer, withSaid } from '../draft.js';
import { inFull } from '../interest/kinds.js';
import { pageIds } from '../journey.js';
import type { OpenedDraft, QuestionPage } from '../question-page.js';
import { wordsOf } from '../question-words.js';

export class AnyForm {
  @IsIn(['yes', 'no', 'same'], { message: 'Select yes if there is anything to register' })
  any: 'yes' | 'no' | 'same';
}

/** What was said last, to be taken over with one answer. */
interface LastTime {
  /** '20 May 2017'. */
  readonly on: string;
  /** One line for each interest; empty where there was nothing. */
  readonly lines: readonly string[];
}

const NOTHING_TO_REPEAT: FormError = {
  field: 'any',
  href: '#any',
  text: 'Select yes or no: you have not answered this question before',
};

/** Is there anything in this category? 'No' is an answer: it says that there is nothing to register. */
export function anyPage(asked: Asked): QuestionPage<AnyForm> {
  const { any, caption } = wordsOf(asked);
  const guidance = categoryInWords(asked.category).description;
  const isPartners = asked.heldBy === 'partner';
  return {
    id: pageIds(asked).any,
    template: 'web/notify-interests/any/page.njk',
    form: AnyForm,
    view: (opened) => ({
      title: any,
      caption,
      guidance,
      isPartners,
      // The guidance speaks to the member; where it does, a page about the partner says whom it means.
      meansThePartner: isPartners && /\byour?\b/i.test(guidance),
      isGifts: asked.category === 'gifts',
      lastTime: lastTime(opened, asked),
    }),
    words: ({ draft }) => {
      const given = answerTo(draft, asked);
      return given === undefined ? {} : { any: given.answer === 'entries' ? 'yes' : 'no' };
    },
    problems: (opened, { any: said }) =>
      said === 'same' && saidBefore(opened, asked) === undefined ? [NOTHING_TO_REPEAT] : [],
    change: (opened, { any: said }) => {
      if (said !== 'same') return withAnswer(opened.draft, asked, said === 'yes' ? 'entries' : 'nothing');
      const before = saidBefore(opened, asked);
      return before === undefined ? opened.draft : withSaid(opened.draft, asked, before);
    },
    next: ({ draft, desk }, { any: said }) => {
      // Nothing has changed, so there is nothing to look through.
      if (said === 'same') return desk.basePath;
      // Whoever has added some already wants to see them, not to add another.
      return interestsIn(draft, asked).length > 0 ? `${desk.basePath}/${questionKey(asked)}/list` : undefined;
    },
  };
}

/** What may be repeated: only where nothing is written down yet, so that nothing is written over. */
function saidBefore({ draft, lastSaid }: OpenedDraft, asked: Asked): DraftAnswer | undefined {
  return answerTo(draft, asked) === undefined && lastSaid ? answerTo(lastSaid.draft, asked) : undefined;
}

function lastTime(opened: OpenedDraft, asked: Asked): LastTime | undefined {
  const before = saidBefore(opened, asked);
  if (before === undefined || opened.lastSaid === undefined) return undefined;
  return { on: dateInWords(opened.lastSaid.on), lines: before.interests.map(inFull) };
}
