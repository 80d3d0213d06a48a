import type { DutyState } from '../../duties/index.js';

/** A state as a tag: its words, and the colour that GOV.UK's tag gives it. */
export interface StateTag {
  readonly text: string;
  readonly colour: string;
}

/**
 * What the officer reads. An `overdue` one says only what is known, that no answer was received: who holds no
 * interest owes none, so it accuses nobody.
 */
const TAGS: Record<DutyState, StateTag> = {
  overdue: { text: 'No answer received', colour: 'red' },
  'due-soon': { text: 'Due soon', colour: 'yellow' },
  'on-time': { text: 'Time left', colour: 'blue' },
  'met-late': { text: 'Notified late', colour: 'orange' },
  met: { text: 'Notified in time', colour: 'green' },
  'nothing-to-register': { text: 'Nothing to register', colour: 'green' },
  closed: { text: 'Left office', colour: 'grey' },
  'not-owed': { text: 'Not owed', colour: 'grey' },
};

export function stateTag(state: DutyState): StateTag {
  return TAGS[state];
}
