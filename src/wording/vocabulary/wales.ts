import type { WalesFact, WalesPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Wales: a sentence for each point, and a question for each fact. */
export const WALES_SENTENCES: Record<WalesPoint, Sentence> = {};

export const WALES_QUESTIONS: Record<WalesFact, Question> = {};
