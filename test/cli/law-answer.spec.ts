import { describe, expect, it } from '@jest/globals';
import { answers, one } from './law-answers.js';

const meeting = { id: 'a', code: 'ENG/WCC-2012', type: 'meeting' };
const securities = { id: 'a', code: 'ENG/statute-only', type: 'classification' };
const clock = { id: 'a', code: 'ENG/statute-only', type: 'clock' };
const dpi = { interestType: 'DPI', enteredInRegister: true, meetingDate: '2017-10-24' };

describe('A line that cannot be answered', () => {
  it.each<[string, object, RegExp]>([
    ['an unknown code', { ...meeting, code: 'ENG/nowhere', facts: dpi }, /"code" is not known: ENG\/nowhere/],
    ['an unknown type', { ...meeting, type: 'séance', facts: dpi }, /"type" is not known: séance/],
    ['no facts', { ...meeting }, /"facts" is missing/],
    ['facts that are no object', { ...meeting, facts: [] }, /"facts" must be an object/],
    ['a strict that is neither', { ...meeting, facts: dpi, strict: 'yes' }, /"strict" must be true or false/],
    [
      'an impossible date',
      { ...meeting, facts: { ...dpi, meetingDate: '2017-02-29' } },
      /facts\.meetingDate must be a day of the calendar/,
    ],
    [
      'an impossible date within a fact',
      { ...meeting, facts: { ...dpi, dispensation: { from: '2017-13-01' } } },
      /facts\.dispensation\.from must be a day/,
    ],
    [
      'negative pence',
      { ...securities, facts: { category: 'securities', nominalHeldPence: -1 } },
      /facts\.nominalHeldPence must be a whole number of pence/,
    ],
    [
      'half a penny, within a list',
      { ...securities, facts: { category: 'securities', classes: [{ nominalHeldPence: 0.5 }] } },
      /facts\.classes\[0\]\.nominalHeldPence must be a whole number of pence/,
    ],
    [
      'a fact that is not known',
      { ...meeting, facts: { ...dpi, weather: 'fine' } },
      /facts\.weather is not a fact/,
    ],
    ['a name from JavaScript', { ...meeting, facts: { constructor: 1 } }, /facts\.constructor is not a fact/],
    [
      'a yes that is text',
      { ...meeting, facts: { ...dpi, enteredInRegister: 'yes' } },
      /enteredInRegister must be true/,
    ],
    [
      'a word that is not known',
      { ...meeting, facts: { ...dpi, interestType: 'dpi' } },
      /facts\.interestType must be "DPI" or "ODI"/,
    ],
    [
      'an interest that is entered and pending',
      { ...meeting, facts: { ...dpi, pendingNotification: true } },
      /contradict each other: facts\.pendingNotification/,
    ],
    [
      'no interest, and yet entered',
      { ...meeting, facts: { interestType: 'none', enteredInRegister: true } },
      /contradict each other: facts\.interestType is "none"/,
    ],
    [
      'a DPI of somebody whose interests never are',
      { ...meeting, facts: { ...dpi, heldBy: 'adult daughter' } },
      /contradict each other: facts\.interestType is "DPI"/,
    ],
    [
      'a member who leaves a meeting they did not come to',
      { ...meeting, facts: { ...dpi, presentAtMeeting: false, leavesBeforeTheItem: true } },
      /contradict each other: facts\.leavesBeforeTheItem/,
    ],
    [
      'a period that ends before it begins',
      { ...meeting, facts: { ...dpi, dispensation: { from: '2017-06-01', to: '2017-05-31' } } },
      /contradict each other: facts\.dispensation\.to/,
    ],
    [
      'more of a class than there is',
      {
        ...securities,
        facts: { category: 'securities', classes: [{ nominalHeldPence: 2, classIssuedPence: 1 }] },
      },
      /contradict each other: facts\.classes\[0\]\.nominalHeldPence/,
    ],
    [
      'a moment without its offset',
      {
        id: 'a',
        code: 'ENG/statute-only',
        type: 'clock',
        facts: { becameMemberOn: '2017-05-08', notificationReceivedByMOAt: '2017-06-04T23:30:00' },
      },
      /notificationReceivedByMOAt must be a moment with its offset/,
    ],
    [
      'no interests, and a list of some',
      { ...clock, facts: { becameMemberOn: '2017-05-08', hasDPI: false, dpis: [{ what: 'home' }] } },
      /contradict each other: facts\.hasDPI/,
    ],
    [
      'two days of taking office',
      { ...clock, facts: { becameMemberOn: '2017-05-08', coOptedOn: '2018-05-08' } },
      /two different days of taking office/,
    ],
    [
      'a receipt on two days',
      {
        ...clock,
        facts: {
          notificationReceivedByMOAt: '2017-06-04T23:30:00Z',
          notificationReceivedByMOOn: '2017-06-04',
        },
      },
      /contradict each other: facts\.notificationReceivedByMOAt/,
    ],
    [
      'a period that is two periods',
      {
        ...clock,
        type: 'dispensation',
        facts: { from: '2021-06-01', to: '2022-05-31', periodMonths: 36 },
      },
      /contradict each other: facts\.periodMonths/,
    ],
    [
      'proceedings before the offence',
      {
        ...clock,
        type: 'offence',
        facts: { offenceCommittedOn: '2023-09-01', proceedingsDate: '2023-06-10' },
      },
      /contradict each other: facts\.proceedingsDate/,
    ],
    [
      'another country than that of the code',
      { ...meeting, type: 'whip', facts: { underPartyWhip: true, jurisdiction: 'Wales' } },
      /facts\.jurisdiction is not that of "code"/,
    ],
  ])('is refused with the field: %s', async (_name, line, message) => {
    const { status, lines } = await answers(line);
    expect(status).toBe(1);
    expect(lines).toEqual([{ id: 'a', error: expect.stringMatching(message) as unknown }]);
  });

  it('loses nothing of the others', async () => {
    const { status, lines } = await answers(
      { ...meeting, id: 1, facts: dpi },
      { ...meeting, id: 2, facts: { weather: 'fine' } },
      { ...meeting, id: 3, facts: dpi },
    );
    expect(status).toBe(1);
    expect(lines.map(({ id, error }) => [id, error !== undefined])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
  });
});

describe('Where nothing is encoded', () => {
  it.each([
    ['a meeting by the law of Wales alone', { code: 'WAL/MCC-2008', type: 'meeting', facts: {} }],
    ['gifts by a code that says nothing of them', { code: 'ENG/statute-faithful', type: 'gift', facts: {} }],
    [
      'a Scottish question that is not encoded',
      { code: 'SCO/2000-Act', type: 'other-jurisdiction', facts: { personalInterest: true } },
    ],
  ])('the answer says so: %s', async (_name, line) => {
    expect(await one({ id: 'a', ...line })).toEqual({ id: 'a', answer: { notEncoded: true } });
  });
});

describe('Where a fact is missing on which everything turns', () => {
  it.each<[string, object, readonly string[]]>([
    ['the day of a meeting', { code: 'ENG/LGA1972', type: 'agenda', facts: {} }, ['meetingDate']],
    ['the category', { ...securities, facts: { heldBy: 'self' } }, ['category']],
    [
      'whatever begins a question',
      { code: 'NI/1972-2014', type: 'other-jurisdiction', facts: {} },
      ['pecuniaryInterest'],
    ],
    ['the start of a clock', { code: 'ENG/statute-only', type: 'clock', facts: {} }, ['becameMemberOn']],
    [
      'the clock that a receipt is to be in time for',
      {
        code: 'ENG/statute-only',
        type: 'clock',
        facts: { notificationReceivedByMOOn: '2017-06-04' },
      },
      ['becameMemberOn'],
    ],
  ])('it is named: %s', async (_name, line, missing) => {
    const answered = await one({ id: 'a', ...line });
    expect(answered?.answer?.cannotTell).toEqual(expect.arrayContaining([...missing]));
  });
});

describe('What a case says of days', () => {
  const act = { id: 'a', code: 'ENG/statute-only' };
  const dispensation = {
    writtenRequestByMember: true,
    from: '2019-06-01',
    to: '2023-05-31',
    matter: 'this matter',
    relieves: ['discussion', 'vote'],
  };
  it.each([
    ['2020-01-10', false],
    ['2023-05-31', false],
    ['2023-06-01', true],
  ])('a vote under a dispensation is judged on its own day, %s', async (offenceDate, offence) => {
    const facts = { interestType: 'DPI', enteredInRegister: true, voted: true, offenceDate, dispensation };
    expect((await one({ ...act, type: 'offence', facts }))?.answer?.offence).toBe(offence);
  });

  it('a receipt is judged by the clock whose last day is told', async () => {
    const facts = {
      becameMemberOn: '2017-05-08',
      disclosedAtMeetingOn: '2017-10-24',
      notificationReceivedByMOOn: '2017-10-30',
    };
    const line = await one({ ...act, type: 'clock', facts });
    expect(line?.answer).toMatchObject({ lastDay: '2017-11-20', inTime: true });
  });

  it('debentures are no part of the share capital', async () => {
    const facts = {
      category: 'securities',
      asset: 'debentures',
      nominalHeldPence: 1_000_000,
      totalIssuedShareCapitalPence: 50_000_000,
    };
    expect((await one({ ...act, type: 'classification', facts }))?.answer?.isDPI).toBe(false);
  });

  it('an "other disclosable interest" is not registered by the code of 2012', async () => {
    const facts = { becameAwareOn: '2017-10-24', interest: 'ODI: chair of the bus users’ forum' };
    const line = await one({ id: 'a', code: 'ENG/WCC-2012', type: 'clock', facts });
    expect(line?.answer?.codeDutyToNotify).toBe(false);
  });
});

describe('In strict mode', () => {
  const strict = { ...meeting, strict: true };

  it('nothing is taken for granted', async () => {
    const line = await one({ ...strict, facts: dpi });
    expect(line?.answer).toMatchObject({ askFirst: { fact: 'person' } });
    expect(line?.answer?.cannotTell).toEqual(
      expect.arrayContaining(['person', 'formalMeeting', 'presentAtMeeting', 'dispensation']),
    );
    expect(line?.answer).not.toHaveProperty('mayVote');
  });

  it('every fact given, the answer is the ordinary one', async () => {
    const facts = {
      ...dpi,
      person: 'councillor',
      formalMeeting: true,
      presentAtMeeting: true,
      heldBy: 'self',
      interestIsInTheMatter: true,
      memberAwareInterestIsInTheMatter: true,
      sensitive: 'no',
      dispensation: null,
      standingOrdersExclude: false,
      businessIs: 'a planning application',
    };
    const given = await one({ ...strict, facts });
    expect(given?.answer).toMatchObject({ mayVote: false, mustLeaveRoom: true });
    expect(given?.answer).not.toHaveProperty('cannotTell');
    expect(given?.answer).toEqual((await one({ ...meeting, facts }))?.answer);
  });

  it('a missing element of a description is asked for', async () => {
    const holding = {
      category: 'securities',
      heldBy: 'self',
      bodyHasPlaceOfBusinessOrLandInArea: true,
      knownToMember: true,
      nominalHeldPence: 10_000,
      asset: 'shares',
      classes: null,
    };
    const line = await one({ ...securities, strict: true, facts: holding });
    expect(line?.answer).toMatchObject({
      cannotTell: ['totalIssuedShareCapitalPence'],
      askFirst: { fact: 'totalIssuedShareCapitalPence' },
    });
    expect(line?.answer).not.toHaveProperty('isDPI');
  });

  it('a clock that runs from an unknown day is not told', async () => {
    const line = await one({
      id: 'a',
      code: 'ENG/statute-only',
      type: 'single-member',
      strict: true,
      facts: { actingAlone: true, interestType: 'DPI', aware: true, enteredInRegister: false },
    });
    expect(line?.answer?.cannotTell).toContain('pendingNotification');
    expect(line?.answer).not.toHaveProperty('mustNotifyMOBy');
  });
});

describe('Each reason', () => {
  it('carries its rule, layer, source, sanction and sentence', async () => {
    const line = await one({ ...meeting, facts: { ...dpi, enteredInRegister: false } });
    expect(line?.answer?.reasons).toContainEqual({
      rule: 'england/localism-act-2011/s31(3)',
      layer: 'statute',
      citation: 'Localism Act 2011 s.31(3)',
      url: 'https://www.legislation.gov.uk/ukpga/2011/20/section/31',
      sanction: 'criminal',
      lastDay: '2017-11-20',
      text: 'You must notify the monitoring officer of it by Monday 20 November 2017.',
    });
  });
});
