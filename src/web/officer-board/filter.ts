import {
  DUTY_KINDS,
  STATE_ORDER,
  type BoardFilter,
  type ComplianceBoardOfDay,
} from '../../oversight/index.js';

/** What an address asks of the board, as a form fills it in: '' is not asked. */
export interface AskedOfBoard {
  readonly state: string;
  readonly kind: string;
  readonly body: string;
  readonly group: string;
  readonly name: string;
}

const FIELDS = ['state', 'kind', 'body', 'group', 'name'] as const;
/** No name is longer. */
const LONGEST_NAME = 200;

/**
 * What the query asks for. A state, a kind, a body or a group that there is not asks for nothing, so that an old address
 * still shows the board.
 */
export function readAsked(
  query: Readonly<Record<string, unknown>>,
  { bodies, groupOf }: Pick<ComplianceBoardOfDay['places'], 'bodies' | 'groupOf'>,
): AskedOfBoard {
  const oneOf = (field: string, known: readonly string[]): string =>
    known.find((one) => one === query[field]) ?? '';
  return {
    state: oneOf('state', STATE_ORDER),
    kind: oneOf('kind', DUTY_KINDS),
    body: oneOf(
      'body',
      bodies.map(({ id }) => id),
    ),
    group: oneOf('group', [...new Set(groupOf.values())]),
    name: typeof query.name === 'string' ? query.name.trim().slice(0, LONGEST_NAME) : '',
  };
}

/** The same for the board; what is left out of `fields` is not asked. */
export function filterOf(asked: AskedOfBoard): BoardFilter {
  const given = FIELDS.filter((field) => asked[field] !== '').map((field) => [field, asked[field]]);
  return Object.fromEntries(given) as BoardFilter;
}

/** The query of an address that asks for the same, but for what is given. */
export function queryOf(asked: AskedOfBoard, changed: Partial<AskedOfBoard & { page: string }> = {}): string {
  const all = Object.entries({ ...asked, ...changed }).filter(([, word]) => word !== '');
  const query = new URLSearchParams(all).toString();
  return query === '' ? '' : `?${query}`;
}
