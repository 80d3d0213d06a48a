import { Injectable } from '@nestjs/common';
import { confirmedBefore, Interviews, RelevanceAnswers } from '../disclosures/index.js';
import { Dispensations, type AskedItem } from '../dispensations/index.js';
import type { CivilDate, Dispensation } from '../law/index.js';
import type { MatchContext } from '../matching/index.js';
import { covers, Members, Seats, type TermOfOffice } from '../members/index.js';
import { atOnce, onceEach, type UnitOfWork } from '../platform/database/index.js';
import { HeldInterests } from './held-interests.js';
import { readied, type BriefingQuestion, type ReadyInterest } from './touches.js';

/** What a member has said of items and interests: of any item, at any meeting. */
type Answers = Pick<BriefingQuestion, 'said' | 'confirmed' | 'interviewed'>;

/** What a member's briefings are made from, whichever the meeting. What is sealed is opened once, when it is asked for. */
export interface KnownMember {
  readonly id: string;
  readonly termOn: (day: CivilDate) => TermOfOffice | undefined;
  readonly sitsOn: (bodyId: string, day: CivilDate) => boolean;
  /**
   * @param code in force on the day of the meeting
   * @throws when details cannot be opened
   */
  readonly interests: (code: string | undefined) => readonly ReadyInterest[];
  /** @throws when an answer cannot be opened */
  readonly answers: () => Answers;
  readonly dispensationsAt: (items: readonly AskedItem[]) => ReadonlyMap<string, readonly Dispensation[]>;
}

/** Reads it of many members at once. */
@Injectable()
export class KnownMembers {
  constructor(
    private readonly dispensations: Dispensations,
    private readonly held: HeldInterests,
    private readonly interviews: Interviews,
    private readonly members: Members,
    private readonly relevance: RelevanceAnswers,
    private readonly seats: Seats,
  ) {}

  /** To be asked about one of them with what names nothing by itself on this council's agendas. */
  async of(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(context: MatchContext) => (memberId: string) => KnownMember> {
    const { terms, bodies, held, latest, interviewed, granted } = await atOnce({
      terms: this.members.termsOf(uow, memberIds),
      bodies: this.seats.bodiesOfMembers(uow, memberIds),
      held: this.held.ofMembers(uow, memberIds),
      latest: this.relevance.latestOf(uow, memberIds),
      interviewed: this.interviews.latestOf(uow, memberIds),
      granted: this.dispensations.grantedTo(uow, memberIds),
    });
    const answersOf = (id: string): Answers => {
      const said = latest(id);
      return { said, confirmed: confirmedBefore(said), interviewed: interviewed(id) };
    };
    return (context) =>
      onceEach((id) => {
        const interests = onceEach((code: string | undefined) => readied(held(id, code), context));
        const answers = onceEach(answersOf);
        return {
          ...{ id, interests, answers: () => answers(id) },
          termOn: (day) => terms(id).find((term) => covers(term, day)),
          sitsOn: (bodyId, day) => bodies(id, day).includes(bodyId),
          dispensationsAt: (items) => granted(id, items),
        };
      });
  }
}
