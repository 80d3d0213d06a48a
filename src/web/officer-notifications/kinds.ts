import type { Act, OpenedNotification } from '../../register/index.js';

const ACTS: Readonly<Record<Act, string>> = {
  hold: 'Everything held',
  add: 'New interest',
  change: 'Change',
  end: 'End',
  correct: 'Correction',
};

/** 'Everything held', or for one interest: 'New interest', 'Change', 'End', 'Correction'. */
export function kindInWords({ notification, interests }: OpenedNotification): string {
  const act = notification.kind === 'whole' ? 'hold' : (interests[0]?.act ?? 'add');
  return act === 'add' && interests.length > 1 ? 'New interests' : ACTS[act];
}
