import { Flag, Id, Instant, ListOf, ListOfTexts, Text, Whole } from '../shapes/index.js';

/** One edition of what a member was told before a meeting. Another one is made when what is told changes. */
export class Briefing {
  @Id({ says: 'The edition’s id.', example: '8f90a1b2-c3d4-45e6-b708-192a3b4c5d6e' })
  id: string;

  @Id({ says: 'The meeting.', example: 'c2d1e0f9-8b7a-4695-8473-625140312f1e' })
  meetingId: string;

  @Id({ says: 'The member.', example: '6f1c2a34-9d0e-4c1b-8a7f-2b3c4d5e6f70' })
  memberId: string;

  @Whole({ says: '1 for the first.', least: 1, most: 1_000_000, example: 1 })
  edition: number;

  @Whole({ says: 'The agenda that it tells of.', least: 0, most: 1_000_000, example: 1 })
  agendaRevision: number;

  @Instant({ says: 'When it was made.', example: '2026-11-30T09:00:00.000Z' })
  madeAt: string;

  @Instant({ says: 'When it left as a message.', nullable: true })
  sentAt: string | null;

  @Instant({ says: 'When the member first opened it.', nullable: true })
  firstOpenedAt: string | null;
}

export class BriefingPage {
  @ListOf(() => Briefing, { says: 'Those on this page.', most: 200 })
  items: Briefing[];

  @Text({ says: 'The cursor of the next page; null on the last one.', most: 500, nullable: true })
  next: string | null;
}

/** An edition with the words that were shown. */
export class BriefingWithWords extends Briefing {
  @Flag({ says: 'The words are withheld: something of the member is sensitive, or asked to be.' })
  withheld: boolean;

  @ListOfTexts({
    says: 'Line by line; empty where they are withheld.',
    example: ['Item 5: Land at Mill Lane.'],
  })
  lines: string[];
}

/** What the member of a personal token is told of a meeting now. */
export class OwnBriefing {
  @Id({ says: 'The meeting.', example: 'c2d1e0f9-8b7a-4695-8473-625140312f1e' })
  meetingId: string;

  @Whole({ says: 'The agenda that it tells of.', least: 0, most: 1_000_000, example: 1 })
  agendaRevision: number;

  @ListOfTexts({
    says: 'Line by line, as in a message: what is sensitive, and the member’s own list, are not named.',
    example: ['Item 5: Land at Mill Lane.'],
  })
  lines: string[];
}
