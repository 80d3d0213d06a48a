import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Rulebooks } from '../../authorities/index.js';
import { actingOf, type Person } from '../../identity/index.js';
import { civilDate, type Rulebook } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import {
  Drafts,
  Notifications,
  Register,
  type Draft,
  type InterestDetails,
  type Notification,
  type OpenedNotification,
} from '../../register/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../form/index.js';
import { backPath, nextPath, pathInstead } from '../journey/index.js';
import { found } from '../page/index.js';
import { MEMBERS_DESK, type Desk } from './desk.js';
import { notifyJourney } from './journey.js';
import { giftsNotYetRegistered, lastSaid, type ToldSoFar } from './last-said.js';
import type { GivenUnder } from './law-says.js';
import type { OpenedDraft, QuestionPage } from './question-page.js';

/** Said above a form that was sent after the draft had changed in another tab. What was typed is still in it. */
const CHANGED_ELSEWHERE = {
  text: 'Your notification was changed in another tab or on another device after you opened this page. What you entered here is kept below and is not saved yet. Check it, then continue to save it.',
};

/** Who fills in whose notification, and at which addresses. */
export interface Filling {
  readonly person: Person;
  readonly memberId: string;
  readonly desk: Desk;
}

/** Asks the questions of the journey and keeps the draft. Shared by every page of it, at every desk. */
@Injectable()
export class Notifying {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly drafts: Drafts,
    private readonly notifications: Notifications,
    private readonly register: Register,
    private readonly rulebooks: Rulebooks,
  ) {}

  /** A member fills in their own. Their id comes from the session and nowhere else. */
  ofMember(person: Person): Filling {
    return { person, memberId: found(person.acting?.memberId), desk: MEMBERS_DESK };
  }

  /** Does work for the acting authority in the member's name. */
  async asMember<T>(person: Person, work: (uow: UnitOfWork, memberId: string) => Promise<T>): Promise<T> {
    const { memberId } = this.ofMember(person);
    return this.database.unitOfWork(actingOf(person), (uow) => work(uow, memberId));
  }

  async open(uow: UnitOfWork, memberId: string, desk: Desk = MEMBERS_DESK): Promise<OpenedDraft> {
    const today = this.clock.today();
    const rulebook = await this.rulebooks.on(uow, today);
    if (rulebook.kind === 'not-encoded') {
      throw new Refusal(
        422,
        'This service does not hold the law of today, so it cannot ask the right questions.',
      );
    }
    const required = rulebook.requiredCategories();
    const saved = await this.drafts.find(uow, { memberId, channel: desk.channel });
    const told = await this.#toldSoFar(uow, memberId);
    return {
      ...saved,
      ...{ desk, required, rulebook, today },
      journey: notifyJourney(required, desk),
      lastSaid: lastSaid(told),
      earlierGifts: giftsNotYetRegistered(told.notifications),
      rulebooksOfGifts: await this.#rulebooksOf(uow, saved.draft.answers['gifts/self']?.interests ?? []),
    };
  }

  /** The law of the day on which a notification was given; undefined where this service does not hold it. */
  async lawThen(
    uow: UnitOfWork,
    { notification, interests }: OpenedNotification,
  ): Promise<GivenUnder | undefined> {
    const today = civilDate(notification.receivedOn);
    const rulebook = await this.rulebooks.on(uow, today);
    if (rulebook.kind === 'not-encoded') return undefined;
    const notEnteredThen = (other: Notification): boolean =>
      BigInt(other.position) < BigInt(notification.position) &&
      (other.enteredAt === null || other.enteredAt > notification.receivedAt);
    const earlier = await this.notifications.list(uow, notification.memberId);
    const opened = await this.notifications.openEach(uow, earlier.filter(notEnteredThen));
    return {
      ...{ rulebook, today, earlierGifts: giftsNotYetRegistered(opened.map(asItWasGiven)) },
      rulebooksOfGifts: await this.#rulebooksOf(
        uow,
        interests.map(({ details }) => details),
      ),
    };
  }

  /** The draft of somebody who is about to see or answer a page. */
  openFor({ person, memberId, desk }: Filling): Promise<OpenedDraft> {
    return this.database.unitOfWork(actingOf(person), (uow) => this.open(uow, memberId, desk));
  }

  async show<Form extends object>(
    page: QuestionPage<Form>,
    filling: Filling,
    response: Response,
  ): Promise<void> {
    const opened = await this.openFor(filling);
    const instead = insteadOf(page, opened);
    if (instead === undefined) draw(page, opened, blankForm(page.words(opened)), response);
    else response.redirect(303, instead);
  }

  /** Good: saved, and on to the next page. Bad, or changed elsewhere: the same page with the person's own words. */
  async answer<Form extends object>(
    page: QuestionPage<Form>,
    filling: Filling,
    body: unknown,
    response: Response,
  ): Promise<void> {
    const opened = await this.openFor(filling);
    const gone = page.instead?.(opened);
    if (gone !== undefined) {
      response.redirect(303, gone);
      return;
    }
    const form = validateForm(page.form, body, { today: opened.today });
    const errors = form.ok ? (page.problems?.(opened, form.value) ?? []) : form.errors;
    if (!form.ok || errors.length > 0) {
      draw(page, opened, refusedForm({ errors, words: form.words }), response.status(400));
      return;
    }
    const draft = page.change(opened, form.value);
    if (draft !== opened.draft && !(await this.#save(filling, draft, seenVersion(body)))) {
      const fresh = await this.openFor(filling);
      draw(page, fresh, blankForm(form.words), response.status(409), CHANGED_ELSEWHERE);
      return;
    }
    const next = page.next?.({ ...opened, draft }, form.value) ?? nextPath(opened.journey, draft, page.id);
    response.redirect(303, next);
  }

  async #save({ person, memberId, desk }: Filling, draft: Draft, version: number): Promise<boolean> {
    const owner = { memberId, channel: desk.channel };
    const saved = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.drafts.save(uow, owner, draft, version),
    );
    return 'version' in saved;
  }

  /** What the member has said up to now: the register, the last notifications, and what is pending. */
  async #toldSoFar(uow: UnitOfWork, memberId: string): Promise<ToldSoFar> {
    const received = await this.notifications.list(uow, memberId);
    const whole = received.findLast(({ kind }) => kind === 'whole');
    const last = received.at(-1);
    const wanted = received.filter((one) => one === whole || one === last || one.enteredAt === null);
    return {
      entries: await this.register.current(uow, memberId),
      notifications: await this.notifications.openEach(uow, wanted),
    };
  }

  async #rulebooksOf(uow: UnitOfWork, interests: readonly InterestDetails[]): Promise<Map<string, Rulebook>> {
    const days = interests.flatMap((details) => (details.category === 'gifts' ? [details.offeredOn] : []));
    const rulebooks = new Map<string, Rulebook>();
    for (const day of new Set(days)) {
      const rulebook = await this.rulebooks.on(uow, civilDate(day));
      if (rulebook.kind === 'rulebook') rulebooks.set(day, rulebook);
    }
    return rulebooks;
  }
}

/** Before anything became of it. */
const asItWasGiven = (opened: OpenedNotification): OpenedNotification => ({
  ...opened,
  interests: opened.interests.map((interest) => ({ ...interest, fate: null })),
});

/** The version that a form was made from. A form that carries none was made from no version. */
export function seenVersion(body: unknown): number {
  const { version } = (body ?? {}) as { version?: unknown };
  return typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : -1;
}

function insteadOf<Form extends object>(page: QuestionPage<Form>, opened: OpenedDraft): string | undefined {
  return pathInstead(opened.journey, opened.draft, page.id) ?? page.instead?.(opened);
}

function draw<Form extends object>(
  page: QuestionPage<Form>,
  opened: OpenedDraft,
  form: FormState,
  response: Response,
  banner?: { text: string },
): void {
  const { draft, journey, version, desk } = opened;
  const backHref = page.back?.(opened) ?? backPath(journey, draft, page.id);
  const isPaper = desk.channel === 'paper';
  response.render(page.template, { ...page.view(opened), form, backHref, version, banner, isPaper });
}
