import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Rulebooks } from '../../../authorities/index.js';
import { Briefings, type Briefing } from '../../../briefings/index.js';
import {
  Associations,
  Disclosures,
  KnownInterests,
  type FoundOccasion,
  type NoOccasion,
} from '../../../disclosures/index.js';
import { civilDate, type MeetingInterest, type MeetingResult } from '../../../law/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import type { FormState, Words } from '../../form/index.js';
import { refusedForm } from '../../form/index.js';
import { reasonInWords } from '../../../wording/index.js';
import { found } from '../../page/index.js';
import { refusalFor, type WhyNotDeclared } from '../refusals.js';
import { kindsUnder } from './choices.js';
import type { Declaring as Shown } from './page.js';
import { firstTurn, nextTurn, type Choices, type SaidSoFar, type Turn } from './steps.js';

/** Whose declaration it is, at which meeting and about which item. */
export interface Place {
  readonly memberId: string;
  readonly meetingId: string;
  readonly itemId: string;
}

/** What the address may ask for: an interest to begin with, or a declaration to put right. */
export interface Begun {
  readonly interest?: string | undefined;
  readonly changes?: string | undefined;
}

type Occasion = Shown['occasion'];
export type Declared =
  { readonly page: Shown } | { readonly done: string } | { readonly refused: WhyNotDeclared };

/** Leads a member through a declaration, and makes it. */
@Injectable()
export class DeclaringAnInterest {
  constructor(
    private readonly associations: Associations,
    private readonly briefings: Briefings,
    private readonly disclosures: Disclosures,
    private readonly known: KnownInterests,
    private readonly rulebooks: Rulebooks,
  ) {}

  /** The first page; filled with what is put right. */
  async begin(uow: UnitOfWork, place: Place, begun: Begun): Promise<Declared> {
    const occasion = await this.#occasion(uow, place, undefined, begun.changes !== undefined);
    if ('refused' in occasion) return occasion;
    const briefing = await this.#briefing(uow, place);
    const choices = await this.#choices(uow, place, briefing);
    const words = await this.#firstWords(uow, place, begun, choices);
    const start = { declaration: randomUUID(), itemTitle: occasion.item.title, ...words };
    return { page: await this.#shown(uow, occasion, choices, firstTurn(start), briefing) };
  }

  /** What follows a page that was sent. */
  async next(uow: UnitOfWork, place: Place, body: unknown): Promise<Declared> {
    const briefing = await this.#briefing(uow, place);
    const choices = await this.#choices(uow, place, briefing);
    const turn = nextTurn(choices, body);
    const occasion = await this.#occasion(
      uow,
      place,
      textOf(turn.words, 'itemTitle'),
      turn.words.corrects !== undefined,
    );
    if ('refused' in occasion) return occasion;
    const lacks = await this.#lacks(uow, place, occasion, turn);
    if (lacks !== undefined) return { page: { occasion, choices, law: undefined, ...lacks } };
    if (!turn.send) return { page: await this.#shown(uow, occasion, choices, turn, briefing) };
    return this.#send(uow, place, occasion, turn);
  }

  async #send(uow: UnitOfWork, place: Place, { item }: Occasion, { said, words }: Turn): Promise<Declared> {
    const { interest, nature, intends } = said;
    if (interest === undefined || intends === undefined) throw new Error('The check was sent too early.');
    const corrects = textOf(words, 'corrects');
    const result = await this.disclosures.declare(uow, {
      id: found(uuidIn(words.declaration)),
      ...{ memberId: place.memberId, meetingId: place.meetingId, interest, intends },
      item: { id: item.id, title: item.title },
      ...(nature !== undefined && { nature }),
      ...(corrects !== undefined && { corrects: found(uuidIn(corrects)) }),
    });
    if ('id' in result) return { done: result.id };
    if (result.refused === 'incomplete') throw new Error('What the words lack was asked before.');
    return { refused: refusalFor(result.refused) };
  }

  /** Words that say nothing of the interest come back beside their box, with the rule that asks for more. */
  async #lacks(
    uow: UnitOfWork,
    { memberId }: Place,
    { meeting }: Occasion,
    turn: Turn,
  ): Promise<Pick<Shown, 'turn' | 'reasons'> | undefined> {
    const { interest, nature } = turn.said;
    if (interest === undefined || nature === undefined) return undefined;
    const lacks = await this.disclosures.lacks(uow, { memberId, interest, nature }, meeting);
    if (lacks === undefined) return undefined;
    const text = LACKS[lacks.lacks];
    const { words } = turn;
    const form: FormState = refusedForm({ errors: [{ field: 'nature', href: '#nature', text }], words });
    const reasons = lacks.reasons.filter((reason) => reasonInWords(reason) !== text);
    return { turn: { ...turn, step: 'nature', form, refused: true, send: false }, reasons };
  }

  async #occasion(
    uow: UnitOfWork,
    { memberId, meetingId, itemId }: Place,
    title: string | undefined,
    corrects: boolean,
  ): Promise<Occasion | { refused: WhyNotDeclared }> {
    const asked = { memberId, meetingId, item: { id: itemId, title }, corrects };
    const occasion: FoundOccasion | { refused: NoOccasion } = await this.disclosures.occasion(uow, asked);
    if ('refused' in occasion) return { refused: refusalFor(occasion.refused) };
    return { ...occasion, item: found(occasion.item) };
  }

  async #briefing(uow: UnitOfWork, { meetingId, memberId }: Place): Promise<Briefing | undefined> {
    const briefing = await this.briefings.make(uow, meetingId, memberId);
    return briefing.kind === 'briefing' ? briefing : undefined;
  }

  async #choices(uow: UnitOfWork, { memberId }: Place, briefing: Briefing | undefined): Promise<Choices> {
    const day = briefing && civilDate(briefing.meeting.meetsOn);
    const rulebook = day && (await this.rulebooks.on(uow, day));
    const required = rulebook?.kind === 'rulebook' ? rulebook.requiredCategories() : [];
    return {
      known: await this.known.of(uow, memberId),
      kinds: kindsUnder(briefing?.code),
      categories: required.filter(({ category }) => category !== 'gifts' && category !== 'other-bodies'),
    };
  }

  async #firstWords(uow: UnitOfWork, place: Place, begun: Begun, choices: Choices): Promise<Words> {
    if (begun.changes !== undefined) return this.#wordsOf(uow, place, begun.changes);
    if (begun.interest === undefined) return {};
    const id = begun.interest;
    const known = choices.known.find(({ knownAs }) => knownAs.includes(id));
    if (known !== undefined) return { which: known.id };
    // From the member’s own list: what it is called depends on the code, and the list is not named anywhere.
    const own = await this.associations.find(uow, place.memberId, id);
    const other = choices.kinds.find((kind) => kind !== 'dpi' && kind !== 'other-body-membership');
    return own === undefined || other === undefined ? {} : { which: other, heldBy: 'other' };
  }

  async #wordsOf(uow: UnitOfWork, { memberId, meetingId, itemId }: Place, id: string): Promise<Words> {
    const standing = await this.disclosures.standing(uow, meetingId, memberId);
    const { details, interestKind, heldBy, intends } = found(
      standing.find((one) => one.id === id && one.kind === 'interest' && one.agendaItemId === itemId),
    );
    const { interestId, category, nature } = details;
    return {
      corrects: id,
      which: interestId ?? interestKind ?? '',
      ...(interestId === undefined && heldBy !== null && { heldBy }),
      ...(interestId === undefined && category !== undefined && { category }),
      ...(nature !== undefined && { nature }),
      ...(intends !== null && { intends }),
    };
  }

  async #shown(
    uow: UnitOfWork,
    occasion: Occasion,
    choices: Choices,
    turn: Turn,
    briefing: Briefing | undefined,
  ): Promise<Shown> {
    const law = turn.step === 'intends' ? await this.#law(uow, occasion, turn.said, briefing) : undefined;
    return { occasion, choices, turn, law };
  }

  /** What the member must do, as far as it is known: they say themselves that the interest is in the matter. */
  async #law(
    uow: UnitOfWork,
    { meeting, item }: Occasion,
    said: SaidSoFar,
    briefing: Briefing | undefined,
  ): Promise<MeetingResult | undefined> {
    const rulebook = await this.rulebooks.on(uow, civilDate(meeting.meetsOn));
    const briefed = briefing?.items.find((one) => one.item.id === item.id);
    if (rulebook.kind === 'not-encoded' || briefed === undefined) return undefined;
    const touch = briefed.touches.find(({ interest }) => said.known?.knownAs.includes(interest.id));
    const answered = touch?.said === 'about-it' || touch?.said === 'affects-it';
    const facts = answered ? touch.facts : briefed.facts;
    const inIt = { interestIsInTheMatter: true, memberAwareItIs: true } as const;
    return rulebook.meeting({ ...facts, ...inIt, interest: asLaw(said), present: true });
  }
}

function asLaw({ known, kind, interest }: SaidSoFar): MeetingInterest {
  if (known !== undefined) return known.asLaw;
  const heldBy = interest !== undefined && 'heldBy' in interest ? interest.heldBy : 'self';
  return {
    ...{ kind, heldBy: heldBy === 'partner' ? 'partner' : 'self', memberAwareOfPartners: true },
    ...{ inRegister: false, pending: false, sensitive: 'no' },
  };
}

const LACKS = {
  nature: 'Say what the interest is: words such as “as noted” do not say it',
  'specific-item': 'Say what the interest is in this item alone, and declare it again for each other item',
} as const;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** An id that came through the browser. */
export const uuidIn = (word: unknown): string | undefined =>
  typeof word === 'string' && UUID.test(word) ? word.toLowerCase() : undefined;

function textOf(words: Words, name: string): string | undefined {
  const word = words[name];
  return typeof word === 'string' ? word : undefined;
}
