import type { DutyState } from '../../duties/index.js';
import type { BoardDuty, DutyKind } from './board-duty.js';
import type { Places } from './places.js';

/** Which rows of the board are asked for; what is undefined asks for all. */
export interface BoardFilter {
  readonly state?: DutyState | undefined;
  readonly kind?: DutyKind | undefined;
  /** A body by id, on which the member has a seat. */
  readonly body?: string | undefined;
  /** The name of the member's group. */
  readonly group?: string | undefined;
  /** Part of the member's name, in any case. */
  readonly name?: string | undefined;
}

/** Those that are asked for, in the order given. */
export function filtered(
  duties: readonly BoardDuty[],
  { state, kind, body, group, name }: BoardFilter,
  { bodiesOf, groupOf }: Pick<Places, 'bodiesOf' | 'groupOf'>,
): readonly BoardDuty[] {
  const part = name?.toLowerCase();
  return duties.filter((duty) => {
    const id = duty.member?.id ?? '';
    return (
      (state === undefined || duty.state === state) &&
      (kind === undefined || duty.kind === kind) &&
      (body === undefined || bodiesOf.get(id)?.has(body) === true) &&
      (group === undefined || groupOf.get(id) === group) &&
      (part === undefined || (duty.member?.name.toLowerCase().includes(part) ?? false))
    );
  });
}
