import type { ChairedItem, Forecast, GroupBalance, Part, Standing } from '../../briefings/index.js';
import type { Person } from '../../identity/index.js';
import { civilDate } from '../../law/index.js';
import { dayAndDateInWords, disclosedKindInWords } from '../../wording/index.js';
import { timeInWords } from '../page/index.js';
import { barOf, type Bar } from './bar.js';

/** One item of the sheet. */
interface ItemView {
  readonly id: string;
  readonly heading: string;
  readonly restricted: boolean;
  readonly tag: { readonly text: string; readonly classes: string };
  /** What was declared already. Its nature is for the member to say, and for the minutes. */
  readonly declared: readonly string[];
  readonly people: readonly PersonView[];
  /** '7 of the 11 expected can vote. The quorum is 3.' */
  readonly left: string;
  readonly bar: Bar;
  readonly groups: readonly GroupView[];
  readonly grounds: readonly string[];
}

interface PersonView {
  readonly name: string;
  readonly group: string;
  readonly what: string;
  readonly why: string;
}

interface GroupView {
  readonly group: string;
  readonly before: string;
  readonly after: string;
}

export interface ChairView {
  readonly title: string;
  readonly backHref: string;
  readonly when: string;
  readonly venue: string;
  readonly cancelled: boolean;
  readonly expected: string;
  readonly atRisk: readonly { readonly text: string; readonly href: string }[];
  readonly items: readonly ItemView[];
  readonly notBriefed: readonly string[];
  readonly recordHref: string | undefined;
  readonly inviteHref: string | undefined;
}

export function chairView(forecast: Forecast, person: Person): ChairView {
  const { meeting, bodyName, quorum, seats } = forecast;
  const items = forecast.items.map(itemView);
  const { expected } = forecast;
  return {
    title: `${bodyName}: chair’s sheet`,
    backHref: `/meetings/${meeting.id}`,
    when: `${dayAndDateInWords(civilDate(meeting.meetsOn))}, ${timeInWords(meeting.startsAt)}`,
    venue: meeting.venue,
    cancelled: meeting.status === 'cancelled',
    expected: `${members(expected)} with a vote ${expected === 1 ? 'is' : 'are'} expected, of ${seats} ${seats === 1 ? 'seat' : 'seats'}. The quorum is ${quorum}.`,
    atRisk: items
      .filter((_, index) => forecast.items[index]?.forecast.quorate !== 'yes')
      .map(({ id, heading, tag }) => ({ text: `${heading}: ${tag.text.toLowerCase()}`, href: `#${id}` })),
    items,
    notBriefed: forecast.notBriefed,
    recordHref: person.permissions.has('RecordMeeting') ? `/meetings/${meeting.id}/record` : undefined,
    inviteHref: person.permissions.has('GrantDispensation') ? '/officer/dispensations' : undefined,
  };
}

const members = (count: number): string => `${count} ${count === 1 ? 'member' : 'members'}`;

const TAGS = {
  yes: { text: 'Can be decided', classes: 'govuk-tag--green' },
  'at-risk': { text: 'May fall below the quorum', classes: 'govuk-tag--yellow' },
  no: { text: 'Below the quorum', classes: 'govuk-tag--red' },
} as const;

function itemView(chaired: ChairedItem): ItemView {
  const { item, standings, visitors, disclosed, forecast } = chaired;
  const names = new Map([...standings, ...visitors].map(({ memberId, name }) => [memberId, name]));
  return {
    id: `item-${item.id}`,
    heading: item.number === null ? item.title : `${item.number}. ${item.title}`,
    restricted: item.restricted,
    tag: TAGS[forecast.quorate],
    declared: disclosed.flatMap((one) => {
      const what = declaredAs(one);
      const name = names.get(one.memberId) ?? 'A member who is not expected';
      return what === undefined ? [] : [`${name}: ${what}.${STAGE[one.stage]}`];
    }),
    people: [
      ...standings.filter(isNotable).map((one) => personView(one)),
      ...visitors.filter(isNotable).map((one) => personView(one, ' Attends without a vote here.')),
    ],
    left: leftInWords(forecast),
    bar: barOf(forecast),
    groups: changesTheBalance(forecast) ? forecast.groups.map(groupView) : [],
    grounds: forecast.grounds.map((ground) => GROUNDS[ground]),
  };
}

function declaredAs({ kind, interestKind }: ChairedItem['disclosed'][number]): string | undefined {
  if (kind === 'party-whip') return 'a party whip';
  if (kind === 'council-tax-arrears')
    return 'council tax that is owed (Local Government Finance Act 1992 s.106), so no vote';
  return interestKind === null ? undefined : disclosedKindInWords(interestKind);
}

const STAGE = {
  before: ' (Told beforehand. It must still be said at the meeting.)',
  'at-meeting': '',
} as const;

/** Groups are told of where somebody may be out: the rest of the time they are as they always are. */
const changesTheBalance = ({ groups, voting, expected }: ChairedItem['forecast']): boolean =>
  groups.length > 1 && voting.atLeast < expected;

const isNotable = ({ because, part }: Standing): boolean => because !== null || part !== 'takes-part';

function personView({ name, group, part, because, open }: Standing, more = ''): PersonView {
  if (because === null) {
    const why = open ? VOTE_NOT_CONFIRMED : 'Has no vote on this item.';
    return { name, group: group ?? 'No group', what: PARTS[part], why: `${why}${more}` };
  }
  const what =
    because === 'expected' ? `If it is about their interest: ${lowerFirst(PARTS[part])}` : PARTS[part];
  const unsettled = open
    ? ' Something is still to be answered, so this is the strictest that it can be.'
    : '';
  return { name, group: group ?? 'No group', what, why: `${WHY[because]}${unsettled}${more}` };
}

const VOTE_NOT_CONFIRMED =
  'Votes on some matters only. The clerk has not confirmed whether this is one of them.';

const lowerFirst = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

const PARTS: Readonly<Record<Part, string>> = {
  'takes-part': 'May speak and vote',
  'speaks-only': 'May speak, not vote',
  'speaks-then-out': 'May speak, then must leave for the vote',
  'votes-only': 'May vote, not speak',
  'out-then-votes': 'Must leave for the discussion, may come back to vote',
  'speaks-and-leaves': 'May speak as the public may, then must leave',
  silent: 'Stays, may not speak or vote',
  leaves: 'Must leave',
};

const WHY = {
  declared: 'Has declared an interest.',
  said: 'Has told us that the item touches an interest.',
  expected: 'Words of the agenda match an interest. The member has not said yet.',
} as const;

function leftInWords({ voting, expected, inTheRoom, quorum }: ChairedItem['forecast']): string {
  const range = (of: { atLeast: number; atMost: number }): string =>
    of.atLeast === of.atMost ? `${of.atLeast}` : `between ${of.atLeast} and ${of.atMost}`;
  return `Of the ${expected} expected, ${range(voting)} can vote and ${range(inTheRoom)} ${inTheRoom.atMost === 1 ? 'stays' : 'stay'} in the room. The quorum is ${quorum}.`;
}

function groupView({ group, before, after }: GroupBalance): GroupView {
  const left = after.atLeast === after.atMost ? `${after.atLeast}` : `${after.atLeast} to ${after.atMost}`;
  return { group: group ?? 'No group', before: `${before}`, after: left };
}

const GROUNDS = {
  a: 'So many may be kept out that the business could be impeded. A dispensation might be granted on ground (a) of the Localism Act 2011 s.33(2). Each member must ask for one in writing before the meeting.',
  b: 'The balance of the groups may change so that the likely outcome of a vote would alter. A dispensation might be granted on ground (b) of the Localism Act 2011 s.33(2). Each member must ask for one in writing before the meeting.',
} as const;
