import { Injectable } from '@nestjs/common';
import { Any, IsNull, Not } from 'typeorm';
import { Audit } from '../audit/index.js';
import { addMonths, civilDate, type CivilDate } from '../law/index.js';
import { Members } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import { atOnce, grouped, type UnitOfWork } from '../platform/database/index.js';
import { sameDetails } from './describe.js';
import type { InterestDetails } from './details.js';
import { InterestSeal } from './interest-seal.js';
import { NotifiedInterest, NotifiedInterestFate, Notification } from './notification.entity.js';
import type { OpenedInterest } from './notifications.js';
import { Publishing } from './publishing.js';
import { RegisterEntry, type Sensitivity } from './register-entry.entity.js';
import { mayBeTheSame, tellsOf } from './same-thing.js';
import { SensitivityRequest } from './sensitivity-request.entity.js';
import { SensitivityRequests, type About, type OpenedRequest } from './sensitivity-requests.js';
import { SteppingAside } from './stepping-aside.js';

/** How an interest stands: whether it is kept back, and until when that was agreed. */
export interface Standing {
  readonly is: Sensitivity;
  readonly reviewOn: string | null;
}

/** What the monitoring officer decides: the second key. */
export type Decision =
  | { readonly decision: 'agreed'; readonly reason: string; readonly reviewOn: CivilDate }
  | { readonly decision: 'not-agreed'; readonly reason: string };

/** Why an officer may not decide. */
type NotTheirs = 'own-interest' | 'stepped-aside';
type Done<Refused extends string> = Promise<{ id: string } | { refused: Refused }>;

/**
 * The Act sets no day on which an agreed interest is looked at again. Four years is the length of a term: nothing stays
 * withheld longer without somebody who considers it afresh.
 */
export const MOST_MONTHS_TO_REVIEW = 48;

const KEPT_BACK = 'It may be the same thing as an interest whose details are or were withheld.';

/**
 * Sensitive interests (Localism Act 2011 s.32). Two keys: the member and the monitoring officer must both consider that
 * the details could lead to violence or intimidation. While the officer has not decided, the details are not published.
 * What is decided holds for the interest through all its versions, past and future.
 */
@Injectable()
export class Sensitivities {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly members: Members,
    private readonly publishing: Publishing,
    private readonly requests: SensitivityRequests,
    private readonly seal: InterestSeal,
    private readonly steppingAside: SteppingAside,
  ) {}

  /** The first key: the member asks. From this moment on the details are kept off the public register. */
  async request(
    uow: UnitOfWork,
    memberId: string,
    { reason, ...about }: About & { readonly reason: string },
  ): Done<'not-found' | 'asked-already'> {
    if ('interestId' in about) await this.#holdNotification(uow, about.interestId);
    await this.publishing.hold(uow);
    const place = await this.#placeOf(uow, memberId, about);
    if (place === undefined) return { refused: 'not-found' };
    const { entry, interestId } = place;
    const asked = { entryId: entry?.id, interestId };
    // Kept back already for its likeness to another: now it is the member who asks, in their own words.
    const alike = await this.requests.takeUp(uow, asked, reason);
    if (alike !== undefined) {
      this.#audited(uow, 'sensitivity.requested', alike, { memberId });
      return { id: alike };
    }
    const isAgreed = entry?.sensitive === 'agreed' || (await this.#isAgreed(uow, interestId));
    if (isAgreed || (await this.requests.isWaiting(uow, asked))) return { refused: 'asked-already' };
    const id = await this.requests.add(uow, memberId, { ...asked, reason, origin: 'member' });
    if (entry !== undefined) await this.#stand(uow, entry, { is: 'claimed', reviewOn: null });
    await this.#keepBackAlike(uow, memberId, place.details);
    await this.publishing.refresh(uow, memberId);
    this.#audited(uow, 'sensitivity.requested', id, { memberId });
    return { id };
  }

  /**
   * The member takes their key back, before or after the officer has turned the other: its details are public from now
   * on. What was kept back because it is like a withheld interest, the officer alone decides.
   */
  async withdraw(
    uow: UnitOfWork,
    memberId: string,
    requestId: string,
  ): Done<'not-found' | 'not-asked-by-member'> {
    await this.publishing.hold(uow);
    const request = await this.requests.hold(uow, requestId);
    if (request?.memberId !== memberId || !holds(request)) return { refused: 'not-found' };
    if (request.origin !== 'member') return { refused: 'not-asked-by-member' };
    await this.requests.settle(uow, requestId, { decision: 'ended', reason: null, reviewOn: null });
    const entry = request.registerEntryId === null ? null : await this.#entry(uow, request.registerEntryId);
    if (entry !== null) {
      await this.#stand(uow, entry, { is: 'no', reviewOn: null });
      await this.publishing.refresh(uow, memberId);
    }
    this.#audited(uow, 'sensitivity.withdrawn', requestId, { memberId });
    return { id: requestId };
  }

  /** The second key. Nobody decides on their own interest, or on a member whom they left to another. */
  async decide(
    uow: UnitOfWork,
    requestId: string,
    decided: Decision,
  ): Done<'not-found' | 'decided-already' | 'review-day' | NotTheirs> {
    await this.publishing.hold(uow);
    const request = await this.requests.hold(uow, requestId);
    if (request === null) return { refused: 'not-found' };
    if (request.decision !== null) return { refused: 'decided-already' };
    const { memberId } = request;
    const notTheirs = await this.#notTheirs(uow, memberId);
    if (notTheirs !== undefined) return { refused: notTheirs };
    if (decided.decision === 'agreed' && !this.#mayReviewOn(decided.reviewOn))
      return { refused: 'review-day' };

    const reviewOn = decided.decision === 'agreed' ? decided.reviewOn : null;
    await this.requests.settle(uow, requestId, { ...decided, reviewOn });
    const entry = request.registerEntryId === null ? null : await this.#entry(uow, request.registerEntryId);
    if (entry !== null) {
      const is = decided.decision === 'agreed' ? 'agreed' : 'no';
      await this.#stand(uow, entry, { is, reviewOn });
      await this.#publish(uow, entry, is);
    }
    const action = decided.decision === 'agreed' ? 'sensitivity.agreed' : 'sensitivity.not-agreed';
    this.#audited(uow, action, requestId, { memberId, reviewOn });
    return { id: requestId };
  }

  /** Looked at again, and still sensitive: until a later day. */
  async review(
    uow: UnitOfWork,
    entryId: string,
    reviewOn: CivilDate,
  ): Done<'not-found' | 'review-day' | NotTheirs> {
    await this.publishing.hold(uow);
    const entry = await this.#entry(uow, entryId);
    if (entry?.sensitive !== 'agreed') return { refused: 'not-found' };
    const notTheirs = await this.#notTheirs(uow, entry.memberId);
    if (notTheirs !== undefined) return { refused: notTheirs };
    if (!this.#mayReviewOn(reviewOn)) return { refused: 'review-day' };
    await this.#stand(uow, entry, { is: 'agreed', reviewOn });
    this.#audited(uow, 'sensitivity.reviewed', entryId, { memberId: entry.memberId, reviewOn });
    return { id: entryId };
  }

  /** The officer no longer considers it sensitive: its details are public from now on. */
  async end(uow: UnitOfWork, entryId: string, reason: string): Done<'not-found' | NotTheirs> {
    await this.publishing.hold(uow);
    const entry = await this.#entry(uow, entryId);
    if (entry === null || entry.sensitive === 'no') return { refused: 'not-found' };
    const notTheirs = await this.#notTheirs(uow, entry.memberId);
    if (notTheirs !== undefined) return { refused: notTheirs };
    for (const { id } of await this.requests.holding(uow, entryId))
      await this.requests.settle(uow, id, { decision: 'ended', reason, reviewOn: null });
    await this.#stand(uow, entry, { is: 'no', reviewOn: null });
    await this.publishing.refresh(uow, entry.memberId);
    this.#audited(uow, 'sensitivity.ended', entryId, { memberId: entry.memberId });
    return { id: entryId };
  }

  /** Requests of one member, or of everybody, newest first, words opened. */
  async list(uow: UnitOfWork, memberId?: string): Promise<OpenedRequest[]> {
    return this.requests.list(uow, memberId);
  }

  /** The days on which agreed interests are to be looked at again, once each, the earliest first. Whose, it does not say. */
  async reviewDays(uow: UnitOfWork): Promise<CivilDate[]> {
    const rows = await uow.manager.query<{ day: string }[]>(
      `select to_char(day, 'YYYY-MM-DD') as day from (
         select sensitive_review_on as day from register_entry
         where authority_id = $1 and sensitive = 'agreed' and ended_on is null
         union select review_on from sensitivity_request
         where authority_id = $1 and decision = 'agreed' and register_entry_id is null
           and not exists (select from notified_interest_fate f
                           where f.authority_id = sensitivity_request.authority_id
                             and f.notified_interest_id = sensitivity_request.notified_interest_id
                             and f.fate = 'withdrawn')
       ) as agreed where day is not null order by 1`,
      [uow.authorityId],
    );
    return rows.map(({ day }) => civilDate(day));
  }

  async find(uow: UnitOfWork, id: string): Promise<OpenedRequest | undefined> {
    return this.requests.find(uow, id);
  }

  /** The interests that were notified and are kept back by a request made before they were entered. */
  async askedWhilePending(uow: UnitOfWork): Promise<ReadonlySet<string>> {
    const kept = await this.requests.holdingWhatWasNotified(uow);
    return new Set(kept.flatMap(({ notifiedInterestId }) => notifiedInterestId ?? []));
  }

  /** How an interest that is being entered stands: by its own request, or by its likeness to one that is withheld. */
  async of(uow: UnitOfWork, memberId: string, interest: OpenedInterest): Promise<Standing> {
    return (await this.standings(uow, [memberId]))(memberId, interest);
  }

  /** The same for interests of many members, in one reading. Withheld entries are opened when a member is asked about. */
  async standings(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(memberId: string, interest: Pick<OpenedInterest, 'id' | 'details'>) => Standing> {
    const { asked, keptBack } = await atOnce({
      asked: this.requests.ofInterestsOf(uow, memberIds),
      keptBack: this.#keptBackOf(uow, memberIds),
    });
    return (memberId, { id, details }) =>
      asAsked(asked(id)) ?? { is: keptBack(memberId)(details) ? 'claimed' : 'no', reviewOn: null };
  }

  /**
   * Which interests of a member are kept back from the public until the officer has decided: those that may be the same
   * thing as one whose details are or were withheld, also after a notification that left it out.
   */
  async keptBack(uow: UnitOfWork, memberId: string): Promise<(details: InterestDetails) => boolean> {
    return (await this.#keptBackOf(uow, [memberId]))(memberId);
  }

  async #keptBackOf(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(memberId: string) => (details: InterestDetails) => boolean> {
    const rows = await uow.manager.findBy(RegisterEntry, {
      ...{ authorityId: uow.authorityId, memberId: Any(memberIds), sensitive: Not('no' as const) },
    });
    const ofMember = grouped(rows, (row) => row.memberId);
    return (memberId) => {
      const withheld = ofMember(memberId).map((entry) => this.seal.open('register_entry', entry));
      return (details) => withheld.some((other) => mayBeTheSame(details, other));
    };
  }

  /**
   * What was asked of a notified interest is about its entry from now on, whether the entry is new or repeated, and so is
   * what was asked of earlier versions of it. One kept back for its likeness alone is put before the officer.
   */
  async carryOver(uow: UnitOfWork, interestId: string, entryId: string): Promise<void> {
    const entry = await this.#entry(uow, entryId);
    if (entry === null) return;
    const { authorityId } = uow;
    const asked = await this.#asAsked(uow, interestId);
    const versions = await uow.manager.findBy(RegisterEntry, { authorityId, thingId: entry.thingId });
    const earlier = versions.map(({ id }) => id).filter((id) => id !== entryId);
    await this.requests.moveTo(uow, entryId, { interestId, earlier });
    const is = strictest(entry.sensitive, asked?.is ?? 'no');
    if (is !== entry.sensitive) await this.#stand(uow, entry, { is, reviewOn: asked?.reviewOn ?? null });
    if (is === 'claimed' && !(await this.requests.isWaiting(uow, { entryId })))
      await this.requests.add(uow, entry.memberId, { entryId, reason: KEPT_BACK, origin: 'likeness' });
  }

  /** After entering: what is agreed to be sensitive is on no page of a past day, in no earlier version either. */
  async forgetAgreed(uow: UnitOfWork, memberId: string): Promise<void> {
    const agreed = {
      authorityId: uow.authorityId,
      memberId,
      sensitive: 'agreed' as const,
      endedOn: IsNull(),
    };
    for (const entry of await uow.manager.findBy(RegisterEntry, agreed)) await this.#forget(uow, entry);
  }

  /** A request about what waits to be entered meets the one who enters it either before or after, never halfway. */
  async #holdNotification(uow: UnitOfWork, interestId: string): Promise<void> {
    const { authorityId } = uow;
    const interest = await uow.manager.findOneBy(NotifiedInterest, { authorityId, id: interestId });
    if (interest === null) return;
    await uow.manager.findOne(Notification, {
      where: { authorityId, id: interest.notificationId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Other entries that tell the same, such as the partner's share of one home, are kept back with it and put to the officer. */
  async #keepBackAlike(uow: UnitOfWork, memberId: string, details: InterestDetails): Promise<void> {
    const open = { authorityId: uow.authorityId, memberId, sensitive: 'no' as const, endedOn: IsNull() };
    for (const entry of await uow.manager.findBy(RegisterEntry, open)) {
      if (!tellsOf(this.seal.open('register_entry', entry), details)) continue;
      await this.#stand(uow, entry, { is: 'claimed', reviewOn: null });
      await this.requests.add(uow, memberId, { entryId: entry.id, reason: KEPT_BACK, origin: 'likeness' });
    }
  }

  async #asAsked(uow: UnitOfWork, interestId: string): Promise<Standing | undefined> {
    return asAsked(await this.requests.ofInterest(uow, interestId));
  }

  async #isAgreed(uow: UnitOfWork, interestId: string | undefined): Promise<boolean> {
    return interestId !== undefined && (await this.#asAsked(uow, interestId))?.is === 'agreed';
  }

  /** What a person decides here must be another's: a deputy does where it is not. */
  async #notTheirs(uow: UnitOfWork, memberId: string): Promise<NotTheirs | undefined> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person decides.');
    const { accountId } = uow.actor;
    if ((await this.members.find(uow, memberId))?.accountId === accountId) return 'own-interest';
    return (await this.steppingAside.has(uow, memberId, accountId)) ? 'stepped-aside' : undefined;
  }

  #mayReviewOn(day: CivilDate): boolean {
    const today = this.clock.today();
    return day > today && day <= addMonths(today, MOST_MONTHS_TO_REVIEW);
  }

  async #publish(uow: UnitOfWork, entry: RegisterEntry, is: Sensitivity): Promise<void> {
    await this.publishing.refresh(uow, entry.memberId);
    if (is === 'agreed') await this.#forget(uow, entry);
  }

  async #forget(uow: UnitOfWork, entry: RegisterEntry): Promise<void> {
    const details = this.seal.open('register_entry', entry);
    await this.publishing.forget(uow, entry.memberId, entry.thingId, details);
  }

  async #stand(uow: UnitOfWork, { thingId }: RegisterEntry, { is, reviewOn }: Standing): Promise<void> {
    const versions = { authorityId: uow.authorityId, thingId };
    await uow.manager.update(RegisterEntry, versions, { sensitive: is, sensitiveReviewOn: reviewOn });
  }

  #entry(uow: UnitOfWork, id: string): Promise<RegisterEntry | null> {
    return uow.manager.findOneBy(RegisterEntry, { authorityId: uow.authorityId, id });
  }

  /**
   * Where a member's own interest is. One that was entered meanwhile is its entry. One that waits may repeat, change or
   * correct an entry, which the public must not read meanwhile. Undefined for what is held no longer, or is another's.
   */
  async #placeOf(uow: UnitOfWork, memberId: string, about: About): Promise<Found | undefined> {
    const { authorityId } = uow;
    if ('entryId' in about) return this.#placeOfEntry(uow, memberId, about.entryId);
    const { interestId } = about;
    const fate = await uow.manager.findOneBy(NotifiedInterestFate, {
      authorityId,
      notifiedInterestId: interestId,
    });
    if (fate !== null)
      return fate.registerEntryId === null
        ? undefined
        : this.#placeOfEntry(uow, memberId, fate.registerEntryId);
    const interest = await uow.manager.findOneBy(NotifiedInterest, { authorityId, id: interestId });
    const told = { authorityId, id: interest?.notificationId ?? '', memberId };
    if (interest === null || !(await uow.manager.existsBy(Notification, told))) return undefined;
    const details = this.seal.open('notified_interest', interest);
    const held = await uow.manager.findBy(RegisterEntry, { authorityId, memberId, endedOn: IsNull() });
    const meant = interest.aboutEntryId === null ? null : await this.#entry(uow, interest.aboutEntryId);
    const entry = held.find(
      (one) => one.thingId === meant?.thingId || sameDetails(this.seal.open('register_entry', one), details),
    );
    return { entry, interestId, details };
  }

  async #placeOfEntry(uow: UnitOfWork, memberId: string, entryId: string): Promise<Found | undefined> {
    const entry = await this.#entry(uow, entryId);
    if (entry?.memberId !== memberId || entry.endedOn !== null) return undefined;
    return { entry, interestId: undefined, details: this.seal.open('register_entry', entry) };
  }

  #audited(uow: UnitOfWork, action: string, id: string, payload: Record<string, unknown>): void {
    this.audit.record(uow, { action, subject: { type: 'sensitivity', id }, payload });
  }
}

/** Where a member's interest is, and what was told of it. */
interface Found {
  readonly entry: RegisterEntry | undefined;
  readonly interestId: string | undefined;
  readonly details: InterestDetails;
}

/** As the newest request about a notified interest has it; undefined where none was made. */
function asAsked([newest]: readonly SensitivityRequest[]): Standing | undefined {
  if (newest === undefined) return undefined;
  if (newest.decision === 'agreed') return { is: 'agreed', reviewOn: newest.reviewOn };
  return { is: newest.decision === null ? 'claimed' : 'no', reviewOn: null };
}

/** Does it keep something back: waiting for the officer, or agreed? */
const holds = ({ decision }: SensitivityRequest): boolean => decision === null || decision === 'agreed';

const STRICTNESS: readonly Sensitivity[] = ['no', 'claimed', 'agreed'];
const strictest = (one: Sensitivity, other: Sensitivity): Sensitivity =>
  STRICTNESS.indexOf(other) > STRICTNESS.indexOf(one) ? other : one;
