import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Response } from 'express';
import { Audits, Requires } from '../../../identity/index.js';
import type { CivilDate } from '../../../law/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Publication, type DrawnPage, type PublicRegister } from '../../../publication/index.js';
import { found } from '../../page/index.js';
import { dayAskedFor } from '../days.js';
import { printView } from '../print/page.js';
import { drawView, PublicAnswers, withoutEnding } from '../public-answers.js';
import { drawFile } from '../register-files.js';
import { memberRegisterView } from './page.js';

/** What the public may read of one member. Who is a member no longer is not found. */
@Controller('register')
@Requires('anybody')
@Audits('none')
export class MemberRegisterController {
  constructor(
    private readonly answers: PublicAnswers,
    private readonly clock: Clock,
    private readonly publication: Publication,
  ) {}

  /** '/register/wyrefordshire/9f…', and with .json, .csv or .pdf the same as a file. */
  @Get(':authority/:member')
  async member(
    @Param('authority') slug: string,
    @Param('member') place: string,
    @Query('as-at') asAt: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { name: memberId, ending } = withoutEnding(place);
    const day = dayAskedFor(asAt, this.clock.today());
    await this.#send(response, { slug, memberId, day, page: `member ${ending}` }, (register) => {
      if (ending !== '') return drawFile(register, ending);
      const view = memberRegisterView(register, memberId, this.clock.today());
      return drawView(response, 'web/public-register/member/page.njk', view);
    });
  }

  @Get(':authority/:member/print')
  async print(
    @Param('authority') slug: string,
    @Param('member') memberId: string,
    @Query('as-at') asAt: unknown,
    @Query('size') size: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const day = dayAskedFor(asAt, this.clock.today());
    const page = `print ${size === 'large' ? 'large' : ''}`;
    await this.#send(response, { slug, memberId, day, page }, (register) => {
      const view = printView(register, `/register/${slug}/${memberId}`, size);
      return drawView(response, 'web/public-register/print/page.njk', view);
    });
  }

  async #send(
    response: Response,
    asked: { slug: string; memberId: string; day: CivilDate; page: string },
    draw: (register: PublicRegister) => Promise<DrawnPage>,
  ): Promise<void> {
    const { slug, memberId, day } = asked;
    if (!isUUID(memberId)) throw new NotFoundException();
    const page = `${memberId} ${asked.page} ${day}`;
    await this.answers.send(response, { slug, page }, async ({ authorityId }) =>
      draw(found(await this.publication.register(authorityId, day, memberId))),
    );
  }
}
