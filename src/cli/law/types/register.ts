import { england } from '../../../law/index.js';
import { answerSheet, as, type FactNames, type Parts } from '../answer-sheet.js';
import { day, oneOf, readFacts, words, yesNo, type FactsOf } from '../fact-kinds.js';
import { readHolder } from '../holders.js';
import { SENSITIVE } from '../sensitive.js';
import type { Asked } from '../asked.js';
import { ANY_DAY } from '../named-codes.js';

const SCHEMA = {
  authority: words,
  heldBy: words,
  interestEnteredInRegister: yesNo,
  interestStillHeld: yesNo,
  leftOn: day,
  memberAware: yesNo,
  parishHasWebsite: yesNo,
  personIsMember: yesNo,
  principalAuthority: words,
  sensitive: oneOf(...SENSITIVE.words),
  transitoryOnReElection: yesNo,
};
type Given = FactsOf<typeof SCHEMA>;

const NAMES: FactNames = {
  'interest.inRegister': 'interestEnteredInRegister',
  'interest.sensitive': 'sensitive',
};

/** A case of the type `register`: each question about the register for which the case gives a fact. */
export function answerRegister(facts: object, { code, strict }: Asked): object | undefined {
  if (code !== 'ENG/statute-only') return undefined;
  const given = readFacts(facts, SCHEMA);
  return answerSheet(
    {
      ...whoseInterest(given, strict),
      ...publicVersion(given, strict),
      ...publication(given),
      ...retention(given, strict),
    },
    NAMES,
  );
}

function whoseInterest({ heldBy, memberAware }: Given, strict: boolean): Parts {
  if (heldBy === undefined) return {};
  const aware = memberAware ?? (strict ? undefined : true);
  const holder = readHolder(heldBy).heldBy;
  return { mustRegister: england.countsAsTheMembers({ heldBy: holder, memberAware: aware }, ANY_DAY) };
}

function publicVersion({ sensitive, interestEnteredInRegister }: Given, strict: boolean): Parts {
  if (sensitive === undefined) return {};
  const answer = england.s32_2.decide(
    {
      inRegister: interestEnteredInRegister ?? (strict ? undefined : true),
      sensitive: SENSITIVE.read(sensitive),
    },
    ANY_DAY,
  );
  return {
    publicVersionMayIncludeDetails: answer.mayIncludeDetails,
    publicVersionMayStateThatDetailsAreWithheld: answer.mayStateThatDetailsAreWithheld,
    internalRegisterHoldsDetails: answer.registerHoldsDetails,
  };
}

const WEBSITES = {
  'the-authority': 'authority website',
  'the-principal-authority': 'principal authority website',
  'the-parish-council': 'parish council website',
};
const AREAS = {
  'the-authoritys-area': "in the authority's area",
  'the-principal-authoritys-area': "in the principal authority's area",
};

function publication({ authority, parishHasWebsite }: Given): Parts {
  if (authority === undefined) return {};
  const parishCouncil = /\b(parish|town) council\b/i.test(authority);
  const answer = england.s29_5.decide({ parishCouncil, parishHasWebsite }, ANY_DAY);
  return {
    publishOn: as(answer.publishOn, (sites) => sites.map((site) => WEBSITES[site])),
    inspectionPlace: as(answer.inspectIn, (area) => AREAS[area]),
    monitoringOfficerGivesParishTheData: answer.giveParishItsData,
  };
}

function retention(given: Given, strict: boolean): Parts {
  const { personIsMember, interestStillHeld, transitoryOnReElection, leftOn } = given;
  if (personIsMember === undefined && interestStillHeld === undefined && leftOn === undefined) return {};
  return {
    entryMustBeRetained: england.s29_3.decide(
      {
        personIsMember: personIsMember ?? (leftOn === undefined ? (strict ? undefined : true) : false),
        interestStillHeld: interestStillHeld ?? (strict ? undefined : true),
        transitoryOnReElection: transitoryOnReElection ?? (strict ? undefined : false),
      },
      ANY_DAY,
    ),
  };
}
