import { england, wales, type Overlay } from '../../../law/index.js';
import { answerSheet, plain, type Parts } from '../answer-sheet.js';
import { refuseIf } from '../contradiction.js';
import { oneOf, orNone, readFacts, words, yesNo, type FactsOf } from '../fact-kinds.js';
import type { Asked } from '../asked.js';
import { ANY_DAY, bookOf, CODES } from '../named-codes.js';
import { MEETING_NAMES, meetingFacts, MEETING_SCHEMA } from './meeting-facts.js';

const SCHEMA = {
  ...MEETING_SCHEMA,
  jurisdiction: oneOf('England', 'Wales'),
  otherInterest: orNone(words),
  prohibitedPartyWhip: yesNo,
  underPartyWhip: yesNo,
};
type Given = FactsOf<typeof SCHEMA>;

/** A case of the type `whip`: a member who sits in scrutiny under a party whip. */
export function answerWhip(facts: object, { code, strict }: Asked): object | undefined {
  const given = readFacts(facts, SCHEMA);
  refuseIf(
    Boolean(given.otherInterest) && given.interestType === undefined,
    'facts.otherInterest names an interest, and facts.interestType does not say of which kind',
  );
  refuseIf(
    given.jurisdiction !== undefined && (given.jurisdiction === 'Wales') !== code.startsWith('WAL/'),
    'facts.jurisdiction is not that of "code"',
  );
  const overviewAndScrutiny = given.body === undefined ? undefined : /scrutiny/i.test(given.body);
  if (code === 'WAL/measure-2011') return answerSheet(inWales(given, overviewAndScrutiny), NAMES);
  return CODES[code] === undefined ? undefined : inEngland(given, overviewAndScrutiny, { code, strict });
}

const NAMES = { ...MEETING_NAMES, overviewAndScrutiny: 'body' };

function inWales(
  { prohibitedPartyWhip, underPartyWhip }: Given,
  overviewAndScrutiny: boolean | undefined,
): Parts {
  const whipped = prohibitedPartyWhip ?? underPartyWhip;
  const answer = wales.s78.decide({ overviewAndScrutiny, prohibitedPartyWhip: whipped }, ANY_DAY);
  return { ...answer, mayDiscuss: plain(true) };
}

/** The whip is no interest, so it stands beside whatever interest the member has. */
function inEngland(given: Given, overviewAndScrutiny: boolean | undefined, { code, strict }: Asked): object {
  const codes = CODES[code] ?? [];
  const whip = { overviewAndScrutiny, underPartyWhip: given.underPartyWhip, code: codes[0]?.code ?? null };
  const answer = england.partyWhip.decide(whip, ANY_DAY);
  const overlay: Overlay = england.partyWhipOverlay(whip, ANY_DAY);
  const interestType = given.interestType ?? (strict && given.otherInterest !== null ? undefined : 'none');
  const meeting = meetingFacts({ ...given, ...(interestType === undefined ? {} : { interestType }) }, strict);
  const result = england.withOverlay(
    bookOf(codes, given.standingOrdersExclude, strict).meeting(meeting),
    overlay,
  );
  const { disclose, discuss, vote, leave } = result.effective;
  const declares =
    disclose.kind === 'cannot-tell' ? disclose : { ...disclose, value: disclose.value !== 'none' };
  return answerSheet(
    {
      mustDeclareWhip: answer.mustDeclareWhip,
      recordInMinutes: answer.recordInMinutes,
      isAnInterest: answer.isAnInterest,
      mustDeclareInterest: declares,
      mayDiscuss: discuss,
      mayVote: vote,
      mustLeaveRoom: leave,
    },
    NAMES,
  );
}
