import type { NotEncoded } from '../../law/index.js';

/** The answer of a rule that covers the day: in `law answer` the named code answers on any day, so a gap is a bug. */
export function encoded<R extends object>(answer: R | NotEncoded): R {
  if ('kind' in answer && answer.kind === 'not-encoded') {
    throw new TypeError(`${(answer as NotEncoded).what} is not encoded.`);
  }
  return answer as R;
}
