import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds. A public page that is kept takes a millisecond; a case file as a PDF, some seconds. */
const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** One number that is asked for when somebody reads; undefined where it cannot be known now. */
export interface Reading {
  readonly name: string;
  readonly help: string;
  /** By which the numbers of this name differ. */
  readonly label?: string;
  readonly read: () => Promise<Readonly<Record<string, number>>>;
}

/** Counts what this process does and gives it in the words of Prometheus. Nothing in it is about a person. */
export class Measured {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: 'probity_http_request_duration_seconds',
    help: 'How long requests took, by the pattern of their address, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: SECONDS,
    registers: [this.#registry],
  });
  readonly #unread = new Counter({
    name: 'probity_readings_failed_total',
    help: 'How often a number below could not be read, because the database or the queue did not answer.',
    labelNames: ['reading'],
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Stands before everything else, so that what is refused, and what was answered before, is counted too. */
  readonly requests: RequestHandler = (request: Request, response: Response, next: NextFunction): void => {
    const end = this.#requests.startTimer();
    response.once('close', () => {
      end({ route: routeOf(request), method: request.method, status: response.statusCode });
    });
    next();
  };

  /** Asks for a number whenever the metrics are read. One that cannot be had is left out, not told as nought. */
  add({ name, help, label, read }: Reading): void {
    const failed = (): void => {
      this.#unread.inc({ reading: name });
    };
    const labelNames = label === undefined ? [] : [label];
    new Gauge({
      ...{ name, help, labelNames, registers: [this.#registry] },
      async collect(this: Gauge) {
        this.reset();
        try {
          for (const [value, number] of Object.entries(await read())) {
            if (label === undefined) this.set(number);
            else this.set({ [label]: value }, number);
          }
        } catch {
          if (label === undefined) this.remove();
          failed();
        }
      },
    });
  }

  async text(): Promise<{ type: string; body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }
}

/** The pattern and never the address, which holds ids and words that people searched for. */
function routeOf(request: Request): string {
  const route = request.route as { path?: unknown } | undefined;
  if (typeof route?.path === 'string') return route.path;
  return /^\/register(\/|$)/i.test(request.path) ? '(kept public page)' : '(none)';
}
