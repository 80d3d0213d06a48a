import { Controller, Get, NotFoundException, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, Requires } from '../../identity/index.js';

/** What everybody may read about the service itself. */
@Controller()
export class InformationController {
  @Get('accessibility')
  @Requires('anybody')
  @Audits('none')
  accessibility(@Res() response: Response): void {
    response.render('web/information/accessibility.njk', { title: 'Accessibility' });
  }

  @Get('privacy')
  @Requires('anybody')
  @Audits('none')
  privacy(@Res() response: Response): void {
    response.render('web/information/privacy.njk', { title: 'Privacy' });
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
