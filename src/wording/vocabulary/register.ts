import type { RegisterFact, RegisterPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** The register: ss.29, 32 and 32A: a sentence for each point, and a question for each fact. */
export const REGISTER_SENTENCES: Record<RegisterPoint, Sentence> = {};

export const REGISTER_QUESTIONS: Record<RegisterFact, Question> = {};
