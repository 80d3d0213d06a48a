/** The form of a declaration: the points that reasons make. */
export type DeclarationsPoint = never;

/** The facts that these answers can be waiting for. */
export type DeclarationsFact = never;
