import { Get } from '@nestjs/common';
import { Audits, CurrentCaller, Requires, Scoped, type Caller } from '../../identity/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import { PublishedDeclarations, type PublicDeclaration } from '../../publication/index.js';
import { ApiResource, Operation, SentQuery } from '../operation.js';
import { pageOf } from '../paging.js';
import { DeclarationPage, DeclarationsQuery, type Declaration } from './shapes.js';

/** What was declared at meetings, as anybody may read it. */
@ApiResource('declarations')
export class ApiDeclarationsController {
  constructor(private readonly published: PublishedDeclarations) {}

  @Get()
  @Requires('signed-in')
  @Scoped('declarations:read')
  @Audits('none')
  @Operation({
    ...{ id: 'listDeclarations', summary: 'What was declared at meetings' },
    ...{ query: DeclarationsQuery, answer: DeclarationPage },
    says: 'As the public page shows it: what is sensitive, and what an item is about that is not open to the public, is left out.',
  })
  async list(
    @CurrentCaller() caller: Caller,
    @SentQuery() query: DeclarationsQuery,
  ): Promise<DeclarationPage> {
    const { member: memberId, body: bodyId } = query;
    const asked = { memberId, bodyId, from: dayIn(query.from), to: dayIn(query.to) };
    const { declarations } = await this.published.list(caller.authorityId, asked);
    const page = pageOf(declarations, query, ({ meetsOn, saidAt, id }) => [
      meetsOn,
      saidAt.toISOString(),
      id,
    ]);
    return { ...page, items: page.items.map(told) };
  }
}

const dayIn = (day: string | undefined): CivilDate | undefined =>
  day === undefined ? undefined : civilDate(day);

const told = (one: PublicDeclaration): Declaration => ({
  ...{ id: one.id, meetingId: one.meetingId, meetsOn: one.meetsOn, bodyName: one.bodyName },
  ...{ memberId: one.memberId, memberName: one.memberName, kind: one.kind },
  ...{ itemNumber: one.itemNumber, itemTitle: one.itemTitle ?? null },
  ...{ nature: one.nature ?? null, notTold: one.notTold ?? null },
  saidAt: one.saidAt.toISOString(),
  leftAt: one.leftAt?.toISOString() ?? null,
  returnedAt: one.returnedAt?.toISOString() ?? null,
});
