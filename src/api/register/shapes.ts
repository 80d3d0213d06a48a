import { AnyObject, Choice, Day, Flag, Id, ListOf, Part, Text } from '../shapes/index.js';

const AN_ENTRY = '3a4b5c6d-7e8f-4091-a2b3-c4d5e6f70819';

/** One interest, as the public may read it. Nothing tells whose it is: the member’s or their partner’s. */
export class PublicInterest {
  @Id({ says: 'It stays when the entry is changed or corrected.', example: AN_ENTRY })
  id: string;

  @Text({ says: 'In words.', most: 10_000, example: 'Director, Hartlebrook Family Support Ltd' })
  words: string;

  @AnyObject({ says: 'Its particulars, which depend on the category.', example: { category: 'employment' } })
  details: object;

  @Day({ says: 'Since when it is public.', example: '2025-05-20' })
  publishedOn: string;
}

/** A sentence in the place of details that are kept back. */
export class Withheld {
  @Text({
    says: 'The sentence.',
    most: 2_000,
    example: 'An interest is registered whose details are withheld under section 32(2).',
  })
  words: string;

  @Day({ says: 'Since when it stands there.', example: '2025-05-20' })
  publishedOn: string;
}

/** One heading of a member’s register. */
export class RegisterHeading {
  @Text({ says: 'Its name for programs.', most: 100, example: 'employment' })
  category: string;

  @Text({
    says: 'Its name in words.',
    most: 500,
    example: 'Employment, office, trade, profession or vocation',
  })
  name: string;

  @Flag({ says: 'The member said that there is nothing to register here.' })
  nothing: boolean;

  @ListOf(() => PublicInterest, {
    says: 'Where there is none, and nothing is false, no details are shown.',
    most: 10_000,
  })
  entries: PublicInterest[];

  @ListOf(() => Withheld, { says: 'What is kept back here.', most: 10_000 })
  withheld: Withheld[];
}

/** What the public may read of one member. */
export class RegisterOfMember {
  @Id({ says: 'The member’s id.', example: '6f1c2a34-9d0e-4c1b-8a7f-2b3c4d5e6f70' })
  memberId: string;

  @Text({ says: 'The member’s name.', most: 200, example: 'Ruth Cotterell' })
  memberName: string;

  @ListOf(() => Withheld, {
    says: 'What is kept back without saying under which heading. It never says how much.',
    most: 10_000,
  })
  withheld: Withheld[];

  @ListOf(() => RegisterHeading, { says: 'Every heading, in the order of the register.', most: 100 })
  categories: RegisterHeading[];
}

export class RegisterPage {
  @ListOf(() => RegisterOfMember, { says: 'Those on this page.', most: 200 })
  items: RegisterOfMember[];

  @Text({ says: 'The cursor of the next page; null on the last one.', most: 500, nullable: true })
  next: string | null;
}

/** An entry as the officer keeps it. What is or was sensitive, and what may be the same thing, is not among them. */
export class Entry {
  @Id({ says: 'The entry’s id: a changed interest has another entry.', example: AN_ENTRY })
  id: string;

  @Id({
    says: 'The interest, through its changes and corrections.',
    example: '4b5c6d7e-8f90-41a2-b3c4-d5e6f7081920',
  })
  interestId: string;

  @Text({ says: 'The heading, by its name for programs.', most: 100, example: 'employment' })
  category: string;

  @Choice(['self', 'partner'], { says: 'Whose it is. Not public.' })
  heldBy: string;

  @Text({ says: 'In words.', most: 10_000, example: 'Director, Hartlebrook Family Support Ltd' })
  words: string;

  @Day({ says: 'When it was entered.', example: '2025-05-20' })
  enteredOn: string;

  @Day({ says: 'When the interest began, as the member said.', nullable: true })
  beganOn: string | null;

  @Day({ says: 'When it ceased, as the member said.', nullable: true })
  ceasedOn: string | null;

  @Day({ says: 'When the entry was ended; null while it stands.', nullable: true })
  endedOn: string | null;
}

export class HeldBack {
  @Flag({ says: 'Something of this member is withheld, or was. It never says how much.' })
  something: boolean;
}

export class EntryPage {
  @ListOf(() => Entry, { says: 'Those on this page, in the order in which they were entered.', most: 200 })
  items: Entry[];

  @Part(() => HeldBack, { says: 'What is not told here.' })
  heldBack: HeldBack;

  @Text({ says: 'The cursor of the next page; null on the last one.', most: 500, nullable: true })
  next: string | null;
}
