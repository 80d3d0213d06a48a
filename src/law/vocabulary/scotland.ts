/** Scotland: the points that reasons make. */
export type ScotlandPoint =
  | 'scotland-first-notice'
  | 'scotland-as-substituted'
  | 'scotland-corresponding-date'
  | 'scotland-notice-of-change'
  | 'scotland-only-own-interests'
  | 'scotland-in-a-category'
  | 'scotland-in-no-category'
  | 'scotland-connection'
  | 'scotland-no-link'
  | 'scotland-link-left-out'
  | 'scotland-body-by-appointment'
  | 'scotland-interest'
  | 'scotland-objective-test-not-met'
  | 'scotland-declare'
  | 'scotland-no-part'
  | 'scotland-leave';

/** The facts that these answers can be waiting for. */
export type ScotlandFact =
  | 'declarationOfAcceptanceOn'
  | 'interestsChangedOn'
  | 'inARegistrableCategory'
  | 'links'
  | 'quasiJudicialOrRegulatory'
  | 'personalConflict'
  | 'objectiveTestMet';
