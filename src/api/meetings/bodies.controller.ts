import { Get } from '@nestjs/common';
import { Bodies } from '../../authorities/index.js';
import { actingAs, Audits, CurrentCaller, Requires, Scoped, type Caller } from '../../identity/index.js';
import { Database } from '../../platform/database/index.js';
import { ApiResource, Operation, SentQuery } from '../operation.js';
import { PageQuery, pageOf } from '../paging.js';
import { BodyPage } from './shapes.js';

/** The bodies that meet. */
@ApiResource('bodies')
export class ApiBodiesController {
  constructor(
    private readonly bodies: Bodies,
    private readonly database: Database,
  ) {}

  @Get()
  @Requires('ReadMeetings')
  @Scoped('meetings:read')
  @Audits('none')
  @Operation({ id: 'listBodies', summary: 'The bodies that meet', query: PageQuery, answer: BodyPage })
  async list(@CurrentCaller() caller: Caller, @SentQuery() query: PageQuery): Promise<BodyPage> {
    const all = await this.database.unitOfWork(actingAs(caller), (uow) => this.bodies.list(uow));
    return pageOf(
      all.map(({ id, name, kind }) => ({ id, name, kind })),
      query,
      ({ id }) => [id],
    );
  }
}
