import type { Counts, DirectoryImport } from '../../exchange/index.js';
import { instantInWords } from '../page/index.js';

/** What was done, as sentences; a count of nothing is no sentence. */
export function doneView({ kind, takenOverAt }: DirectoryImport, counts: Counts): object {
  const lines = Object.entries(WORDS[kind]).flatMap(([name, [one, many]]) => {
    const count = counts[name] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return {
    title: lines.length === 0 ? 'Nothing was changed' : 'Taken over',
    backHref: '/meetings/directory',
    when: takenOverAt === null ? '' : instantInWords(takenOverAt),
    lines,
    kind,
  };
}

const WORDS: Readonly<Record<DirectoryImport['kind'], Readonly<Record<string, readonly [string, string]>>>> =
  {
    bodies: {
      added: ['body was added', 'bodies were added'],
      recognised: ['body here is known by its number now', 'bodies here are known by their numbers now'],
      renamed: ['body was given another name', 'bodies were given another name'],
    },
    meetings: {
      added: ['meeting was added, without an agenda yet', 'meetings were added, without an agenda yet'],
      recognised: ['meeting here is known by its number now', 'meetings here are known by their numbers now'],
      moved: ['meeting was moved', 'meetings were moved'],
      cancelled: ['meeting is cancelled', 'meetings are cancelled'],
    },
    members: {
      added: ['member was added', 'members were added'],
      recognised: ['member here is known by their number now', 'members here are known by their numbers now'],
      renamed: ['member was given another name', 'members were given another name'],
      groups: ['member is in another group', 'members are in another group'],
      terms: ['term of office began', 'terms of office began'],
    },
  };
