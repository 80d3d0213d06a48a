import type { HeldBy } from '../../law/index.js';

/** Whose interest it is, in the free words of a case. */
export interface Holder {
  readonly heldBy: HeldBy | 'someone-else';
  /** Of a partner: husband, wife or civil partner, who counts wherever they live. */
  readonly married?: boolean;
  /** Whether they live with the member, where the words say so. */
  readonly livesWithMember?: boolean | undefined;
}

const OWN = /^(my ?self|self|own|(the )?(member|councillor))$/i;
const MARRIED = /\b(spouse|husband|wife|civil partner)\b/i;
const COUPLE = /\b(partner|cohabit\w*|girlfriend|boyfriend|fianc\w+)\b/i;
const NOT_A_COUPLE = /\bbusiness partner\b|\bpartner (in|of) (a|the) firm\b/i;
const NO_LONGER = /\b(former|ex|divorced|late)\b/i;
/** 'Spouse's brother' is neither the member nor the spouse. */
const SOMEBODY_OF_THEIRS =
  /\b(spouse|husband|wife|partner)['’]s\b|\b(of|to) (the |their |my |his |her )?(spouse|husband|wife|partner)\b/i;

/** Reads "self", "wife", "civil partner", "partner not living together", "adult daughter" and the like. */
export function readHolder(text: string): Holder {
  if (OWN.test(text.trim())) return { heldBy: 'self' };
  if (NOT_A_COUPLE.test(text) || SOMEBODY_OF_THEIRS.test(text)) return { heldBy: 'someone-else' };
  // "Not spouse or civil partner" says what they are not.
  const said = text.replace(
    /\bnot (a |the )?(spouse|husband|wife|civil partner)( (or|nor) (a |the )?(spouse|civil partner))?/gi,
    '',
  );
  if (MARRIED.test(said)) {
    return { heldBy: 'partner', married: !NO_LONGER.test(said), livesWithMember: livingIn(said) };
  }
  return COUPLE.test(said)
    ? { heldBy: 'partner', married: false, livesWithMember: livingIn(said) }
    : { heldBy: 'someone-else' };
}

function livingIn(text: string): boolean | undefined {
  if (/\bnot living together\b|\bliving apart\b|\blives? elsewhere\b/i.test(text)) return false;
  if (/\bcohabit|\bliving (together|with)\b|\blives with\b/i.test(text)) return true;
  return /\b(girlfriend|boyfriend|former|ex|divorced)\b/i.test(text) ? false : undefined;
}
