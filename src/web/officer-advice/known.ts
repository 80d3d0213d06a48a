import { Injectable } from '@nestjs/common';
import type { Person } from '../../identity/index.js';
import { Members } from '../../members/index.js';
import { Advice, mayReadWords, type KnownAdvice } from '../../oversight/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { NamesInAdvice, type AdviceNames } from '../my-advice/index.js';
import { found } from '../page/index.js';

/** One question as an officer finds it. */
export interface KnownOfQuestion {
  readonly known: KnownAdvice;
  readonly names: AdviceNames;
  readonly memberName: string;
  /** Whether this person may read what was asked and answered, and for which item. */
  readonly mayRead: boolean;
  /** Whether they asked it themselves: then another officer answers. */
  readonly isOwn: boolean;
}

/** What the officer's pages of one question are made of. */
@Injectable()
export class KnownQuestions {
  constructor(
    private readonly advice: Advice,
    private readonly members: Members,
    private readonly names: NamesInAdvice,
  ) {}

  /** @throws NotFoundException for a question of another council */
  async of(uow: UnitOfWork, person: Person, id: string): Promise<KnownOfQuestion> {
    const known = found(await this.advice.find(uow, id));
    return {
      known,
      names: await this.names.of(uow, [known]),
      memberName: (await this.members.find(uow, known.question.memberId))?.name ?? '',
      mayRead: mayReadWords(person.permissions, known),
      isOwn: await this.advice.isOwn(uow, known.question),
    };
  }
}

/** Said in place of a title that would tell what a sensitive interest is. */
export const ITEM_WITHHELD = 'An item that is not named here';
