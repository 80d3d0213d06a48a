import { Injectable } from '@nestjs/common';
import type { TermOfOffice } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Advice } from '../advice/index.js';
import { StepRows } from '../ladder/index.js';
import type { CaseFile } from './case-file.entity.js';
import type { KnownQuestion, KnownStep } from './known.js';
import type { WithheldFromReader } from './reader.js';

/** What officers did about the member's open duties, and what they answered the member about the item. */
export interface StepsOfCase {
  readonly steps: readonly KnownStep[];
  readonly questions: readonly KnownQuestion[];
}

/** Gathers the steps of the ladder and the advice that bear on a case. */
@Injectable()
export class GatheringSteps {
  constructor(
    private readonly advice: Advice,
    private readonly rows: StepRows,
  ) {}

  async of(
    uow: UnitOfWork,
    file: CaseFile,
    about: { readonly terms: readonly TermOfOffice[]; readonly disclosureIds: readonly string[] },
    withheld: WithheldFromReader,
  ): Promise<StepsOfCase> {
    const subjects = new Set([...about.terms.map(({ id }) => id), ...about.disclosureIds]);
    const steps = (await this.rows.list(uow, { memberId: file.memberId }))
      .filter(({ row }) => subjects.has(row.subject))
      .map((one): KnownStep => ({ ...one, words: withheld.words ? undefined : this.rows.words(one.row) }));
    return { steps, questions: await this.#questions(uow, file, withheld) };
  }

  /**
   * What was asked about the item; where the words are withheld, that something was asked about the meeting: for which item
   * would tell, beside a sensitive interest, what that is.
   */
  async #questions(
    uow: UnitOfWork,
    { memberId, meetingId, agendaItemId }: CaseFile,
    withheld: WithheldFromReader,
  ): Promise<KnownQuestion[]> {
    if (meetingId === null) return [];
    const asked = await this.advice.list(uow, { memberId, meetingId });
    return asked.flatMap((known): KnownQuestion[] => {
      if (withheld.advice(known)) return [{ known, opened: undefined }];
      const isAboutIt = agendaItemId === null || known.question.agendaItemId === agendaItemId;
      return isAboutIt ? [{ known, opened: this.advice.open(known) }] : [];
    });
  }
}
