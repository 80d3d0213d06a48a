import { IsIn, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';
import { BODY_KINDS, type Body, type BodyKind, type QuorumRule } from '../../../authorities/index.js';
import type { CivilDate } from '../../../law/index.js';
import { SEAT_ROLES, type Member, type SeatOnDay, type SeatRole } from '../../../members/index.js';
import { DateField, type FormState } from '../../form/index.js';
import { seatRoleInWords } from '../../page/index.js';

const KINDS: Record<BodyKind, string> = {
  council: 'The council itself',
  executive: 'Executive (cabinet)',
  committee: 'Committee',
  'sub-committee': 'Sub-committee',
  'overview-and-scrutiny': 'Overview and scrutiny committee or panel',
  'joint-committee': 'Joint committee',
};

/** A whole number from 1 to 99, as it is typed. */
const WHOLE = /^[1-9]\d?$/;

/** A body that meets. Its quorum is a number of members, or a fraction of the seats and never fewer than a number. */
export class BodyForm {
  @MaxLength(200, { message: 'The name must be 200 characters or less' })
  @IsNotEmpty({ message: 'Enter the name of the body' })
  name: string;

  @IsIn(BODY_KINDS, { message: 'Choose what kind of body it is' })
  kind: BodyKind;

  @Matches(WHOLE, { message: 'Enter the fewest members who must be there, as a whole number from 1 to 99' })
  atLeast: string;

  @Matches(/^$|^[1-9]\d?$/, { message: 'Enter the fraction as a whole number, like 4 for a quarter' })
  @IsOptional()
  oneIn?: string;
}

/** Without a fraction the quorum is the number by itself. */
export function quorumOf({ atLeast, oneIn = '' }: BodyForm): QuorumRule {
  return oneIn === ''
    ? { kind: 'number', members: Number(atLeast) }
    : { kind: 'fraction', oneIn: Number(oneIn), atLeast: Number(atLeast) };
}

function quorumInWords(quorum: QuorumRule): string {
  if (quorum.kind === 'number') return quorum.members === 1 ? '1 member' : `${quorum.members} members`;
  return `One in ${quorum.oneIn} of the seats, and at least ${quorum.atLeast}`;
}

/** Seats of one role on a body. */
export class SeatsForm {
  @IsIn(SEAT_ROLES, { message: 'Choose the role of the seat' })
  role: SeatRole;

  @Matches(WHOLE, { message: 'Enter how many such seats there are, as a whole number from 1 to 99' })
  count: string;

  @IsOptional()
  @MaxLength(100, { message: 'The note must be 100 characters or less' })
  note?: string;
}

/** Who holds a seat from a day on. */
export class FillForm {
  @IsNotEmpty({ message: 'Choose who holds the seat' })
  memberId: string;

  @DateField({
    enter: 'Enter the day from which the member holds the seat',
    name: 'The day from which the member holds the seat',
  })
  fromOn: CivilDate;
}

interface Council {
  readonly slug: string;
  readonly name: string;
}

export function addBodyView(council: Council, form: FormState): object {
  return {
    title: 'Add a body',
    council: council.name,
    backHref: `/admin/authorities/${council.slug}`,
    button: 'Add the body',
    kinds: BODY_KINDS.map((value) => ({ value, text: KINDS[value] })),
    form,
  };
}

/** One body with its seats today. */
export function bodyView(council: Council, body: Body, seats: readonly SeatOnDay[]): object {
  const address = `/admin/authorities/${council.slug}/bodies/${body.id}`;
  return {
    title: body.name,
    council: council.name,
    backHref: `/admin/authorities/${council.slug}`,
    address,
    kind: KINDS[body.kind],
    quorum: quorumInWords(body.quorum),
    seats: seats.map(({ seatId, role, note, holder }) => ({
      role: seatRoleInWords(role),
      note,
      holder: holder?.name,
      fillHref: holder === undefined ? `${address}/seats/${seatId}/fill` : undefined,
      emptyHref: holder === undefined ? undefined : `${address}/seats/${seatId}/empty`,
    })),
  };
}

export function addSeatsView(council: Council, body: Body, form: FormState): object {
  return {
    title: 'Add seats',
    council: `${council.name}, ${body.name}`,
    backHref: `/admin/authorities/${council.slug}/bodies/${body.id}`,
    button: 'Add the seats',
    roles: SEAT_ROLES.map((value) => ({ value, text: seatRoleInWords(value) })),
    form,
  };
}

export function fillView(
  council: Council,
  body: Body,
  seat: SeatOnDay,
  members: readonly Member[],
  form: FormState,
): object {
  return {
    title: 'Who holds this seat?',
    council: `${council.name}, ${body.name}: ${seatRoleInWords(seat.role)}`,
    backHref: `/admin/authorities/${council.slug}/bodies/${body.id}`,
    button: 'Seat the member',
    members: [
      { value: '', text: 'Choose a member' },
      ...members.map(({ id, name }) => ({ value: id, text: name })),
    ],
    form,
  };
}
