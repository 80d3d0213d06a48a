import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { csrfProtection } from './csrf.js';
import { securityHeaders } from './security-headers.js';
import { multipartForms } from './uploads.js';
import { setViewGlobals } from './view-globals.js';
import { configureViews } from './views.js';

export interface WebOptions {
  /** Answers what it knows already before anything else is done: the public pages that are kept. */
  readonly answersBefore?: RequestHandler;
  /** Sessions and passport, from identity. */
  readonly sessionMiddleware: readonly RequestHandler[];
  /** Whether PUBLIC_URL is https. */
  readonly https: boolean;
  /** Whether mail goes to the built-in outbox. */
  readonly developmentOutbox: boolean;
}

/**
 * Everything that stands between the network and a page, in the order that makes each part work:
 * public pages that were answered before first, with the headers that they had; then headers, so that every answer has
 * them; static files before sessions, so that they need none;
 * bodies before the CSRF check, which reads them. Routes come after.
 */
export function configureWeb(app: NestExpressApplication, options: WebOptions): void {
  app.disable('x-powered-by');
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
    if (reads && /^\/register(\/|$)/i.test(request.path)) next();
    else void middleware(request, response, next);
  };
