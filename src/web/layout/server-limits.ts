import type { Server } from 'node:http';

/** How long and how much a connection may take before it is cut. Times are milliseconds of machine time. */
export interface ServerLimits {
  /** From the first byte of a request to the end of its headers. */
  readonly headersTimeout: number;
  /** From the first byte of a request to the end of its body. */
  readonly requestTimeout: number;
  /** An open connection on which nothing is asked. */
  readonly keepAliveTimeout: number;
  /** How often the first two are looked at. */
  readonly connectionsCheckingInterval: number;
  /** Bytes of all headers of a request together with its address. */
  readonly maxHeaderSize: number;
  /** Headers of a request; what is beyond them is not read. */
  readonly maxHeadersCount: number;
  /** Connections at once; a further one is closed unheard. */
  readonly maxConnections: number;
  /** Requests on one connection, after which it is closed in an orderly way. */
  readonly maxRequestsPerSocket: number;
}

/** Five minutes let somebody with a slow line send the largest scan; headers are short whatever the line is. */
export const SERVER_LIMITS: ServerLimits = {
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  // Longer than the idle limit of common reverse proxies (60 s), which would otherwise ask on a closing connection.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
  maxHeadersCount: 100,
  maxConnections: 4_000,
  maxRequestsPerSocket: 10_000,
};

/**
 * Keeps slow and oversized requests from holding what everybody needs. Call it before the server listens: Node reads
 * the interval then.
 */
export function limitServer(server: Server, limits: ServerLimits = SERVER_LIMITS): void {
  Object.assign(server, limits);
}
