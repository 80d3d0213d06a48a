import type { DispensationsFact, DispensationsPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Granting a dispensation: s.33(1)-(3): a sentence for each point, and a question for each fact. */
export const DISPENSATIONS_SENTENCES: Record<DispensationsPoint, Sentence> = {};

export const DISPENSATIONS_QUESTIONS: Record<DispensationsFact, Question> = {};
