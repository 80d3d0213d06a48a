import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  civilDate,
  lastDayBeginningWith,
  londonDateOf,
  rulebookFor,
  withinDaysOf,
} from '../../src/law/index.js';
import type {
  Adopted,
  CivilDate,
  Dispensation,
  Finding,
  InterestFacts,
  MeetingAnswer,
  MeetingFacts,
  Rulebook,
} from '../../src/law/index.js';
import { deepFreeze, expectEveryReasonToCite } from './support/case-table.js';

/**
 * The worked cases of the specification, where it is at hand: those that the rules here cover. The defaults that the
 * cases take for granted are filled in here and nowhere in the library.
 */
const PATH = new URL('../../../shared/law/cases.jsonl', import.meta.url);

type Loose = Record<string, unknown>;
interface WorkedCase {
  readonly id: string;
  readonly code: string;
  readonly type: string;
  readonly title: string;
  readonly facts: Loose;
  readonly expected: Loose;
}

const CODES: Record<string, Adopted['codes']> = {
  'ENG/statute-only': [],
  'ENG/WCC-2012': [{ code: 'worcestershire-2012', from: civilDate('2012-07-01') }],
  'ENG/statute-faithful': [{ code: 'statute-faithful', from: civilDate('2012-07-01') }],
};

const workedCases: readonly WorkedCase[] = existsSync(PATH)
  ? readFileSync(PATH, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as WorkedCase)
      .filter(({ code }) => code in CODES)
  : [];

const ofType = (type: string): readonly WorkedCase[] => workedCases.filter((one) => one.type === type);

if (workedCases.length === 0) {
  it.skip('skipped: ../shared is not here', () => undefined);
} else {
  describe('The worked cases of meetings', () => {
    it.each(ofType('meeting'))('$id: $title', (one) => {
      const result = bookOf(one).meeting(deepFreeze(meetingFacts(one.facts)));
      expectEveryReasonToCite(result);
      const { byLaw, byCode, effective } = result;
      if (!('statute' in one.expected)) {
        expect({ mayDiscuss: valueOf(effective.discuss), mayVote: valueOf(effective.vote) }).toEqual(
          pick(one.expected, ['mayDiscuss', 'mayVote']),
        );
        return;
      }
      expect({
        statute: shape(byLaw),
        code: byCode === null || 'kind' in byCode ? byCode : without(shape(byCode), 'mustNotifyMOBy'),
        effective: shape(effective),
      }).toEqual({ ...one.expected, statute: without(one.expected.statute as Loose, 'engaged') });
    });
  });

  describe('The worked cases of the prescribed descriptions', () => {
    it.each(ofType('classification'))('$id: $title', (one) => {
      const categories = interestsOf(one.facts).flatMap((facts) => {
        const { category, finding } = bookOf(one).prescribed(deepFreeze(facts));
        expect(finding.kind).toBe('decided');
        return valueOf(finding) === true ? [category.replace('-', ' ')] : [];
      });
      expect({ isDPI: categories.length > 0, categories }).toEqual(one.expected);
    });
  });

  describe('The worked cases of 28-day clocks', () => {
    const covered = ofType('clock').filter(({ expected }) => 'lastDay' in expected);
    it.each(covered.filter(({ facts }) => !('ordinaryDayOfElection' in facts)))('$id: $title', (one) => {
      const start = ['becameMemberOn', 'disclosedAtMeetingOn', 'becameAwareOn', 'coOptedOn']
        .map((key) => one.facts[key] as CivilDate | undefined)
        .find((day) => day !== undefined);
      const lastDay = lastDayBeginningWith(start ?? civilDate('1900-01-01'), 28);
      expect(lastDay).toBe(one.expected.lastDay);
      const at = one.facts.notificationReceivedByMOAt as string | undefined;
      if (at !== undefined) expect(londonDateOf(new Date(at)) <= lastDay).toBe(one.expected.inTime);
    });
    it.each(covered.filter(({ facts }) => 'hasDPI' in facts && 'becameMemberOn' in facts))(
      '$id is owed by the rule of s.30(1): $title',
      ({ facts, expected }) => {
        const becameMemberOn = civilDate(facts.becameMemberOn as string);
        const book = rulebookFor(adopted('ENG/statute-only'), becameMemberOn) as Rulebook;
        const land = {
          category: 'land',
          heldBy: 'self',
          answer: 'holds',
          inRegister: false,
          receivedOn: null,
        } as const;
        const { conclusion } = book.takingOffice({
          person: 'member',
          becameMemberOn,
          returning: false,
          leftOfficeOn: null,
          nothingElse: true,
          answers: [land],
        });
        expect(conclusion).toMatchObject({ kind: 'owed', lastDay: expected.lastDay });
      },
    );
    it('C21: a code that says "within 28 days of" has a safe and a latest arguable last day', () => {
      const c21 = JSON.parse(
        readFileSync(PATH, 'utf8')
          .split('\n')
          .find((line) => line.includes('"C21"')) ?? '{}',
      ) as WorkedCase;
      expect(withinDaysOf(civilDate(c21.facts.becameAwareOn as string), 28)).toEqual(
        pick(c21.expected, ['safeLastDay', 'latestArguableLastDay']),
      );
    });
  });
}

function adopted(code: string, standingOrdersExclude = false): Adopted {
  return {
    jurisdiction: 'england',
    codes: CODES[code] ?? [],
    standingOrdersExclude: standingOrdersExclude ? [{ from: civilDate('2012-07-01') }] : [],
  };
}

function bookOf({ code, facts }: WorkedCase): Rulebook {
  const on = civilDate((facts.meetingDate as string | undefined) ?? '2017-10-24');
  return rulebookFor(adopted(code, facts.standingOrdersExclude === true), on) as Rulebook;
}

/** The defaults of the cases: a councillor, present at a formal meeting, aware, with an interest of their own. */
function meetingFacts(facts: Loose): MeetingFacts {
  const given = facts.dispensation as Loose | undefined;
  const kinds: Record<string, 'dpi' | 'odi' | 'other-body-membership'> = {
    DPI: 'dpi',
    ODI: 'odi',
    'membership of another public body': 'other-body-membership',
  };
  const kind = kinds[facts.interestType as string];
  return {
    person: facts.person === 'non-voting co-optee' ? 'co-opted-no-vote' : 'member',
    meetingDate: civilDate((facts.meetingDate as string | undefined) ?? '2017-10-24'),
    formalMeeting: facts.gathering !== 'informal briefing',
    present: facts.presentAtMeeting !== false,
    interest:
      kind === undefined
        ? null
        : {
            kind,
            heldBy: facts.heldBy === 'spouse' ? 'partner' : 'self',
            memberAwareOfPartners: facts.memberAwareOfPartnersInterest !== false,
            inRegister: facts.enteredInRegister as boolean | undefined,
            pending: facts.pendingNotification === true,
            sensitive: facts.sensitive === 'agreed by monitoring officer' ? 'agreed' : 'no',
          },
    interestIsInTheMatter: true,
    memberAwareItIs: facts.memberAwareInterestIsInTheMatter !== false,
    matter: {
      planningOrRegulatory: facts.planningOrRegulatory as boolean | undefined,
      decidesOnDispensation: 'businessIs' in facts,
    },
    affectsPecuniaryInterests: facts.affectsPecuniaryInterests as boolean | undefined,
    likelyToPrejudice: facts.likelyToPrejudiceJudgement as boolean | undefined,
    dispensations: given ? [dispensation(given)] : [],
  };
}

function dispensation(given: Loose): Dispensation {
  const from = civilDate(given.from as string);
  return {
    id: 'the dispensation',
    requestedInWriting: given.writtenRequestByMember as boolean,
    grantedOn: from,
    from,
    to: given.to === null ? null : civilDate(given.to as string),
    coversThisMatter: given.matter === 'this matter',
    relieves: given.relieves as ('discussion' | 'vote')[],
  };
}

/** The interests that a case puts forward: an employee of a contractor also has the employment itself. */
function interestsOf(facts: Loose): readonly InterestFacts[] {
  const category = (facts.category as string).replace(' ', '-') as InterestFacts['category'];
  const owner = ownerOf(facts);
  const connections = connectionsOf(facts);
  const main = { ...CLASSIFICATION_DEFAULTS, ...facts, ...owner, connections, category };
  const securities = {
    areSecurities: facts.asset !== 'building society deposit',
    sharesHeldPence: facts.nominalHeldPence,
    issuedShareCapitalPence: facts.totalIssuedShareCapitalPence,
    classes: classesOf(facts),
  };
  const sponsorship = {
    fromTheAuthority: facts.payer === 'the relevant authority',
    towards: facts.purpose === 'expenses as a member' ? 'expenses-as-a-member' : 'election-expenses',
    madeOn: facts.paidOn,
  };
  const more = {
    bodyInArea: facts.bodyHasPlaceOfBusinessOrLandInArea,
    fullyDischarged: facts.contractFullyDischarged,
    forProfitOrGain: facts.paid,
    contractor: connections ? 'a-body' : 'the-person',
  };
  const employed = connections?.includes('employee')
    ? [{ category: 'employment' as const, ...owner, forProfitOrGain: true }]
    : [];
  return [{ ...main, ...securities, ...sponsorship, ...more } as unknown as InterestFacts, ...employed];
}

const CLASSIFICATION_DEFAULTS = {
  inArea: true,
  beneficialInterest: true,
  rightToOccupy: true,
  rightToIncome: false,
  licenceToOccupy: true,
  withTheAuthority: true,
  forGoodsServicesOrWorks: true,
  landlordIsTheAuthority: true,
  knownToMember: true,
};

function ownerOf(facts: Loose): Loose {
  const heldBy = facts.heldBy ?? 'self';
  if (heldBy === 'self') return { heldBy };
  return {
    heldBy: heldBy === 'spouse' ? 'partner' : 'someone-else',
    memberAware: facts.memberAware ?? true,
  };
}

function connectionsOf(facts: Loose): readonly string[] | undefined {
  const told = (facts.connectionToContractor ?? facts.tenant ?? facts.role) as string | undefined;
  const ties: Record<string, string> = {
    'partner in firm': 'partner-in-firm',
    'holds one share': 'holds-securities',
    'paid employee, not director, no securities': 'employee',
    'company of which member is director': 'director',
    'member of committee of management': 'committee-of-management',
  };
  const tie = told === undefined ? undefined : ties[told];
  return tie === undefined ? undefined : [tie];
}

function classesOf(facts: Loose): unknown {
  const classes = facts.classes as readonly Loose[] | undefined;
  return (
    classes?.map((one) => ({
      name: one.name,
      heldPence: one.nominalHeldPence,
      issuedPence: one.classIssuedPence,
    })) ?? null
  );
}

function shape(answer: MeetingAnswer): Loose {
  return {
    mustDisclose: valueOf(answer.disclose),
    mayDiscuss: valueOf(answer.discuss),
    mayVote: valueOf(answer.vote),
    mustLeaveRoom: valueOf(answer.leave),
    mustNotifyMOBy: valueOf(answer.notify),
  };
}

function valueOf(finding: Finding<unknown>): unknown {
  return finding.kind === 'cannot-tell' ? { cannotTell: finding.missing } : finding.value;
}

function pick(from: Loose, keys: readonly string[]): Loose {
  return Object.fromEntries(keys.map((key) => [key, from[key]]));
}

function without(from: Loose, key: string): Loose {
  return Object.fromEntries(Object.entries(from).filter(([name]) => name !== key));
}
