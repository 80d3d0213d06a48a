import type { AboutRegister, PublicRegister } from '../../../publication/index.js';
import { dateInWords } from '../../../wording/index.js';
import { dayView, inShort, type DayView } from '../register-view.js';

interface Link {
  readonly text: string;
  readonly href: string;
}

export interface AuthorityRegisterView {
  readonly title: string;
  readonly councilName: string;
  readonly slug: string;
  readonly today: string;
  readonly day: DayView;
  readonly members: readonly (Link & { readonly short: string })[];
  readonly parishes: readonly Link[];
  readonly inspectionPlace: string | undefined;
  /** Names of those who have not answered in time; undefined where this authority does not name them. */
  readonly notYetAnswered: readonly Link[] | undefined;
  /** For a parish. */
  readonly parish: ParishView | undefined;
}

interface ParishView {
  readonly principal: Link | undefined;
  readonly website: string | undefined;
  /** 'The parish’s own website was seen to carry it on 3 May 2026.' */
  readonly seen: { readonly url: string; readonly on: string } | undefined;
  /** HTML to put into the parish's own page. */
  readonly snippet: string;
}

/** The register of an authority: whom it holds, and every way to read it. */
export function authorityRegisterView(
  register: PublicRegister,
  about: AboutRegister,
  { today, publicUrl }: { today: string; publicUrl: string },
): AuthorityRegisterView {
  const { slug, name, kind } = register.authority;
  const day = dayView(register);
  const memberHref = (id: string): string => `/register/${slug}/${id}${day.query}`;
  return {
    title: 'Register of members’ interests',
    councilName: name,
    slug,
    today,
    day,
    members: register.members.map((member) => ({
      text: member.name,
      href: memberHref(member.id),
      short: inShort(member),
    })),
    parishes: about.parishes.map((parish) => ({ text: parish.name, href: `/register/${parish.slug}` })),
    inspectionPlace: about.inspectionPlace,
    // Who owes an answer is said of today alone.
    notYetAnswered: register.isToday
      ? about.notYetAnswered?.map(({ memberId, name: text }) => ({ text, href: memberHref(memberId) }))
      : undefined,
    parish: kind === 'parish' ? parishView(slug, name, about, publicUrl) : undefined,
  };
}

function parishView(slug: string, name: string, about: AboutRegister, publicUrl: string): ParishView {
  const { principal, seenOnParishWebsite: seen, parishWebsite } = about;
  return {
    principal:
      principal === undefined ? undefined : { text: principal.name, href: `/register/${principal.slug}` },
    website: parishWebsite,
    seen: seen === undefined ? undefined : { url: seen.url, on: dateInWords(seen.on) },
    snippet: `<iframe src="${publicUrl}/register/${slug}/embed" title="Register of interests of ${attribute(name)}" width="100%" height="800"></iframe>`,
  };
}

const attribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
