/** Who is covered (s.27(4)) and taking office (s.30): the points that reasons make. */
export type TakingOfficePoint =
  | 'has-no-vote-at-all'
  | 'holds-and-has-not-notified'
  | 'pending-at-re-election'
  | 'has-not-answered'
  | 'holds-nothing'
  | 'all-entered-already'
  | 'notified-in-time'
  | 'notified-late'
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
  | 'leftOfficeOn';
