import type { FieldProblem } from './refusal.js';
import type { ErrorStatus, Understood } from './understand.js';

/** The body of application/problem+json (RFC 9457), with `reference` and `errors` as extensions. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: ErrorStatus;
  readonly detail?: string;
  readonly reference?: string;
  readonly errors?: readonly FieldProblem[];
}

const TITLES: Record<ErrorStatus, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

/** The answer that a program gets. */
export function problemOf(understood: Understood, reference: string | undefined): Problem {
  const detail = understood.csrf
    ? 'The x-csrf-token header or _csrf field does not match the session. Nothing was saved.'
    : understood.sentence;
  return {
    type: 'about:blank',
    title: TITLES[understood.status],
    status: understood.status,
    ...(detail === undefined ? {} : { detail }),
    ...(reference === undefined ? {} : { reference }),
    ...understood.more,
    ...(understood.problems.length > 0 ? { errors: understood.problems } : {}),
  };
}
