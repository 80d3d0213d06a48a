/**
 * Which rows are planned again where what they tell is still wanted, in SQL over `reminder`: what was withdrawn, and what
 * reached nobody for want of a mail address once its member has one. What was told never comes back.
 */
export const COMES_BACK_IN_SQL = `(
  reminder.state = 'withdrawn'
  or (reminder.state = 'missed' and reminder.reason = 'no-mail-address'
      and exists (select from member
                  where member.authority_id = reminder.authority_id and member.id = reminder.member_id
                    and member.email is not null)))`;
