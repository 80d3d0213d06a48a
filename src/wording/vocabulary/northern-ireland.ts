import type { NorthernIrelandFact, NorthernIrelandPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Northern Ireland: a sentence for each point, and a question for each fact. */
export const NORTHERN_IRELAND_SENTENCES: Record<NorthernIrelandPoint, Sentence> = {};

export const NORTHERN_IRELAND_QUESTIONS: Record<NorthernIrelandFact, Question> = {};
