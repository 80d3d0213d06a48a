import { BODY_KINDS, type BodyKind } from '../../authorities/index.js';
import { FACT_VALUES, TITLE_MOST_CHARACTERS, type FactValue } from '../../meetings/index.js';
import { PageQuery } from '../paging.js';
import { Choice, Day, Flag, Id, ListOf, LocalMoment, Part, Text, TimeOfDay, Whole } from '../shapes/index.js';

const A_BODY = '0b9a4d52-6a7e-4d3f-9c21-5f0e8b7a6d10';
const A_MEETING = 'c2d1e0f9-8b7a-4695-8473-625140312f1e';

/** A body of the council: its full council, a committee, a panel. */
export class Body {
  @Id({ says: 'The body’s id; it stays.', example: A_BODY })
  id: string;

  @Text({ says: 'What it is called.', most: 500, example: 'Planning Committee' })
  name: string;

  @Choice(BODY_KINDS, { says: 'What kind of body it is.' })
  kind: BodyKind;
}

export class BodyPage {
  @ListOf(() => Body, { says: 'Those on this page.', most: 200 })
  items: Body[];

  @Text({ says: 'The cursor of the next page; null on the last one.', most: 500, nullable: true })
  next: string | null;
}

export class MeetingsQuery extends PageQuery {
  @Day({ says: 'The first day; without it, the first that there is.', example: '2026-11-01', optional: true })
  from?: string;

  @Day({ says: 'The last day, which is included.', example: '2026-12-31', optional: true })
  to?: string;

  @Id({ says: 'Of this body alone.', optional: true })
  body?: string;
}

/** A meeting without its business. */
export class Meeting {
  @Id({ says: 'The meeting’s id; it stays through every revision.', example: A_MEETING })
  id: string;

  @Id({ says: 'The body that meets.', example: A_BODY })
  bodyId: string;

  @Day({ says: 'The day.', example: '2026-12-08' })
  meetsOn: string;

  @TimeOfDay({ says: 'When it begins.', example: '18:30' })
  startsAt: string;

  @Text({ says: 'Where.', most: 2_000, example: 'Town Hall, Ashford Magna' })
  venue: string;

  @Day({ says: 'When its agenda was issued.', nullable: true, example: '2026-11-30' })
  issuedOn: string | null;

  @Choice(['confirmed', 'cancelled'], { says: 'Whether it will take place.' })
  status: string;

  @Whole({
    says: 'How often its agenda, day, time, place or status was changed.',
    least: 0,
    most: 1_000_000,
    example: 2,
  })
  changes: number;
}

export class MeetingPage {
  @ListOf(() => Meeting, { says: 'Those on this page, the earliest first.', most: 200 })
  items: Meeting[];

  @Text({ says: 'The cursor of the next page; null on the last one.', most: 500, nullable: true })
  next: string | null;
}

/** One line of the business, as the newest agenda has it. */
export class Item {
  @Id({
    says: 'The item’s id; it stays through every revision.',
    example: 'e1f20314-2536-4758-8a9b-acbdcedff0e1',
  })
  id: string;

  @Text({ says: 'As printed.', most: 200, nullable: true, example: '6A' })
  number: string | null;

  @Text({ says: 'Its title.', most: TITLE_MOST_CHARACTERS, example: 'Land at Mill Lane: 14 dwellings' })
  title: string;

  @Text({ says: 'What stands under it, with its report.', most: 2_000_000, manyLines: true, example: '' })
  text: string;

  @Flag({ says: 'It is exempt or not for publication: show it to nobody who may not see it.' })
  restricted: boolean;
}

/** A meeting with its business. */
export class MeetingWithItems extends Meeting {
  @LocalMoment({ says: 'The last moment to ask to take part.', nullable: true })
  participationBy: string | null;

  @ListOf(() => Item, { says: 'Its business, in order; what was withdrawn is left out.', most: 1_000 })
  items: Item[];
}

const fact = (says: string): PropertyDecorator =>
  Choice(FACT_VALUES, { says: `${says} Left out: unknown.`, example: 'unknown', optional: true });

/** What the law asks about an item. What nobody says is unknown, never no. */
export class ItemFactsGiven {
  @fact('It is a planning or another regulatory matter.')
  planningOrRegulatory?: FactValue;

  @fact('It is about an education function.')
  educationFunction?: FactValue;

  @fact('It is scrutiny of a decision.')
  scrutiny?: FactValue;

  @fact('It is a calculation for the council tax.')
  councilTaxCalculation?: FactValue;

  @fact('The public may speak on it.')
  publicMaySpeak?: FactValue;
}

export class ItemGiven {
  @Text({
    says: 'As printed; left out or null where it has none.',
    most: 200,
    optional: true,
    nullable: true,
    example: '6A',
  })
  number?: string | null;

  @Text({
    says: 'Its title.',
    least: 1,
    most: TITLE_MOST_CHARACTERS,
    example: 'Land at Mill Lane: 14 dwellings',
  })
  title: string;

  @Text({ says: 'What stands under it, with its report.', most: 100_000, manyLines: true, optional: true })
  text?: string;

  @Flag({ says: 'It is exempt or not for publication. Left out: false.', optional: true })
  restricted?: boolean;

  @Part(() => ItemFactsGiven, { says: 'What is known of it.', optional: true })
  facts?: ItemFactsGiven;
}

/** A whole agenda, or what is added to one. */
export class AgendaGiven {
  @Id({ says: 'The body that meets.', example: A_BODY })
  bodyId: string;

  @Day({ says: 'The day.', example: '2026-12-08' })
  meetsOn: string;

  @TimeOfDay({ says: 'When it begins.', example: '18:30' })
  startsAt: string;

  @Text({ says: 'Where.', most: 200, example: 'Town Hall, Ashford Magna' })
  venue: string;

  @Day({ says: 'When the agenda was issued.', optional: true, example: '2026-11-30' })
  issuedOn?: string;

  @LocalMoment({ says: 'The last moment to ask to take part.', optional: true })
  participationBy?: string;

  @Choice(['whole', 'supplementary'], {
    says: 'A whole agenda replaces the one before: items that it leaves out are withdrawn. Left out: whole.',
    optional: true,
  })
  kind?: 'whole' | 'supplementary';

  @ListOf(() => ItemGiven, { says: 'Its business, in order.', least: 1, most: 300 })
  items: ItemGiven[];
}

export class AgendaSaved {
  @Id({ says: 'The meeting.', example: A_MEETING })
  meetingId: string;

  @Whole({ says: '1 for the first agenda of the meeting.', least: 1, most: 1_000_000, example: 1 })
  revision: number;
}

export class MeetingCancelled {
  @Id({ says: 'The meeting.', example: A_MEETING })
  meetingId: string;
}
