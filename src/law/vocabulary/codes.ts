/** What every code of conduct says, and common law: the points that reasons make. */
export type CodesPoint =
  | 'code-declare-dpi'
  | 'code-no-part-in-dpi'
  | 'code-withdraw-for-dpi'
  | 'code-declare-other'
  | 'code-membership-not-declared'
  | 'code-other-may-stay'
  | 'code-no-part-in-other'
  | 'code-withdraw-for-other'
  | 'code-dispensed'
  | 'code-adds-nothing'
  | 'code-adds-no-clock'
  | 'code-not-encoded'
  | 'bias-warning';

/** The facts that these answers can be waiting for. */
export type CodesFact = 'affectsPecuniaryInterests' | 'likelyToPrejudice' | 'code';
