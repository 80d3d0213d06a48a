import type { BodyConnection } from '../../law/index.js';

const TIES: readonly (readonly [words: RegExp, tie: BodyConnection])[] = [
  [/committee of management/i, 'committee-of-management'],
  // Members of a limited liability partnership are taken as its partners, to be safe.
  [/\bpartner\b|\bLLP\b|limited liability partnership/i, 'partner-in-firm'],
  [/\bdirector\b/i, 'director'],
  [
    /\bshares?\b|\bshareholder|\bshareholding|securities|debentures?|\bstock\b|\bbonds?\b|\bowner\b|\bowns\b/i,
    'holds-securities',
  ],
  [/\bemployee\b|\bemployed\b/i, 'employee'],
];

/** 'Friend of a director' ties the friend and not the person; 'not director, no securities' ties nobody. */
const OF_SOMEBODY_ELSE =
  /\b(friend|relative|colleague|neighbour|brother|sister|son|daughter|parent|father|mother) of\b[^,;]*/gi;
const DENIED = /\b(not|no|nor|neither)\b[^,;]*/gi;

/**
 * What ties the person to a body, in the free words of a case. Undefined where the words only name a body, and say
 * nothing of the tie.
 */
export function readTies(text: string | undefined): readonly BodyConnection[] | undefined {
  if (text === undefined) return undefined;
  const said = text.replace(OF_SOMEBODY_ELSE, '').replace(DENIED, '');
  const found = TIES.filter(([words]) => words.test(said)).map(([, tie]) => tie);
  if (found.length > 0) return found;
  const onlyNamesABody =
    said === text && /\b(society|company|firm|body|limited|ltd|plc|charity|trust)\b/i.test(text);
  return onlyNamesABody ? undefined : [];
}
