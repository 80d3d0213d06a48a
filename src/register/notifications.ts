import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any, IsNull } from 'typeorm';
import { Audit } from '../audit/index.js';
import {
  londonDateOf,
  type Asked,
  type CivilDate,
  type HeldBy,
  type RegisterCategory,
  type RequiredCategory,
} from '../law/index.js';
import { Clock } from '../platform/clock/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import { DETAILS_VERSION, type InterestDetails } from './details.js';
import { Drafts, type Draft, type DraftAnswer, type Question } from './drafts.js';
import { InterestSeal } from './interest-seal.js';
import {
  Notification,
  NotificationAnswer,
  NotifiedInterest,
  NotifiedInterestFate,
  type Act,
  type DraftChannel,
} from './notification.entity.js';

/** An interest as it was notified, opened. */
export interface OpenedInterest {
  readonly id: string;
  readonly category: RegisterCategory;
  readonly heldBy: HeldBy;
  readonly details: InterestDetails;
  readonly act: Act;
  /** The entry that is changed, ended or corrected. */
  readonly aboutEntryId: string | null;
  readonly effectiveOn: string | null;
  readonly awareOn: string | null;
  /** What became of it; null while it is pending. */
  readonly fate: NotifiedInterestFate['fate'] | null;
}

/** A notification with everything that was said in it. */
export interface OpenedNotification {
  readonly notification: Notification;
  readonly answers: readonly NotificationAnswer[];
  readonly interests: readonly OpenedInterest[];
}

/** One interest that is told of by itself, outside a whole notification. */
export interface ToldInterest {
  readonly act: Act;
  readonly heldBy: HeldBy;
  readonly details: InterestDetails;
  readonly aboutEntryId?: string;
  readonly effectiveOn?: CivilDate;
  readonly awareOn?: CivilDate;
}

/** What an officer records that arrived otherwise than here. */
export interface RecordedForm {
  readonly memberId: string;
  readonly channel: 'paper' | 'import';
  /** The day on which it arrived; kept apart from when it was typed in. */
  readonly receivedOn: CivilDate;
  /** Null where the form does not say: then it adds to what is held and replaces nothing. */
  readonly hasPartner: boolean | null;
  readonly answers: Readonly<Partial<Record<Question, DraftAnswer>>>;
}

interface Received {
  readonly id: string;
  readonly receivedAt: Date;
}

interface Unanswered {
  readonly refused: 'unanswered';
  readonly unanswered: readonly Asked[];
}

/** Notifications: from the member to the monitoring officer. */
@Injectable()
export class Notifications {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly drafts: Drafts,
    private readonly seal: InterestSeal,
  ) {}

  /**
   * Receives what a member has drafted. On the web it is received when the server accepts it. Refused unless every
   * required category is answered: an unanswered one is not "nothing".
   */
  async receive(
    uow: UnitOfWork,
    memberId: string,
    required: readonly RequiredCategory[],
    seenVersion: number,
  ): Promise<Received | Unanswered | { refused: 'changed-elsewhere' }> {
    const taken = await this.#take(uow, { memberId, channel: 'web' }, required, seenVersion);
    if ('refused' in taken) return taken;
    const receivedAt = this.clock.now();
    return this.#keepWhole(uow, memberId, taken, required, {
      ...{ channel: 'web', receivedAt, receivedOn: londonDateOf(receivedAt) },
    });
  }

  /** Records a paper form that an officer has typed in as a draft: received on the day on which it arrived. */
  async receivePaper(
    uow: UnitOfWork,
    memberId: string,
    required: readonly RequiredCategory[],
    arrived: { seenVersion: number; receivedOn: CivilDate },
  ): Promise<Received | Unanswered | { refused: 'changed-elsewhere' | 'not-yet' }> {
    const { seenVersion, receivedOn } = arrived;
    if (receivedOn > this.clock.today()) return { refused: 'not-yet' };
    const taken = await this.#take(uow, { memberId, channel: 'paper' }, required, seenVersion);
    if ('refused' in taken) return taken;
    const receivedAt = this.clock.now();
    return this.#keepWhole(uow, memberId, taken, required, { channel: 'paper', receivedAt, receivedOn });
  }

  /** Receives one change: of an interest that is new, another now, held no longer, or was registered wrongly. */
  async receiveChange(uow: UnitOfWork, memberId: string, told: ToldInterest): Promise<Received> {
    const receivedAt = this.clock.now();
    const received = { channel: 'web', receivedAt, receivedOn: londonDateOf(receivedAt) } as const;
    const id = await this.#add(uow, memberId, { ...received, kind: 'change', hasPartner: null });
    await this.#keepTold(uow, id, [told]);
    this.#audited(uow, id, { memberId, channel: 'web', receivedOn: received.receivedOn, act: told.act });
    return { id, receivedAt };
  }

  /**
   * Records what arrived otherwise than on this website and is known whole already, such as a register that is taken
   * over. Where it says whether there is a partner it is a whole notification; otherwise each interest is an addition.
   */
  async record(uow: UnitOfWork, form: RecordedForm): Promise<{ id: string } | { refused: 'not-yet' }> {
    if (form.receivedOn > this.clock.today()) return { refused: 'not-yet' };
    const { memberId, channel, receivedOn, hasPartner } = form;
    const kind = hasPartner === null ? 'change' : 'whole';
    const received = { channel, receivedAt: this.clock.now(), receivedOn, hasPartner, kind } as const;
    const id = await this.#add(uow, memberId, received);
    const questions = Object.keys(form.answers).map(askedBy);
    const counts =
      kind === 'whole'
        ? await this.#keep(uow, id, form, questions)
        : await this.#keepTold(uow, id, additionsIn(form, questions));
    this.#audited(uow, id, { memberId, channel, receivedOn, ...counts });
    return { id };
  }

  /** Everything received from a member, or from everybody, oldest first. */
  async list(uow: UnitOfWork, memberId?: string): Promise<Notification[]> {
    return uow.manager.find(Notification, {
      where: { authorityId: uow.authorityId, ...(memberId === undefined ? {} : { memberId }) },
      order: { receivedOn: 'ASC', position: 'ASC' },
    });
  }

  /** Received and not yet entered: pending notifications (s.31(11)), oldest first. */
  async pending(uow: UnitOfWork): Promise<Notification[]> {
    return uow.manager.find(Notification, {
      where: { authorityId: uow.authorityId, enteredAt: IsNull() },
      order: { receivedOn: 'ASC', position: 'ASC' },
    });
  }

  /** All answers, by notification: what was asked and answered, without any detail. */
  async answers(uow: UnitOfWork): Promise<NotificationAnswer[]> {
    return uow.manager.findBy(NotificationAnswer, { authorityId: uow.authorityId });
  }

  /** One notification with its details opened, for the member and for officers who may read them. */
  async open(uow: UnitOfWork, id: string): Promise<OpenedNotification | undefined> {
    const { authorityId } = uow;
    const notification = await uow.manager.findOneBy(Notification, { authorityId, id });
    if (notification === null) return undefined;
    const [opened] = await this.openEach(uow, [notification]);
    return opened;
  }

  /** These notifications with their details opened, in the order given: of many in one reading. */
  async openEach(uow: UnitOfWork, notifications: readonly Notification[]): Promise<OpenedNotification[]> {
    if (notifications.length === 0) return [];
    const where = { authorityId: uow.authorityId, notificationId: Any(notifications.map(({ id }) => id)) };
    const answers = grouped(
      await uow.manager.findBy(NotificationAnswer, where),
      ({ notificationId }) => notificationId,
    );
    const rows = await uow.manager.find(NotifiedInterest, { where, order: { position: 'ASC' } });
    const fates = await this.#fates(uow, rows);
    const told = grouped(rows, ({ notificationId }) => notificationId);
    return notifications.map((notification) => ({
      notification,
      answers: answers(notification.id),
      interests: told(notification.id).map((row) => this.#opened(row, fates.get(row.id) ?? null)),
    }));
  }

  /** Everything received from a member with its details opened, oldest first. */
  async openedOf(uow: UnitOfWork, memberId: string): Promise<OpenedNotification[]> {
    return this.openEach(uow, await this.list(uow, memberId));
  }

  /**
   * What members notified and nobody entered yet, nor was taken back: of many in one reading, the oldest first. Opened
   * when a member is asked about: what fails then is theirs alone.
   */
  async waitingOf(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(memberId: string) => OpenedInterest[]> {
    const { authorityId } = uow;
    const pending = await uow.manager.find(Notification, {
      where: { authorityId, memberId: Any(memberIds), enteredAt: IsNull() },
      order: { receivedOn: 'ASC', position: 'ASC' },
    });
    if (pending.length === 0) return () => [];
    const rows = await uow.manager.find(NotifiedInterest, {
      where: { authorityId, notificationId: Any(pending.map(({ id }) => id)) },
      order: { position: 'ASC' },
    });
    const fates = await this.#fates(uow, rows);
    const waiting = grouped(
      rows.filter(({ id }) => !fates.has(id)),
      (row) => row.notificationId,
    );
    const ofMember = grouped(pending, (notification) => notification.memberId);
    return (memberId) =>
      ofMember(memberId).flatMap(({ id }) => waiting(id).map((row) => this.#opened(row, null)));
  }

  #opened(row: NotifiedInterest, fate: OpenedInterest['fate']): OpenedInterest {
    return {
      ...{ id: row.id, category: row.category, heldBy: row.heldBy, act: row.act },
      ...{ aboutEntryId: row.aboutEntryId, effectiveOn: row.effectiveOn, awareOn: row.awareOn },
      details: this.seal.open('notified_interest', row),
      fate,
    };
  }

  async #fates(
    uow: UnitOfWork,
    rows: readonly NotifiedInterest[],
  ): Promise<ReadonlyMap<string, NotifiedInterestFate['fate']>> {
    if (rows.length === 0) return new Map();
    const fates = await uow.manager.findBy(NotifiedInterestFate, {
      ...{ authorityId: uow.authorityId, notifiedInterestId: Any(rows.map(({ id }) => id)) },
    });
    return new Map(fates.map(({ notifiedInterestId, fate }) => [notifiedInterestId, fate]));
  }

  /** The draft as it was checked. Held, so that of two presses of the button the second finds it gone. */
  async #take(
    uow: UnitOfWork,
    owner: { memberId: string; channel: DraftChannel },
    required: readonly RequiredCategory[],
    seenVersion: number,
  ): Promise<(Draft & { hasPartner: boolean }) | Unanswered | { refused: 'changed-elsewhere' }> {
    const { draft, version } = await this.drafts.hold(uow, owner);
    // What is sent must be what was checked.
    if (version !== seenVersion) return { refused: 'changed-elsewhere' };
    const unanswered = unansweredIn(draft, required);
    const { hasPartner } = draft;
    if (unanswered.length > 0 || hasPartner === undefined) return { refused: 'unanswered', unanswered };
    await this.drafts.discard(uow, owner);
    return { ...draft, hasPartner };
  }

  async #keepWhole(
    uow: UnitOfWork,
    memberId: string,
    draft: Draft & { hasPartner: boolean },
    required: readonly RequiredCategory[],
    received: { channel: DraftChannel; receivedAt: Date; receivedOn: CivilDate },
  ): Promise<Received> {
    const { hasPartner } = draft;
    const id = await this.#add(uow, memberId, { ...received, kind: 'whole', hasPartner });
    const counts = await this.#keep(uow, id, draft, asked(draft, required));
    const { channel, receivedOn, receivedAt } = received;
    this.#audited(uow, id, { memberId, channel, receivedOn, ...counts });
    return { id, receivedAt };
  }

  async #add(
    uow: UnitOfWork,
    memberId: string,
    received: Pick<Notification, 'kind' | 'channel' | 'receivedAt' | 'receivedOn' | 'hasPartner'>,
  ): Promise<string> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person notifies.');
    const id = randomUUID();
    const { authorityId, actor } = uow;
    const recorded = { recordedAt: this.clock.now(), recordedBy: actor.accountId };
    await uow.manager.insert(Notification, { authorityId, id, memberId, ...received, ...recorded });
    return id;
  }

  async #keep(
    uow: UnitOfWork,
    notificationId: string,
    draft: Pick<Draft, 'answers'>,
    questions: readonly Asked[],
  ): Promise<{ interests: number; nothing: number }> {
    let position = 0;
    let nothing = 0;
    for (const { category, heldBy } of questions) {
      const given = draft.answers[`${category}/${heldBy}`];
      if (given === undefined) continue;
      const { answer } = given;
      if (answer === 'nothing') nothing += 1;
      await this.#keepAnswer(uow, notificationId, { category, heldBy, answer });
      for (const details of answer === 'entries' ? given.interests : []) {
        position += 1;
        await this.#keepInterest(uow, notificationId, position, { act: 'hold', heldBy, details });
      }
    }
    return { interests: position, nothing };
  }

  async #keepTold(
    uow: UnitOfWork,
    notificationId: string,
    told: readonly ToldInterest[],
  ): Promise<{ interests: number }> {
    for (const [index, interest] of told.entries()) {
      const { heldBy, details } = interest;
      await this.#keepAnswer(uow, notificationId, {
        ...{ category: details.category, heldBy, answer: 'entries' },
      });
      await this.#keepInterest(uow, notificationId, index + 1, interest);
    }
    return { interests: told.length };
  }

  async #keepAnswer(
    uow: UnitOfWork,
    notificationId: string,
    answer: Pick<NotificationAnswer, 'category' | 'heldBy' | 'answer'>,
  ): Promise<void> {
    await uow.manager
      .createQueryBuilder()
      .insert()
      .into(NotificationAnswer)
      .values({ authorityId: uow.authorityId, notificationId, ...answer })
      .orIgnore()
      .execute();
  }

  async #keepInterest(
    uow: UnitOfWork,
    notificationId: string,
    position: number,
    { act, heldBy, details, aboutEntryId, effectiveOn, awareOn }: ToldInterest,
  ): Promise<void> {
    const id = randomUUID();
    const { authorityId } = uow;
    await uow.manager.insert(NotifiedInterest, {
      ...{ authorityId, id, notificationId, position, heldBy, act },
      category: details.category,
      schemaVersion: DETAILS_VERSION,
      details: this.seal.seal('notified_interest', { authorityId, id }, details),
      aboutEntryId: aboutEntryId ?? null,
      effectiveOn: effectiveOn ?? null,
      awareOn: awareOn ?? null,
    });
  }

  #audited(uow: UnitOfWork, id: string, payload: Record<string, unknown>): void {
    this.audit.record(uow, {
      action: 'notification.received',
      subject: { type: 'notification', id },
      payload,
    });
  }
}

/** What a member must be asked: each category for themselves, and for the partner where there is one. */
export function asked(draft: Pick<Draft, 'hasPartner'>, required: readonly RequiredCategory[]): Asked[] {
  return required.flatMap(({ category, asksPartner }) => [
    { category, heldBy: 'self' as const },
    ...(asksPartner && draft.hasPartner === true ? [{ category, heldBy: 'partner' as const }] : []),
  ]);
}

/** What is still to be answered. "There are some" with none written down is not an answer yet. */
export function unansweredIn(draft: Draft, required: readonly RequiredCategory[]): Asked[] {
  return asked(draft, required).filter(({ category, heldBy }) => {
    const given = draft.answers[`${category}/${heldBy}`];
    return given === undefined || (given.answer === 'entries' && given.interests.length === 0);
  });
}

function askedBy(question: string): Asked {
  const [category, heldBy] = question.split('/') as [RegisterCategory, HeldBy];
  return { category, heldBy };
}

function additionsIn({ answers }: RecordedForm, questions: readonly Asked[]): ToldInterest[] {
  return questions.flatMap(({ category, heldBy }) =>
    (answers[`${category}/${heldBy}`]?.interests ?? []).map((details) => ({
      ...{ act: 'add' as const, heldBy, details },
    })),
  );
}
