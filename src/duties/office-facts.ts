import { atOnce, grouped, type UnitOfWork } from '../platform/database/index.js';
import type { Member, TermOfOffice } from '../members/index.js';
import type { Notification, NotificationAnswer } from '../register/index.js';

/** What the law reads of everybody, or of one member: terms oldest first, notifications in the order of receipt. */
export interface OfficeFacts {
  readonly terms: readonly TermWithMember[];
  readonly notifications: (memberId: string) => readonly ReadNotification[];
}

/** A notification with its answers in one string; see `answersIn`. */
export type ReadNotification = Notification & { readonly answers: string | null };

export interface TermWithMember {
  readonly member: Member;
  readonly term: TermOfOffice;
}

const day = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`;

/** Of whom: everybody in these authorities, or one member. */
export interface AskedOf {
  readonly authorityIds: readonly string[];
  readonly memberId?: string | undefined;
}

/**
 * Read in four statements, whatever the number of members and authorities, and not as entities: what a board of thousands
 * costs is making objects, and these rows are only read. No table is joined to another in the database: behind row-level
 * security the planner takes each for a row or two, and goes through one of them anew for every row of the other.
 */
export async function readOfficeFacts(uow: UnitOfWork, of: AskedOf): Promise<OfficeFacts> {
  const { everybody, terms, notifications } = await atOnce({
    everybody: readMembers(uow, of),
    terms: readTerms(uow, of),
    notifications: readNotifications(uow, of),
  });
  const members = new Map(everybody.map((member) => [member.id, member]));
  const answers = new Map((await readAnswers(uow, of, notifications)).map(({ id, said }) => [id, said]));
  const read = notifications.map((one) => ({ ...one, answers: answers.get(one.id) ?? null }));
  return {
    terms: terms.flatMap((term) => {
      const member = members.get(term.memberId);
      return member === undefined ? [] : [{ member, term }];
    }),
    notifications: grouped(read, (row) => row.memberId),
  };
}

const valuesOf = ({ authorityIds, memberId }: AskedOf): unknown[] =>
  memberId === undefined ? [authorityIds] : [authorityIds, memberId];

const where = ({ memberId }: AskedOf, column: string): string =>
  `where authority_id = any ($1)${memberId === undefined ? '' : ` and ${column} = $2`}`;

const readMembers = ({ manager }: UnitOfWork, of: AskedOf): Promise<Member[]> =>
  manager.query(
    `select authority_id as "authorityId", id, account_id as "accountId", name, email, source,
            external_id as "externalId"
     from member ${where(of, 'id')}`,
    valuesOf(of),
  );

const readTerms = ({ manager }: UnitOfWork, of: AskedOf): Promise<TermOfOffice[]> =>
  manager.query(
    `select authority_id as "authorityId", id, member_id as "memberId", standing, votes_on as "votesOn",
            ${day('became_member_on')} as "becameMemberOn", ${day('polling_day')} as "pollingDay",
            ${day('ended_on')} as "endedOn"
     from term_of_office ${where(of, 'member_id')} order by became_member_on`,
    valuesOf(of),
  );

const readNotifications = ({ manager }: UnitOfWork, of: AskedOf): Promise<Notification[]> =>
  manager.query(
    `select authority_id as "authorityId", id, position, member_id as "memberId", kind, channel,
            received_at as "receivedAt", ${day('received_on')} as "receivedOn", recorded_at as "recordedAt",
            recorded_by as "recordedBy", has_partner as "hasPartner", entered_at as "enteredAt",
            entered_by as "enteredBy"
     from notification ${where(of, 'member_id')} order by received_on, position`,
    valuesOf(of),
  );

/** Those of one member by the ids of their notifications; those of everybody by the authority alone. */
const readAnswers = (
  { manager }: UnitOfWork,
  { authorityIds, memberId }: AskedOf,
  notifications: readonly Notification[],
): Promise<{ id: string; said: string }[]> =>
  manager.query(
    `select notification_id as id, string_agg(category || '/' || held_by || '/' || answer, ' ') as said
     from notification_answer
     where authority_id = any ($1)${memberId === undefined ? '' : ' and notification_id = any ($2)'}
     group by authority_id, notification_id`,
    memberId === undefined ? [authorityIds] : [authorityIds, notifications.map(({ id }) => id)],
  );

/** What was answered in a notification: each word is 'land/self/entries'. */
export function answersIn({
  authorityId,
  id: notificationId,
  answers,
}: ReadNotification): NotificationAnswer[] {
  if (answers === null) return [];
  return answers.split(' ').map((word) => {
    const [category, heldBy, answer] = word.split('/') as [
      NotificationAnswer['category'],
      NotificationAnswer['heldBy'],
      NotificationAnswer['answer'],
    ];
    return { authorityId, notificationId, category, heldBy, answer };
  });
}
