/** Offences, sanctions and proceedings: s.34: the points that reasons make. */
export type OffencesPoint = never;

/** The facts that these answers can be waiting for. */
export type OffencesFact = never;
