import { ValidateBy, type ValidationOptions } from 'class-validator';
import { parseCivilDate } from '../../law/index.js';

/** No event is of a day outside these, and a day at the very end of the calendar has no next one to count up to. */
const EARLIEST = '1900-01-01';
const LATEST = '2999-12-31';

const isDay = (day: unknown): day is string =>
  typeof day === 'string' && parseCivilDate(day) !== undefined && day >= EARLIEST && day <= LATEST;

/** Either nothing, which asks for every day, or a day written as 2026-10-24. */
export const DayOrNothing = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'dayOrNothing', validator: { validate: (day) => day === '' || isDay(day) } }, options);

/** Not before the day in another field. Holds where either is no day: that is said by itself. */
export const NotBefore = (other: string, options: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'notBefore',
      validator: {
        validate: (day, args) => {
          const first = (args?.object as Readonly<Record<string, unknown>> | undefined)?.[other];
          return !isDay(day) || !isDay(first) || day >= first;
        },
      },
    },
    options,
  );
