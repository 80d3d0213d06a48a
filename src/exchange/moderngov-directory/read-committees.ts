import type { XmlElement } from '../../files/index.js';
import { elementsOf, idOf, isName, saysTrue, wordsOf } from './elements.js';
import type { DirectoryReading, ReadBody } from './reading.js';

/** Reads the answer of `GetCommittees`. What it counts itself is not believed: the entries are. */
export function readCommittees(committees: XmlElement): DirectoryReading {
  const bodies = new Map<string, ReadBody>();
  let leftOut = 0;
  for (const committee of elementsOf(committees, 'committee')) {
    const externalId = idOf(committee, 'committeeid');
    const name = wordsOf(committee, 'committeetitle');
    if (externalId === '' || !isName(name)) leftOut += 1;
    else
      bodies.set(externalId, {
        ...{ externalId, name, category: wordsOf(committee, 'committeecategory') },
        isGone: saysTrue(committee, 'committeedeleted') || saysTrue(committee, 'committeeexpired'),
      });
  }
  return { kind: 'bodies', bodies: [...bodies.values()], leftOut };
}
