import type { Bodies } from '../../authorities/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { CannotBe, type BodyChoice, type Counts } from './choices.js';
import type { BodyDifferences, BodyRow } from './compare-bodies.js';
import { originOf } from './origin.js';

/**
 * Does what was chosen, as far as it is still to be done: a body that has become known meanwhile is not made once more.
 * @param now what is there and here, while nobody else imports
 * @throws CannotBe where a choice cannot be; the caller undoes all of it
 */
export async function takeBodies(
  uow: UnitOfWork,
  bodies: Bodies,
  now: BodyDifferences,
  choices: readonly BodyChoice[],
): Promise<Counts> {
  const counts = { added: 0, recognised: 0, renamed: 0 };
  const toChoose = new Set(now.toChoose.map(({ id }) => id));
  for (const choice of choices) {
    const row = now.rows[choice.index];
    const done = row && (await takeBody(uow, bodies, { row, toChoose, choice }));
    if (done !== undefined) counts[done] += 1;
  }
  return counts;
}

async function takeBody(
  uow: UnitOfWork,
  bodies: Bodies,
  { row, toChoose, choice }: { row: BodyRow; toChoose: Set<string>; choice: BodyChoice },
): Promise<'added' | 'recognised' | 'renamed' | undefined> {
  const { index, what, kind, quorum } = choice;
  const { read, fate, here } = row;
  const origin = originOf(read.externalId);
  if (what === 'leave') return undefined;
  if (what === 'take') {
    if (fate !== 'renamed' || here === undefined) return undefined;
    const renamed = await bodies.rename(uow, here.id, read.name);
    if ('refused' in renamed) throw new CannotBe({ index, why: renamed.refused });
    return 'renamed';
  }
  if (fate !== 'unmatched') return undefined;
  if (what === 'new') {
    const added = await bodies.addFrom(uow, { name: read.name, kind, quorum }, origin);
    if ('refused' in added) throw new CannotBe({ index, why: added.refused });
    return 'added';
  }
  // Each body here is one of those there, and not two.
  if (!toChoose.delete(what.sameAs)) throw new CannotBe({ index, why: 'not-to-choose' });
  await bodies.recognise(uow, what.sameAs, origin);
  return 'recognised';
}
