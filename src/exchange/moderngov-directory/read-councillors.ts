import type { XmlElement } from '../../files/index.js';
import { dayOf, elementOf, elementsOf, idOf, isName, wordsOf } from './elements.js';
import type { DirectoryReading, ReadMember } from './reading.js';

/** Reads the answer of `GetCouncillorsByWard`. Whoever stands under two wards is one councillor. */
export function readCouncillors(byWard: XmlElement): DirectoryReading {
  const members = new Map<string, ReadMember>();
  let leftOut = 0;
  for (const ward of elementsOf(elementOf(byWard, 'wards'), 'ward')) {
    const title = wordsOf(ward, 'wardtitle').slice(0, 200);
    for (const councillor of elementsOf(elementOf(ward, 'councillors'), 'councillor')) {
      const read = memberOf(councillor);
      if (read === undefined) {
        leftOut += 1;
        continue;
      }
      const known = members.get(read.externalId) ?? read;
      const wards = [...new Set([...known.wards, title])].filter((words) => words !== '');
      members.set(read.externalId, { ...known, wards });
    }
  }
  return { kind: 'members', members: [...members.values()], leftOut };
}

function memberOf(councillor: XmlElement): ReadMember | undefined {
  const externalId = idOf(councillor, 'councillorid');
  const name = wordsOf(councillor, 'fullusername').replace(/^(?:councillor|cllr\.?)\s+/i, '');
  if (externalId === '' || !isName(name) || isVacancy(name)) return undefined;
  const group = [wordsOf(councillor, 'politicalgrouptitle'), wordsOf(councillor, 'politicalpartytitle')];
  return {
    ...{ externalId, name, wards: [], terms: termsOf(councillor) },
    group: group.find(isName) ?? null,
  };
}

/** Some councils list an empty seat as if it were somebody. */
const isVacancy = (name: string): boolean => /^(?:vacan(?:t|cy)|\(vacan)/i.test(name);

function termsOf(councillor: XmlElement): ReadMember['terms'] {
  const terms = elementsOf(elementOf(councillor, 'termsofoffice'), 'termofoffice').flatMap((term) => {
    const from = dayOf(term, 'startdate');
    // 'unspecified', and the day of the beginning once more, say that no end is known.
    const end = dayOf(term, 'enddate');
    const to = end === undefined || from === undefined || end <= from ? null : end;
    return from === undefined ? [] : [{ from, to }];
  });
  return terms.sort((a, b) => a.from.localeCompare(b.from));
}
