/** The register: ss.29, 32 and 32A: the points that reasons make. */
export type RegisterPoint = never;

/** The facts that these answers can be waiting for. */
export type RegisterFact = never;
