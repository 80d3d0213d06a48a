import type { DeliveryReport } from '../../reminders/index.js';

const STATUSES = ['delivered', 'temporary-failure', 'permanent-failure', 'technical-failure'] as const;
/** An instant with its offset, as Notify writes it. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/** Of a message that somebody else sent by the same service: it carries no key of ours. */
export interface OfNobody {
  readonly reference: null;
}

/** What Notify reports, or undefined where the body is not what it documents. The address in it is not read at all. */
export function readReport(body: unknown): DeliveryReport | OfNobody | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { id, reference, status, created_at, completed_at } = body as Readonly<Record<string, unknown>>;
  const known = STATUSES.find((one) => one === status);
  const at = instant(completed_at ?? created_at);
  if (typeof id !== 'string' || id === '' || known === undefined || at === undefined) return undefined;
  if (reference === null) return { reference };
  return typeof reference === 'string' ? { reference, providerId: id, status: known, at } : undefined;
}

function instant(text: unknown): Date | undefined {
  if (typeof text !== 'string' || !INSTANT.test(text)) return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
