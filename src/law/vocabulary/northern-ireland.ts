/** Northern Ireland: the points that reasons make. */
export type NorthernIrelandPoint =
  | 'ni-no-pecuniary-interest'
  | 'ni-not-present'
  | 'ni-disclose-nature'
  | 'ni-not-preside'
  | 'ni-no-part'
  | 'ni-no-vote'
  | 'ni-withdraw'
  | 'ni-only-part-of-a-report'
  | 'ni-small-shareholding'
  | 'ni-not-only-shares'
  | 'ni-shares-over-the-limit'
  | 'ni-no-relative'
  | 'ni-tell-the-council'
  | 'ni-question-not-about-relative'
  | 'ni-withdraw-for-relative'
  | 'ni-clerk-keeps-the-register'
  | 'ni-register-on-election'
  | 'ni-register-change';

/** The facts that these answers can be waiting for. */
export type NorthernIrelandFact =
  | 'pecuniaryInterest'
  | 'presentAtCouncilMeeting'
  | 'partOfCommitteeReport'
  | 'separateDebate'
  | 'onlyByOwningShares'
  | 'relativeHoldsOrSeeksOffice'
  | 'questionAffectsRelative';
