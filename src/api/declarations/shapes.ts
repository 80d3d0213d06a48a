import { PageQuery } from '../paging.js';
import { Choice, Day, Id, Instant, ListOf, Text } from '../shapes/index.js';

export class DeclarationsQuery extends PageQuery {
  @Day({ says: 'The day of the first meeting.', example: '2026-11-01', optional: true })
  from?: string;

  @Day({ says: 'The day of the last meeting, which is included.', optional: true })
  to?: string;

  @Id({ says: 'By this member alone.', optional: true })
  member?: string;

  @Id({ says: 'At meetings of this body alone.', optional: true })
  body?: string;
}

/** One declaration, as the public may read it. */
export class Declaration {
  @Id({ says: 'The declaration’s id.', example: '5c6d7e8f-90a1-42b3-84d5-e6f708192a3b' })
  id: string;

  @Id({ says: 'The meeting at which it was made.', example: 'c2d1e0f9-8b7a-4695-8473-625140312f1e' })
  meetingId: string;

  @Day({ says: 'The day of the meeting.', example: '2026-12-08' })
  meetsOn: string;

  @Text({ says: 'The body.', most: 500, example: 'Planning Committee' })
  bodyName: string;

  @Id({ says: 'The member who declared.', example: '6f1c2a34-9d0e-4c1b-8a7f-2b3c4d5e6f70' })
  memberId: string;

  @Text({ says: 'Their name.', most: 200, example: 'Ruth Cotterell' })
  memberName: string;

  @Text({
    says: 'Null where it has none, and for an item that is not open to the public.',
    most: 200,
    nullable: true,
  })
  itemNumber: string | null;

  @Text({ says: 'Null for an item that is not open to the public.', most: 1_000, nullable: true })
  itemTitle: string | null;

  @Choice(['interest', 'party-whip'], { says: 'What was declared.' })
  kind: string;

  @Text({ says: 'What the interest is, as far as it is told.', most: 10_000, nullable: true })
  nature: string | null;

  @Choice(['s32', 'not-shown'], { says: 'Why the nature is not told.', nullable: true })
  notTold: string | null;

  @Instant({ says: 'When it was said.', example: '2026-12-08T18:34:00.000Z' })
  saidAt: string;

  @Instant({ says: 'When the member left the room for it.', nullable: true })
  leftAt: string | null;

  @Instant({ says: 'When they came back.', nullable: true })
  returnedAt: string | null;
}

export class DeclarationPage {
  @ListOf(() => Declaration, { says: 'Those on this page, the earliest meeting first.', most: 200 })
  items: Declaration[];

  @Text({ says: 'The cursor of the next page; null on the last one.', most: 500, nullable: true })
  next: string | null;
}
