import { readFileSync } from 'node:fs';
import type { ClockSetting } from '../config/index.js';
import { type CivilDate, londonDateOf } from '../../law/index.js';
import { londonInstant } from './london-time.js';

/**
 * The application's time. Law, deadlines, reminders and records obey it; sessions, tokens, locks and the queue
 * use the machine's. Nothing else in the project asks for the time, so that a test can move all of it.
 */
export class Clock {
  readonly #offset: number;
  readonly #file: string | undefined;

  constructor(setting: ClockSetting) {
    this.#file = setting.kind === 'file' ? setting.path : undefined;
    this.#offset = setting.kind === 'starts-at' ? instantAt(setting.londonTime).getTime() - Date.now() : 0;
  }

  /** The application's instant. */
  now(): Date {
    // The file is read each time: a test writes it to move processes that are already running.
    if (this.#file !== undefined) return instantAt(readFileSync(this.#file, 'utf8').trim());
    return new Date(Date.now() + this.#offset);
  }

  /** The civil date in London at the application's instant. */
  today(): CivilDate {
    return londonDateOf(this.now());
  }

  /** The machine's own time, for what must not be moved: audit keeps both. */
  machineNow(): Date {
    return new Date();
  }
}

/** '2017-10-16T09:00' as a London wall-clock time; with an offset or Z, as the instant it names. */
function instantAt(text: string): Date {
  if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return new Date(text);
  const [date = '', time = ''] = text.split('T');
  return londonInstant(date, time);
}
