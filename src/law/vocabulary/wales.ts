/** Wales: the points that reasons make. */
export type WalesPoint = never;

/** The facts that these answers can be waiting for. */
export type WalesFact = never;
