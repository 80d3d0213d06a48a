import { Injectable } from '@nestjs/common';
import { Authorities, Rulebooks } from '../../authorities/index.js';
import { Dispensations } from '../../dispensations/index.js';
import { Duties } from '../../duties/index.js';
import { Accounts } from '../../identity/index.js';
import { civilDate } from '../../law/index.js';
import { covers, Members } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import {
  Notifications,
  Register,
  RegisterEntry,
  SensitivityRequest,
  type OpenedNotification,
} from '../../register/index.js';
import type { OpenedCaseFile } from './case-files.js';
import { CaseFiles } from './case-files.js';
import { headOf, readChain } from './chain-reading.js';
import { GatheringMeeting, type MeetingOfCase } from './gathering-meeting.js';
import { GatheringSteps } from './gathering-steps.js';
import { GatheringTold } from './gathering-told.js';
import { interestsOnDay } from './interests-on-day.js';
import type { KnownCase } from './known.js';
import { lawOnTheDay } from './law-on-the-day.js';
import type { WithheldFromReader } from './reader.js';

/** Gathers everything that is recorded of one allegation. Nothing is copied: it is read again each time. */
@Injectable()
export class Gathering {
  constructor(
    private readonly accounts: Accounts,
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly dispensations: Dispensations,
    private readonly duties: Duties,
    private readonly files: CaseFiles,
    private readonly meetings: GatheringMeeting,
    private readonly members: Members,
    private readonly notifications: Notifications,
    private readonly register: Register,
    private readonly rulebooks: Rulebooks,
    private readonly steps: GatheringSteps,
    private readonly told: GatheringTold,
  ) {}

  async of(uow: UnitOfWork, file: OpenedCaseFile, withheld: WithheldFromReader): Promise<KnownCase> {
    // First, so that whatever is read afterwards was there by then or later, and every line says where it stands.
    const head = await headOf(uow);
    const { authorityId } = uow;
    const { memberId } = file;
    const day = civilDate(file.offenceOn);
    const member = await this.members.find(uow, memberId);
    if (member === undefined)
      throw new Error('A case file is about a member, and members are never deleted.');
    const terms = await this.members.terms(uow, memberId);
    const notifications = await this.#notifications(uow, memberId);
    const entries = await this.register.asAt(uow, memberId, day);
    const requests = await uow.manager.findBy(SensitivityRequest, { authorityId, memberId });
    const versions = await uow.manager.findBy(RegisterEntry, { authorityId, memberId });
    const dispensations = await this.dispensations.ofMember(uow, memberId);
    const disclosureIds = await this.meetings.disclosureIds(uow, file);
    const officers = await this.steps.of(uow, file, { terms, disclosureIds }, withheld);
    const chain = await readChain(uow, [
      ...[file.id, memberId, file.meetingId, file.agendaItemId].filter((id) => id !== null),
      ...notifications.map(({ notification }) => notification.id),
      ...dispensations.map(({ request }) => request.id),
      ...disclosureIds,
      ...requests.map(({ id }) => id),
      ...officers.steps.map(({ row }) => row.id),
      ...officers.questions.map(({ known }) => known.question.id),
      ...(await this.told.messageIds(uow, file, terms)),
    ]);
    const interests = interestsOnDay({
      ...{ day, entries, notifications, requests, withheld },
      thingOf: new Map(versions.map(({ id, thingId }) => [id, thingId])),
      agreedAt: (id) => chain.of(id, ['sensitivity.agreed'])[0]?.applicationAt,
    });
    const meeting = await this.meetings.of(uow, file, { interests, withheld, chain });
    const notes = await this.files.notes(uow, file.id);
    const authorityName = (await this.authorities.get(uow)).name;
    const item = meeting?.known.item;
    const atItem =
      item === undefined
        ? []
        : ((await this.dispensations.atItems(uow, memberId, [item])).get(item.id) ?? []);
    return {
      ...{ authorityName, file, day, notes, member, terms, notifications, entries, interests, dispensations },
      ...officers,
      ...{ withheld, chain, head, gatheredAt: this.clock.now() },
      duty: await this.duties.ofMember(uow, memberId, day),
      meeting: meeting?.known,
      covers: new Map(atItem.map(({ id, coversThisMatter }) => [id, coversThisMatter])),
      told: await this.told.of(uow, file, terms, withheld),
      law: lawOnTheDay({
        ...{ day, authorityName, memberId, item, interests, dispensations: atItem },
        rulebook: await this.rulebooks.on(uow, day),
        term: terms.find((term) => covers(term, day)),
        ...forTheLaw(meeting),
      }),
      nameOf: await this.#names(uow, [
        ...[file.openedBy, file.closedBy, ...notes.map(({ writtenBy }) => writtenBy)],
        ...notifications.flatMap(({ notification: one }) => [one.recordedBy, one.enteredBy]),
        ...(meeting?.recordedBy ?? []),
        ...officers.steps.map(({ row }) => row.recordedBy),
        ...officers.questions.flatMap(({ known }) => known.answers.map(({ answeredBy }) => answeredBy)),
      ]),
    };
  }

  /** The oldest first. */
  async #notifications(uow: UnitOfWork, memberId: string): Promise<OpenedNotification[]> {
    const opened = await this.notifications.openedOf(uow, memberId);
    return opened.sort((a, b) => a.notification.receivedAt.getTime() - b.notification.receivedAt.getTime());
  }

  async #names(uow: UnitOfWork, accounts: readonly (string | null)[]): Promise<KnownCase['nameOf']> {
    const names = await this.accounts.names(uow, [...new Set(accounts.filter((id) => id !== null))]);
    return (accountId) => names.get(accountId) ?? 'somebody who has no account now';
  }
}

function forTheLaw(
  meeting: MeetingOfCase | undefined,
): Pick<
  Parameters<typeof lawOnTheDay>[0],
  'ofTheExecutive' | 'said' | 'interviewed' | 'observed' | 'declared'
> {
  if (meeting !== undefined) return { ...meeting.forTheLaw, observed: meeting.known.observed };
  return {
    ...{ ofTheExecutive: false, said: new Map(), interviewed: new Map(), declared: [] },
    observed: NOTHING_OBSERVED,
  };
}

const NOTHING_OBSERVED: Parameters<typeof lawOnTheDay>[0]['observed'] = {
  ...{ opened: undefined, closed: undefined, attendance: new Map(), substitutions: [], begun: new Map() },
  ...{ absences: [], returnedOnly: [], votes: [], differences: [] },
};
