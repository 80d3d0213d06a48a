import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, Requires } from '../../identity/index.js';
import { Database } from '../../platform/database/index.js';

/** For whatever keeps the process running: does it live, and can it serve? */
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @Requires('anybody')
  @Audits('none')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Requires('anybody')
  @Audits('none')
  async ready(@Res() response: Response): Promise<void> {
    const database = await this.database.ping().then(
      () => 'ok',
      () => 'unreachable',
    );
    response
      .status(database === 'ok' ? 200 : 503)
      .json({ status: database === 'ok' ? 'ok' : 'unavailable', database });
  }
}
