/**
 * A member acting alone (s.31(6)-(9)), the record of executive decisions (SI 2012/2089) and becoming aware in the
 * middle of a debate (s.31(1)(c)): the points that reasons make.
 */
export type AlonePoint =
  | 'acting-alone-rules-apply'
  | 'not-for-a-member-alone'
  | 'notify-after-awareness'
  | 'no-steps-alone'
  | 'may-hand-over'
  | 'step-hands-over'
  | 'step-does-more-than-hand-over'
  | 'dispensation-does-not-reach-acting-alone'
  | 'officer-is-told-in-full'
  | 'sensitive-only-in-public-copies'
  | 'sensitive-only-at-meetings'
  | 'record-states-the-conflict'
  | 'no-conflict-to-record'
  | 'record-notes-the-dispensation'
  | 'no-dispensation-to-note'
  | 'not-aware-when-speaking'
  | 'did-not-speak-before-knowing';

/** The facts that these answers can be waiting for. */
export type AloneFact =
  | 'mayBeDischargedAlone'
  | 'becameAwareOn'
  | 'step'
  | 'conflictDeclared'
  | 'dispensedByHeadOfPaidService'
  | 'awareFrom'
  | 'spokeBeforeAwareness';
