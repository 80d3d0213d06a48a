import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Passwords shorter than this are refused; long ones are easy as words. In characters. */
export const PASSWORD_FEWEST = 12;
/** Longer ones only cost time. In characters. */
export const PASSWORD_MOST = 200;

/** Why a password must not be chosen. There is no rule of which characters it is made. */
export type PasswordProblem = 'too-short' | 'too-long' | 'own-words' | 'too-common';

/** Whose password it is to be: their own words are the first that somebody tries. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/**
 * What is wrong with a password that somebody chooses; undefined where nothing is. Common are those of the lists that
 * leaked, also with letters turned into digits, doubled, or with a year behind: what an attacker finds within a hundred
 * million guesses.
 */
export async function passwordProblem(
  password: string,
  owner: PasswordOwner,
): Promise<PasswordProblem | undefined> {
  const characters = [...password].length;
  if (characters < PASSWORD_FEWEST) return 'too-short';
  if (characters > PASSWORD_MOST) return 'too-long';
  const own = ownWords(owner);
  if (restWithout(password, own).length < FEWEST_BESIDES_OWN_WORDS) return 'own-words';
  estimator ??= await makeEstimator();
  const { score } = estimator.check(password.slice(0, WEIGHED), own);
  return score < GOOD_ENOUGH ? 'too-common' : undefined;
}

/** zxcvbn's 3: 'safely unguessable', 10^8 guesses, where wrong ones are limited and the hash is slow. */
const GOOD_ENOUGH = 3;
const FEWEST_BESIDES_OWN_WORDS = 8;
/** What makes it good must stand in its beginning: weighing costs more the longer it is, and anybody may send one. */
const WEIGHED = 48;

let estimator: ZxcvbnFactory | undefined;

/** The lists are read on first use: most processes never need them, and they cost a tenth of a second. */
async function makeEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
}

/** 'Mrs A Cotterell', 'a.cotterell@wyre.example' -> mrs, cotterell, wyre, example, probity. */
function ownWords({ name, email }: PasswordOwner): string[] {
  const words = `${name} ${email} probity`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words.filter((word) => word.length >= 3))].sort((a, b) => b.length - a.length);
}

function restWithout(password: string, words: readonly string[]): string {
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), password.toLowerCase());
  return rest.replace(/[^\p{L}\p{N}]/gu, '') === '' ? '' : rest;
}
