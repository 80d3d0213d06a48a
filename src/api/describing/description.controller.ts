import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { Response } from 'express';
import { Audits, Requires } from '../../identity/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { openApiDocument } from './document.js';
import { describedRoutes } from './routes.js';

/** The version of the description: it counts up with what the API comes to offer. */
const VERSION = '1.0.0';

/** What the API offers, for programs that write programs. It names no person and no council. */
@Controller('api/openapi.json')
export class ApiDescriptionController {
  #document: string | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly modules: ModulesContainer,
  ) {}

  @Get()
  @Requires('anybody')
  @Audits('none')
  describe(@Res() response: Response): void {
    const { publicUrl } = this.config;
    this.#document ??= JSON.stringify(
      openApiDocument(describedRoutes(this.modules), { publicUrl, version: VERSION }),
    );
    response.setHeader('Cache-Control', 'public, max-age=300');
    response.type('application/json').send(this.#document);
  }
}
