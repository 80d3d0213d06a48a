import { Injectable } from '@nestjs/common';
import { KnownInterests, RelevanceAnswers, type KnownInterest } from '../../disclosures/index.js';
import type { AgendaItem } from '../../meetings/index.js';
import { Members } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { categoryInWords } from '../../wording/index.js';
import { headingOf } from './heading.js';

/** That a member says an item is not about an interest of theirs, for the officer to read. */
export interface SaidNotRelevant {
  readonly item: string;
  readonly member: string;
  /** 'Land: Owner: 3 Mill Lane' */
  readonly interest: string;
  /** Why, in the member's words; undefined where they gave none. */
  readonly because: string | undefined;
}

/** What members said of their interests before a meeting. */
@Injectable()
export class SaidOfItems {
  constructor(
    private readonly known: KnownInterests,
    private readonly members: Members,
    private readonly relevance: RelevanceAnswers,
  ) {}

  /**
   * Each "not relevant" that stands, in the order of the items. An interest that is sensitive by now is left out, with
   * the words that were said of it, and so is whatever stands on a member's own list.
   */
  async notRelevant(uow: UnitOfWork, items: readonly AgendaItem[]): Promise<SaidNotRelevant[]> {
    const answers = await this.relevance.ofItems(
      uow,
      items.map(({ id }) => id),
    );
    const names = new Map((await this.members.list(uow)).map(({ id, name }) => [id, name]));
    const interests = new Map<string, readonly KnownInterest[]>();
    for (const memberId of new Set(answers.map((one) => one.memberId))) {
      interests.set(memberId, await this.known.of(uow, memberId));
    }
    return items.flatMap((item) =>
      answers
        .filter(({ agendaItemId, itemTitle }) => agendaItemId === item.id && itemTitle === item.title)
        .filter(({ answer }) => answer === 'not-about-it')
        .flatMap(({ memberId, interestId, because }) => {
          const interest = interests.get(memberId)?.find(({ knownAs }) => knownAs.includes(interestId));
          if (interest?.sensitive !== 'no') return [];
          const { category, description } = interest;
          return [
            {
              ...{ item: headingOf(item), member: names.get(memberId) ?? '', because },
              interest: `${categoryInWords(category).name}: ${description}`,
            },
          ];
        }),
    );
  }
}
