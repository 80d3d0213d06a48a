import { randomUUID } from 'node:crypto';
import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { LOGGER, type Logger } from '../logging/index.js';
import { Elsewhere } from './elsewhere.js';
import { logEntry } from './log-entry.js';
import { problemOf } from './problem.js';
import { understand, type ErrorStatus, type Understood } from './understand.js';

/** What an error page needs to know. The words are the pages' own, except a refusal's sentence. */
export interface ErrorPage {
  readonly status: ErrorStatus;
  /** The form's token was missing or no longer the session's. */
  readonly csrf: boolean;
  /** A sentence written for the person by whoever refused. */
  readonly sentence: string | undefined;
  /** For an unexpected error: the number that the person can quote and that the log carries. */
  readonly reference: string | undefined;
}

/** Draws error pages; given by `web`, because platform knows no council word. */
export interface ErrorPages {
  readonly signInPath: string;
  /** Answers with a page. The status is set already. */
  render(response: Response, page: ErrorPage): void;
}

/** Nest's token for the one `ErrorPages`. */
export const ERROR_PAGES = Symbol('ErrorPages');

/**
 * The one place where an error becomes an answer: a page for a browser, application/problem+json for a program
 * (always under /api). An unexpected error gets a reference number, in the answer and in the log, and nothing
 * of its content is shown or logged. Nothing is cached, so trying again asks the server again.
 */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    @Inject(ERROR_PAGES) private readonly pages: ErrorPages,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const understood = understand(error);
    const reference = understood.expected ? undefined : this.log(error, request);

    // Half an answer has gone out: cutting the connection is the only honest sign that it is not whole.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.setHeader('Cache-Control', 'no-store');
    if (wantsJson(request)) {
      response
        .status(understood.status)
        .type('application/problem+json')
        .send(JSON.stringify(problemOf(understood, reference)));
    } else if (error instanceof Elsewhere) {
      response.redirect(303, error.path);
    } else {
      this.answerPage(understood, reference, request, response);
    }
  }

  private answerPage(
    { status, csrf, sentence }: Understood,
    reference: string | undefined,
    request: Request,
    response: Response,
  ): void {
    if (status === 401) {
      response.redirect(303, `${this.pages.signInPath}${returnTo(request)}`);
      return;
    }
    response.status(status);
    this.pages.render(response, { status, csrf, sentence, reference });
  }

  private log(error: unknown, request: Request): string {
    const reference = randomUUID().slice(0, 8);
    const { path } = (request.route ?? {}) as { path?: unknown };
    const route = typeof path === 'string' ? path : request.path;
    this.logger.error(logEntry(error, reference, { method: request.method, route }), 'unexpected error');
    return reference;
  }
}

/** Programs speak to /api and ask for `.json`; elsewhere what the caller prefers decides, and a browser prefers HTML. */
function wantsJson(request: Request): boolean {
  if (request.path === '/api' || request.path.startsWith('/api/') || request.path.endsWith('.json')) {
    return true;
  }
  return request.accepts(['html', 'json']) === 'json';
}

/** Only a page that was being read is worth returning to; a form that was sent would be lost all the same. */
function returnTo(request: Request): string {
  if (request.method !== 'GET' || request.path === '/') return '';
  return `?returnTo=${encodeURIComponent(request.path)}`;
}
