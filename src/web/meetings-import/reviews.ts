import { Injectable } from '@nestjs/common';
import { Bodies, type Body } from '../../authorities/index.js';
import type { CivilDate } from '../../law/index.js';
import {
  AgendaImports,
  compareMembership,
  Meetings,
  planRevision,
  type AgendaImport,
  type CorrectedAgenda,
  type CorrectedItem,
  type SaveRefusal,
} from '../../meetings/index.js';
import { Seats } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { DateField, validateForm, type FormError, type FormResult, type Words } from '../form/index.js';
import { found } from '../page/index.js';
import { readClockTime } from './clock-time.js';
import { datesThatDisagree, ReviewForm } from './review-form.js';
import { itemsIn, rowsOfAgenda, textOf } from './review-items.js';
import type { Beside } from './review.js';
import { savedInWords } from './upload.js';

/** Only the day of the meeting, to compare memberships while the rest of the form may still be wrong. */
class DayForm {
  @DateField({ enter: '-', name: '-' })
  meetsOn: CivilDate;
}

/** The agenda as it is to be saved, or what is wrong with it. */
export type Corrected =
  | { readonly ok: true; readonly agenda: CorrectedAgenda; readonly words: Words }
  | Extract<FormResult<ReviewForm>, { ok: false }>;

/** What the page of corrections needs from other rooms. */
@Injectable()
export class Reviews {
  constructor(
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    private readonly imports: AgendaImports,
    private readonly meetings: Meetings,
    private readonly seats: Seats,
  ) {}

  /** The draft and the bodies to choose from. Throws what is answered 404 where there is no such draft. */
  async open(uow: UnitOfWork, id: string): Promise<{ draft: AgendaImport; bodies: Body[] }> {
    return { draft: found(await this.imports.find(uow, id)), bodies: await this.bodies.list(uow) };
  }

  /** What is to be said beside the form for the body, day and time that it names at the moment. */
  async beside(uow: UnitOfWork, draft: AgendaImport, bodies: Body[], words: Words): Promise<Beside> {
    const body = bodies.find(({ id }) => id === words.bodyId);
    const day = validateForm(DayForm, words);
    const none = { bodies, differences: undefined, revision: undefined };
    const pastDay = day.ok && day.value.meetsOn < this.clock.today() ? day.value.meetsOn : undefined;
    if (body === undefined || !day.ok) return { ...none, pastDay };
    const { meetsOn } = day.value;
    const seats = await this.seats.ofBody(uow, body.id, meetsOn);
    const startsAt = readClockTime(textOf(words, 'startsAt'));
    const sameDay = await this.meetings.list(uow, { from: meetsOn, to: meetsOn });
    const known = sameDay.find((meeting) => meeting.bodyId === body.id && meeting.startsAt === startsAt);
    return {
      bodies,
      pastDay,
      differences: compareMembership(draft.reading.membership, seats),
      revision: known && (await this.#revision(uow, draft, known.id, words)),
    };
  }

  /** What saving the form would make of the items that the meeting has. */
  async #revision(
    uow: UnitOfWork,
    draft: AgendaImport,
    meetingId: string,
    words: Words,
  ): Promise<Beside['revision']> {
    const number = (await this.meetings.revisions(uow, meetingId)).length + 1;
    const before = await this.meetings.items(uow, meetingId);
    const kind = words.kind === 'supplementary' ? 'supplementary' : 'whole';
    return { number, ...planRevision(before, rowsOfAgenda(words, draft.reading), kind) };
  }

  /** Reads the form with everything that is wrong at once, the meeting first and then its items. */
  read(draft: AgendaImport, bodies: readonly Body[], sent: unknown): Corrected {
    const today = this.clock.today();
    const form = validateForm(ReviewForm, sent, { today });
    const { words } = form;
    const body = bodies.find(({ id }) => id === words.bodyId);
    const { items, errors: ofItems } = itemsIn(words, draft.reading, body?.kind);
    const errors: FormError[] = [
      ...(form.ok ? datesThatDisagree(form.value, today) : form.errors),
      ...ofItems,
    ];
    if (body === undefined && textOf(words, 'bodyId') !== '') {
      errors.unshift({ field: 'bodyId', href: '#bodyId', text: 'Choose a body of this council' });
    }
    if (!form.ok || errors.length > 0) return { ok: false, errors, words };
    return { ok: true, agenda: correctedAgenda(form.value, items), words };
  }
}

function correctedAgenda(form: ReviewForm, items: CorrectedItem[]): CorrectedAgenda {
  const { participationOn, participationAt } = form;
  const until = participationAt === undefined ? undefined : readClockTime(participationAt);
  return {
    bodyId: form.bodyId,
    kind: form.kind,
    meetsOn: form.meetsOn,
    startsAt: readClockTime(form.startsAt) ?? '',
    venue: form.venue,
    ...(form.issuedOn === undefined ? {} : { issuedOn: form.issuedOn }),
    ...(participationOn === undefined || until === undefined
      ? {}
      : { participationBy: `${participationOn}T${until}` }),
    items,
  };
}

/** Why a corrected agenda is not saved, beside the field where the clerk can do something about it. */
export function saveRefusalInWords(refusal: Exclude<SaveRefusal, { refused: 'import-gone' }>): FormError {
  switch (refusal.refused) {
    case 'unknown-body':
      return { field: 'bodyId', href: '#bodyId', text: 'Choose a body of this council' };
    case 'no-items':
      return { field: 'rows', href: '#item-0-title', text: 'Keep at least one item of business' };
    case 'item-title':
      return {
        field: 'rows',
        href: '#item-0-title',
        text: `Check the title of the item in place ${refusal.position}`,
      };
    case 'meeting-cancelled':
      return {
        field: 'meetsOn',
        href: '#meetsOn-day',
        text: 'The meeting of this body on this day at this time is cancelled, so it takes no new agenda. If it is held at another day or time, enter that; if not, throw this agenda away',
      };
    case 'already-imported':
      return {
        field: 'bodyId',
        href: '#bodyId',
        text: `This agenda is saved already, for ${savedInWords(refusal.saved)}`,
      };
  }
}
