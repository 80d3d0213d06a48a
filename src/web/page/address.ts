import { NotFoundException, Param, ParseUUIDPipe } from '@nestjs/common';

/** An id in an address. What is no UUID names nothing, so it is answered 404 like any other id that does not exist. */
export const IdInAddress = (name: string): ParameterDecorator =>
  Param(name, new ParseUUIDPipe({ exceptionFactory: () => new NotFoundException() }));

/** What an address names. Another council's rows are not found either, so both are answered 404. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === undefined || thing === null) throw new NotFoundException();
  return thing;
}
