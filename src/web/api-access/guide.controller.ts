import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, Requires, SCOPE_NAMES, SCOPES } from '../../identity/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';

/** How to begin with the API, for whoever writes a program. */
@Controller('api')
export class ApiGuideController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  @Requires('anybody')
  @Audits('none')
  show(@Res() response: Response): void {
    response.render('web/api-access/guide.njk', {
      title: 'The API',
      publicUrl: this.config.publicUrl,
      perMinute: this.config.apiRequestsPerMinute,
      scopes: SCOPE_NAMES.map((name) => [{ text: name }, { text: SCOPES[name].words }]),
    });
  }
}
