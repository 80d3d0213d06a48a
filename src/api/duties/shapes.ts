import { DUTY_KINDS, STATE_ORDER } from '../../oversight/index.js';
import { PageQuery } from '../paging.js';
import { Choice, Day, Id, ListOf, Text } from '../shapes/index.js';

export class DutiesQuery extends PageQuery {
  @Choice(STATE_ORDER, { says: 'Those that stand so alone.', optional: true })
  state?: string;

  @Choice(DUTY_KINDS, { says: 'Those of this kind alone.', optional: true })
  kind?: string;

  @Id({ says: 'Those of this member alone.', optional: true })
  member?: string;
}

/** One thing that somebody owes or owed today. It is worked out afresh each time, and has no id. */
export class Duty {
  @Choice(DUTY_KINDS, { says: 'What it follows from.' })
  kind: string;

  @Text({
    says: 'What it is about, by its id: a term of office, a declaration, an entry.',
    most: 200,
    example: '7e8f90a1-b2c3-44d5-a6f7-08192a3b4c5d',
  })
  about: string;

  @Id({
    says: 'Who owes it; null for what officers owe.',
    nullable: true,
    example: '6f1c2a34-9d0e-4c1b-8a7f-2b3c4d5e6f70',
  })
  memberId: string | null;

  @Text({ says: 'Their name.', most: 200, nullable: true, example: 'Ruth Cotterell' })
  memberName: string | null;

  @Choice(STATE_ORDER, { says: 'How it stands. `overdue` is not answered after the last day, and no more.' })
  state: string;

  @Day({ says: 'The day with which it began.', nullable: true, example: '2026-11-17' })
  since: string | null;

  @Day({ says: 'The last day, which is included.', nullable: true, example: '2026-12-14' })
  lastDay: string | null;

  @Day({ says: 'The day on which it was answered.', nullable: true })
  metOn: string | null;
}

export class DutyPage {
  @ListOf(() => Duty, { says: 'Those on this page, worst first.', most: 200 })
  items: Duty[];

  @Day({ says: 'The day for which this holds.', example: '2026-11-27' })
  asAt: string;

  @Text({ says: 'The cursor of the next page; null on the last one.', most: 500, nullable: true })
  next: string | null;
}
