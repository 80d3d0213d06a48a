/** What the log keeps of an unexpected error: where it happened and of what kind, never what was in it. */
export interface LogEntry {
  readonly reference: string;
  readonly method: string;
  readonly route: string;
  readonly error: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly message?: string;
  readonly frames: readonly string[];
}

/**
 * These errors come from the language and speak of code ("x is not a function"). The message of any other may
 * quote a value: PostgreSQL and parsers do, and the value may be somebody's name.
 */
const MESSAGES_WITHOUT_VALUES = ['TypeError', 'ReferenceError'];

/** Describes an error for the log. `route` is the pattern of the route where it is known, else the path. */
export function logEntry(
  error: unknown,
  reference: string,
  { method, route }: { method: string; route: string },
): LogEntry {
  const request = { method, route: withoutSecrets(route) };
  if (!(error instanceof Error)) return { reference, ...request, error: typeof error, frames: [] };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    reference,
    ...request,
    error: error.constructor.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(MESSAGES_WITHOUT_VALUES.includes(error.name) ? { message: error.message } : {}),
    frames: framesOf(error),
  };
}

/** Some addresses are secrets: whoever holds one may act by it. Their last part is longer than any id. */
const withoutSecrets = (route: string): string => route.replace(/[^/]{37,}/g, '(secret)');

/** Only the lines that name a place in the code: the first lines of a stack repeat the message. */
function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => /^at .*:\d+:\d+\)?$/.test(line)).slice(0, 12);
}
