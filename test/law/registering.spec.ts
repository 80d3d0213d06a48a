import { describe, expect, it } from '@jest/globals';
import { RulebookError, civilDate, rulebookFor } from '../../src/law/index.js';
import type {
  Adopted,
  BodyFacts,
  Finding,
  GiftFacts,
  RegistrationFacts,
  Rulebook,
} from '../../src/law/index.js';

const SEVEN = [
  'employment',
  'sponsorship',
  'contracts',
  'land',
  'licences',
  'corporate-tenancies',
  'securities',
] as const;

const LAST_OF_THE_OLD = '2023-05-17';
const FIRST_OF_THE_NEW = '2023-05-18';

/** Worcestershire's code to one day, the model code from the next. */
const changesCode: Adopted = {
  jurisdiction: 'england',
  codes: [
    { code: 'worcestershire-2012', from: civilDate('2012-07-01'), to: civilDate(LAST_OF_THE_OLD) },
    { code: 'lga-model-2020', from: civilDate(FIRST_OF_THE_NEW) },
  ],
  standingOrdersExclude: [],
};
const statuteAlone: Adopted = { ...changesCode, codes: [] };
const codeWithoutHeadings: Adopted = {
  ...changesCode,
  codes: [{ code: 'statute-faithful', from: civilDate('2012-07-01') }],
};
const codeNotKnownHere: Adopted = {
  ...changesCode,
  codes: [{ code: 'a-code-of-our-own', from: civilDate('2012-07-01') }],
};

function bookOf(adopted: Adopted, on = FIRST_OF_THE_NEW): Rulebook {
  const book = rulebookFor(adopted, civilDate(on));
  if (book.kind === 'not-encoded') throw new Error('The day is not encoded.');
  return book;
}

/** The value, or the fact that the answer waits for. */
function inShort<V>(finding: Finding<V> | null | undefined): V | `? ${string}` | 'no rule' {
  if (!finding) return 'no rule';
  return finding.kind === 'cannot-tell' ? `? ${finding.question}` : finding.value;
}

const points = (finding: Finding<unknown> | null | undefined): unknown =>
  finding?.reasons.map(({ point, citation, layer }) => [point, citation.text, layer]);

describe('The categories that a member is asked about', () => {
  it.each<[string, Adopted, string, readonly string[]]>([
    ['are the seven where no code is in play', statuteAlone, FIRST_OF_THE_NEW, []],
    ['are the seven by a code that adds none', codeWithoutHeadings, FIRST_OF_THE_NEW, []],
    ['have gifts besides by Worcestershire’s code, to its last day', changesCode, LAST_OF_THE_OLD, ['gifts']],
    [
      'have other bodies and gifts besides by the model code, from its first day',
      changesCode,
      FIRST_OF_THE_NEW,
      ['other-bodies', 'gifts'],
    ],
    [
      'are the seven under a code that is not known here, because nobody can say what it adds',
      codeNotKnownHere,
      FIRST_OF_THE_NEW,
      [],
    ],
    [
      'are the seven under the model code on a day before it was published',
      {
        ...changesCode,
        codes: [{ code: 'lga-model-2020', from: civilDate('2020-01-01') }],
      },
      '2020-12-02',
      [],
    ],
  ])('%s', (_, adopted, on, added) => {
    const required = bookOf(adopted, on).requiredCategories();
    expect(required.map(({ category }) => category)).toEqual([...SEVEN, ...added]);
    expect(required.filter(({ asksPartner }) => !asksPartner).map(({ category }) => category)).toEqual([
      'sponsorship',
      ...added,
    ]);
  });

  it('that a code adds are none that s.30 waits for', () => {
    const { unanswered } = bookOf(changesCode).takingOffice({
      person: 'member',
      becameMemberOn: civilDate('2023-05-08'),
      returning: false,
      answers: [],
      leftOfficeOn: null,
    });
    expect([...new Set(unanswered.map(({ category }) => category))]).toEqual(SEVEN);
  });
});

describe('A place in a body', () => {
  const charity: BodyFacts = {
    unpaidDirector: false,
    memberOrInControl: true,
    nominatedByAuthority: false,
    functionsOfPublicNature: false,
    charitablePurposes: true,
    influencesOpinion: false,
  };

  it.each<[string, Adopted, string, BodyFacts, unknown]>([
    ['is no matter of the Act', statuteAlone, FIRST_OF_THE_NEW, charity, 'no rule'],
    [
      'is not registered by a code without the heading',
      codeWithoutHeadings,
      FIRST_OF_THE_NEW,
      charity,
      'no rule',
    ],
    ['is not registered by Worcestershire’s code', changesCode, LAST_OF_THE_OLD, charity, 'no rule'],
    ['is registered by the model code if it is a charity', changesCode, FIRST_OF_THE_NEW, charity, true],
    [
      'is not registered by the model code if it is of another sort',
      changesCode,
      FIRST_OF_THE_NEW,
      { ...charity, charitablePurposes: false },
      false,
    ],
    [
      'waits for what nobody said of the body',
      changesCode,
      FIRST_OF_THE_NEW,
      { ...charity, charitablePurposes: undefined },
      '? charitablePurposes',
    ],
    ['waits for a code that is not known here', codeNotKnownHere, FIRST_OF_THE_NEW, charity, '? code'],
  ])('%s', (_, adopted, on, facts, answer) => {
    expect(inShort(bookOf(adopted, on).otherBody(facts))).toBe(answer);
  });

  it('cites Table 2', () => {
    expect(points(bookOf(changesCode).otherBody(charity))).toEqual([
      ['body-is-registered', 'LGA Model Code 2020 App B Table 2', 'code'],
    ]);
  });
});

describe('A gift', () => {
  type Gift = Omit<GiftFacts, 'threshold'>;
  const gift: Gift = {
    valuePence: 50_00,
    fromSameDonorPence: 0,
    receivedAsCouncillor: true,
    accepted: true,
    receivedOn: civilDate('2023-06-01'),
  };
  const fifteenFrom = (from: string): Adopted => ({
    ...changesCode,
    giftThresholds: [{ pence: 15_00, registers: 'at-least', from: civilDate(from) }],
  });
  const moreThanFifty: Adopted = {
    ...changesCode,
    giftThresholds: [{ pence: 50_00, registers: 'more-than', from: civilDate('2023-05-18') }],
  };

  it.each<[string, Adopted, string, Gift, unknown]>([
    ['is no matter of the Act', statuteAlone, '2023-06-01', gift, 'no rule'],
    ['is no matter of a code that says nothing of gifts', codeWithoutHeadings, '2023-06-01', gift, 'no rule'],
    ['waits for a code that is not known here', codeNotKnownHere, '2023-06-01', gift, '? code'],
    ['of exactly £50 is registered by the model code', changesCode, '2023-06-01', gift, true],
    ['of £49.99 is not', changesCode, '2023-06-01', { ...gift, valuePence: 49_99 }, false],
    [
      'of £49.99 is, with a penny from the same source',
      changesCode,
      '2023-06-01',
      { ...gift, valuePence: 49_99, fromSameDonorPence: 1 },
      true,
    ],
    [
      'of exactly £50 is not where the authority says more than £50',
      moreThanFifty,
      '2023-06-01',
      gift,
      false,
    ],
    [
      'of £50.01 is where the authority says more than £50',
      moreThanFifty,
      '2023-06-01',
      { ...gift, valuePence: 50_01 },
      true,
    ],
    [
      'of £15 is registered from the day on which the authority set £15',
      fifteenFrom('2023-06-01'),
      '2023-06-01',
      { ...gift, valuePence: 15_00 },
      true,
    ],
    [
      'of £15 that was received on the day before is not, though it is asked about later',
      fifteenFrom('2023-06-02'),
      '2023-06-20',
      { ...gift, valuePence: 15_00 },
      false,
    ],
    [
      'received on a day that nobody said is measured by the figure of the day asked about',
      fifteenFrom('2023-06-02'),
      '2023-06-20',
      { ...gift, valuePence: 15_00, receivedOn: undefined },
      true,
    ],
    [
      'waits for the figure under Worcestershire’s code, which leaves it to the authority',
      changesCode,
      LAST_OF_THE_OLD,
      { ...gift, receivedOn: civilDate(LAST_OF_THE_OLD) },
      '? giftThreshold',
    ],
    [
      'is registered by Worcestershire’s code once the figure is known',
      fifteenFrom('2012-07-01'),
      LAST_OF_THE_OLD,
      { ...gift, valuePence: 15_00, receivedOn: civilDate(LAST_OF_THE_OLD) },
      true,
    ],
  ])('%s', (_, adopted, on, facts, answer) => {
    expect(inShort(bookOf(adopted, on).gift(facts)?.mustRegister)).toBe(answer);
  });

  it('has two last days, 28 days from its receipt', () => {
    expect(inShort(bookOf(changesCode, '2023-06-01').gift(gift)?.clock)).toEqual({
      safeLastDay: '2023-06-28',
      latestArguableLastDay: '2023-06-29',
    });
    expect(inShort(bookOf(codeNotKnownHere, '2023-06-01').gift(gift)?.clock)).toBe('? code');
  });

  it('cannot be measured by two figures', () => {
    const twice = {
      ...changesCode,
      giftThresholds: [
        ...(fifteenFrom('2023-05-01').giftThresholds ?? []),
        ...(moreThanFifty.giftThresholds ?? []),
      ],
    };
    expect(() => bookOf(twice, '2023-06-01').gift(gift)).toThrow(RulebookError);
  });
});

describe('A change outside a meeting', () => {
  const awareOf: RegistrationFacts = { kind: 'dpi', becameAwareOfChangeOn: civilDate('2023-06-01') };
  const days = { safeLastDay: '2023-06-28', latestArguableLastDay: '2023-06-29' };

  it.each<[string, Adopted, string, RegistrationFacts, unknown]>([
    ['has no day by the Act', statuteAlone, FIRST_OF_THE_NEW, awareOf, 'no rule'],
    ['has no day by a code that follows the Act', codeWithoutHeadings, FIRST_OF_THE_NEW, awareOf, 'no rule'],
    [
      'in a prescribed interest has two last days by Worcestershire’s code',
      changesCode,
      LAST_OF_THE_OLD,
      awareOf,
      days,
    ],
    [
      'in another interest has none by Worcestershire’s code',
      changesCode,
      LAST_OF_THE_OLD,
      { ...awareOf, kind: 'ori' },
      null,
    ],
    [
      'in a prescribed interest has two last days by the model code',
      changesCode,
      FIRST_OF_THE_NEW,
      awareOf,
      days,
    ],
    [
      'in another registerable interest has them too',
      changesCode,
      FIRST_OF_THE_NEW,
      { ...awareOf, kind: 'ori' },
      days,
    ],
    [
      'in a non-registerable interest has none',
      changesCode,
      FIRST_OF_THE_NEW,
      { ...awareOf, kind: 'nri' },
      null,
    ],
    [
      'waits for the day on which the member became aware',
      changesCode,
      FIRST_OF_THE_NEW,
      { kind: 'dpi' },
      '? becameAwareOfChangeOn',
    ],
    ['waits for a code that is not known here', codeNotKnownHere, FIRST_OF_THE_NEW, awareOf, '? code'],
  ])('%s', (_, adopted, on, facts, answer) => {
    expect(inShort(bookOf(adopted, on).aChange(facts))).toEqual(answer);
  });
});

describe('An entry', () => {
  const book = bookOf(statuteAlone);

  it.each(['no', 'claimed', 'agreed'] as const)(
    'whose sensitivity is "%s" is shown unless both agree',
    (sensitive) => {
      const { mayIncludeDetails, mayStateThatDetailsAreWithheld } = book.publicVersion({
        inRegister: true,
        sensitive,
      });
      expect([inShort(mayIncludeDetails), inShort(mayStateThatDetailsAreWithheld)]).toEqual(
        sensitive === 'agreed' ? [false, true] : [true, false],
      );
    },
  );

  it.each([
    [{ interestStillHeld: true, personIsMember: true }, true],
    [{ interestStillHeld: false, personIsMember: true }, false],
    [{ interestStillHeld: true, personIsMember: false, transitoryOnReElection: false }, false],
    [{ interestStillHeld: true, personIsMember: false, transitoryOnReElection: true }, true],
  ])('of %j is kept: %j', (facts, kept) => {
    expect(inShort(book.keepEntry(facts))).toBe(kept);
  });
});

describe('The versions that a rulebook lists', () => {
  const rules = (adopted: Adopted, on?: string): readonly string[] =>
    bookOf(adopted, on).versions.map(({ rule }) => rule);

  it('hold what the code adds to the register, each once, and what the Act says of an entry', () => {
    const listed = rules(changesCode);
    expect(listed).toEqual(
      expect.arrayContaining([
        'england/codes/lga-model-2020/table-2',
        'england/codes/lga-model-2020/para-10',
        'england/codes/lga-model-2020/register-a-change',
        'england/localism-act-2011/s29(3)',
        'england/localism-act-2011/s32(2)',
      ]),
    );
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('hold nothing of a code that is not in force', () => {
    expect(rules(changesCode, LAST_OF_THE_OLD).join()).not.toContain('lga-model-2020');
    expect(rules(statuteAlone).join()).not.toContain('england/codes/');
  });
});

describe('What a code has registered on taking office', () => {
  const held = (kind: 'dpi' | 'ori', on: string): RegistrationFacts => ({
    kind,
    becameMemberOn: civilDate(on),
  });
  it.each<[string, Adopted, string, unknown]>([
    ['other bodies by the model code', changesCode, FIRST_OF_THE_NEW, ['2023-06-14', '2023-06-15']],
    ['no other bodies by Worcestershire’s', changesCode, LAST_OF_THE_OLD, null],
    ['nothing where no code is in play', statuteAlone, FIRST_OF_THE_NEW, 'no rule'],
    ['nobody can say what under a code that is not known here', codeNotKnownHere, FIRST_OF_THE_NEW, '? code'],
  ])('is %s', (_, adopted, on, days) => {
    const answer = inShort(bookOf(adopted, on).onTakingOffice(held('ori', on)));
    const isDays = typeof answer === 'object' && answer !== null;
    expect(isDays ? [answer.safeLastDay, answer.latestArguableLastDay] : answer).toEqual(days);
  });
});

describe('Notice of wanting to speak', () => {
  const facts = { meetingDate: civilDate('2023-05-16'), bankHolidaysConsidered: true };
  it.each<[string, Adopted, string, string]>([
    [
      'is due on the working day before by Worcestershire’s practice',
      changesCode,
      LAST_OF_THE_OLD,
      '2023-05-15T09:00',
    ],
    ['has no rule beside another code', changesCode, FIRST_OF_THE_NEW, 'no rule'],
    ['has no rule where no code is in play', statuteAlone, LAST_OF_THE_OLD, 'no rule'],
    ['waits for a code that is not known here', codeNotKnownHere, LAST_OF_THE_OLD, '? code'],
  ])('%s', (_, adopted, on, moment) => {
    expect(inShort(bookOf(adopted, on).noticeToSpeak(facts))).toBe(moment);
  });
  it('is due at the council’s own hour', () => {
    expect(inShort(bookOf(changesCode, LAST_OF_THE_OLD).noticeToSpeak({ ...facts, hour: 12 }))).toBe(
      '2023-05-15T12:00',
    );
  });
});
