import { describe, expect, it } from '@jest/globals';
import { one } from './law-answers.js';

const meeting = { id: 'a', code: 'ENG/WCC-2012', type: 'meeting' };
const securities = { id: 'a', code: 'ENG/statute-only', type: 'classification' };
const arrears = { councilTaxPayableSince: '2023-12-01', stillUnpaid: true, meetingDate: '2024-02-22' };
const dpi = { interestType: 'DPI', enteredInRegister: true, meetingDate: '2017-10-24' };

describe('The free words of a case', () => {
  const employment = { category: 'employment', paid: true };
  it.each<[object, boolean]>([
    [{ heldBy: 'wife' }, true],
    [{ heldBy: 'estranged spouse', livingTogether: false }, true],
    [{ heldBy: 'spouse', divorced: true, livingTogether: false }, false],
    [{ heldBy: 'former spouse', livingTogether: true }, true],
    [{ heldBy: 'cohabiting partner' }, true],
    [{ heldBy: 'partner living together' }, true],
    [{ heldBy: 'girlfriend' }, false],
    [{ heldBy: 'girlfriend', livingTogether: true }, true],
    [{ heldBy: "spouse's brother" }, false],
    [{ heldBy: 'business partner' }, false],
    [{ heldBy: 'son' }, false],
  ])('say whose interest it is: %j', async (facts, isDPI) => {
    const line = await one({ ...securities, facts: { ...employment, ...facts } });
    expect(line?.answer?.isDPI).toBe(isDPI);
  });

  it.each<[string, readonly string[]]>([
    ['holds one share', ['contracts']],
    ['shareholder', ['contracts']],
    ['partner in firm', ['contracts']],
    ['member of an LLP', ['contracts']],
    ['sole trader', ['contracts']],
    ['friend of a director', []],
    ['unpaid volunteer', []],
    ['paid employee, not director, no securities', ['employment']],
    ['paid director', ['contracts', 'employment']],
  ])('say what ties them to a contractor: %s', async (connectionToContractor, categories) => {
    const facts = { category: 'contracts', connectionToContractor, contractFullyDischarged: false };
    expect((await one({ ...securities, facts }))?.answer?.categories).toEqual(categories);
  });

  it.each<[string, boolean]>([
    ['asks the Leader to take the decision instead', true],
    ['refers the decision to full cabinet', true],
    ['arranges for the deputy leader to decide', true],
    ['signs the contract', false],
    ['asks officers to prepare the contract', false],
  ])('say whether a step only hands over: %s', async (step, stepLawful) => {
    const facts = { actingAlone: true, interestType: 'DPI', aware: true, enteredInRegister: true, step };
    const line = await one({ id: 'a', code: 'ENG/statute-only', type: 'single-member', facts });
    expect(line?.answer?.stepLawful).toBe(stepLawful);
  });

  it.each<[string, boolean]>([
    ['informal briefing', false],
    ['site visit', false],
    ['sub-committee', true],
    ['joint committee meeting', true],
  ])('say whether it is a meeting: %s', async (gathering, engaged) => {
    const line = await one({ ...meeting, facts: { ...dpi, gathering } });
    expect(line?.answer?.section31Engaged).toBe(engaged);
  });

  it('leaving before the item or not is being there', async () => {
    for (const leavesBeforeTheItem of [true, false]) {
      const line = await one({ ...meeting, facts: { ...dpi, leavesBeforeTheItem } });
      expect(line?.answer).toMatchObject({ section31Engaged: true, mayVote: false });
    }
  });
});

describe('Words that do not say which it is', () => {
  const ask = { id: 'a', code: 'ENG/statute-only' };
  it.each<[string, object, string, string]>([
    [
      'the business of a meeting',
      { code: 'ENG/s106', type: 'council-tax', facts: { ...arrears, matter: 'library opening hours' } },
      'matter',
      'mayVote',
    ],
    [
      'speed limits, which are set and are no council tax',
      { code: 'ENG/s106', type: 'council-tax', facts: { ...arrears, matter: 'setting of speed limits' } },
      'matter',
      'mayVote',
    ],
    ['a gathering', { ...meeting, facts: { ...dpi, gathering: 'a gathering' } }, 'formalMeeting', 'mayVote'],
    [
      'a question for a parent governor',
      { code: 'ENG/WCC-2012', type: 'co-opted', facts: { questionRelatesTo: 'the corporate plan' } },
      'questionRelatesTo',
      'mayVote',
    ],
    [
      'how it was asked for',
      { ...ask, type: 'dispensation', facts: { request: 'at some time', ground: 'c', periodMonths: 12 } },
      'request',
      'mayBeGranted',
    ],
    [
      'another council’s name',
      {
        ...ask,
        type: 'classification',
        facts: {
          category: 'contracts',
          contractParty: 'Wyrefordshire district council',
          connectionToContractor: 'director',
          contractFullyDischarged: false,
        },
      },
      'contractParty',
      'isDPI',
    ],
    [
      'to whom a form was given',
      { ...ask, type: 'clock', facts: { formGivenTo: 'democratic services' } },
      'notificationReceivedByMOOn',
      'notified',
    ],
    [
      'whether an interest in Wales is prejudicial',
      { code: 'WAL/MCC-2008', type: 'other-jurisdiction', facts: { personalInterest: true } },
      'prejudicial',
      'mayVote',
    ],
    [
      'a class of which the total is missing',
      {
        ...ask,
        type: 'classification',
        facts: {
          category: 'securities',
          nominalHeldPence: 100,
          totalIssuedShareCapitalPence: 1_000_000,
          classes: [{ name: 'A', nominalHeldPence: 50 }],
        },
      },
      'classes',
      'isDPI',
    ],
  ])('leave it open, and name the fact: %s', async (_name, line, fact, key) => {
    const answered = await one({ id: 'a', ...line });
    expect(answered?.answer?.cannotTell).toContain(fact);
    expect(answered?.answer).not.toHaveProperty(key);
  });
});
