import type { MemberChoice, MemberDifferences, MemberRow } from '../../exchange/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import { dateInWords } from '../../wording/index.js';
import {
  DateField,
  validateForm,
  wordsOfDate,
  type FormError,
  type FormState,
  type Words,
} from '../form/index.js';
import type { Chosen } from './chosen.js';
import { sameOption, tickedIn, whatIn, type Option } from './what-field.js';

/** From which day the groups count that were ticked. */
class GroupsForm {
  @DateField({
    enter: 'Enter the day from which the groups count',
    name: 'The day from which the groups count',
    mustBe: 'today or in the past',
  })
  groupsFrom: CivilDate;
}

/** So many entries are chosen about at a time: a form has room for no more. */
const MOST_ROWS = 250;

const hasGroupToTake = ({ fate, read, groupHere }: MemberRow): boolean =>
  read.group !== null && (fate === 'unmatched' || groupHere !== read.group);
/** Offered where they hold no office here: a second term is for the administrator, who knows when the first one ended. */
const hasTermToTake = ({ termThere, inOfficeSince }: MemberRow): boolean =>
  termThere !== undefined && inOfficeSince === undefined;

const toDecide = ({ rows }: MemberDifferences): MemberRow[] =>
  rows.filter((row) => row.fate !== 'same' || hasGroupToTake(row) || hasTermToTake(row)).slice(0, MOST_ROWS);

export function wordsForMembers(differences: MemberDifferences, today: CivilDate): Words {
  const words: Record<string, string | string[]> = { ...wordsOfDate('groupsFrom', today) } as Record<
    string,
    string
  >;
  for (const row of toDecide(differences)) {
    const { index, fate, proposal } = row;
    if (fate === 'renamed') words[`what-${index}`] = 'take';
    if (fate === 'unmatched')
      words[`what-${index}`] = proposal === undefined ? 'new' : sameOption(proposal).value;
  }
  words.group = toDecide(differences)
    .filter(hasGroupToTake)
    .map(({ index }) => String(index));
  return words;
}

function optionsOf({ fate, read }: MemberRow, { toChoose }: MemberDifferences): Option[] {
  const leave = { value: 'leave', text: 'Leave them out' };
  if (fate === 'renamed')
    return [
      { value: 'take', text: `Call them ${read.name} here too` },
      { value: 'leave', text: 'Keep the name' },
    ];
  if (fate === 'same') return [];
  return [{ value: 'new', text: 'They are new: add them' }, ...toChoose.map(sameOption), leave];
}

export function memberChoices(differences: MemberDifferences, words: Words, today: CivilDate): Chosen {
  const errors: FormError[] = [];
  const groups = tickedIn(words, 'group');
  const terms = tickedIn(words, 'term');
  const rows = toDecide(differences);
  const day = validateForm(GroupsForm, words, { today });
  const asksDay = rows.some((row) => hasGroupToTake(row) && groups.has(String(row.index)));
  if (asksDay && !day.ok) errors.push(...day.errors.filter(({ field }) => field === 'groupsFrom'));
  const choices = rows.map((row): MemberChoice => {
    const { index, read, fate } = row;
    const what = fate === 'same' ? 'leave' : whatIn(words, index, optionsOf(row, differences));
    if (what === undefined)
      errors.push({
        ...{ field: `what-${index}`, href: `#what-${index}` },
        text: `${read.name}: choose who they are here`,
      });
    return {
      ...{ index, what: what ?? 'leave' },
      groupFrom:
        day.ok && hasGroupToTake(row) && groups.has(String(index)) ? day.value.groupsFrom : undefined,
      beginsTerm: hasTermToTake(row) && terms.has(String(index)),
    };
  });
  return errors.length > 0 ? { errors } : { choices: { kind: 'members', choices } };
}

export function membersView(differences: MemberDifferences, form: FormState): object {
  const groups = tickedIn(form.words, 'group');
  const terms = tickedIn(form.words, 'term');
  const rows = toDecide(differences);
  const shown = new Set(rows.map(({ index }) => index));
  return {
    title: 'Councillors from ModernGov',
    form,
    toDecide: rows.length,
    more:
      differences.rows.filter((row) => row.fate !== 'same').length -
      rows.filter(({ fate }) => fate !== 'same').length,
    asksGroups: rows.some(hasGroupToTake),
    asksTerms: rows.some(hasTermToTake),
    rows: rows.map((row) => ({
      index: row.index,
      name: row.read.name,
      about: row.read.wards.join(', '),
      label: row.fate === 'renamed' ? `Here they are called ${row.here?.name ?? ''}` : 'Who is it here?',
      options: optionsOf(row, differences),
      group: hasGroupToTake(row) ? boxOf(row, groups, groupInWords(row)) : undefined,
      term: hasTermToTake(row) ? boxOf(row, terms, termInWords(row)) : undefined,
    })),
    missing: differences.missing.map(({ name }) => name),
    same: differences.rows.filter(({ index }) => !shown.has(index)).map(({ read }) => read.name),
    otherTerms: differences.rows.flatMap(otherTermInWords),
  };
}

const boxOf = ({ index }: MemberRow, ticked: ReadonlySet<string>, text: string): object => ({
  ...{ value: String(index), text, checked: ticked.has(String(index)) },
});

function groupInWords({ read, groupHere }: MemberRow): string {
  const group = `Put them into the group “${read.group ?? ''}”`;
  return groupHere === undefined ? group : `${group}; here they are in “${groupHere}”`;
}

const termInWords = ({ termThere }: MemberRow): string =>
  termThere === undefined ? '' : `Their term of office began on ${dateInWords(termThere)}`;

/** Somebody whose term began on another day there than here: told, and left as it is. */
function otherTermInWords({ read, termThere, inOfficeSince }: MemberRow): string[] {
  if (termThere === undefined || inOfficeSince === undefined || inOfficeSince === termThere) return [];
  return [`${read.name}: ${dateInWords(termThere)} there, ${dateInWords(civilDate(inOfficeSince))} here`];
}
