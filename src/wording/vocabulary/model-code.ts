import type { ModelCodeFact, ModelCodePoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** The model code of 2020: a sentence for each point, and a question for each fact. */
export const MODEL_CODE_SENTENCES: Record<ModelCodePoint, Sentence> = {};

export const MODEL_CODE_QUESTIONS: Record<ModelCodeFact, Question> = {};
