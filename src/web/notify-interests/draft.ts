import type { Asked } from '../../law/index.js';
import type {
  Draft,
  DraftAnswer,
  InterestDetails,
  OpenedNotification,
  Question,
} from '../../register/index.js';

/** How many interests one question takes: more than anybody holds, and not enough to fill a database. */
export const MOST_INTERESTS = 100;

export const questionKey = ({ category, heldBy }: Asked): Question => `${category}/${heldBy}`;

/** What is answered to a question so far; undefined: not answered. */
export const answerTo = (draft: Draft, asked: Asked): DraftAnswer | undefined =>
  draft.answers[questionKey(asked)];

/** What was written down for a question and counts. Empty where the answer is 'nothing'. */
export function interestsIn(draft: Draft, asked: Asked): readonly InterestDetails[] {
  const given = answerTo(draft, asked);
  return given?.answer === 'entries' ? given.interests : [];
}

export const withPartner = (draft: Draft, hasPartner: boolean): Draft => ({ ...draft, hasPartner });

/** 'Nothing' keeps what was written down before, so that a slip of the finger can be taken back. */
export function withAnswer(draft: Draft, asked: Asked, answer: DraftAnswer['answer']): Draft {
  return changed(draft, asked, { answer, interests: answerTo(draft, asked)?.interests ?? [] });
}

/** The answer as it was given before. */
export const withSaid = (draft: Draft, asked: Asked, before: DraftAnswer): Draft =>
  changed(draft, asked, before);

/** Puts an interest in the place of the one with this number (from 1), or after the last one. */
export function withInterest(
  draft: Draft,
  asked: Asked,
  number: number | undefined,
  details: InterestDetails,
): Draft {
  const before = interestsIn(draft, asked);
  const index = number === undefined || number > before.length ? before.length : number - 1;
  return changed(draft, asked, { answer: 'entries', interests: before.toSpliced(index, 1, details) });
}

/** Takes an interest away. With the last one the answer goes too: it may have been a yes by mistake. */
export function withoutInterest(draft: Draft, asked: Asked, number: number): Draft {
  const interests = interestsIn(draft, asked).toSpliced(number - 1, 1);
  if (interests.length > 0) return changed(draft, asked, { answer: 'entries', interests });
  const key = questionKey(asked);
  const others = Object.entries(draft.answers).filter(([question]) => question !== key);
  return { ...draft, answers: Object.fromEntries(others) };
}

/** The draft that says what a whole notification said, to show it again. */
export function draftOf({ notification, answers, interests }: OpenedNotification): Draft {
  const given = answers.map((row): [Question, DraftAnswer] => [
    questionKey(row),
    {
      answer: row.answer,
      interests: interests
        .filter(({ category, heldBy }) => category === row.category && heldBy === row.heldBy)
        .map(({ details }) => details),
    },
  ]);
  const { hasPartner } = notification;
  return { ...(hasPartner === null ? {} : { hasPartner }), answers: Object.fromEntries(given) };
}

function changed(draft: Draft, asked: Asked, answer: DraftAnswer): Draft {
  return { ...draft, answers: { ...draft.answers, [questionKey(asked)]: answer } };
}
