/** Headings that part a list of items and are none: "Part A", "Reports for decision", "Exempt items". */
import type { Block } from './block.js';
import { labelOf } from './labels.js';

export interface SectionHeading {
  /** Whether what follows is for the public; undefined where the heading does not say. */
  readonly restricted?: boolean;
}

const PRIVATE =
  /\b(?:exempt|confidential|private|not for publication|(?:press and public|public and press) (?:are |is |be )?(?:likely to be )?excluded|closed session|closed to the (?:press|public))\b/i;
const PUBLIC = /\b(?:public|open)\b/i;
const PART =
  /^(?:part|section|group|category|schedule) (?:[A-H]|[1-9]|I{1,3}|IV|V|one|two|three)\b(?: ?[-–—:(]|$| ?(?:items?|matters|reports?|public|private|exempt|open|confidential)\b)/i;
const KIND_OF_BUSINESS =
  /^(?:(?:general|ordinary|other|urgent|public|open|exempt|confidential|private|committee|council|key|main|major|minor|standing|procedural|routine|introductory|preliminary) )?(?:items?|matters|reports?|business|decisions|applications|motions|questions)(?: (?:for|of|to be|not|in|requiring|likely|which|that|containing|reserved)\b.{0,80})?:?$/i;

/** Longer lines are sentences. */
const LONGEST = 140;

/** What a heading says of the items below it, or undefined for a block that is no heading of a section. */
export function headingSays(block: Block): SectionHeading | undefined {
  const { text } = block;
  if (text.length > LONGEST || /[.;]$/.test(text) || labelOf(block)?.marked === true) return undefined;
  const isPart = PART.test(text) || /^\(?(?:open|closed) to the (?:press|public)\b/i.test(text);
  const isHeading = isPart || KIND_OF_BUSINESS.test(text);
  if (!isHeading) return undefined;
  if (PRIVATE.test(text)) return { restricted: true };
  // "Part A" without more says nothing of the public; "Part 2 - Open items" takes back what stood above.
  return isPart || PUBLIC.test(text) ? { restricted: false } : {};
}
