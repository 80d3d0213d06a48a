import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface StopLimits {
  /** Milliseconds in which readiness says no and everything is still answered, so that a proxy sends nobody any more. */
  readonly unready: number;
  /** Milliseconds after which requests that are still open are cut. */
  readonly within: number;
}

/** Some of the half minute after which whatever started the process ends it by force. */
export const STOP_LIMITS: StopLimits = { unready: 5_000, within: 15_000 };

/** Takes no further connection, lets each request that has begun come to its answer, and closes what is idle. */
export async function stopAnswering(server: Server, { unready, within }: StopLimits): Promise<void> {
  await pause(unready);
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  // A connection that is kept open for more becomes idle only when its request has been answered.
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, 100);
  const tooLong = setTimeout(() => {
    server.closeAllConnections();
  }, within);
  await closed;
  clearInterval(idle);
  clearTimeout(tooLong);
}
