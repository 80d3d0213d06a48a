import { IsIn, IsNotEmpty, IsOptional, Matches, MaxLength, NotEquals } from 'class-validator';
import {
  AUTHORITY_KINDS,
  type AuthorityKind,
  type ListedAuthority,
  type NewAuthority,
} from '../../../authorities/index.js';
import type { FormError, FormState } from '../../form/index.js';

const KINDS: Record<AuthorityKind, string> = {
  county: 'County council',
  district: 'District council',
  'london-borough': 'London borough council',
  unitary: 'Unitary council',
  parish: 'Parish or town council',
};

/** 'County council'. */
export function kindInWords(kind: AuthorityKind): string {
  return KINDS[kind];
}

/** A council that is to be set up. */
export class AuthorityForm {
  @MaxLength(200, { message: 'The name must be 200 characters or less' })
  @IsNotEmpty({ message: 'Enter the name of the council' })
  name: string;

  @MaxLength(60, { message: 'The word for web addresses must be 60 characters or less' })
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    message: 'The word for web addresses must be small letters and numbers, with hyphens between them',
  })
  @NotEquals('add', { message: 'Choose another word for web addresses' })
  @IsNotEmpty({ message: 'Enter the word for web addresses' })
  slug: string;

  @IsIn(AUTHORITY_KINDS, { message: 'Choose what kind of council it is' })
  kind: AuthorityKind;

  @IsIn(['yes', 'no'], { message: 'Choose yes if the council has executive arrangements' })
  executive: 'yes' | 'no';

  @IsOptional()
  @MaxLength(100)
  principal?: string;
}

/** A parish names the council whose monitoring officer keeps its register (Localism Act 2011 s.29); no other does. */
export function principalProblem(
  form: AuthorityForm,
  others: readonly ListedAuthority[],
): FormError | undefined {
  const principal = form.principal ?? '';
  if (form.kind !== 'parish') return undefined;
  if (others.some(({ id, kind }) => id === principal && kind !== 'parish')) return undefined;
  return {
    field: 'principal',
    href: '#principal',
    text: 'Choose the council whose monitoring officer keeps the parish’s register',
  };
}

export function newAuthority(form: AuthorityForm): NewAuthority {
  const { name, slug, kind, executive, principal } = form;
  const isParish = kind === 'parish' && principal !== undefined;
  return {
    name,
    slug,
    kind,
    // Executive arrangements are for principal councils alone.
    executiveArrangements: kind !== 'parish' && executive === 'yes',
    ...(isParish ? { principalAuthorityId: principal } : {}),
  };
}

export function listView(authorities: readonly ListedAuthority[]): object {
  const names = new Map(authorities.map(({ id, name }) => [id, name]));
  return {
    title: 'Councils',
    authorities: authorities.map(({ slug, name, kind, principalAuthorityId }) => ({
      href: `/admin/authorities/${slug}`,
      name,
      kind: kindInWords(kind),
      principal: principalAuthorityId === null ? undefined : names.get(principalAuthorityId),
    })),
  };
}

export function addView(form: FormState, others: readonly ListedAuthority[]): object {
  const principals = others.filter(({ kind }) => kind !== 'parish');
  return {
    title: 'Add a council',
    backHref: '/admin/authorities',
    button: 'Add the council',
    kinds: AUTHORITY_KINDS.map((value) => ({ value, text: kindInWords(value) })),
    principals: [
      { value: '', text: 'It is not a parish' },
      ...principals.map(({ id, name }) => ({ value: id, text: name })),
    ],
    form,
  };
}
