/** The model code of 2020: the points that reasons make. */
export type ModelCodePoint = never;

/** The facts that these answers can be waiting for. */
export type ModelCodeFact = never;
