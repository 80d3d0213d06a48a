/** Rules beside the interest rules: education representatives, council-tax arrears, party whip, predetermination: the points that reasons make. */
export type OverlaysPoint = 'votes-on-education' | 'no-vote-off-education' | 'vote-not-limited-to-education';

/** The facts that these answers can be waiting for. */
export type OverlaysFact = 'matter.educationFunction';
