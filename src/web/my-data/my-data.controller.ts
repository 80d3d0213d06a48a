import { Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, StepUp, type Person } from '../../identity/index.js';
import { SubjectAccess } from '../../oversight/index.js';
import { Database } from '../../platform/database/index.js';
import { found } from '../page/index.js';

/** A member takes a copy of everything that the council holds about them in Probity, whenever they want to. */
@Controller('my/data')
@Requires('NotifyOwnInterests')
@StepUp()
export class MyDataController {
  constructor(
    private readonly database: Database,
    private readonly access: SubjectAccess,
  ) {}

  @Get()
  @Audits('none')
  show(@Res() response: Response): void {
    response.render('web/my-data/page.njk', { title: 'My data', backHref: '/my' });
  }

  @Post()
  @Audits('subject-copy.made')
  async make(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const memberId = found(person.acting?.memberId);
    const made = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.access.make(uow, memberId, 'member'),
    );
    const { fileName, bytes } = found(made);
    response.setHeader('Cache-Control', 'no-store');
    response.status(200).attachment(fileName).type('application/zip').send(bytes);
  }
}
