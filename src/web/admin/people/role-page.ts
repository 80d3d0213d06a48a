import { IsIn, IsNotEmpty } from 'class-validator';
import type { ListedAuthority } from '../../../authorities/index.js';
import { ROLES, type Role } from '../../../identity/index.js';
import type { CivilDate } from '../../../law/index.js';
import { DateField, type FormState } from '../../form/index.js';
import { councilItems, roleInWords } from './page.js';

/** Not given here: a member's role follows from their office, and the monitoring officer names who reads sensitive details. */
type GivenRole = Exclude<Role, 'member' | 'named-officer'>;
const GIVEN_ROLES = ROLES.filter((role): role is GivenRole => role !== 'member' && role !== 'named-officer');

/** A role that somebody is given at a council. */
export class RoleForm {
  @IsNotEmpty({ message: 'Choose the council' })
  council: string;

  @IsIn(GIVEN_ROLES, { message: 'Choose the role' })
  role: GivenRole;

  @DateField({
    enter: 'Enter the day from which they have the role',
    name: 'The day from which they have the role',
  })
  fromOn: CivilDate;
}

export function addRoleView(
  account: { readonly id: string; readonly name: string },
  authorities: readonly ListedAuthority[],
  form: FormState,
): object {
  return {
    title: 'Add a role',
    person: account.name,
    backHref: `/admin/people/${account.id}`,
    button: 'Give the role',
    councils: councilItems(authorities),
    roles: GIVEN_ROLES.map((value) => ({ value, text: roleInWords(value) })),
    form,
  };
}
