import { IsIn } from 'class-validator';
import type { AdoptedCode, Authority, Body, StandingOrder } from '../../../authorities/index.js';
import { civilDate, KNOWN_CODES, type CivilDate } from '../../../law/index.js';
import type { Member, TermOfOffice } from '../../../members/index.js';
import { dateInWords } from '../../../wording/index.js';
import { DateField, type FormState } from '../../form/index.js';
import { officeInWords } from '../../page/index.js';
import { kindInWords } from '../authorities/page.js';

/** The law that this system holds begins on this day. */
const LAW_BEGINS = civilDate('2012-07-01');

/** A code of conduct that the council adopted. */
export class CodeForm {
  @IsIn(KNOWN_CODES.map(({ code }) => code), { message: 'Choose the code of conduct' })
  code: string;

  @DateField({
    enter: 'Enter the day from which the code applies',
    name: 'The day from which the code applies',
    earliest: LAW_BEGINS,
  })
  fromOn: CivilDate;
}

/** A standing order that sends barred members out of the room (Localism Act 2011 s.31(10)). */
export class StandingOrderForm {
  @DateField({
    enter: 'Enter the day from which the standing order applies',
    name: 'The day from which the standing order applies',
    earliest: LAW_BEGINS,
  })
  fromOn: CivilDate;
}

/** What the page of one council is made of. */
export interface KnownOfAuthority {
  readonly authority: Authority;
  readonly codes: readonly AdoptedCode[];
  readonly standingOrders: readonly StandingOrder[];
  readonly bodies: readonly Body[];
  /** Seats and how many of them are empty, by body. */
  readonly seats: ReadonlyMap<string, { readonly all: number; readonly empty: number }>;
  readonly members: readonly Member[];
  readonly terms: readonly TermOfOffice[];
}

export function authorityView(known: KnownOfAuthority): object {
  const { authority } = known;
  const address = `/admin/authorities/${authority.slug}`;
  return {
    title: authority.name,
    backHref: '/admin/authorities',
    address,
    kind: kindInWords(authority.kind),
    executive: authority.executiveArrangements ? 'Yes' : 'No',
    slug: authority.slug,
    codes: known.codes.map(({ code, ...period }) => ({
      title: codeTitle(code),
      period: periodInWords(period),
    })),
    standingOrders: known.standingOrders.map(periodInWords),
    bodies: known.bodies.map(({ id, name }) => {
      const { all = 0, empty = 0 } = known.seats.get(id) ?? {};
      return { href: `${address}/bodies/${id}`, name, seats: seatsInWords(all, empty) };
    }),
    members: known.terms.map((term) => ({
      name: known.members.find(({ id }) => id === term.memberId)?.name ?? '',
      office: officeInWords(term),
      period: periodInWords({ fromOn: term.becameMemberOn, toOn: term.endedOn }),
    })),
  };
}

function seatsInWords(all: number, empty: number): string {
  if (all === 0) return 'No seats yet';
  const seats = `${all} ${all === 1 ? 'seat' : 'seats'}`;
  return empty === 0 ? seats : `${seats}, ${empty} vacant`;
}

/** 'From 8 May 2017', 'From 1 July 2012 to 7 May 2017'. */
function periodInWords({ fromOn, toOn }: { fromOn: string; toOn: string | null }): string {
  const from = `From ${dateInWords(civilDate(fromOn))}`;
  return toOn === null ? from : `${from} to ${dateInWords(civilDate(toOn))}`;
}

export function codeView(authority: { slug: string; name: string }, form: FormState): object {
  return {
    title: 'Adopt a code of conduct',
    council: authority.name,
    backHref: `/admin/authorities/${authority.slug}`,
    button: 'Record it',
    codes: KNOWN_CODES.map(({ code, title }) => ({ value: code, text: title })),
    form,
  };
}

export function standingOrderView(authority: { slug: string; name: string }, form: FormState): object {
  return {
    title: 'Standing order that excludes from the room',
    council: authority.name,
    backHref: `/admin/authorities/${authority.slug}`,
    button: 'Record it',
    form,
  };
}

/** What a code is called; one that the rulebook does not know is shown by its id. */
function codeTitle(code: string): string {
  return KNOWN_CODES.find((known) => known.code === code)?.title ?? code;
}
