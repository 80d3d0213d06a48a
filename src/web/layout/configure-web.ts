import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  json,
  urlencoded,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { csrfProtection } from './csrf.js';
import { isForPrograms } from './posted-by-programs.js';
import { requestLimit } from './request-limit.js';
import { securityHeaders } from './security-headers.js';
import { limitServer, type ServerLimits } from './server-limits.js';
import { multipartForms } from './uploads.js';
import { setViewGlobals } from './view-globals.js';
import { configureViews } from './views.js';

export interface WebOptions {
  /** Counts every request and how long it took. */
  readonly measures?: RequestHandler;
  /** Answers what it knows already before anything else is done: the public pages that are kept. */
  readonly answersBefore?: RequestHandler;
  /** Sessions and passport, from identity. */
  readonly sessionMiddleware: readonly RequestHandler[];
  /** Reverse proxies whose word on who asks is taken. */
  readonly trustedProxies?: readonly string[];
  /** Requests that one address may send in a minute to this process; 0 or nothing: as many as it likes. */
  readonly requestsPerMinute?: number;
  /** Other limits of connections than the usual ones, for tests, which do not wait. */
  readonly serverLimits?: ServerLimits;
  /** Whether PUBLIC_URL is https. */
  readonly https: boolean;
  /** Whether mail goes to the built-in outbox. */
  readonly developmentOutbox: boolean;
}

/**
 * Everything that stands between the network and a page, in the order that makes each part work:
 * whoever asks too often is refused first; then public pages that were answered before, with the headers that they had; then headers, so that every answer has
 * them; static files before sessions, so that they need none;
 * bodies before the CSRF check, which reads them. Routes come after.
 */
export function configureWeb(app: NestExpressApplication, options: WebOptions): void {
  app.disable('x-powered-by');
  if (options.trustedProxies?.length) app.set('trust proxy', [...options.trustedProxies]);
  limitServer(app.getHttpServer(), options.serverLimits);
  if (options.measures !== undefined) app.use(options.measures);
  if (options.requestsPerMinute) app.use(requestLimit(options.requestsPerMinute));
  if (options.answersBefore !== undefined) app.use(options.answersBefore);
  app.use(...securityHeaders(options.https));
  configureViews(app);
  app.use((_request: Request, response: Response, next: NextFunction) => {
    setViewGlobals(response, options.developmentOutbox);
    // What one person saw must not stay in a browser that others use after them. A public page may say otherwise.
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(...options.sessionMiddleware.map(exceptOnPublicPages));
  // A program sends an agenda as JSON, which no agenda makes longer than this.
  app.use(
    '/api',
    json({ limit: '512kb' }),
    urlencoded({ extended: false, limit: '8kb', parameterLimit: 20 }),
  );
  // An agenda may be pasted into a form; nothing else that people write comes near these limits.
  app.useBodyParser('urlencoded', { extended: false, limit: '2mb', parameterLimit: 1000 });
  app.useBodyParser('json', { limit: '2mb' });
  app.use(multipartForms);
  app.use(csrfProtection);
}

/** Reading the public register opens no session: it sets no cookie, and whoever is signed in reads what anybody does. */
const exceptOnPublicPages =
  (middleware: RequestHandler): RequestHandler =>
  (request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if ((reads && /^\/register(\/|$)/i.test(request.path)) || isForPrograms(request.path)) next();
    else void middleware(request, response, next);
  };
