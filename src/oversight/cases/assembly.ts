import { Injectable } from '@nestjs/common';
import type { UnitOfWork } from '../../platform/database/index.js';
import type { CaseDocument, Section } from './case-document.js';
import { CaseFiles } from './case-files.js';
import { Gathering } from './gathering.js';
import type { KnownCase } from './known.js';
import type { WithheldFromReader } from './reader.js';
import { ruleVersionsOf, versionInWords } from './rule-versions.js';
import { allegation, notesAndOutcome } from './sections/allegation.js';
import { lawOfTheDay, timeLimits } from './sections/law.js';
import { agenda, answers, atTheMeeting, briefings, declarations } from './sections/meeting.js';
import { memberAndTerms, notificationsReceived, registerOnTheDay } from './sections/office.js';
import { escalationAndAdvice } from './sections/steps.js';
import { dispensations, remindersSent } from './sections/told.js';
import { timelineOf } from './timeline.js';

/** Puts a case file together for one reader, from what is recorded at this moment. */
@Injectable()
export class Assembly {
  constructor(
    private readonly files: CaseFiles,
    private readonly gathering: Gathering,
  ) {}

  /**
   * Undefined where this authority has no such file, which is then on the record as refused.
   * @param withheldFor what this reader may not be shown of a member
   */
  async of(
    uow: UnitOfWork,
    id: string,
    withheldFor: (memberId: string) => Promise<WithheldFromReader>,
  ): Promise<CaseDocument | undefined> {
    const file = await this.files.find(uow, id);
    if (file === undefined) return undefined;
    return documentOf(await this.gathering.of(uow, file, await withheldFor(file.memberId)));
  }
}

function documentOf(known: KnownCase): CaseDocument {
  const { file, member, authorityName, gatheredAt, head, withheld, interests, meeting } = known;
  const ruleVersions = ruleVersionsOf(known);
  return {
    ...{ id: file.id, reference: file.reference, authorityName, gatheredAt, head, ruleVersions },
    title: `Case file ${file.reference}: ${member.name}`,
    withheld: withheld.words || interests.some(({ isWithheld }) => isWithheld),
    isClosed: file.closedAt !== null,
    sections: sectionsOf(known, ruleVersions.map(versionInWords)),
    timeline: timelineOf(known),
    agendas: meeting?.revisions ?? [],
  };
}

function sectionsOf(known: KnownCase, versions: readonly string[]): Section[] {
  return [
    allegation(known),
    memberAndTerms(known),
    notificationsReceived(known),
    registerOnTheDay(known),
    agenda(known),
    briefings(known),
    remindersSent(known),
    answers(known),
    declarations(known),
    atTheMeeting(known),
    dispensations(known),
    escalationAndAdvice(known),
    lawOfTheDay(known, versions),
    timeLimits(known),
    notesAndOutcome(known),
  ];
}
