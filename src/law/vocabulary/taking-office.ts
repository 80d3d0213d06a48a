/** Who is covered (s.27(4)) and taking office (s.30): the points that reasons make. */
export type TakingOfficePoint =
  | 'covered-by-the-act'
  | 'has-no-vote-at-all'
  | 'held-when-notified'
  | 'holds-and-has-not-notified'
  | 'pending-at-re-election'
  | 'has-not-answered'
  | 'holds-nothing'
  | 'all-entered-already'
  | 'only-this-register-counts'
  | 'notified-in-time'
  | 'notified-late'
  | 'days-end-at-midnight-in-london'
  | 'left-office'
  | 'not-yet-in-office'
  | 'not-held-when-notified';

/** The facts that these answers can be waiting for. */
export type TakingOfficeFact =
  | 'person'
  | 'becameMemberOn'
  | 'returning'
  | 'answers'
  | 'answers.inRegister'
  | 'answers.receivedOn'
  | 'leftOfficeOn'
  | 'receivedAt';
