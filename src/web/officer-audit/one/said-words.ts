import { civilDate, parseCivilDate } from '../../../law/index.js';
import { dateInWords } from '../../../wording/index.js';
import { instantInWords } from '../../page/index.js';
import { isId, type Names } from '../names.js';

/** What the parts of a payload are called. One that is not here is shown by its own name, taken apart into words. */
const PARTS: Readonly<Record<string, string>> = {
  accountId: 'For or about whom',
  agendaItemId: 'Agenda item',
  asAt: 'As at',
  becameMemberOn: 'Became a member on',
  bytes: 'Size in bytes',
  before: 'Before this moment',
  channel: 'By which way',
  confirms: 'Confirms the declaration',
  correctsId: 'Corrects',
  corrects: 'Corrects the declaration',
  decidedBy: 'Decided by',
  endedOn: 'Ended on',
  failedReason: 'Why it failed',
  fingerprint: 'Fingerprint of what was told',
  firstEvent: 'From event',
  from: 'From',
  fromOn: 'From',
  groupName: 'Group',
  hasAddress: 'Has an address',
  importId: 'Read as',
  interestKind: 'Kind of interest',
  isAdministrator: 'Administrator of the installation',
  lastDay: 'Last day',
  lastEvent: 'Until event',
  mediaType: 'Kind of file',
  meetingId: 'Meeting',
  memberId: 'For or about which member',
  memberIds: 'Members',
  planned: 'Reminders planned',
  reason: 'Why',
  reasons: 'Why',
  reportedAt: 'Reported at',
  reviewOn: 'To be looked at again on',
  rule: 'By which rule',
  step: 'Which step',
  turnedOff: 'Turned off',
  turnedOn: 'Turned on',
  votesOn: 'Votes on',
  was: 'What it was before',
  withdrawn: 'Taken back',
  withheld: 'Parts that were withheld',
};

/** 'agendaItemId' -> 'Agenda item', 'stillWaiting' -> 'Still waiting'. */
export function partInWords(name: string): string {
  const known = PARTS[name];
  if (known !== undefined) return known;
  const words = name
    .replace(/Ids?$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/[_-]/g, ' ')
    .trim();
  return words === '' ? name : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** A value as a person reads it, in one or more lines. Ids become names where they have one. */
export function valueInWords(value: unknown, names: Names): string[] {
  if (value === null || value === undefined) return ['Nothing'];
  if (typeof value === 'boolean') return [value ? 'Yes' : 'No'];
  if (typeof value === 'string') return [textInWords(value, names)];
  if (Array.isArray(value)) {
    return value.length === 0 ? ['None'] : value.map((one) => valueInWords(one, names).join(', '));
  }
  if (typeof value === 'object') return fieldsInWords(value, names);
  return [`${value as number}`];
}

function fieldsInWords(value: object, names: Names): string[] {
  const fields = Object.entries(value);
  if (fields.length === 0) return ['None'];
  return [
    fields.map(([name, part]) => `${partInWords(name)}: ${valueInWords(part, names).join(', ')}`).join('; '),
  ];
}

function textInWords(text: string, { people, things }: Names): string {
  if (text === '') return 'Nothing';
  if (isId(text)) return things.get(text)?.name ?? people.get(text) ?? text;
  if (INSTANT.test(text)) return instantInWords(new Date(text));
  return parseCivilDate(text) === undefined ? text : dateInWords(civilDate(text));
}
