import { IsOptional } from 'class-validator';
import type { ListedAuthority } from '../../../authorities/index.js';
import {
  INTAKE_COLUMNS,
  type HandOver,
  type HandOverProgress,
  type MayContinue,
  type WhyNoHandOver,
} from '../../../exchange/index.js';
import type { CivilDate } from '../../../law/index.js';
import { csvCell } from '../../../publication/index.js';
import { addDays } from '../../../law/index.js';
import { dateInWords, listInWords } from '../../../wording/index.js';
import { DateField, type FormState } from '../../form/index.js';

/** Which councils are continued by which, and from which day. One box that is ticked is a text, several are a list. */
export class HandOverForm {
  @IsOptional()
  predecessors?: string | string[];

  @IsOptional()
  successors?: string | string[];

  @DateField({
    enter: 'Enter the first day of the new council',
    name: 'The first day of the new council',
  })
  vestingOn: CivilDate;
}

export const REFUSED: Readonly<Record<WhyNoHandOver, { field: string; text: string }>> = {
  'nothing-chosen': {
    field: 'predecessors',
    text: 'Choose at least one council that ends and one that continues it',
  },
  'continues-itself': { field: 'successors', text: 'A council cannot continue itself' },
  'many-to-many': {
    field: 'successors',
    text: 'Choose several councils on one side only: record each new council, or each one that is split, by itself',
  },
  'continued-already': {
    field: 'predecessors',
    text: 'It is recorded already which council continues one of these',
  },
};

const NUMBERS = new Intl.NumberFormat('en-GB');

export function listView(handOvers: readonly HandOver[]): object {
  return {
    title: 'Councils that merge or split',
    backHref: '/admin/authorities',
    handOvers: handOvers.map((handOver) => ({
      href: `/admin/hand-over/${handOver.id}`,
      text: inWords(handOver),
      day: dateInWords(handOver.vestingOn),
    })),
  };
}

/** 'Wyre District Council and Severn District Council, continued by Wyreside Council'. */
function inWords({ predecessors, successors }: HandOver): string {
  const names = (all: HandOver['predecessors']): string =>
    listInWords(
      all.map(({ name }) => name),
      'and',
    );
  return `${names(predecessors)}, continued by ${names(successors)}`;
}

export function addView(authorities: readonly ListedAuthority[], form: FormState): object {
  const items = authorities.map(({ id, name }) => ({ value: id, text: name }));
  return {
    title: 'Record a hand-over',
    backHref: '/admin/hand-over',
    button: 'Record the hand-over',
    form,
    items,
  };
}

/** One hand-over, and what is left to do. */
export function handOverView({ handOver, predecessors, successors }: HandOverProgress): object {
  const nameOf = new Map([...handOver.predecessors, ...handOver.successors].map((one) => [one.id, one]));
  return {
    title: inWords(handOver),
    backHref: '/admin/hand-over',
    id: handOver.id,
    lastDay: dateInWords(addDays(handOver.vestingOn, -1)),
    vestingOn: dateInWords(handOver.vestingOn),
    severalSuccessors: successors.length > 1,
    predecessors: predecessors.map(({ id, terms, open }) => ({
      name: nameOf.get(id)?.name,
      href: `/register/${nameOf.get(id)?.slug ?? ''}`,
      terms: NUMBERS.format(terms),
      open: NUMBERS.format(open),
    })),
    open: predecessors.reduce((sum, { open }) => sum + open, 0),
    successors: successors.map(({ id, continuing, interests }) => ({
      name: nameOf.get(id)?.name,
      href: `/register/${nameOf.get(id)?.slug ?? ''}`,
      continuing: NUMBERS.format(continuing),
      interests: NUMBERS.format(interests),
    })),
  };
}

/** The file of an intake with everybody who may continue. Where several councils continue, which one is left open. */
export function peopleCsv({ vestingOn, successors }: HandOver, people: readonly MayContinue[]): string {
  const council = successors.length === 1 ? (successors[0]?.slug ?? '') : '';
  const lines = people.map(({ name, email, standing, votesOn, group, memberIds }) => {
    const cells: Readonly<Record<string, string>> = {
      ...{ council, name, standing, email: email ?? '', 'votes-on': votesOn, group: group ?? '' },
      ...{ 'became-member-on': vestingOn, continues: memberIds.join(' ') },
    };
    return INTAKE_COLUMNS.map((column) => csvCell(cells[column.name] ?? '')).join(',');
  });
  return `\ufeff${[INTAKE_COLUMNS.map(({ name }) => name).join(','), ...lines].join('\r\n')}\r\n`;
}
