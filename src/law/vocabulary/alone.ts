/** A member acting alone: s.31(6)-(8): the points that reasons make. */
export type AlonePoint = never;

/** The facts that these answers can be waiting for. */
export type AloneFact = never;
