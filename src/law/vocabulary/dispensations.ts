/** Granting a dispensation: s.33(1)-(3): the points that reasons make. */
export type DispensationsPoint = never;

/** The facts that these answers can be waiting for. */
export type DispensationsFact = never;
