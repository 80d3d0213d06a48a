import { Get, NotFoundException } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { BriefingEdition, Briefings, briefingAsText, Editions } from '../../briefings/index.js';
import { actingAs, Audits, CurrentCaller, Requires, Scoped, type Caller } from '../../identity/index.js';
import { Meetings } from '../../meetings/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { Sealer } from '../../platform/sealing/index.js';
import { ApiResource, found, IdInPath, Operation, SentQuery } from '../operation.js';
import { PageQuery, pageOf } from '../paging.js';
import { BriefingPage, BriefingWithWords, OwnBriefing, type Briefing } from './shapes.js';
import { WithheldWords } from './withheld-words.js';

/** What members were told before meetings: when, and in which words. */
@ApiResource()
export class ApiBriefingsController {
  constructor(
    private readonly audit: Audit,
    private readonly briefings: Briefings,
    private readonly database: Database,
    private readonly editions: Editions,
    private readonly meetings: Meetings,
    private readonly sealer: Sealer,
    private readonly withheldWords: WithheldWords,
  ) {}

  @Get('meetings/:meeting/briefings')
  @Requires('ReadComplianceBoard')
  @Scoped('briefings:read')
  @Audits('none')
  @Operation({
    ...{
      id: 'listBriefings',
      summary: 'The briefings before a meeting',
      query: PageQuery,
      answer: BriefingPage,
    },
    says: 'Each edition that was sent or opened, with when, and without its words.',
  })
  async list(
    @CurrentCaller() caller: Caller,
    @IdInPath('meeting') meetingId: string,
    @SentQuery() query: PageQuery,
  ): Promise<BriefingPage> {
    const all = await this.database.unitOfWork(actingAs(caller), async (uow) => {
      found(await this.meetings.find(uow, meetingId));
      return this.editions.ofMeeting(uow, meetingId);
    });
    const page = pageOf(all, query, ({ memberId, id }) => [memberId, id]);
    return { ...page, items: page.items.map(told) };
  }

  @Get('briefings/:briefing')
  @Requires('ReadComplianceBoard')
  @Scoped('briefings:read')
  @Audits('briefing.read')
  @Operation({
    ...{
      id: 'getBriefing',
      summary: 'One briefing, in the words that were shown',
      answer: BriefingWithWords,
    },
    says: 'That it was read is recorded. The words are withheld where they could name something sensitive.',
  })
  async one(@CurrentCaller() caller: Caller, @IdInPath('briefing') id: string): Promise<BriefingWithWords> {
    return this.database.unitOfWork(actingAs(caller), async (uow) => {
      const { authorityId } = uow;
      const edition = found(await uow.manager.findOneBy(BriefingEdition, { authorityId, id }));
      const withheld = await this.withheldWords.of(uow, edition.memberId);
      this.audit.record(uow, {
        action: 'briefing.read',
        subject: { type: 'meeting', id: edition.meetingId },
        payload: { memberId: edition.memberId, edition: edition.edition, withheld },
      });
      return { ...told(edition), withheld, lines: withheld ? [] : this.#linesOf(uow, edition) };
    });
  }

  @Get('meetings/:meeting/briefing')
  @Requires('ReadOwnBriefings')
  @Scoped('briefings:read')
  @Audits('none')
  @Operation({
    ...{ id: 'getOwnBriefing', summary: 'What I am told of a meeting', answer: OwnBriefing },
    says: 'For the personal token of a member, worked out from what is known now. That a program fetched it is not recorded as the member having opened it.',
  })
  async own(@CurrentCaller() caller: Caller, @IdInPath('meeting') meetingId: string): Promise<OwnBriefing> {
    const memberId = found(caller.memberId);
    const briefing = await this.database.unitOfWork(actingAs(caller), (uow) =>
      this.briefings.make(uow, meetingId, memberId),
    );
    if (briefing.kind !== 'briefing') throw new NotFoundException();
    const lines = [...briefingAsText(briefing, 'elsewhere')];
    return { meetingId, agendaRevision: briefing.agendaRevision, lines };
  }

  #linesOf({ authorityId }: UnitOfWork, { id, details }: BriefingEdition): string[] {
    const opened = this.sealer.open(details, { authorityId, row: `briefing_edition:${id}` });
    return [...(opened as { shown: readonly string[] }).shown];
  }
}

const told = (one: BriefingEdition): Briefing => ({
  ...{ id: one.id, meetingId: one.meetingId, memberId: one.memberId },
  ...{ edition: one.edition, agendaRevision: one.agendaRevision, madeAt: one.madeAt.toISOString() },
  sentAt: one.sentAt?.toISOString() ?? null,
  firstOpenedAt: one.firstOpenedAt?.toISOString() ?? null,
});
