import { setTimeout as pause } from 'node:timers/promises';
import type { SignedInMember } from './signed-in-members.js';

const LIST = '/my/associations';
const GIVES_UP_AFTER_MS = 10_000;
const STACK = /\bat .+\.[jt]s:\d+|node_modules|QueryFailedError/;

/** What members did and what they were told. */
export interface Done {
  /** Names whose saving was answered as done. */
  readonly promised: Map<SignedInMember, string[]>;
  /** Changes that were answered otherwise, or not at all: they may have been made or not. */
  unanswered: number;
  pagesRead: number;
  /** What each failure was, in the order in which they came. */
  readonly failures: string[];
  /** Answers that told what nobody should read, or said that somebody who is signed in is not. */
  readonly wrong: string[];
}

/**
 * Members who read their own list and add to it, over and over, until they are told to stop. As behind a proxy, each request
 * goes to one web process or another; one that fails is not sent again.
 */
export function membersAtWork(
  members: readonly SignedInMember[],
  urls: readonly string[],
  { pauseMs, over }: { pauseMs: number; over: AbortSignal },
): { done: Done; ended: Promise<unknown> } {
  const done: Done = {
    promised: new Map(members.map((member) => [member, []])),
    ...{ unanswered: 0, pagesRead: 0, failures: [], wrong: [] },
  };
  const work = async (member: SignedInMember, first: number): Promise<void> => {
    for (let turn = first; !over.aborted; turn += 1) {
      const url = urls[turn % urls.length] ?? '';
      await readList(url, member, done);
      await addOne(url, member, `Person ${first} and ${turn}`, done);
      await pause(pauseMs);
    }
  };
  return { done, ended: Promise.all(members.map((member, n) => work(member, 1_000 * (n + 1)))) };
}

async function readList(url: string, member: SignedInMember, done: Done): Promise<void> {
  const { status, text } = await ask(url, LIST, member);
  if (status === 200) done.pagesRead += 1;
  else done.failures.push(`reading: ${status || text}`);
  if (STACK.test(text) || (status > 0 && status < 500 && status !== 200))
    done.wrong.push(`${status}: ${text.slice(0, 200)}`);
}

async function addOne(url: string, member: SignedInMember, name: string, done: Done): Promise<void> {
  const { status, text, location } = await ask(url, `${LIST}/new`, member, { kind: 'family', name });
  if (status === 303 && location.startsWith(`${LIST}?done=added`)) done.promised.get(member)?.push(name);
  else {
    done.unanswered += 1;
    done.failures.push(`adding: ${status || text}`);
  }
  if (STACK.test(text) || (status > 0 && status < 500 && status !== 303))
    done.wrong.push(`${status}: ${location}`);
}

/** The whole list of a member, as a page. */
export const listOf = async (url: string, member: SignedInMember): Promise<string> =>
  (await ask(url, LIST, member)).text;

async function ask(
  url: string,
  path: string,
  { cookie, csrfToken }: SignedInMember,
  form?: Readonly<Record<string, string>>,
): Promise<{ status: number; text: string; location: string }> {
  try {
    const answer = await fetch(`${url}${path}`, {
      ...{ redirect: 'manual', signal: AbortSignal.timeout(GIVES_UP_AFTER_MS) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      headers: { cookie, 'x-csrf-token': csrfToken },
    });
    const text = await answer.text();
    return { status: answer.status, text, location: answer.headers.get('location') ?? '' };
  } catch (error) {
    // Refused, cut off or not answered in time.
    const { name, cause } = error as Error;
    return {
      status: 0,
      text: `${name} ${String((cause as { code?: string } | undefined)?.code)}`,
      location: '',
    };
  }
}
