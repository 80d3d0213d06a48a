import type { Acting } from '../platform/database/index.js';

/** Who acts when nobody does. */
const REMINDERS_ACTOR = { kind: 'system', name: 'reminders' } as const;

/** The reminders at work for one authority. */
export function acting(authorityId: string): Acting {
  return { authorityId, actor: REMINDERS_ACTOR };
}
