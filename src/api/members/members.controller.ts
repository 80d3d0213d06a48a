import { Get } from '@nestjs/common';
import { actingAs, Audits, CurrentCaller, Requires, Scoped, type Caller } from '../../identity/index.js';
import { Members, type MemberInOffice } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { ApiResource, found, IdInPath, Operation, SentQuery } from '../operation.js';
import { PageQuery, pageOf } from '../paging.js';
import { Member, MemberPage } from './shapes.js';

/** Who the members are. Those in office alone, as the public register names them. */
@ApiResource('members')
export class ApiMembersController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly members: Members,
  ) {}

  @Get()
  @Requires('signed-in')
  @Scoped('members:read')
  @Audits('none')
  @Operation({
    ...{ id: 'listMembers', summary: 'The members in office', query: PageQuery, answer: MemberPage },
    says: 'Members and co-opted members who hold office today, in the order of their ids.',
  })
  async list(@CurrentCaller() caller: Caller, @SentQuery() query: PageQuery): Promise<MemberPage> {
    const all = await this.#inOffice(caller);
    return pageOf(all, query, ({ id }) => [id]);
  }

  @Get(':member')
  @Requires('signed-in')
  @Scoped('members:read')
  @Audits('none')
  @Operation({ id: 'getMember', summary: 'One member in office', answer: Member })
  async one(@CurrentCaller() caller: Caller, @IdInPath('member') id: string): Promise<Member> {
    return found((await this.#inOffice(caller)).find((member) => member.id === id));
  }

  #inOffice(caller: Caller): Promise<Member[]> {
    return this.database.unitOfWork(actingAs(caller), async (uow: UnitOfWork) => {
      const today = this.clock.today();
      const groups = await this.members.groupsOn(uow, today);
      return (await this.members.inOffice(uow, today)).map((one) => told(one, groups));
    });
  }
}

function told({ member, term }: MemberInOffice, groups: ReadonlyMap<string, string>): Member {
  return {
    ...{ id: member.id, name: member.name, standing: term.standing, votesOn: term.votesOn },
    ...{ becameMemberOn: term.becameMemberOn, endsOn: term.endedOn },
    group: groups.get(member.id) ?? null,
  };
}
