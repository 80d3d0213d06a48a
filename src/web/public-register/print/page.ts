import type { PublicRegister } from '../../../publication/index.js';
import { dayView, memberView, type DayView, type MemberView } from '../register-view.js';

export interface PrintView {
  readonly title: string;
  readonly councilName: string;
  readonly day: DayView;
  readonly backHref: string;
  readonly members: readonly MemberView[];
  readonly large: boolean;
}

/** The register as a form to print, keep and lay out for inspection: everything on one page. */
export function printView(register: PublicRegister, backHref: string, size: unknown): PrintView {
  const { name } = register.authority;
  const day = dayView(register);
  return {
    title: `Register of members’ interests`,
    councilName: name,
    day,
    backHref: `${backHref}${day.query}`,
    members: register.members.map(memberView),
    large: size === 'large',
  };
}
