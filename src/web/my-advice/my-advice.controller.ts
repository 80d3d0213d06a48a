import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Advice } from '../../oversight/index.js';
import { AsMember } from '../my-interests/index.js';
import { found, IdInAddress } from '../page/index.js';
import { NamesInAdvice } from './names.js';
import { listView, oneView } from './page.js';

/** What a member asked the monitoring officer, and the answers: theirs alone to read here. */
@Controller('my/advice')
@Requires('AskForAdvice')
export class MyAdviceController {
  constructor(
    private readonly advice: Advice,
    private readonly asMember: AsMember,
    private readonly names: NamesInAdvice,
  ) {}

  @Get()
  @Audits('none')
  async list(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const view = await this.asMember.do(person, async (uow, memberId) => {
      const all = await this.advice.list(uow, { memberId });
      return listView(all, await this.names.of(uow, all));
    });
    response.render('web/my-advice/page.njk', view);
  }

  @Get(':question')
  @Audits('none')
  async one(
    @CurrentPerson() person: Person,
    @IdInAddress('question') id: string,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.asMember.do(person, async (uow, memberId) => {
      const known = found(await this.advice.find(uow, id));
      found(known.question.memberId === memberId ? known : undefined);
      return oneView(this.advice.open(known), await this.names.of(uow, [known]), done);
    });
    response.render('web/my-advice/one.njk', view);
  }
}
