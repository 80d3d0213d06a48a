/** Gifts and hospitality: the points that reasons make. */
export type GiftsPoint = never;

/** The facts that these answers can be waiting for. */
export type GiftsFact = never;
