import type { Sanction, SomeRule, SourceKind } from '../law/index.js';
import { instrumentOf } from './sources.js';

/** As much of a rule as tells what can follow from breaking it. */
type Breakable = Pick<SomeRule, 'id' | 'citation' | 'source'>;

const NOT_A_CRIME = 'It is not a crime.';
const CODE_OF_THE_COUNCIL = `Breaking it can lead to a complaint under the council’s code of conduct. ${NOT_A_CRIME}`;
/** Who hears complaints in the nations whose code is set for every council. */
const COMPLAINTS: Readonly<Record<string, string>> = {
  wales: `Breaking it can lead to a complaint to the Public Services Ombudsman for Wales, and a decision by the standards committee or the Adjudication Panel for Wales. ${NOT_A_CRIME}`,
  scotland: `Breaking it can lead to a complaint to the Ethical Standards Commissioner, and a decision by the Standards Commission for Scotland. ${NOT_A_CRIME}`,
  'northern-ireland': `Breaking it can lead to a complaint to the Northern Ireland Local Government Commissioner for Standards. ${NOT_A_CRIME}`,
};

const NO_PENALTY = 'In the worked cases below, no penalty hangs on this rule by itself.';
const WITHOUT_SANCTION: Record<Exclude<SourceKind, 'code-of-conduct'>, string> = {
  statute: NO_PENALTY,
  regulations: NO_PENALTY,
  'standing-orders': `It is a rule of the council’s own, and what follows is for the council. ${NOT_A_CRIME}`,
  guidance: 'It binds nobody. Whoever departs from it should be able to say why.',
  'common-law': 'It bars nobody by itself, but a court can set aside a decision that was taken against it.',
};

/** What s.34 of the Localism Act says of offences, as against what it makes one. */
const ABOUT_OFFENCES: readonly string[] = ['3', '4', '5', '6'].map(
  (subsection) => `england/localism-act-2011/s34(${subsection})`,
);

/** A rule that binds those who want to speak, and not the member. */
const PUBLIC_PARTICIPATION = 'england/codes/worcestershire-2012/public-participation';

/** Definitions, exemptions, and rules that only say on which day something happened: with all that is below them. */
const NOTHING_TO_BREAK: readonly string[] = [
  ...['27(4)', '30(2)', '30(3)', '31(1)', '31(6)', '31(11)', '32(1)', '32(3)', '33(1)', '33(4)'].map(
    (section) => `england/localism-act-2011/s${section}`,
  ),
  'england/localism-act-2011/s30(1)/received',
  'england/localism-act-2011/s30(1)/clock-stops',
  'england/localism-act-2011/s30(1)/after-the-notification',
  'england/localism-act-2011/s30(1)-becoming-a-member',
  'england/localism-act-2011/s25',
  'england/dpi-regulations-2012',
  'england/interpretation-act-1978',
  ...['s7(1)', 's16(3)', 'sch2-6(3)', 's243(1)', 's243(4)'].map((section) => `england/lga-1972/${section}`),
  'england/lgfa-1992/s106(1)',
  'england/codes/exempt-business',
  'england/codes/lga-model-2020/app-b-2',
  'england/codes/worcestershire-2012/other-bodies',
  'northern-ireland/local-government-act-1972/s28(2)',
  'northern-ireland/local-government-act-2014/s62(1)',
  ...['10', '12', '12(2)', '12(3)', '14(2)', '14(2A)', '15', '15(5)'].map(
    (paragraph) => `wales/model-code-2008/para${paragraph}`,
  ),
];

/**
 * What can follow from breaking a rule, given the sanctions that its own reasons carry in the worked cases. What nobody
 * can break says so.
 */
export function whatFollowsInWords(rule: Breakable, sanctions: readonly Sanction[]): string {
  if (ABOUT_OFFENCES.includes(rule.id)) {
    return 'Nobody breaks this rule: it is about what can follow when another one is broken.';
  }
  if (rule.id === PUBLIC_PARTICIPATION) {
    return 'It is for those who want to speak: whoever gives notice too late may not be heard. It binds no member.';
  }
  if (sanctions.includes('criminal')) return crimeInWords(rule);
  if (sanctions.includes('standards-complaint')) return complaintInWords(rule);
  if (asksNothing(rule.id)) {
    return 'There is nothing in it to break: it settles what other rules reach.';
  }
  return rule.source === 'code-of-conduct' ? complaintInWords(rule) : WITHOUT_SANCTION[rule.source];
}

/** Only the offences of s.34(1) know a reasonable excuse: whoever gives false information under (2) knows of it. */
function crimeInWords({ id, citation }: Breakable): string {
  if (instrumentOf(citation.text) !== 'Localism Act 2011') return 'Breaking it can be a criminal offence.';
  return id === 'england/localism-act-2011/s34(2)'
    ? 'Breaking it can be a criminal offence (Localism Act 2011 s.34).'
    : 'Breaking it without a reasonable excuse can be a criminal offence (Localism Act 2011 s.34).';
}

function complaintInWords({ id }: Breakable): string {
  const [nation = ''] = id.split('/', 1);
  return COMPLAINTS[nation] ?? CODE_OF_THE_COUNCIL;
}

function asksNothing(id: string): boolean {
  return NOTHING_TO_BREAK.some((one) => id === one || id.startsWith(`${one}/`) || id.startsWith(`${one}(`));
}
