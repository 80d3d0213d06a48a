import type { Sealer } from '../platform/sealing/index.js';
import type { Message } from './reminder.entity.js';

/** The words of a message, as they are sealed and sent. */
export interface FixedWords {
  readonly text: string;
  readonly html?: string;
  /** Where its optional kinds can be turned off; absent where it tells of a duty. */
  readonly unsubscribe?: string;
  /** A calendar file to go with it. */
  readonly calendar?: string;
  /** Of what it tells: another one now means that the words no longer hold. */
  readonly fingerprint?: string;
  /**
   * What an officer reads of it, where something in it is the member’s alone: the same message without that; null where
   * nothing is left. Absent where an officer may read all of it.
   */
  readonly toOfficers?: { readonly subject: string; readonly text: string } | null;
}

export function sealWords(
  sealer: Sealer,
  message: Pick<Message, 'authorityId' | 'id'>,
  words: FixedWords,
): string {
  return sealer.seal(words, { authorityId: message.authorityId, row: `message:${message.id}` });
}

/** The words that a reader was sent, or will be. Before there was HTML, a message held its text alone. */
export function openWords(
  sealer: Sealer,
  message: Pick<Message, 'authorityId' | 'id' | 'details'>,
): FixedWords {
  const { authorityId, id, details } = message;
  const words = sealer.open(details, { authorityId, row: `message:${id}` }) as FixedWords | string;
  return typeof words === 'string' ? { text: words } : words;
}
