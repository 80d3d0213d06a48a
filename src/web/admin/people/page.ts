import { IsEmail, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import type { ListedAuthority } from '../../../authorities/index.js';
import type { Account, Membership, Role, RoleHolding } from '../../../identity/index.js';
import { civilDate } from '../../../law/index.js';
import { dateInWords } from '../../../wording/index.js';
import type { FormState, Words } from '../../form/index.js';

/** Somebody who is to be able to sign in. */
export class PersonForm {
  @MaxLength(200, { message: 'The name must be 200 characters or less' })
  @IsNotEmpty({ message: 'Enter the person’s name' })
  name: string;

  @MaxLength(254, { message: 'The e-mail address must be 254 characters or less' })
  @IsEmail({}, { message: 'Enter an e-mail address, like name@example.com' })
  email: string;

  /** Left empty: they choose it themselves. Whether it is good enough is for the rules of identity to say. */
  @IsOptional()
  @IsString({ message: 'Enter a password, or leave it empty' })
  password?: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'Tick the box, or leave it empty' })
  isAdministrator?: 'yes';
}

/**
 * The password exactly as it was typed: a form's answers are trimmed, and a password with a blank at its end would
 * then never open the door.
 */
export function passwordAsTyped(words: Words): string {
  const { password } = words;
  return typeof password === 'string' ? password : '';
}

/** What was typed, without the password: it is never shown again. */
export function withoutPassword(form: FormState): FormState {
  return {
    ...form,
    words: Object.fromEntries(Object.entries(form.words).filter(([name]) => name !== 'password')),
  };
}

const ROLES: Record<Role, string> = {
  member: 'Member',
  'monitoring-officer': 'Monitoring officer',
  'deputy-monitoring-officer': 'Deputy monitoring officer',
  'democratic-services': 'Democratic services',
  'parish-clerk': 'Parish clerk',
  auditor: 'Auditor',
  'named-officer': 'Named to read sensitive interests',
};

/** 'Monitoring officer'. */
export function roleInWords(role: Role): string {
  return ROLES[role];
}

export function peopleView(accounts: readonly Account[]): object {
  return {
    title: 'People',
    backHref: '/admin/authorities',
    people: accounts.map(({ id, name, email, isAdministrator, disabledAt }) => ({
      href: `/admin/people/${id}`,
      ...{ name, email, isAdministrator },
      disabled: disabledAt !== null,
    })),
  };
}

export function addPersonView(form: FormState): object {
  return {
    title: 'Add a person',
    backHref: '/admin/people',
    button: 'Add the person',
    form: withoutPassword(form),
  };
}

/** What is known of a person besides their account. */
interface KnownOfPerson {
  /** What they are today at each council. */
  readonly memberships: readonly Membership[];
  /** Every role of theirs, past and coming ones included. */
  readonly roles: readonly RoleHolding[];
  readonly authorities: readonly ListedAuthority[];
  /** True for the administrator who looks at their own page. */
  readonly isOwn: boolean;
  readonly hasSecondStep: boolean;
  /** With their council account. */
  readonly signsInAtProvider: boolean;
}

/** One person, with what they are today at each council and every role that they were given. */
export function personView(
  account: Account,
  { memberships, roles, authorities, isOwn, hasSecondStep, signsInAtProvider }: KnownOfPerson,
): object {
  const address = `/admin/people/${account.id}`;
  return {
    title: account.name,
    backHref: '/admin/people',
    address,
    email: account.email,
    disabled: account.disabledAt !== null,
    hasPassword: account.passwordHash !== null,
    hasSecondStep: hasSecondStep && !isOwn,
    signsInAtProvider,
    mayDisable: !isOwn && account.disabledAt === null,
    given: roles.flatMap((held) => {
      const council = authorities.find(({ id }) => id === held.authorityId);
      return council === undefined ? [] : [givenRole(address, council, held)];
    }),
    administrator: account.isAdministrator ? 'Yes' : 'No',
    memberships: memberships.map(({ authorityName, slug, memberId, roles }) => ({
      council: authorityName,
      officeHref: memberId === undefined ? undefined : `${address}/offices/${slug}`,
      roles: roles.map(roleInWords).join(', '),
    })),
  };
}

function givenRole(address: string, council: ListedAuthority, held: RoleHolding): object {
  const from = `from ${dateInWords(civilDate(held.fromOn))}`;
  const to = held.toOn === null ? '' : ` to ${dateInWords(civilDate(held.toOn))}`;
  return {
    text: `${roleInWords(held.role as Role)} at ${council.name}, ${from}${to}`,
    endHref: held.toOn === null ? `${address}/roles/${council.slug}/${held.id}/end` : undefined,
  };
}

/** Councils to choose from. */
export function councilItems(authorities: readonly ListedAuthority[]): object[] {
  return [
    { value: '', text: 'Choose a council' },
    ...authorities.map(({ slug, name }) => ({ value: slug, text: name })),
  ];
}
