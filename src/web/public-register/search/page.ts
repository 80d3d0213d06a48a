import { MOST_FOUND, type FoundInRegister } from '../../../publication/index.js';
import { categoryInWords } from '../../../wording/index.js';

/** One member, with the entries in which the words were found. */
interface FoundMember {
  readonly name: string;
  readonly href: string;
  /** Where more than one authority was searched. */
  readonly authorityName: string;
  readonly entries: readonly { readonly words: string; readonly heading: string }[];
}

export interface FoundView {
  readonly words: string;
  /** '3 members found', or that nothing was. */
  readonly sentence: string;
  readonly members: readonly FoundMember[];
}

/** More than anybody writes into a search box, and little enough for the database. */
const LONGEST_WORDS = 200;

/** The words to search for; empty where there are none. */
export const wordsAskedFor = (written: unknown): string =>
  typeof written === 'string'
    ? written.trim().replace(/\s+/g, ' ').replace(/\0/g, '').slice(0, LONGEST_WORDS)
    : '';

/** What was found, by member. */
export function foundView(words: string, found: readonly FoundInRegister[]): FoundView {
  const members = new Map<string, { -readonly [K in keyof FoundMember]: FoundMember[K] }>();
  for (const one of found.slice(0, MOST_FOUND)) {
    const known = members.get(one.memberId) ?? {
      name: one.memberName,
      href: `/register/${one.slug}/${one.memberId}`,
      authorityName: one.authorityName,
      entries: [],
    };
    if (one.category !== undefined && one.words !== undefined) {
      const heading = categoryInWords(one.category).name;
      known.entries = [...known.entries, { words: one.words, heading }];
    }
    members.set(one.memberId, known);
  }
  return {
    words,
    sentence: sentenceFor(words, members.size, found.length > MOST_FOUND),
    members: [...members.values()],
  };
}

function sentenceFor(words: string, members: number, more: boolean): string {
  if (words === '') return 'Write the name of a member, a company, a place or a body.';
  if (more) return `There is more than this list shows. Write more words to find less.`;
  if (members === 0) return `Nothing in the register has the words “${words}”.`;
  return members === 1
    ? `“${words}” is in the register of 1 member.`
    : `“${words}” is in the registers of ${members} members.`;
}
