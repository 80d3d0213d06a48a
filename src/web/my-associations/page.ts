import { IsIn, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import {
  ASSOCIATION_KINDS,
  type Association,
  type AssociationDetails,
  type AssociationKind,
} from '../../disclosures/index.js';
import type { FormState, Words } from '../form/index.js';

/** Somebody or something that the member is close to. */
export class AssociationForm {
  @IsIn(ASSOCIATION_KINDS, { message: 'Select what they are to you' })
  kind: AssociationKind;

  @MaxLength(200, { message: 'The name must be 200 characters or less' })
  @IsNotEmpty({ message: 'Enter their name' })
  name: string;

  @MaxLength(1000, { message: 'Other names must be 1,000 characters or less' })
  @IsOptional()
  otherNames?: string;

  @MaxLength(500, { message: 'How you are connected must be 500 characters or less' })
  @IsOptional()
  connection?: string;
}

/** One name a line, as they are typed; the same one twice is one. */
export const detailsOf = ({ kind, name, otherNames, connection }: AssociationForm): AssociationDetails => ({
  ...{ kind, name, connection: connection ?? '' },
  otherNames: [
    ...new Set(
      (otherNames ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ],
});

export const wordsOf = ({ kind, name, otherNames, connection }: AssociationDetails): Words => ({
  ...{ kind, name, connection },
  otherNames: otherNames.join('\n'),
});

const KINDS: Readonly<Record<AssociationKind, { heading: string; text: string; hint: string }>> = {
  family: {
    heading: 'Family',
    text: 'Family',
    hint: 'For example a parent, child, brother, sister or in-law',
  },
  'close-associate': {
    heading: 'Close associates',
    text: 'A close associate',
    hint: 'For example a close friend, a business partner or somebody you are in dispute with',
  },
  body: {
    heading: 'Bodies',
    text: 'A body',
    hint: 'For example a club, charity, school or company that you or they belong to',
  },
};

const DONE: Readonly<Record<string, string>> = {
  added: 'Added to your list.',
  changed: 'Your list is changed.',
  removed: 'Taken off your list.',
};

export function listView(kept: readonly Association[], done: unknown): object {
  const text = typeof done === 'string' ? DONE[done] : undefined;
  return {
    title: 'My private list',
    backHref: '/my',
    banner: text === undefined ? undefined : { text, success: true },
    groups: ASSOCIATION_KINDS.map((kind) => ({
      heading: KINDS[kind].heading,
      rows: kept.filter((one) => one.kind === kind),
    })).filter(({ rows }) => rows.length > 0),
  };
}

export function formView(form: FormState, known: Association | undefined): object {
  return {
    title: known === undefined ? 'Add to your private list' : 'Change your private list',
    backHref: '/my/associations',
    button: 'Save',
    secondary: { text: 'Cancel', href: '/my/associations' },
    kinds: ASSOCIATION_KINDS.map((value) => ({
      value,
      text: KINDS[value].text,
      hint: { text: KINDS[value].hint },
    })),
    form,
  };
}

export const removeView = (known: Association): object => ({
  title: `Take ${known.name} off your list?`,
  backHref: '/my/associations',
  button: 'Take off my list',
  secondary: { text: 'Keep it', href: '/my/associations' },
  form: { words: {}, errors: {}, errorList: [] },
});
