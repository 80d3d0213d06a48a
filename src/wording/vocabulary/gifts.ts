import type { GiftsFact, GiftsPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Gifts and hospitality: a sentence for each point, and a question for each fact. */
export const GIFTS_SENTENCES: Record<GiftsPoint, Sentence> = {};

export const GIFTS_QUESTIONS: Record<GiftsFact, Question> = {};
