import type { Words } from '../../form/index.js';

/** A page of telling, as it comes back. */
export interface WordsSent {
  /** The page that was sent. */
  readonly step: string;
  /** The page to go back to, where a button asks for it. */
  readonly go: string;
  /** Whether the person came from the check, and goes there again. */
  readonly returning: boolean;
  /** The answers of this page, and those of the other pages that it carried. */
  readonly words: Words;
}

/** What the pages themselves add to a form. */
const NO_ANSWERS = ['step', 'go', 'returning', 'kept', '_csrf', 'actingAuthority'];

/** Reads a form that carries the answers of the other pages in one hidden field. Nothing of it is trusted. */
export function wordsSent(body: unknown): WordsSent {
  const sent = answersIn(body);
  const kept = answersIn(parsed(sent.kept));
  const words = Object.fromEntries(
    Object.entries({ ...kept, ...sent }).filter(([name]) => !NO_ANSWERS.includes(name)),
  );
  return { step: sent.step ?? '', go: sent.go ?? '', returning: sent.returning === 'yes', words };
}

/** The answers as the hidden field carries them. */
export const keptWords = (words: Words): string => JSON.stringify(words);

/** Every form of telling asks for one text an answer. */
function answersIn(body: unknown): Readonly<Record<string, string>> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

function parsed(kept: string | undefined): unknown {
  try {
    return JSON.parse(kept ?? '');
  } catch {
    return undefined;
  }
}
