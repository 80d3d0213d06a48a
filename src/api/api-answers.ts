import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { tap, type Observable } from 'rxjs';

/**
 * What every answer of the API has: a program may keep it, and must ask whether it still holds (Express answers 304 by its
 * ETag); and where there are more, the address of the next page.
 */
@Injectable()
export class ApiAnswers implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    // Whoever sends an ETag by fetch() says with it that nothing on the way may answer; Express would take it as meant for us.
    if (request.headers['if-none-match'] !== undefined) delete request.headers['cache-control'];
    return next.handle().pipe(
      tap((answer: unknown) => {
        response.setHeader('Cache-Control', request.method === 'GET' ? 'private, no-cache' : 'no-store');
        response.vary('Authorization');
        const cursor = nextIn(answer);
        if (cursor !== undefined) response.setHeader('Link', `<${pageAt(request, cursor)}>; rel="next"`);
      }),
    );
  }
}

/** Without the server: a proxy in front may know it by another name. */
function pageAt(request: Request, cursor: string): string {
  const { pathname, searchParams } = new URL(request.originalUrl, 'http://here');
  searchParams.set('cursor', cursor);
  return `${pathname}?${searchParams.toString()}`;
}

function nextIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('next' in answer)) return undefined;
  return typeof answer.next === 'string' ? answer.next : undefined;
}
