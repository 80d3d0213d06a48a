import type { PublicRegister } from '../../../publication/index.js';
import { dayView, memberView, type DayView, type MemberView } from '../register-view.js';

export interface MemberRegisterView {
  readonly title: string;
  readonly councilName: string;
  readonly slug: string;
  readonly today: string;
  readonly day: DayView;
  readonly backHref: string;
  /** Undefined on a day on which they were no member. */
  readonly member: MemberView | undefined;
  /** '/register/wyrefordshire/9f…' */
  readonly base: string;
}

/**
 * What the public may read of one member.
 * @param register of this member alone; of nobody where they were no member on the day asked about
 */
export function memberRegisterView(
  register: PublicRegister,
  memberId: string,
  today: string,
): MemberRegisterView {
  const { slug, name } = register.authority;
  const day = dayView(register);
  const [member] = register.members;
  return {
    title: member === undefined ? 'Not a member on that day' : member.name,
    councilName: name,
    slug,
    today,
    day,
    backHref: `/register/${slug}${day.query}`,
    member: member === undefined ? undefined : memberView(member),
    base: `/register/${slug}/${memberId}`,
  };
}
