/** What a table holds about one member. */
export interface HeldTable {
  /** Of the table; also of the part in the file. A test holds these to the tables of the database. */
  readonly table: string;
  readonly title: string;
  /** Under which heading it stands. */
  readonly under: Heading;
  /** Of one authority ($1) and member ($2): whole rows, `t`; in the order in which they came. */
  readonly rows: string;
  /** Columns whose words are sealed, and what each is bound to besides its authority. */
  readonly sealed?: readonly SealedWords[];
  /** Nobody but the member may read it: what an officer makes says only that it is there. */
  readonly ownEyes?: true;
}

export interface SealedWords {
  readonly column: string;
  readonly boundTo: (row: Readonly<Record<string, unknown>>) => string;
}

export type Heading = 'person' | 'register' | 'meetings' | 'told';

const byMember = (order: string): string => `authority_id = $1 and member_id = $2 order by ${order}`;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `details`, bound to the table and the row. */
const details = (table: string): SealedWords => ({
  column: 'details',
  boundTo: ({ id }) => `${table}:${textOf(id)}`,
});
/** Bound to the column too, where a table has several. */
const words = (table: string, column: string): SealedWords => ({
  column,
  boundTo: ({ id }) => `${table}.${column}:${textOf(id)}`,
});

const own = (
  under: Heading,
  table: string,
  title: string,
  order: string,
  more: Pick<HeldTable, 'sealed' | 'ownEyes'> = {},
): HeldTable => ({ under, table, title, rows: `from ${table} t where ${byMember(order)}`, ...more });

/** What belongs to a row of a member: `parent` names it by `key`. */
const of = (
  under: Heading,
  table: string,
  title: string,
  [parent, key]: readonly [string, string],
  more: Pick<HeldTable, 'sealed' | 'ownEyes'> & { readonly order?: string } = {},
): HeldTable => ({
  ...{ under, table, title, ...more },
  rows: `from ${table} t where t.authority_id = $1 and t.${key} in (
    select p.id from ${parent} p where p.authority_id = $1 and p.member_id = $2) order by ${more.order ?? `t.${key}`}`,
});

/** Everything that stands in the name of a member, table by table. */
export const HELD_TABLES: readonly HeldTable[] = [
  {
    ...{ under: 'person', table: 'member', title: 'As the council knows you' },
    rows: 'from member t where authority_id = $1 and id = $2',
  },
  own('person', 'term_of_office', 'Terms of office', 'became_member_on'),
  own('person', 'group_membership', 'Political groups', 'from_on'),
  {
    ...{ under: 'person', table: 'seat_holding', title: 'Seats on bodies' },
    rows: `from (
      select h.from_on, h.to_on, s.role, b.name as body from seat_holding h
      join seat s on s.authority_id = $1 and s.id = h.seat_id
      join body b on b.authority_id = $1 and b.id = s.body_id
      where h.authority_id = $1 and h.member_id = $2) t order by from_on`,
  },
  own('person', 'calendar_key', 'Calendar addresses', 'made_at'),
  own('person', 'reminder_wish', 'Reminders turned off', 'off_since'),
  own('person', 'invitation', 'Invitations to sign in', 'made_at'),
  own('person', 'intake_row', 'Taken in from a file', 'row_number'),
  own('person', 'carried_draft', 'Carried over from another council', 'carried_at'),
  own('person', 'stepped_aside', 'Officers who left your register to another', 'stepped_at'),

  {
    ...own('register', 'notification_draft', 'Drafts that were not sent', 'saved_at'),
    sealed: [
      {
        column: 'details',
        boundTo: ({ member_id, channel }) =>
          `notification_draft:${textOf(member_id)}${channel === 'web' ? '' : `:${textOf(channel)}`}`,
      },
    ],
  },
  own('register', 'notification', 'Notifications', 'received_at'),
  of('register', 'notification_answer', 'Answers, category by category', ['notification', 'notification_id']),
  of('register', 'notified_interest', 'Interests that you notified', ['notification', 'notification_id'], {
    ...{ sealed: [details('notified_interest')], order: 'notification_id, position' },
  }),
  {
    ...{ under: 'register', table: 'notified_interest_fate', title: 'What became of each' },
    rows: `from notified_interest_fate t
      join notified_interest i on i.authority_id = $1 and i.id = t.notified_interest_id
      join notification n on n.authority_id = $1 and n.id = i.notification_id and n.member_id = $2
      where t.authority_id = $1 order by t.decided_at`,
  },
  of(
    'register',
    'notification_query',
    'Questions about them, and your answers',
    ['notification', 'notification_id'],
    {
      sealed: [words('notification_query', 'question'), words('notification_query', 'answer')],
      order: 'asked_at',
    },
  ),
  of('register', 'notification_attachment', 'Scans of paper forms', ['notification', 'notification_id'], {
    ...{ sealed: [words('notification_attachment', 'content')], order: 'attached_at' },
  }),
  own('register', 'register_entry', 'Entries in the register', 'entered_at', {
    sealed: [details('register_entry')],
  }),
  own('register', 'sensitivity_request', 'Sensitive interests', 'requested_at', {
    sealed: [words('sensitivity_request', 'reason'), words('sensitivity_request', 'decision_reason')],
  }),
  own('register', 'public_line', 'What the public could read', 'published_at'),
  own('register', 'webhook_event', 'Changes of it that other programs were told of', 'position'),
  own('register', 'address_notice', 'Notices about your home address', 'position'),
  own('register', 'register_confirmation', 'Confirmations', 'confirmed_at'),

  own('meetings', 'association', 'Your own list', 'recorded_at', {
    ...{ sealed: [details('association')], ownEyes: true },
  }),
  own('meetings', 'relevance_answer', 'What you said of items', 'position', {
    ...{ sealed: [details('relevance_answer')], ownEyes: true },
  }),
  own('meetings', 'interview_answer', 'What you answered about items', 'position', {
    ...{ sealed: [details('interview_answer')], ownEyes: true },
  }),
  own('meetings', 'disclosure', 'Declarations', 'position', { sealed: [details('disclosure')] }),
  own('meetings', 'decision_alone', 'Decisions taken alone', 'position', {
    sealed: [details('decision_alone')],
  }),
  own('meetings', 'attendance_intention', 'Whether you would attend', 'position'),
  own('meetings', 'observation', 'What was seen of you at meetings', 'position'),
  {
    ...{ under: 'meetings', table: 'vote', title: 'Your votes by name' },
    rows: `from (
      select o.meeting_id, o.agenda_item_id, o.said_at, o.payload->>'question' as question, v->>'vote' as vote
      from observation o cross join lateral jsonb_array_elements(
        case when jsonb_typeof(o.payload->'named') = 'array' then o.payload->'named' else '[]' end) v
      where o.authority_id = $1 and o.kind = 'vote' and v->>'memberId' = $2::text) t order by said_at`,
  },
  own('meetings', 'dispensation_request', 'Dispensations that you asked for', 'position', {
    sealed: [details('dispensation_request')],
  }),
  own('meetings', 'dispensation_invitation', 'Dispensations prepared for you to ask', 'prepared_at', {
    sealed: [details('dispensation_invitation')],
  }),
  of('meetings', 'dispensation_decision', 'Decisions on them', ['dispensation_request', 'request_id'], {
    ...{ sealed: [details('dispensation_decision')], order: 'recorded_at' },
  }),
  of('meetings', 'dispensation_coverage', 'Which items they reach', ['dispensation_request', 'request_id'], {
    order: 'position',
  }),

  own('told', 'briefing_edition', 'Briefings', 'made_at', {
    ...{ sealed: [details('briefing_edition')], ownEyes: true },
  }),
  own('told', 'message', 'Messages', 'position', { sealed: [details('message')] }),
  own('told', 'reminder', 'Reminders', 'due_at'),
  own('told', 'escalation_step', 'Steps about a duty that stayed open', 'position', {
    sealed: [details('escalation_step')],
  }),
  of('told', 'escalation_letter_event', 'What became of letters', ['escalation_step', 'step_id'], {
    order: 'position',
  }),
  own('told', 'advice_question', 'Questions to the monitoring officer', 'position', {
    sealed: [details('advice_question')],
  }),
  of('told', 'advice_answer', 'Answers', ['advice_question', 'question_id'], {
    ...{ sealed: [details('advice_answer')], order: 'answered_at' },
  }),
  {
    ...{ under: 'told', table: 'advice_told', title: 'Whether you were told of an answer' },
    rows: `from advice_told t
      join advice_answer a on a.authority_id = $1 and a.id = t.answer_id
      join advice_question q on q.authority_id = $1 and q.id = a.question_id and q.member_id = $2
      where t.authority_id = $1 order by t.happened_at`,
  },
];

/**
 * What names a member and is in no copy: records by which a council looks into an allegation or compares with what others say,
 * which may be exempt (Data Protection Act 2018 Schedule 2 paragraphs 2, 7 and 16). The officer decides on each request.
 */
export const LEFT_OUT: readonly string[] = [
  'case_file',
  'case_file_note',
  'company_officer',
  'company_officer_decision',
  'retention_hold',
];
