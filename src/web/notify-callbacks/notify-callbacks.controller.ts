import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Audits, Requires } from '../../identity/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Deliveries } from '../../reminders/index.js';
import { RefusedCallbacks } from './refused-callbacks.js';
import { readReport } from './report.js';

const TITLES = { 400: 'Bad Request', 401: 'Unauthorized', 404: 'Not Found' } as const;

/** What GOV.UK Notify tells of the messages that it took. A program calls, so no answer here is a page. */
@Controller('callbacks/notify')
export class NotifyCallbacksController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly deliveries: Deliveries,
    private readonly refused: RefusedCallbacks,
  ) {}

  @Post()
  @Requires('anybody')
  @Audits('message.delivered, message.bounced or notify-callback.refused')
  async receive(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { notify } = this.config;
    if (notify === undefined) {
      problem(response, 404);
      return;
    }
    if (!isBearerOf(notify.callbackToken, request.get('authorization'))) {
      await this.refused.count();
      response.setHeader('WWW-Authenticate', 'Bearer');
      problem(response, 401);
      return;
    }
    const report = readReport(request.body);
    if (report === undefined) {
      problem(response, 400);
      return;
    }
    const became = report.reference === null ? 'unknown' : await this.deliveries.record(report);
    if (became === 'unknown') problem(response, 404);
    else response.status(204).end();
  }
}

function problem(response: Response, status: keyof typeof TITLES): void {
  const body = { type: 'about:blank', title: TITLES[status], status };
  response.status(status).type('application/problem+json').send(JSON.stringify(body));
}

/** Compared by their hashes, which are of one length, in a time that tells nothing of where they differ. */
function isBearerOf(token: string, header: string | undefined): boolean {
  const [, sent] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? [];
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(sent ?? ''), hash(token));
}
