import type { DraftChannel } from '../../register/index.js';

/** Where a notification is filled in: by the member on this website, or by an officer from a form on paper. */
export interface Desk {
  readonly channel: DraftChannel;
  /** The task list; every page of the journey lies under it. */
  readonly basePath: string;
  /** Where the back link of the task list leads. */
  readonly startPath: string;
}

/** A member fills in their own, at these addresses. */
export const MEMBERS_DESK: Desk = {
  channel: 'web',
  basePath: '/my/interests/notify',
  startPath: '/my',
};
