import { addDays, type CivilDate } from '../law/index.js';
import { Clock, londonInstant } from '../platform/clock/index.js';

/**
 * The clock of the story that the demonstration tells: it is moved from day to day, so that everything in it was
 * received, entered and recorded when the story says. The application itself never gets this clock.
 */
export class DemonstrationClock extends Clock {
  #instant: Date;

  constructor(readonly storyToday: CivilDate) {
    super({ kind: 'machine' });
    this.#instant = londonInstant(storyToday, '09:00');
  }

  override now(): Date {
    return this.#instant;
  }

  /** Moves to so many days before today. */
  daysAgo(days: number, time = '09:00'): CivilDate {
    const day = addDays(this.storyToday, -days);
    this.#instant = londonInstant(day, time);
    return day;
  }
}
