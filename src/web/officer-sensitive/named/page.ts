import { IsUUID } from 'class-validator';
import type { NamedOfficer } from '../../../register/index.js';
import type { FormState } from '../../form/index.js';
import { instantInWords } from '../../page/index.js';

export class NameForm {
  @IsUUID('all', { message: 'Choose one of the deputies' })
  accountId: string;
}

export interface KnownOfNamed {
  readonly named: readonly (Pick<NamedOfficer, 'id' | 'namedAt'> & {
    readonly name: string;
    readonly isDeputy: boolean;
  })[];
  /** Deputies of today who are not named. */
  readonly deputies: readonly { readonly id: string; readonly name: string }[];
}

export function namedView({ named, deputies }: KnownOfNamed, mayName: boolean, form: FormState): object {
  return {
    title: 'Officers named to read sensitive details',
    backHref: '/officer/sensitive',
    named: named.map(({ id, name, namedAt, isDeputy }) => ({
      name,
      since: instantInWords(namedAt),
      note: isDeputy ? '' : 'Is no deputy today, so being named opens nothing to them.',
      endAction: mayName ? `/officer/sensitive/officers/${id}/end` : undefined,
    })),
    deputies: mayName ? deputies.map(({ id, name }) => ({ value: id, text: name })) : [],
    mayName,
    form,
  };
}
