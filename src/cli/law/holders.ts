import type { HeldBy } from '../../law/index.js';

const OWN = /^(self|own|member|the member)$/i;
const PARTNER =
  /^(the )?((member’s|member's) )?(spouse|husband|wife|civil partner|partner|partner living (together|with the member).*|person the member lives with as .*)$/i;

/** Whose interest it is, in the words of a case; undefined for anybody whose interests are not the member's. */
export function holderOf(text: string): HeldBy | undefined {
  if (OWN.test(text)) return 'self';
  return PARTNER.test(text) ? 'partner' : undefined;
}
