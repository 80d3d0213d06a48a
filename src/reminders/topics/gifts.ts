import { Injectable } from '@nestjs/common';
import { GiftsNotSent, type GiftDuty } from '../../duties/index.js';
import type { CivilDate } from '../../law/index.js';
import { Members } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Drafts, type DraftOfMember } from '../../register/index.js';
import { giftReminded } from '../../wording/index.js';
import type { Reminder } from '../reminder.entity.js';
import { byTheDaysOf } from '../steps.js';
import { Addresses } from './addresses.js';
import { MemberByMember } from './member-by-member.js';
import { CODES_ON_GIFTS } from './rules.js';
import { notOwed, tellEach } from './tell-each.js';
import { member, NEVER_OFF, type Planning, type Tellings, type Topic, type Wanted } from './topic.js';

type GiftOfMember = GiftDuty & { readonly memberId: string };

/**
 * Gifts that a member wrote down and did not send, by the code's days. A draft is its member's own: what is planned names
 * no gift, and gifts of one day are one reminder.
 */
@Injectable()
export class GiftsTopic implements Topic {
  readonly rules = CODES_ON_GIFTS;
  readonly wishKind = NEVER_OFF;

  constructor(
    private readonly addresses: Addresses,
    private readonly clock: Clock,
    private readonly drafts: Drafts,
    private readonly giftsNotSent: GiftsNotSent,
    private readonly memberByMember: MemberByMember,
    private readonly members: Members,
  ) {}

  async wanted(uow: UnitOfWork, { today, practice, cannotRead }: Planning): Promise<Wanted[]> {
    return (await this.#open(uow, today, cannotRead)).map(({ memberId, reason, days }) => ({
      ...{ reader: member(memberId), rule: reason.rule, subject: memberId, edition: days.safeLastDay },
      ...byTheDaysOf(days, today, practice),
    }));
  }

  async tell(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Tellings> {
    const today = this.clock.today();
    const readers = new Set(reminders.map(({ memberId }) => memberId ?? ''));
    const unread = new Set<string>();
    const found = await this.#open(uow, today, (id) => unread.add(id), readers);
    const open = new Map(found.map((gift) => [keyOf(gift), gift]));
    const address = this.addresses.of('/my/interests/notify');
    return tellEach(reminders, ({ memberId, rule, subject, edition }) => {
      const gift = open.get(`${rule} ${subject} ${edition}`);
      if (gift === undefined) return notOwed(memberId, unread);
      const { days, isCertain, reason } = gift;
      return giftReminded({ days, isCertain, citation: reason.citation }, { today, address });
    });
  }

  async #open(
    uow: UnitOfWork,
    today: CivilDate,
    cannotRead: (memberId: string) => void,
    of?: ReadonlySet<string>,
  ): Promise<GiftOfMember[]> {
    const inOffice = new Set((await this.members.inOffice(uow, today)).map((one) => one.member.id));
    const drafts = (await this.drafts.ofEverybody(uow)).filter(
      (draft) => inOffice.has(draft.memberId) && (of?.has(draft.memberId) ?? true) && mayHoldGifts(draft),
    );
    const byMember = new Map(drafts.map((draft) => [draft.memberId, draft]));
    const ofMember = async (own: UnitOfWork, memberId: string) => {
      const draft = byMember.get(memberId)?.open() ?? { answers: {} };
      const duties = await this.giftsNotSent.in(own, memberId, draft, today);
      return duties.map((duty) => ({ ...duty, memberId }));
    };
    return this.memberByMember.ask(uow, [...byMember.keys()], ofMember, cannotRead);
  }
}

/** Most drafts hold none. One that cannot be read is asked again where its failure is noted. */
function mayHoldGifts(draft: DraftOfMember): boolean {
  try {
    return (draft.open().answers['gifts/self']?.interests ?? []).length > 0;
  } catch {
    return true;
  }
}

const keyOf = ({ reason: { rule }, memberId, days }: GiftOfMember): string =>
  `${rule} ${memberId} ${days.safeLastDay}`;
