import type { Answer } from '../my-dispensations/index.js';

const RECORDED = { text: 'Recorded.', success: true };

/** The page with what was just done. */
export function withBanner(answer: Answer, done: unknown): Answer {
  if ('location' in answer || done === undefined) return answer;
  return { ...answer, view: { ...answer.view, banner: RECORDED } };
}
