/** Scotland: the points that reasons make. */
export type ScotlandPoint = never;

/** The facts that these answers can be waiting for. */
export type ScotlandFact = never;
