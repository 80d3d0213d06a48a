import { Injectable } from '@nestjs/common';
import { Authorities, Rulebooks } from '../authorities/index.js';
import { civilDate, type MeetingInterest, type RegisterCategory } from '../law/index.js';
import type { Meeting } from '../meetings/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import type { DisclosedHolder, DisclosedKind, Intention } from './disclosure.entity.js';
import type { OpenedDisclosure } from './disclosure-details.js';
import { DisclosureRows, type NewDisclosure } from './disclosure-rows.js';
import { incompleteIn, type IncompleteDeclaration } from './form-of-declaration.js';
import { NaturesKeptBack } from './kept-back-natures.js';
import { KnownInterests, type KnownInterest } from './known-interests.js';
import { Occasions, type FoundOccasion, type NoOccasion, type Occasion } from './occasions.js';
import { standingOf } from './standing.js';

/** Which interest: one that the member has told the officer of, by its id, or another one in plain words. */
export type WhichInterest =
  | { readonly known: string }
  | {
      readonly kind: DisclosedKind;
      readonly heldBy: DisclosedHolder;
      /** For a disclosable pecuniary interest, under which description it falls. */
      readonly category?: RegisterCategory;
      /** The member said in the room that it is sensitive: its nature is neither asked nor kept. */
      readonly existenceOnly?: boolean;
    };

/** What is the same of everything that is declared. */
interface Said {
  /** Made by the page or device that sends it: sent twice, it is recorded once. */
  readonly id: string;
  readonly memberId: string;
  readonly meetingId: string;
  /** For a clerk who records what was said in the room. A member’s own is told by the hour. */
  readonly atMeeting?: boolean;
  readonly saidAt?: Date;
}

export interface SaidOfItem extends Said {
  /** With the title under which it was shown. */
  readonly item: { readonly id: string; readonly title: string };
}

export interface DeclaredInterest extends SaidOfItem {
  readonly interest: WhichInterest;
  /** Not asked where the interest is sensitive, and then left out whatever was sent. */
  readonly nature?: string;
  readonly intends: Intention;
  /** The declaration that this one puts right. */
  readonly corrects?: string;
}

export interface DeclaredWhip extends SaidOfItem {
  readonly group: string;
  /** What the whip asks of its members. */
  readonly nature: string;
}

type Done<Refused extends object | string> = Promise<
  { id: string } | (Refused extends string ? { refused: Refused } : Refused)
>;
type Refusal = NoOccasion | 'unknown-interest' | 'not-standing' | 'taken-id';

/** What members declare at meetings: interests, party whips, that council tax is owed, or that there is nothing. */
@Injectable()
export class Disclosures {
  constructor(
    private readonly authorities: Authorities,
    private readonly keptBack: NaturesKeptBack,
    private readonly known: KnownInterests,
    private readonly occasions: Occasions,
    private readonly rows: DisclosureRows,
    private readonly rulebooks: Rulebooks,
  ) {}

  /** Declares an interest in an item. What is refused lacks what the law or the code asks of a declaration. */
  async declare(uow: UnitOfWork, said: DeclaredInterest): Done<Refusal | IncompleteDeclaration> {
    return this.#once(uow, said, async (occasion) => {
      if (said.corrects !== undefined && !(await this.#stands(uow, said, said.corrects, 'interest')))
        return { refused: 'not-standing' };
      const told = await this.#told(uow, said, occasion.meeting);
      if ('refused' in told) return told;
      return this.#add(uow, said, {
        ...{ kind: 'interest', stage: occasion.stage, intends: said.intends },
        ...{ agendaItemId: said.item.id, itemTitle: said.item.title },
        ...told,
        ...(said.corrects !== undefined && { correctsId: said.corrects }),
      });
    });
  }

  /** Declares a party whip, which is no interest. */
  async declareWhip(uow: UnitOfWork, said: DeclaredWhip): Done<Refusal> {
    const { group, nature } = said;
    return this.#once(uow, said, ({ stage }) =>
      this.#add(uow, said, { ...itemOf(said), kind: 'party-whip', stage, details: { group, nature } }),
    );
  }

  /** Declares that council tax is owed (LGFA 1992 s.106). The fact alone: there is no place for an amount. */
  async declareArrears(uow: UnitOfWork, said: SaidOfItem): Done<Refusal> {
    return this.#once(uow, said, ({ stage }) =>
      this.#add(uow, said, { ...itemOf(said), kind: 'council-tax-arrears', stage, details: {} }),
    );
  }

  /** "I have nothing to declare", recorded as that: it is what was said, and no finding that there is no interest. */
  async declareNothing(uow: UnitOfWork, said: Said): Done<Refusal | 'has-declared'> {
    return this.#once(uow, said, async ({ stage }) => {
      const standing = standingOf(await this.rows.list(uow, ofBoth(said)));
      if (standing.some(({ kind }) => kind !== 'nothing')) return { refused: 'has-declared' };
      const same = standing.find((one) => one.kind === 'nothing' && one.stage === stage);
      return same ?? this.#add(uow, said, { kind: 'nothing', stage, details: {} });
    });
  }

  /** Takes a declaration back. It stays on the record, and stands no longer. */
  async takeBack(uow: UnitOfWork, said: Said & { readonly takesBack: string }): Done<Refusal> {
    return this.#once(uow, said, async ({ stage }) => {
      const before = await this.#stands(uow, said, said.takesBack);
      if (before === undefined) return { refused: 'not-standing' };
      const { agendaItemId, itemTitle } = before;
      const correctsId = said.takesBack;
      const row = { kind: 'taken-back', stage, agendaItemId, itemTitle, correctsId, details: {} } as const;
      return this.#add(uow, said, row);
    });
  }

  /** At the meeting: what was declared before it is declared now, as it was, and without what is withheld by now. */
  async confirm(
    uow: UnitOfWork,
    said: Said & { readonly confirms: string },
  ): Done<Refusal | 'confirmed-already'> {
    return this.#once(uow, said, async ({ stage }) => {
      if (stage === 'before') return { refused: 'meeting-not-begun' };
      const before = await this.#stands(uow, said, said.confirms);
      if (before === undefined) return { refused: 'not-standing' };
      if (before.stage === 'at-meeting') return { refused: 'confirmed-already' };
      const { kind, agendaItemId, itemTitle, interestKind, heldBy, intends } = before;
      const { details, natureWithheld } = before;
      const kept = { agendaItemId, itemTitle, interestKind, heldBy, intends, details, natureWithheld };
      const row = { kind, stage, ...kept };
      return this.#add(uow, said, { ...row, confirmsId: before.id });
    });
  }

  /** Everything declared for a meeting, in order: what was corrected or taken back too. */
  async ofMeeting(uow: UnitOfWork, meetingId: string): Promise<OpenedDisclosure[]> {
    return this.keptBack.readable(uow, await this.rows.list(uow, { meetingId }));
  }

  /** Who has told a meeting of a disclosable pecuniary interest, whether that stands or not. */
  async membersWhoDisclosed(uow: UnitOfWork): Promise<string[]> {
    return this.rows.members(uow, { kind: 'interest', stage: 'at-meeting', interestKind: 'dpi' });
  }

  async ofMember(uow: UnitOfWork, memberId: string): Promise<OpenedDisclosure[]> {
    return this.keptBack.readable(uow, await this.rows.list(uow, { memberId }));
  }

  /** What stands for a meeting, of everybody or of one member. */
  async standing(uow: UnitOfWork, meetingId: string, memberId?: string): Promise<OpenedDisclosure[]> {
    const of = { meetingId, ...(memberId !== undefined && { memberId }) };
    return this.keptBack.readable(uow, standingOf(await this.rows.list(uow, of)));
  }

  /** One declaration of this member; another’s is not found. */
  async find(uow: UnitOfWork, memberId: string, id: string): Promise<OpenedDisclosure | undefined> {
    const row = await this.rows.find(uow, id);
    return row?.memberId === memberId ? (await this.keptBack.readable(uow, [row]))[0] : undefined;
  }

  /** Whether there is an occasion to declare now, before anything is said. */
  async occasion(uow: UnitOfWork, asked: Occasion): Promise<FoundOccasion | { refused: NoOccasion }> {
    return this.occasions.find(uow, asked);
  }

  /** What a declaration would lack, before it is made. */
  async lacks(
    uow: UnitOfWork,
    said: Pick<DeclaredInterest, 'memberId' | 'interest' | 'nature' | 'atMeeting'>,
    meeting: Meeting,
  ): Promise<IncompleteDeclaration | undefined> {
    const told = await this.#told(uow, said, meeting);
    return 'refused' in told && told.refused === 'incomplete' ? told : undefined;
  }

  /** Records it once, however often it is sent, where there is an occasion for it. */
  async #once<R extends object>(
    uow: UnitOfWork,
    said: Said & { readonly item?: SaidOfItem['item']; readonly corrects?: string },
    record: (occasion: FoundOccasion) => Promise<{ id: string } | R>,
  ): Promise<{ id: string } | R | { refused: NoOccasion | 'taken-id' }> {
    await this.rows.hold(uow, said.memberId, said.meetingId);
    const sent = await this.rows.find(uow, said.id);
    if (sent !== undefined) {
      const isTheSame = sent.memberId === said.memberId && sent.meetingId === said.meetingId;
      return isTheSame ? { id: sent.id } : { refused: 'taken-id' };
    }
    const occasion = await this.occasions.find(uow, { ...said, corrects: said.corrects !== undefined });
    return 'refused' in occasion ? occasion : record(occasion);
  }

  async #add(
    uow: UnitOfWork,
    { id, memberId, meetingId, saidAt }: Said,
    row: Omit<NewDisclosure, 'id' | 'memberId' | 'meetingId'>,
  ): Promise<{ id: string }> {
    await this.rows.add(uow, { id, memberId, meetingId, saidAt, ...row });
    return { id };
  }

  /** Which interest, whose, and its nature unless that is withheld. */
  async #told(
    uow: UnitOfWork,
    said: Pick<DeclaredInterest, 'memberId' | 'interest' | 'nature' | 'atMeeting'>,
    meeting: Meeting,
  ): Promise<ToldInterest | { refused: 'unknown-interest' } | IncompleteDeclaration> {
    const { interest, nature = '' } = said;
    const known = 'known' in interest && (await this.known.find(uow, said.memberId, interest.known));
    if (known === undefined) return { refused: 'unknown-interest' };
    const told = known === false ? toldOfOther(interest, said.atMeeting === true) : toldOfKnown(known);
    if (told.natureWithheld) return told;
    const asLaw = known === false ? otherAsLaw(told) : known.asLaw;
    const incomplete = await this.#incomplete(uow, nature, asLaw, meeting);
    return incomplete ?? { ...told, details: { ...told.details, nature } };
  }

  async #incomplete(
    uow: UnitOfWork,
    nature: string,
    interest: MeetingInterest,
    { meetsOn }: Meeting,
  ): Promise<IncompleteDeclaration | undefined> {
    const day = civilDate(meetsOn);
    const rulebook = await this.rulebooks.on(uow, day);
    const codes = await this.authorities.adoptedCodes(uow);
    const code = codes.find(({ fromOn, toOn }) => fromOn <= day && (toOn === null || toOn >= day))?.code;
    const held = rulebook.kind === 'rulebook' ? rulebook : undefined;
    return incompleteIn(nature, { rulebook: held, code, day, interest });
  }

  async #stands(
    uow: UnitOfWork,
    said: Said,
    id: string,
    kind?: OpenedDisclosure['kind'],
  ): Promise<OpenedDisclosure | undefined> {
    const standing = await this.standing(uow, said.meetingId, said.memberId);
    return standing.find((one) => one.id === id && (kind === undefined || one.kind === kind));
  }
}

type ToldInterest = Pick<OpenedDisclosure, 'interestKind' | 'heldBy' | 'natureWithheld' | 'details'>;

function toldOfKnown({ id, category, heldBy, state, sensitive, asLaw }: KnownInterest): ToldInterest {
  const details = { interestId: id, stood: state, category };
  return {
    ...{ interestKind: asLaw.kind ?? 'dpi', heldBy, natureWithheld: sensitive !== 'no' },
    details: sensitive === 'no' ? details : { ...details, withheld: sensitive },
  };
}

/** A clerk who records what was said does not know whether it is in the register; a member who says that it is not does. */
function toldOfOther(interest: WhichInterest, recordedByClerk: boolean): ToldInterest {
  if ('known' in interest) throw new Error('An interest that is known is looked up.');
  const { kind, heldBy, category, existenceOnly = false } = interest;
  const details = {
    ...(!recordedByClerk && { stood: 'nowhere' as const }),
    ...(category !== undefined && { category }),
    // That the officer agrees too is not known here.
    ...(existenceOnly && { withheld: 'claimed' as const }),
  };
  return { interestKind: kind, heldBy, natureWithheld: existenceOnly, details };
}

/** Whoever declares a partner’s interest is aware of it. What is another’s still counts for the member’s own conduct. */
const otherAsLaw = ({ interestKind, heldBy }: ToldInterest): MeetingInterest => ({
  ...{ kind: interestKind ?? undefined, heldBy: heldBy === 'partner' ? 'partner' : 'self' },
  ...{ memberAwareOfPartners: true, inRegister: false, pending: false, sensitive: 'no' },
});

const itemOf = ({ item }: SaidOfItem): { agendaItemId: string; itemTitle: string } => ({
  agendaItemId: item.id,
  itemTitle: item.title,
});

const ofBoth = ({ memberId, meetingId }: Said): { memberId: string; meetingId: string } => ({
  memberId,
  meetingId,
});
