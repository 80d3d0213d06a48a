import { Controller, Get, Inject, NotFoundException, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, Requires } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { WHAT_STAYS } from '../officer-retention/index.js';
import { keptRows } from './privacy.js';
import { securityText } from './security-text.js';

/** What everybody may read about the service itself. */
@Controller()
export class InformationController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get('accessibility')
  @Requires('anybody')
  @Audits('none')
  accessibility(@Res() response: Response): void {
    response.render('web/information/accessibility.njk', {
      title: 'Accessibility statement',
      contact: this.config.accessibilityContact,
    });
  }

  @Get('privacy')
  @Requires('anybody')
  @Audits('none')
  privacy(@Res() response: Response): void {
    response.render('web/information/privacy.njk', {
      ...{ title: 'Privacy', kept: keptRows(), stays: WHAT_STAYS },
    });
  }

  /** @throws NotFoundException where the operator named nobody: a file without a contact would be none (RFC 9116). */
  @Get('.well-known/security.txt')
  @Requires('anybody')
  @Audits('none')
  security(@Res() response: Response): void {
    const { securityContact: contact, publicUrl } = this.config;
    if (contact === undefined) throw new NotFoundException();
    response
      .type('text/plain; charset=utf-8')
      .send(securityText({ contact, publicUrl, now: this.clock.machineNow() }));
  }
}

/**
 * Every address that no page has. It is a route so that the guard recognises who is signed in and the page keeps
 * their header; it must be the last controller of all.
 */
@Controller()
export class NoSuchPageController {
  @Get('*path')
  @Requires('anybody')
  @Audits('none')
  refuse(): never {
    throw new NotFoundException();
  }
}
