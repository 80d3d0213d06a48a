import { KNOWN_ACTIONS, actionInWords } from './action-words.js';

/** The areas into which the kinds of event are sorted, by the first word of their names. */
const AREAS = [
  {
    id: 'accounts',
    text: 'Accounts and sign-in',
    of: ['account', 'api-client', 'api-token', 'role', 'sign-in', 'named-officer'],
  },
  {
    id: 'council',
    text: 'How the council is set up',
    of: [
      ...['authority', 'body', 'code', 'gift-threshold', 'parish-publication', 'register-setting'],
      ...['reminder-setting', 'residential-addresses', 'retention', 'seat', 'standing-order', 'webhook'],
    ],
  },
  {
    id: 'members',
    text: 'Members',
    of: [
      'associations',
      'attendance',
      'calendar-key',
      'group',
      'member',
      'office',
      'reminder-wish',
      'subject-copy',
    ],
  },
  {
    id: 'register',
    text: 'The register',
    of: ['address', 'notification', 'officer', 'register', 'register-import', 'sensitivity'],
  },
  {
    id: 'meetings',
    text: 'Meetings',
    of: ['agenda', 'chair-sheet', 'decision-alone', 'directory', 'item', 'meeting'],
  },
  {
    id: 'declarations',
    text: 'Declarations and dispensations',
    of: ['disclosure', 'dispensation', 'interview', 'relevance'],
  },
  {
    id: 'messages',
    text: 'Briefings, reminders and messages',
    of: ['briefing', 'message', 'notify-callback', 'reminder', 'reminders'],
  },
] as const;
const THE_REST = { id: 'oversight', text: 'Checks, cases, advice and the rest' } as const;

/** One choice of the filter: an area as a whole, or one kind of event. */
interface Kind {
  readonly value: string;
  readonly text: string;
}

export interface KindsOfArea {
  readonly text: string;
  readonly kinds: readonly Kind[];
}

/** Every kind of event that has words, by area; first in each the area as a whole. */
export function kindsByArea(): KindsOfArea[] {
  return [...AREAS, THE_REST].map(({ id, text }) => {
    const kinds = actionsOfArea(id).map((action) => ({ value: action, text: actionInWords(action) }));
    kinds.sort((a, b) => a.text.localeCompare(b.text, 'en-GB'));
    return { text, kinds: [{ value: id, text: `Everything: ${text}` }, ...kinds] };
  });
}

/** The actions that a choice stands for; undefined where it is none of ours. */
export function actionsOfKind(kind: string): readonly string[] | undefined {
  if (KNOWN_ACTIONS.includes(kind)) return [kind];
  return [...AREAS, THE_REST].some(({ id }) => id === kind) ? actionsOfArea(kind) : undefined;
}

function actionsOfArea(id: string): string[] {
  return KNOWN_ACTIONS.filter((action) => areaOf(action) === id);
}

function areaOf(action: string): string {
  const [first = ''] = action.split('.');
  return AREAS.find(({ of }) => (of as readonly string[]).includes(first))?.id ?? THE_REST.id;
}
