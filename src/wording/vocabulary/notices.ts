import type { NoticesFact, NoticesPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Polling day, agendas and public participation: a sentence for each point, and a question for each fact. */
export const NOTICES_SENTENCES: Record<NoticesPoint, Sentence> = {};

export const NOTICES_QUESTIONS: Record<NoticesFact, Question> = {};
