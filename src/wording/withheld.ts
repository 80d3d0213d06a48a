/**
 * Why something is missing from the public register: agreed to be sensitive (s.32), a home address by law (s.32A), or a
 * home address by the council's own practice, which must never be said in the name of s.32A.
 */
export type WithheldBy = 's32' | 's32a' | 'practice';

const WITHHELD: Record<WithheldBy, string> = {
  s32: 'The member has an interest the details of which are withheld under section 32(2) of the Localism Act 2011.',
  s32a: 'The member has an interest the address of which is withheld under section 32A of the Localism Act 2011.',
  practice:
    'An address is not shown here. It is this council’s own practice to keep members’ home addresses off the public register.',
};

/** What the public register says in the place of what it withholds. */
export function withheldInWords(by: WithheldBy): string {
  return WITHHELD[by];
}
