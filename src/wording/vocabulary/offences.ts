import type { OffencesFact, OffencesPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Offences, sanctions and proceedings: s.34: a sentence for each point, and a question for each fact. */
export const OFFENCES_SENTENCES: Record<OffencesPoint, Sentence> = {};

export const OFFENCES_QUESTIONS: Record<OffencesFact, Question> = {};
