import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, Requires } from '../../identity/index.js';
import { Database } from '../../platform/database/index.js';
import { JobQueue } from '../../platform/queue/index.js';
import { Readiness } from './readiness.js';

/** For whatever keeps the process running: does it live, and can it serve? */
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @Requires('anybody')
  @Audits('none')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /**
   * Without its database it can serve nothing. Without its queue it serves every page, and what is owed waits in its
   * rows: a process that was taken out of service for that would help nobody, so it is degraded and says so. One that
   * is about to stop wants nobody new.
   */
  @Get('ready')
  @Requires('anybody')
  @Audits('none')
  async ready(@Res() response: Response): Promise<void> {
    if (this.readiness.isStopping) {
      response.status(503).json({ status: 'stopping' });
      return;
    }
    const pinged = this.database.ping().then(
      () => 'ok' as const,
      () => 'unreachable' as const,
    );
    const [database, queue] = await Promise.all([pinged, this.queue.state()]);
    const served = queue === 'unreachable' ? 'degraded' : 'ok';
    response
      .status(database === 'ok' ? 200 : 503)
      .json({ status: database === 'ok' ? served : 'unavailable', database, queue });
  }
}
