import type { AloneFact, AlonePoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** A member acting alone: s.31(6)-(8): a sentence for each point, and a question for each fact. */
export const ALONE_SENTENCES: Record<AlonePoint, Sentence> = {};

export const ALONE_QUESTIONS: Record<AloneFact, Question> = {};
