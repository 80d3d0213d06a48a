import type { FormState, Words } from '../../form/index.js';
import type { Choices } from '../paper/page.js';

/** The members who were ticked: one box posts text, several a list. */
export function membersIn(words: Words): string[] {
  return [words.members ?? []].flat();
}

export function inviteView({ members, grounds }: Choices, form: FormState): object {
  return {
    title: 'Invite members to ask for a dispensation',
    backHref: '/officer/dispensations',
    button: 'Invite these members',
    ...{ members, grounds, form },
  };
}
