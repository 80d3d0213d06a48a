import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Audits, Requires } from '../../identity/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Metrics } from './metrics.js';

/** For Prometheus. There is no such page for whoever may not read it. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Requires('anybody')
  @Audits('none')
  async read(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!mayRead(request, this.config.metricsToken)) throw new NotFoundException();
    const { type, body } = await this.metrics.measured.text();
    response.type(type).send(body);
  }
}

function mayRead(request: Request, token: string | undefined): boolean {
  if (token !== undefined) return isSame(request.get('authorization') ?? '', `Bearer ${token}`);
  // A proxy on this machine asks from this machine too, for anybody: it says so.
  const passedOn = ['forwarded', 'x-forwarded-for', 'via'].some((name) => request.get(name) !== undefined);
  return !passedOn && /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '');
}

/** Hashed first, so that neither length nor beginning shows in the time it takes. */
function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
