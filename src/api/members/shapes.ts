import { STANDINGS, VOTES, type Standing, type VotesOn } from '../../members/index.js';
import { Choice, Day, Id, ListOf, Text } from '../shapes/index.js';

/** A member in office. */
export class Member {
  @Id({ says: 'The member’s id; it stays.', example: '6f1c2a34-9d0e-4c1b-8a7f-2b3c4d5e6f70' })
  id: string;

  @Text({ says: 'As the register has it.', most: 200, example: 'Ruth Cotterell' })
  name: string;

  @Choice(STANDINGS, { says: 'How they came to office.' })
  standing: Standing;

  @Choice(VOTES, { says: 'On what they may vote.' })
  votesOn: VotesOn;

  @Day({ says: 'The day on which they became a member.', example: '2025-05-06' })
  becameMemberOn: string;

  @Day({ says: 'The last day of the term, where it is known.', nullable: true })
  endsOn: string | null;

  @Text({ says: 'Their political group today.', most: 200, nullable: true, example: 'Independent' })
  group: string | null;
}

export class MemberPage {
  @ListOf(() => Member, { says: 'Those on this page.', most: 200 })
  items: Member[];

  @Text({ says: 'The cursor of the next page; null on the last one.', most: 500, nullable: true })
  next: string | null;
}
