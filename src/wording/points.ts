import type { Point, Reason } from '../law/index.js';
import { dayAndDateInWords } from './dates.js';
import type { Sentence } from './entries.js';
import { TAKING_OFFICE_SENTENCES } from './vocabulary/taking-office.js';
import { DESCRIPTIONS_SENTENCES } from './vocabulary/descriptions.js';
import { MEETINGS_SENTENCES } from './vocabulary/meetings.js';
import { CODES_SENTENCES } from './vocabulary/codes.js';
import { NOTICES_SENTENCES } from './vocabulary/notices.js';
import { ALONE_SENTENCES } from './vocabulary/alone.js';
import { REGISTER_SENTENCES } from './vocabulary/register.js';
import { DISPENSATIONS_SENTENCES } from './vocabulary/dispensations.js';
import { OFFENCES_SENTENCES } from './vocabulary/offences.js';
import { OVERLAYS_SENTENCES } from './vocabulary/overlays.js';
import { MODEL_CODE_SENTENCES } from './vocabulary/model-code.js';
import { GIFTS_SENTENCES } from './vocabulary/gifts.js';
import { DECLARATIONS_SENTENCES } from './vocabulary/declarations.js';
import { WALES_SENTENCES } from './vocabulary/wales.js';
import { SCOTLAND_SENTENCES } from './vocabulary/scotland.js';
import { NORTHERN_IRELAND_SENTENCES } from './vocabulary/northern-ireland.js';

/** A sentence to the member for every point that a reason can make. A point without one does not compile. */
const SENTENCES: Record<Point, Sentence> = {
  ...TAKING_OFFICE_SENTENCES,
  ...DESCRIPTIONS_SENTENCES,
  ...MEETINGS_SENTENCES,
  ...CODES_SENTENCES,
  ...NOTICES_SENTENCES,
  ...ALONE_SENTENCES,
  ...REGISTER_SENTENCES,
  ...DISPENSATIONS_SENTENCES,
  ...OFFENCES_SENTENCES,
  ...OVERLAYS_SENTENCES,
  ...MODEL_CODE_SENTENCES,
  ...GIFTS_SENTENCES,
  ...DECLARATIONS_SENTENCES,
  ...WALES_SENTENCES,
  ...SCOTLAND_SENTENCES,
  ...NORTHERN_IRELAND_SENTENCES,
};

/** The sentence for a reason, spoken to the member, without its citation. */
export function reasonInWords({ point, lastDay }: Pick<Reason, 'point' | 'lastDay'>): string {
  return pointInWords(point, lastDay ? dayAndDateInWords(lastDay) : '');
}

/** As {@link reasonInWords}, with the words for the day given. */
export function pointInWords(point: Point, lastDay: string): string {
  const sentence = SENTENCES[point];
  return typeof sentence === 'string' ? sentence : sentence(lastDay);
}

/** Every point that has a sentence, which is every point. */
export const POINTS = Object.keys(SENTENCES) as readonly Point[];
