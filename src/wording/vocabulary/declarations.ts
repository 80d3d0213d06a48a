import type { DeclarationsFact, DeclarationsPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** The form of a declaration: a sentence for each point, and a question for each fact. */
export const DECLARATIONS_SENTENCES: Record<DeclarationsPoint, Sentence> = {};

export const DECLARATIONS_QUESTIONS: Record<DeclarationsFact, Question> = {};
