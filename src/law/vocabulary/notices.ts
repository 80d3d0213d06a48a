/** Polling day, agendas and public participation: the points that reasons make. */
export type NoticesPoint = never;

/** The facts that these answers can be waiting for. */
export type NoticesFact = never;
