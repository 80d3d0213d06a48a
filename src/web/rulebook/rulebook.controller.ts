import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, Requires } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { found } from '../page/index.js';
import { compareView } from './compare.js';
import { rulebookView } from './list.js';
import { ruleView } from './rule.js';

/** The law as this service applies it, for anybody: the rules with their worked cases, and codes side by side. */
@Controller('rulebook')
@Requires('anybody')
@Audits('none')
export class RulebookController {
  constructor(private readonly clock: Clock) {}

  @Get()
  list(@Query('nation') nation: unknown, @Res() response: Response): void {
    response.render('web/rulebook/list.njk', rulebookView(this.clock.today(), nation));
  }

  // Before the rules, whose ids are the rest of the address.
  @Get('compare')
  compare(@Query('left') left: unknown, @Query('right') right: unknown, @Res() response: Response): void {
    const view = compareView(left, right);
    response.status(view.form.errorList.length > 0 ? 400 : 200).render('web/rulebook/compare.njk', view);
  }

  /** A rule’s id is its address, slashes and brackets included, and never changes. */
  @Get('*rule')
  rule(@Param('rule') segments: readonly string[], @Res() response: Response): void {
    response.render('web/rulebook/rule.njk', found(ruleView(segments.join('/'), this.clock.today())));
  }
}
