import type { ScotlandFact, ScotlandPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Scotland: a sentence for each point, and a question for each fact. */
export const SCOTLAND_SENTENCES: Record<ScotlandPoint, Sentence> = {};

export const SCOTLAND_QUESTIONS: Record<ScotlandFact, Question> = {};
