import type { Authority } from '../../authorities/index.js';
import type { DutyState } from '../../duties/index.js';
import type { CivilDate } from '../../law/index.js';
import { dateInWords, disclosedKindInWords } from '../../wording/index.js';
import type { DeclarationsOfBody, ParishStanding } from '../board/index.js';
import type { AgeOfEntries, Counted, DecidedOnGround } from './counts.js';
import { byBand, type PublicGift } from './gifts.js';
import { localismAct } from './citations.js';
import { figures, type ReportDocument, type ReportPeriod, type ReportSection } from './report-document.js';

/** Everything that an annual report is made of. */
export interface KnownOfYear {
  readonly authority: Pick<Authority, 'name' | 'kind'>;
  readonly period: ReportPeriod;
  readonly madeAt: Date;
  readonly firstDay: CivilDate | undefined;
  readonly counts: Counted;
  /** How many members stood in each state of the duty of s.30 on the last day; undefined where that law is not held. */
  readonly duties: ReadonlyMap<DutyState, number> | undefined;
  readonly ages: readonly AgeOfEntries[];
  readonly byBody: readonly DeclarationsOfBody[];
  readonly byKind: readonly { readonly kind: string; readonly count: number }[];
  readonly decided: readonly DecidedOnGround[];
  readonly gifts: readonly PublicGift[];
  readonly checks: { readonly open: number; readonly closed: number };
  readonly parishes: readonly ParishStanding[];
}

/** What the monitoring officer reports of a year to the standards committee: figures, and nobody's name. */
export function annualReport(known: KnownOfYear): ReportDocument {
  const { authority, period, madeAt, firstDay } = known;
  return {
    ...{ title: 'Annual report on members’ interests', authorityName: authority.name, period, madeAt },
    notes: [
      'Figures come from what is recorded in this service. “Not answered” is no finding against anybody: s.30 of the Localism Act 2011 binds only members who have an interest to notify.',
      ...(firstDay !== undefined && period.from < firstDay
        ? [`Nothing is recorded here before ${dateInWords(firstDay)}.`]
        : []),
    ],
    sections: [
      members(known),
      onTakingOffice(known),
      register(known),
      ages(known),
      declarationsByKind(known),
      byBody(known),
      dispensations(known),
      sensitive(known),
      gifts(known),
      officersWork(known),
      ...(known.parishes.length > 0 ? [parishes(known)] : []),
    ],
  };
}

function members({ counts, period }: KnownOfYear): ReportSection {
  return figures({ title: 'Members and their terms' }, [
    [`In office on ${dateInWords(period.from)}`, counts.inOfficeAtBeginning],
    ['Terms that began in the period', counts.tookOffice],
    ['Terms that ended in the period', counts.leftOffice],
    [`In office on ${dateInWords(period.to)}`, counts.inOfficeAtEnd],
  ]);
}

function onTakingOffice({ duties, period }: KnownOfYear): ReportSection {
  const title = 'Notifying interests on taking office';
  const citation = localismAct('30(1)');
  const note = `As it stood on ${dateInWords(period.to)}, for everybody in office on that day.`;
  if (duties === undefined)
    return figures({ title, citation, note }, [['The law of that day is not held here', 'No figure']]);
  const count = (...states: readonly DutyState[]): number =>
    states.reduce((sum, state) => sum + (duties.get(state) ?? 0), 0);
  return figures({ title, citation, note }, [
    ['Answered by the last day', count('met', 'nothing-to-register')],
    ['Answered after the last day', count('met-late')],
    ['Not answered, and the last day has passed', count('overdue')],
    ['Not answered, and there is time left', count('on-time', 'due-soon')],
    ['Nothing was owed', count('not-owed', 'closed')],
  ]);
}

const NOT_WITHHELD =
  'Entries whose details are withheld, or may come to be, are in no total: it would tell how many there are.';

function register({ counts, period }: KnownOfYear): ReportSection {
  return figures({ title: 'The register', citation: localismAct('29(1)'), note: NOT_WITHHELD }, [
    ['Notifications received: all interests', counts.whole],
    ['Notifications received: a change', counts.changes],
    ['Entries made', counts.entered],
    ['Entries ended', counts.ended],
    [`Entries that stood on ${dateInWords(period.to)}`, counts.standing],
    ['Confirmations that nothing has changed', counts.confirmations],
    ['Members who confirmed', counts.confirming],
  ]);
}

const AGES: Readonly<Record<AgeOfEntries['age'], string>> = {
  'under-1': 'Under 1 year',
  '1-to-2': '1 to 2 years',
  '2-to-4': '2 to 4 years',
  'over-4': 'Over 4 years',
};

function ages({ ages: all, period }: KnownOfYear): ReportSection {
  return {
    title: 'Age of the entries',
    note: `Of the entries that stood on ${dateInWords(period.to)}, and whether their members have confirmed the register since. ${NOT_WITHHELD}`,
    citation: undefined,
    columns: ['Entered', 'Confirmed since', 'Not confirmed since'],
    rows: Object.entries(AGES).map(([age, name]) => {
      const found = all.find((one) => one.age === age);
      return [name, String(found?.confirmed ?? 0), String(found?.notConfirmed ?? 0)];
    }),
  };
}

const OTHER_KINDS: Readonly<Record<string, string>> = {
  'party-whip': 'Party whip',
  'council-tax-arrears': 'Council tax that is owed',
  nothing: '“Nothing to declare”',
};
type InterestKind = Parameters<typeof disclosedKindInWords>[0];

function declarationsByKind({ byKind }: KnownOfYear): ReportSection {
  const nameOf = (kind: string): string =>
    OTHER_KINDS[kind] ?? capital(disclosedKindInWords(kind as InterestKind));
  return figures(
    {
      title: 'Declared at meetings, by kind',
      citation: localismAct('31(2)'),
      note: 'What stands of what was told to meetings that took place in the period.',
    },
    byKind.length === 0 ? [['Declarations', 0]] : byKind.map(({ kind, count }) => [nameOf(kind), count]),
  );
}

function byBody({ byBody: all }: KnownOfYear): ReportSection {
  return {
    title: 'Declared at meetings, by body',
    ...{ note: undefined, citation: localismAct('31(2)') },
    columns: ['Body', 'Meetings', 'Pecuniary interests', 'Other declarations'],
    rows: all.map(({ body, meetings, pecuniary, other }) => [
      ...[body, String(meetings), String(pecuniary), String(other)],
    ]),
  };
}

const GROUNDS: Readonly<Record<NonNullable<DecidedOnGround['ground']>, string>> = {
  a: 'Ground (a): so many barred that the business would be impeded',
  b: 'Ground (b): the balance of political groups would be upset',
  c: 'Ground (c): in the interests of people who live in the area',
  d: 'Ground (d): no member of the executive could take part',
  e: 'Ground (e): otherwise appropriate',
};

function dispensations({ counts, decided }: KnownOfYear): ReportSection {
  const grounds = (['a', 'b', 'c', 'd', 'e', null] as const).map((ground) => {
    const found = decided.find((one) => one.ground === ground);
    const name = ground === null ? 'No ground named' : GROUNDS[ground];
    return [name, String(found?.granted ?? 0), String(found?.refused ?? 0)];
  });
  return {
    title: 'Dispensations',
    note: `${counts.asked} asked for in the period. Decided in the period, by the ground of s.33(2):`,
    citation: localismAct('33(2)'),
    columns: ['Ground', 'Granted', 'Refused'],
    rows: grounds,
  };
}

/** Below this many members, and none at all, the report says only that: one would be told of by name in a small council. */
export const FEWEST_TOLD = 3;

function sensitive({ counts: { withheld } }: KnownOfYear): ReportSection {
  return figures(
    {
      title: 'Sensitive interests',
      citation: localismAct('32'),
      note: `Members with an interest whose details are withheld, as it stands today. A number below ${FEWEST_TOLD} is not told, because it could tell of somebody; none is told in the same words.`,
    },
    [['Members', withheld < FEWEST_TOLD ? `Fewer than ${FEWEST_TOLD}` : withheld]],
  );
}

function gifts({ gifts: all }: KnownOfYear): ReportSection {
  const accepted = all.filter(({ details }) => details.accepted).length;
  return figures(
    {
      title: 'Gifts and hospitality',
      note: 'Offered in the period, and on the public register today. Codes of conduct ask for them; no Act does.',
    },
    [
      ['Accepted', accepted],
      ['Refused', all.length - accepted],
      ...byBand(all).map(({ name, count }): [string, number] => [`Value: ${name.toLowerCase()}`, count]),
    ],
  );
}

function officersWork({ counts, checks }: KnownOfYear): ReportSection {
  return figures({ title: 'Reminders, checks and advice' }, [
    ['Messages sent', counts.messagesSent],
    ['Messages that could not be delivered', counts.messagesFailed],
    ['Reminders that reached nobody', counts.missed],
    ['Letters about duties not answered', counts.letters],
    ['Duties reported to a committee', counts.reported],
    ['Questions of the officer’s checks that are open today', checks.open],
    ['Questions of the officer’s checks that are closed', checks.closed],
    ['Questions from members', counts.questions],
    ['Of these, answered', counts.answered],
  ]);
}

function parishes({ parishes: all }: KnownOfYear): ReportSection {
  return {
    title: 'Parish councils',
    note: 'As their registers stand today.',
    citation: localismAct('29(4)'),
    columns: ['Parish council', 'Members', 'Not answered', 'Last day has passed', 'To enter'],
    rows: all.map(({ name, members: count, notAnswered, overdue, toEnter }) => [
      ...[name, String(count), String(notAnswered), String(overdue), String(toEnter)],
    ]),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
