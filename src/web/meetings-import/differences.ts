import type { ReadRole } from '../../agenda/index.js';
import type { MembershipDifference } from '../../meetings/index.js';
import type { SeatRole } from '../../members/index.js';
import { listInWords } from '../../wording/index.js';
import { seatRoleInWords } from '../page/index.js';

const PRINTED: Record<ReadRole, string> = {
  chairman: 'chairman',
  'vice-chairman': 'vice-chairman',
  member: 'member',
  'church-representative': 'church representative',
  'parent-governor-representative': 'parent governor representative',
  'co-opted-member': 'co-opted member',
  substitute: 'substitute',
};

/**
 * How the list that the agenda prints differs from the council’s own seats, as sentences to the clerk. What could be
 * many lines of one kind is one sentence, so that a list of a whole other council stays readable.
 */
export function differencesInWords(differences: readonly MembershipDifference[]): string[] {
  const strangers = differences.flatMap((one) =>
    one.kind === 'not-a-member-here' ? [`${one.printedName} (${PRINTED[one.printedRole]})`] : [],
  );
  const unprinted = differences.flatMap((one) =>
    one.kind === 'not-printed' ? [`${one.name} (${seat(one.role)})`] : [],
  );
  const empty = differences.flatMap((one) => (one.kind === 'vacancy-not-printed' ? [seat(one.role)] : []));
  return [
    ...sentence('Printed on the agenda, and nobody of that name holds a seat here', strangers),
    ...sentence('Holds a seat here and is not printed', unprinted),
    ...differences.flatMap(singleInWords),
    ...sentence('Vacant here and not printed as a vacancy', counted(empty)),
  ];
}

function sentence(beginning: string, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [`${beginning}: ${listInWords(parts, 'and')}.`];
}

/** The kinds of difference that need a sentence each. */
function singleInWords(difference: MembershipDifference): string[] {
  if (difference.kind === 'role-differs') {
    const { name, printedRole, role } = difference;
    return [`The agenda prints ${name} as ${PRINTED[printedRole]}; here it is ${seat(role)}.`];
  }
  if (difference.kind !== 'vacancy-printed-but-held') return [];
  const { holder, printedRole } = difference;
  const vacancy = `The agenda prints a vacancy (${PRINTED[printedRole]})`;
  return [
    holder === undefined
      ? `${vacancy}, and there is no such empty seat here.`
      : `${vacancy}, and ${holder.name} holds that seat here.`,
  ];
}

/** 'chairman', 'member (8 vacancies)'. */
function counted(roles: readonly string[]): string[] {
  return [...new Set(roles)].map((role) => {
    const count = roles.filter((one) => one === role).length;
    return count === 1 ? role : `${role} (${count} vacancies)`;
  });
}

function seat(role: SeatRole): string {
  return seatRoleInWords(role).toLowerCase();
}
