import { Injectable } from '@nestjs/common';
import { Briefings, touchExplained, whyInWords, type Touch } from '../../briefings/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { explanationAsText } from '../../wording/index.js';
import type { AdviceQuestion } from './advice.entity.js';

/** What the briefing says of an item to the member who asked, for an answer that is to hold it. */
@Injectable()
export class LawSays {
  constructor(private readonly briefings: Briefings) {}

  /**
   * In lines; none where nothing was found. What stands on the list that the member keeps is for them alone, and is left
   * out.
   * @param withSensitive whether whoever reads may read sensitive details
   */
  async of(
    uow: UnitOfWork,
    { memberId, meetingId, agendaItemId }: AdviceQuestion,
    withSensitive: boolean,
  ): Promise<string[]> {
    const briefing = await this.briefings.make(uow, meetingId, memberId);
    if (briefing.kind !== 'briefing') return [];
    const touches = briefing.items.find(({ item }) => item.id === agendaItemId)?.touches ?? [];
    const may = ({ interest }: Touch): boolean =>
      interest.state !== 'own-list' && (withSensitive || interest.sensitive === 'no');
    return touches
      .filter(may)
      .flatMap((touch) => [
        whyInWords(touch, 'own-page'),
        ...explanationAsText(touchExplained(touch, 'own-page')),
      ]);
  }
}
