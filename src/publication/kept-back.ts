import type { PublicLine } from '../register/index.js';

/** What no page may tell, nor let anybody work out. */
export interface KeptBack {
  /**
   * Members of whom something is or was withheld under s.32, or waits to be. No page of any day says of them that there
   * is nothing to register: the one heading that did not say it would be the heading of what is withheld.
   */
  readonly members: ReadonlySet<string>;
  /** Interests that are withheld, or wait for the officer's answer: pages of past days are without them too. */
  readonly things: ReadonlySet<string>;
}

/** Whether a line may be read by the public, now and on any page of a past day. */
export function mayBeShown(line: PublicLine, { members, things }: KeptBack): boolean {
  if (line.kind === 'nothing') return !members.has(line.memberId);
  return line.thingId === null || !things.has(line.thingId);
}
