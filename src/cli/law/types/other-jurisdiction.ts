import { northernIreland, scotland, wales, type Finding, type WithinDaysOf } from '../../../law/index.js';
import { answerSheet, as, type FactNames, type Parts } from '../answer-sheet.js';
import { refuseIf } from '../contradiction.js';
import { day, group, listOf, oneOf, orNone, readFacts, words, yesNo, type FactsOf } from '../fact-kinds.js';
import { nothingButMissing } from '../missing.js';
import { ordinaryUnless } from '../ordinary.js';
import type { Asked } from '../asked.js';
import { withinDays } from '../within-days.js';
import { ANY_DAY } from '../named-codes.js';

const SCHEMA = {
  authority: words,
  business: words,
  declarationOfAcceptanceOn: day,
  disclosedAtMeeting: yesNo,
  dispensation: orNone(group({ matter: words, relieves: listOf(oneOf('discussion', 'vote')) })),
  electedOn: day,
  hasPersonalInterest: yesNo,
  interest: words,
  isCouncilTenant: yesNo,
  justElected: yesNo,
  partOfCommitteeReport: yesNo,
  pecuniaryInterest: yesNo,
  personalInterest: yesNo,
  prejudicial: yesNo,
  presentAtCouncilMeeting: yesNo,
  publicMaySpeak: yesNo,
  relatesParticularlyToOwnTenancy: yesNo,
  rentArrearsOverTwoMonths: yesNo,
  separateDebate: yesNo,
};
type Given = FactsOf<typeof SCHEMA>;

const NAMES: FactNames = {
  welshAuthorityKind: 'authority',
  becameMemberOn: 'electedOn',
  heldBy: 'interest',
  inARegistrableCategory: 'interest',
  likelyToPrejudice: 'prejudicial',
  'matter.publicMaySpeak': 'publicMaySpeak',
  'business.sort': 'business',
  'dispensations.coversThisMatter': 'dispensation.matter',
  'dispensations.relieves': 'dispensation.relieves',
  dispensations: 'dispensation',
};

/** A case of the type `other-jurisdiction`: each question of that country’s law for which the case gives a fact. */
export function answerOtherJurisdiction(facts: object, { code, strict }: Asked): object | undefined {
  const answer = NATIONS[code];
  if (answer === undefined) return undefined;
  const given = readFacts(facts, SCHEMA);
  refuseIf(
    given.personalInterest === false && given.prejudicial,
    'facts.prejudicial is true, and facts.personalInterest says that there is no interest',
  );
  const parts = answer(given, strict);
  // What these facts are about is not encoded for that country.
  const asksSomething = Object.keys(given).some((fact) => fact !== 'authority');
  if (Object.keys(parts).length === 0 && asksSomething) return undefined;
  return Object.keys(parts).length === 0
    ? nothingButMissing(...(BEGINS[code] ?? []))
    : answerSheet(parts, NAMES);
}

/** The facts of which one at least begins a question about that country. */
const BEGINS: Readonly<Record<string, readonly string[]>> = {
  'WAL/MCC-2008': ['personalInterest', 'business', 'electedOn', 'justElected', 'hasPersonalInterest'],
  'SCO/2000-Act': ['declarationOfAcceptanceOn', 'interest'],
  'NI/1972-2014': ['pecuniaryInterest'],
};

const NATIONS: Readonly<Record<string, (given: Given, strict: boolean) => Parts>> = {
  'WAL/MCC-2008': (given, strict) => ({
    ...welshMeeting(given, strict),
    ...welshExemption(given, strict),
    ...welshRegister(given, strict),
  }),
  'SCO/2000-Act': (given) => ({ ...scottishNotice(given), ...scottishRegister(given) }),
  'NI/1972-2014': northernIrishMeeting,
};

function welshMeeting(given: Given, strict: boolean): Parts {
  if (given.personalInterest === undefined) return {};
  const usual = ordinaryUnless(strict);
  const { dispensation } = given;
  const answer = wales.para14.decide(
    {
      personalInterest: given.personalInterest,
      // Without an interest there is none that could be prejudicial.
      prejudicial: given.prejudicial ?? (given.personalInterest ? undefined : false),
      publicMaySpeak: usual(given.publicMaySpeak, false),
      dispensation: dispensation
        ? {
            id: 'the dispensation',
            coversThisMatter:
              dispensation.matter === undefined
                ? usual(undefined, true)
                : dispensation.matter === 'this matter',
            relieves: dispensation.relieves ?? usual(undefined, ['discussion', 'vote'] as const),
          }
        : usual(dispensation, null),
    },
    ANY_DAY,
  );
  return {
    mustDisclose: answer.disclose,
    mayDiscuss: answer.discuss,
    mayVote: answer.vote,
    mustLeaveRoom: answer.leave,
    writtenRepresentations: answer.writtenRepresentations,
  };
}

/** The exemption of council tenants from the prejudicial test: lost with arrears, and for the own tenancy. */
function welshExemption(given: Given, strict: boolean): Parts {
  const { business, isCouncilTenant, rentArrearsOverTwoMonths, relatesParticularlyToOwnTenancy } = given;
  if (business === undefined) return {};
  const usual = ordinaryUnless(strict);
  const facts = {
    personalInterest: true,
    business: /\bhousing\b/i.test(business) ? ('housing' as const) : ('other' as const),
    determinesApproval: usual(undefined, false),
    isCouncilTenant,
    rentArrearsOverTwoMonths: usual(rentArrearsOverTwoMonths, false),
    relatesParticularlyToOwnTenancy: usual(relatesParticularlyToOwnTenancy, false),
  };
  const exemption = wales.EXEMPTIONS.find((one) => one.business === facts.business);
  const exempt = exemption?.decide(facts, ANY_DAY);
  const prejudicial = wales.para12.decide(facts, ANY_DAY);
  return { ...(exempt === undefined ? {} : { exemptionApplies: exempt }), prejudicial };
}

function welshRegister(given: Given, strict: boolean): Parts {
  const { authority, electedOn, justElected, hasPersonalInterest, disclosedAtMeeting } = given;
  const usual = ordinaryUnless(strict);
  const authorityKind = authority === undefined ? usual(undefined, 'county' as const) : kindOf(authority);
  const asksWhen = [justElected, hasPersonalInterest, disclosedAtMeeting].some((fact) => fact !== undefined);
  const when = wales.para15.decide(
    {
      authorityKind,
      justElected: usual(justElected, false),
      hasPersonalInterest,
      disclosedAtMeeting: usual(disclosedAtMeeting, false),
    },
    ANY_DAY,
  );
  return {
    ...(electedOn === undefined
      ? {}
      : onElection(wales.para15_1.decide({ authorityKind, electedOn }, ANY_DAY))),
    ...(asksWhen
      ? {
          mustRegisterNow: when.mustRegisterNow,
          mustRegisterOnFirstDisclosure: when.mustRegisterOnFirstDisclosure,
        }
      : {}),
  };
}

function onElection(clock: Finding<WithinDaysOf | null>): Parts {
  return { mustRegisterOnElection: as(clock, (days) => days !== null), ...withinDays(clock) };
}

function kindOf(authority: string): 'county' | 'community' {
  return /\b(community|town) council\b/i.test(authority) ? 'community' : 'county';
}

function scottishNotice({ declarationOfAcceptanceOn }: Given): Parts {
  if (declarationOfAcceptanceOn === undefined) return {};
  return { lastDay: scotland.reg4_2.decide({ declarationOfAcceptanceOn }, ANY_DAY) };
}

/** "spouse's employment": whose it is stands before what it is. */
function scottishRegister({ interest }: Given): Parts {
  if (interest === undefined) return {};
  const heldBy = /\b(spouse|husband|wife|civil partner|cohabit\w*|partner)\b/i.test(interest)
    ? ('partner' as const)
    : holderBefore(interest);
  const inARegistrableCategory =
    /\b(employment|job|remunerat\w*|directorship|contracts?|houses?|home|land|buildings?|shares?|securities|gifts?|hospitality|election expenses)\b/i.test(
      interest,
    ) || undefined;
  return { mustRegister: scotland.section4.decide({ heldBy, inARegistrableCategory }, ANY_DAY) };
}

/** "son's shares" are the son's; "shares" are the councillor's own. */
function holderBefore(interest: string): 'self' | 'someone-else' {
  const [, holder] = /^(?:the )?(\w+)['’]s?\s/i.exec(interest) ?? [];
  return holder === undefined || /^(councillor|member|own|my)$/i.test(holder) ? 'self' : 'someone-else';
}

function northernIrishMeeting(given: Given, strict: boolean): Parts {
  const { pecuniaryInterest } = given;
  if (pecuniaryInterest === undefined) return {};
  const usual = ordinaryUnless(strict);
  const answer = northernIreland.s28_1.decide(
    {
      pecuniaryInterest: pecuniaryInterest ? 'other' : 'none',
      presentAtCouncilMeeting: usual(given.presentAtCouncilMeeting, true),
      partOfCommitteeReport: usual(given.partOfCommitteeReport, false),
      // Of a matter in a committee's report the debate decides; any other stands by itself.
      separateDebate:
        given.separateDebate ?? (given.partOfCommitteeReport ? undefined : usual(undefined, true)),
    },
    ANY_DAY,
  );
  return {
    mustDisclose: answer.disclose,
    mayDiscuss: answer.discuss,
    mayVote: answer.vote,
    mustLeaveRoom: answer.leave,
    mayPreside: answer.preside,
  };
}
