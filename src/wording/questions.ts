import type { FactName } from '../law/index.js';
import type { Question } from './entries.js';
import { TAKING_OFFICE_QUESTIONS } from './vocabulary/taking-office.js';
import { DESCRIPTIONS_QUESTIONS } from './vocabulary/descriptions.js';
import { MEETINGS_QUESTIONS } from './vocabulary/meetings.js';
import { CODES_QUESTIONS } from './vocabulary/codes.js';
import { NOTICES_QUESTIONS } from './vocabulary/notices.js';
import { ALONE_QUESTIONS } from './vocabulary/alone.js';
import { REGISTER_QUESTIONS } from './vocabulary/register.js';
import { DISPENSATIONS_QUESTIONS } from './vocabulary/dispensations.js';
import { OFFENCES_QUESTIONS } from './vocabulary/offences.js';
import { OVERLAYS_QUESTIONS } from './vocabulary/overlays.js';
import { MODEL_CODE_QUESTIONS } from './vocabulary/model-code.js';
import { GIFTS_QUESTIONS } from './vocabulary/gifts.js';
import { DECLARATIONS_QUESTIONS } from './vocabulary/declarations.js';
import { WALES_QUESTIONS } from './vocabulary/wales.js';
import { SCOTLAND_QUESTIONS } from './vocabulary/scotland.js';
import { NORTHERN_IRELAND_QUESTIONS } from './vocabulary/northern-ireland.js';

/** A question for every fact that an answer can be waiting for. A fact without one does not compile. */
const QUESTIONS: Record<FactName, Question> = {
  ...TAKING_OFFICE_QUESTIONS,
  ...DESCRIPTIONS_QUESTIONS,
  ...MEETINGS_QUESTIONS,
  ...CODES_QUESTIONS,
  ...NOTICES_QUESTIONS,
  ...ALONE_QUESTIONS,
  ...REGISTER_QUESTIONS,
  ...DISPENSATIONS_QUESTIONS,
  ...OFFENCES_QUESTIONS,
  ...OVERLAYS_QUESTIONS,
  ...MODEL_CODE_QUESTIONS,
  ...GIFTS_QUESTIONS,
  ...DECLARATIONS_QUESTIONS,
  ...WALES_QUESTIONS,
  ...SCOTLAND_QUESTIONS,
  ...NORTHERN_IRELAND_QUESTIONS,
};

/** The question that asks for a fact. */
export function questionFor(fact: FactName): Question {
  return QUESTIONS[fact];
}
