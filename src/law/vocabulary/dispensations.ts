/** Granting a dispensation: s.33(1)-(3): the points that reasons make. */
export type DispensationsPoint =
  | 'asked-in-writing'
  | 'asked-but-not-in-writing'
  | 'each-member-must-ask-in-writing'
  | 'a-ground-is-considered-met'
  | 'no-ground-is-considered-met'
  | 'ground-d-needs-an-executive'
  | 'ground-a-business-impeded'
  | 'ground-b-political-balance'
  | 'ground-c-people-of-the-area'
  | 'ground-d-every-executive-member'
  | 'ground-e-otherwise-appropriate'
  | 'grant-states-no-period'
  | 'grant-within-four-years'
  | 'grant-of-exactly-four-years'
  | 'grant-over-four-years'
  | 'grant-looks-forward'
  | 'grant-may-not-look-back'
  | 'authority-grants-its-own'
  | 'parish-grants-its-own'
  | 'granting-may-be-delegated';

/** The facts that these answers can be waiting for. */
export type DispensationsFact = 'request' | 'ground' | 'executiveArrangements' | 'periodMonths';
