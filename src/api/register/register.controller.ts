import { Get } from '@nestjs/common';
import { actingAs, Audits, CurrentCaller, Requires, Scoped, type Caller } from '../../identity/index.js';
import { Members } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Publication, type PublicMember } from '../../publication/index.js';
import { describeInterest, Register, Sensitivities, type OpenedEntry } from '../../register/index.js';
import { ApiResource, found, IdInPath, Operation, SentQuery } from '../operation.js';
import { PageQuery, pageOf } from '../paging.js';
import { EntryPage, RegisterOfMember, RegisterPage, type Entry } from './shapes.js';

/** The register: as anybody may read it, and its entries as the officer keeps them. */
@ApiResource('register')
export class ApiRegisterController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly members: Members,
    private readonly publication: Publication,
    private readonly register: Register,
    private readonly sensitivities: Sensitivities,
  ) {}

  @Get()
  @Requires('signed-in')
  @Scoped('register:read')
  @Audits('none')
  @Operation({
    ...{ id: 'listRegister', summary: 'The public register', query: PageQuery, answer: RegisterPage },
    says: 'Of everybody in office, as the public page shows it today.',
  })
  async list(@CurrentCaller() caller: Caller, @SentQuery() query: PageQuery): Promise<RegisterPage> {
    const { members } = await this.publication.register(caller.authorityId, this.clock.today());
    const page = pageOf(members, query, ({ id }) => [id]);
    return { ...page, items: page.items.map(told) };
  }

  @Get(':member')
  @Requires('signed-in')
  @Scoped('register:read')
  @Audits('none')
  @Operation({
    id: 'getRegisterOfMember',
    summary: 'The public register of one member',
    answer: RegisterOfMember,
  })
  async one(@CurrentCaller() caller: Caller, @IdInPath('member') id: string): Promise<RegisterOfMember> {
    const register = await this.publication.register(caller.authorityId, this.clock.today(), id);
    return told(found(register?.members.find((member) => member.id === id)));
  }

  @Get(':member/entries')
  @Requires('ReadNotifications')
  @Scoped('entries:read')
  @Audits('none')
  @Operation({
    ...{
      id: 'listEntries',
      summary: 'The entries of one member, ended ones too',
      query: PageQuery,
      answer: EntryPage,
    },
    says: 'More than the public may read: whose an interest is, and what stood there before. Nothing that is sensitive, or was, is told to any program.',
  })
  async entries(
    @CurrentCaller() caller: Caller,
    @IdInPath('member') memberId: string,
    @SentQuery() query: PageQuery,
  ): Promise<EntryPage> {
    return this.database.unitOfWork(actingAs(caller), async (uow) => {
      found(await this.members.find(uow, memberId));
      const history = await this.register.history(uow, memberId);
      const keptBack = await this.sensitivities.keptBack(uow, memberId);
      const open = history.filter(({ entry, details }) => entry.sensitive === 'no' && !keptBack(details));
      const page = pageOf(open, query, ({ entry }) => [entry.enteredAt.toISOString(), entry.id]);
      return {
        items: page.items.map(toldEntry),
        heldBack: { something: await this.register.hasWithheld(uow, memberId) },
        next: page.next,
      };
    });
  }
}

function told({ id, name, withheld, categories }: PublicMember): RegisterOfMember {
  return {
    ...{ memberId: id, memberName: name },
    withheld: withheld.map(({ words, publishedOn }) => ({ words, publishedOn })),
    categories: categories.map((heading) => ({
      ...{ category: heading.category, name: heading.name, nothing: heading.nothing !== undefined },
      entries: heading.entries.map(({ id: entry, words, details, publishedOn }) => ({
        ...{ id: entry, words, details, publishedOn },
      })),
      withheld: heading.withheld.map(({ words, publishedOn }) => ({ words, publishedOn })),
    })),
  };
}

const toldEntry = ({ entry, details }: OpenedEntry): Entry => ({
  ...{ id: entry.id, interestId: entry.thingId, category: entry.category, heldBy: entry.heldBy },
  words: describeInterest(details),
  ...{ enteredOn: entry.enteredOn, beganOn: entry.beganOn, ceasedOn: entry.ceasedOn, endedOn: entry.endedOn },
});
