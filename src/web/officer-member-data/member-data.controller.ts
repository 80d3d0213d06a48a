import { Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Members } from '../../members/index.js';
import { SubjectAccess } from '../../oversight/index.js';
import { Database } from '../../platform/database/index.js';
import { found, IdInAddress } from '../page/index.js';

/** The officer answers a member's request for what is held about them. It tells sensitive details, so a named officer does. */
@Controller('officer/members/:member/data')
@Requires('AnswerSubjectAccess')
export class MemberDataController {
  constructor(
    private readonly database: Database,
    private readonly access: SubjectAccess,
    private readonly members: Members,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @Res() response: Response,
  ): Promise<void> {
    const { name } = await this.database.unitOfWork(actingOf(person), async (uow) =>
      found(await this.members.find(uow, memberId)),
    );
    const at = `/officer/members/${memberId}`;
    response.render('web/officer-member-data/page.njk', {
      ...{ title: 'A copy of what is held', name, backHref: at, action: `${at}/data` },
    });
  }

  @Post()
  @Audits('subject-copy.made')
  async make(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @Res() response: Response,
  ): Promise<void> {
    const made = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.access.make(uow, memberId, 'officer'),
    );
    const { fileName, bytes } = found(made);
    response.setHeader('Cache-Control', 'no-store');
    response.status(200).attachment(fileName).type('application/zip').send(bytes);
  }
}
