/** Northern Ireland: the points that reasons make. */
export type NorthernIrelandPoint = never;

/** The facts that these answers can be waiting for. */
export type NorthernIrelandFact = never;
