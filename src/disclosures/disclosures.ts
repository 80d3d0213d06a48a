import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { codeInForce, Rulebooks } from '../authorities/index.js';
import { civilDate, rulebookFor, type MeetingInterest } from '../law/index.js';
import type { Meeting } from '../meetings/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import type { DisclosedKind, Intention } from './disclosure.entity.js';
import type { OpenedDisclosure } from './disclosure-details.js';
import { DisclosureRows, type NewDisclosure } from './disclosure-rows.js';
import { incompleteIn, type IncompleteDeclaration } from './form-of-declaration.js';
import { NaturesKeptBack } from './kept-back-natures.js';
import { KnownInterests } from './known-interests.js';
import { Occasions, type FoundOccasion, type NoOccasion, type Occasion } from './occasions.js';
import { standingOf } from './standing.js';
import {
  isDpiOfAnother,
  otherAsLaw,
  asHeard,
  toldOfKnown,
  toldOfOther,
  type ToldInterest,
  type WhichInterest,
} from './told-interest.js';

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
  /** With the title under which it was shown; what a clerk heard is kept under the title that they saw. */
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
    private readonly keptBack: NaturesKeptBack,
    private readonly known: KnownInterests,
    private readonly occasions: Occasions,
    private readonly rows: DisclosureRows,
    private readonly rulebooks: Rulebooks,
  ) {}

  /** Declares an interest in an item. What is refused lacks what the law or the code asks of a declaration. */
  async declare(
    uow: UnitOfWork,
    said: DeclaredInterest,
  ): Done<Refusal | 'dpi-of-another' | IncompleteDeclaration> {
    return this.#once(uow, said, async (occasion) => {
      const { corrects: correctsId, intends, interest } = said;
      const before = correctsId && (await this.#stands(uow, said, correctsId, 'interest'));
      if (correctsId !== undefined && !before) return { refused: 'not-standing' };
      // What a clerk heard was said, though it cannot be what it was called.
      if (said.atMeeting !== true && isDpiOfAnother(interest)) return { refused: 'dpi-of-another' };
      const told = await this.#told(uow, said, occasion.meeting);
      if ('refused' in told) return told;
      const at = before && occasion.isOver ? { ...occasion, stage: before.stage } : occasion;
      const row = { ...itemOf(said), kind: 'interest', intends, ...told } as const;
      return this.#add(uow, said, at, { ...row, ...(correctsId !== undefined && { correctsId }) });
    });
  }

  /** Declares a party whip, which is no interest. */
  async declareWhip(uow: UnitOfWork, said: DeclaredWhip): Done<Refusal> {
    const { group, nature } = said;
    return this.#once(uow, said, (occasion) =>
      this.#add(uow, said, occasion, { ...itemOf(said), kind: 'party-whip', details: { group, nature } }),
    );
  }

  /** Declares that council tax is owed (LGFA 1992 s.106). The fact alone: there is no place for an amount. */
  async declareArrears(uow: UnitOfWork, said: SaidOfItem): Done<Refusal> {
    return this.#once(uow, said, (occasion) =>
      this.#add(uow, said, occasion, { ...itemOf(said), kind: 'council-tax-arrears', details: {} }),
    );
  }

  /** "I have nothing to declare", recorded as that: it is what was said, and no finding that there is no interest. */
  async declareNothing(uow: UnitOfWork, said: Said): Done<Refusal | 'has-declared'> {
    return this.#once(uow, said, async (occasion) => {
      const standing = standingOf(await this.rows.list(uow, ofBoth(said)));
      if (standing.some(({ kind }) => kind !== 'nothing')) return { refused: 'has-declared' };
      const same = standing.find((one) => one.kind === 'nothing' && one.stage === occasion.stage);
      return same ?? this.#add(uow, said, occasion, { kind: 'nothing', details: {} });
    });
  }

  /**
   * Takes a declaration back. It stays on the record, and stands no longer. What was said to the meeting was said: the
   * member can only put it right, and a clerk takes back what a clerk recorded wrongly, also after the member put it right.
   */
  async takeBack(
    uow: UnitOfWork,
    said: Said & { readonly takesBack: string },
  ): Done<Refusal | 'said-to-the-meeting' | 'not-heard-by-a-clerk'> {
    return this.#once(uow, said, async (occasion) => {
      const correctsId = said.takesBack;
      const before = await (said.atMeeting === true
        ? this.#notTakenBack(uow, said, correctsId)
        : this.#stands(uow, said, correctsId));
      if (before === undefined) return { refused: 'not-standing' };
      if (said.atMeeting === true && before.details.heard !== true)
        return { refused: 'not-heard-by-a-clerk' };
      if (said.atMeeting !== true && before.stage === 'at-meeting') return { refused: 'said-to-the-meeting' };
      const { agendaItemId, itemTitle } = before;
      const row = { kind: 'taken-back', agendaItemId, itemTitle, correctsId, details: {} } as const;
      return this.#add(uow, said, occasion, row);
    });
  }

  /** At the meeting: what was declared before it is declared now, as it was, and without what is withheld by now. */
  async confirm(
    uow: UnitOfWork,
    said: Said & { readonly confirms: string },
  ): Done<Refusal | 'confirmed-already'> {
    return this.#once(uow, said, async (occasion) => {
      if (occasion.stage === 'before') return { refused: 'meeting-not-begun' };
      const before = await this.#stands(uow, said, said.confirms);
      if (before === undefined) return { refused: 'not-standing' };
      if (before.stage === 'at-meeting') return { refused: 'confirmed-already' };
      const { kind, agendaItemId, itemTitle, interestKind, heldBy, intends } = before;
      const { details, natureWithheld } = before;
      const kept = { agendaItemId, itemTitle, interestKind, heldBy, intends, details, natureWithheld };
      return this.#add(uow, said, occasion, { kind, ...kept, confirmsId: before.id });
    });
  }

  /** Everything declared for a meeting, in order: what was corrected or taken back too. */
  async ofMeeting(uow: UnitOfWork, meetingId: string): Promise<OpenedDisclosure[]> {
    return this.keptBack.readable(uow, await this.rows.list(uow, { meetingId }));
  }

  /** What a clerk recorded and the member put right since: the clerk may still say that they recorded it wrongly. */
  async heardAndPutRight(uow: UnitOfWork, meetingId: string): Promise<OpenedDisclosure[]> {
    const rows = await this.ofMeeting(uow, meetingId);
    const following = (id: string): OpenedDisclosure[] => rows.filter(({ correctsId }) => correctsId === id);
    return rows.filter(
      ({ id, kind, details }) =>
        details.heard === true &&
        kind === 'interest' &&
        following(id).length > 0 &&
        following(id).every((one) => one.kind !== 'taken-back'),
    );
  }

  /** Who has told a meeting of an interest of these kinds, of a disclosable pecuniary one unless told, standing or not. */
  async membersWhoDisclosed(
    uow: UnitOfWork,
    interestKinds: readonly DisclosedKind[] = ['dpi'],
  ): Promise<string[]> {
    return this.rows.members(uow, {
      kind: 'interest',
      stage: 'at-meeting',
      interestKind: In([...interestKinds]),
    });
  }

  async ofMember(uow: UnitOfWork, memberId: string): Promise<OpenedDisclosure[]> {
    return this.keptBack.readable(uow, await this.rows.list(uow, { memberId }));
  }

  /** The same of many members, in one reading. */
  async ofMembers(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(memberId: string) => readonly OpenedDisclosure[]> {
    const rows = await this.keptBack.readable(uow, await this.rows.ofMembers(uow, memberIds));
    return grouped(rows, ({ memberId }) => memberId);
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
    { id, memberId, meetingId, atMeeting }: Said,
    { stage, saidAt }: FoundOccasion,
    row: Omit<NewDisclosure, 'id' | 'memberId' | 'meetingId' | 'stage' | 'saidAt'>,
  ): Promise<{ id: string }> {
    const details = { ...row.details, ...(atMeeting === true && { heard: true as const }) };
    await this.rows.add(uow, { ...row, id, memberId, meetingId, stage, saidAt, details });
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
    if (told.natureWithheld) return said.atMeeting === true ? asHeard(told) : told;
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
    const adopted = await this.rulebooks.adopted(uow);
    const [rulebook, code] = [rulebookFor(adopted, day), codeInForce(adopted.codes, day)];
    const held = rulebook.kind === 'rulebook' ? rulebook : undefined;
    return incompleteIn(nature, { rulebook: held, code, day, interest });
  }

  /** A row that nobody took back, whether or not it was put right. */
  async #notTakenBack(uow: UnitOfWork, said: Said, id: string): Promise<OpenedDisclosure | undefined> {
    const rows = await this.rows.list(uow, ofBoth(said));
    const taken = rows.some(({ kind, correctsId }) => kind === 'taken-back' && correctsId === id);
    return taken ? undefined : rows.find((one) => one.id === id && one.kind !== 'taken-back');
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

const itemOf = ({ item }: SaidOfItem): { agendaItemId: string; itemTitle: string } => ({
  agendaItemId: item.id,
  itemTitle: item.title,
});

const ofBoth = ({ memberId, meetingId }: Said): { memberId: string; meetingId: string } => ({
  memberId,
  meetingId,
});
