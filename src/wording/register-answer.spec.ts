import { describe, expect, it } from '@jest/globals';
import { civilDate, rulebookFor } from '../law/index.js';
import type { BodyFacts, GiftFacts, InterestFacts, Rulebook } from '../law/index.js';
import { registerAnswerInWords } from './index.js';
import type { RegisterAnswerWords } from './index.js';

const ON = civilDate('2023-06-01');
const codes = [{ code: 'lga-model-2020', from: civilDate('2023-05-18') }];
const book = rulebookFor({ jurisdiction: 'england', codes, standingOrdersExclude: [] }, ON) as Rulebook;

const job: InterestFacts = { category: 'employment', heldBy: 'self', forProfitOrGain: true };
const land: InterestFacts = {
  category: 'land',
  heldBy: 'self',
  beneficialInterest: true,
  inArea: true,
  rightToOccupy: true,
  rightToIncome: false,
};
const shares: InterestFacts = {
  category: 'securities',
  heldBy: 'self',
  areSecurities: true,
  bodyInArea: true,
  knownToMember: true,
  nominalHeldPence: 25_000_00,
  sharesHeldPence: 25_000_00,
  issuedShareCapitalPence: 2_500_000_00,
  classes: null,
};
const MUST = 'You must register this, because ';
const NEED_NOT = 'You need not register this, but you may: ';
const OPEN = 'We cannot tell yet whether you must register this. It depends on this: ';
const DPI = '. That makes it a disclosable pecuniary interest.';

type Expected = Pick<RegisterAnswerWords, 'verdict' | 'says'>;
const must = (why: string): Expected => ({ verdict: 'must', says: `${MUST}${why}` });
const needNot = (why: string): Expected => ({ verdict: 'need-not', says: `${NEED_NOT}${why}` });
const open = (question: string): Expected => ({ verdict: 'cannot-tell', says: `${OPEN}${question}` });

describe('The answer on an interest', () => {
  it.each<[string, InterestFacts, Expected]>([
    ['paid work must be registered', job, must(`it is work carried on for profit or gain${DPI}`)],
    [
      'unpaid work need not',
      { ...job, forProfitOrGain: false },
      needNot('work counts only if it is carried on for profit or gain.'),
    ],
    [
      'work waits for whether it is paid',
      { ...job, forProfitOrGain: undefined },
      open('Is the work carried on for profit or gain?'),
    ],
    [
      'a partner’s work need not, where the member does not know of it',
      { ...job, heldBy: 'partner', memberAware: false },
      needNot('your partner’s interest counts only if you know that they have it.'),
    ],
    [
      'sponsorship must be registered',
      {
        category: 'sponsorship',
        heldBy: 'self',
        fromTheAuthority: false,
        towards: 'election-expenses',
        madeOn: civilDate('2023-05-01'),
        notificationGivenOn: ON,
      },
      must(
        `it is a payment towards your expenses, in the last 12 months, that did not come from the council${DPI}`,
      ),
    ],
    [
      'an open contract must be registered',
      {
        category: 'contracts',
        heldBy: 'self',
        withTheAuthority: true,
        contractor: 'the-person',
        forGoodsServicesOrWorks: true,
        fullyDischarged: false,
      },
      must(`it is a contract with the council that is not yet fully discharged${DPI}`),
    ],
    [
      'land in the area must be registered',
      land,
      must(`it is a beneficial interest in land in the council’s area${DPI}`),
    ],
    [
      'land elsewhere need not',
      { ...land, inArea: false },
      needNot('only land in the council’s area counts.'),
    ],
    [
      'a licence for a month must be registered',
      {
        category: 'licences',
        heldBy: 'self',
        inArea: true,
        licenceToOccupy: true,
        from: civilDate('2023-02-01'),
        to: civilDate('2023-02-28'),
      },
      must(`it is a licence to occupy land in the council’s area for a month or longer${DPI}`),
    ],
    [
      'a corporate tenancy must be registered',
      {
        category: 'corporate-tenancies',
        heldBy: 'self',
        landlordIsTheAuthority: true,
        connections: ['director'],
        knownToMember: true,
      },
      must(
        `the council is the landlord, and a firm or body that you or your partner have an interest in is the tenant${DPI}`,
      ),
    ],
    [
      'shares of exactly £25,000 and one hundredth need not',
      shares,
      needNot(
        'the nominal value is not more than £25,000 and not more than one hundredth of the share capital or of any class.',
      ),
    ],
    [
      'shares of a penny more must be registered',
      { ...shares, nominalHeldPence: 25_000_01, sharesHeldPence: 25_000_01 },
      must(
        `the body has a place of business or land in the council’s area, and the nominal value held is more than £25,000 or one hundredth of the shares${DPI}`,
      ),
    ],
  ])('%s', (_, facts, expected) => {
    expect(registerAnswerInWords(book.prescribed(facts))).toMatchObject(expected);
  });

  it('says what else there is to it, with the source of the answer', () => {
    const { because, citation, question } = registerAnswerInWords(book.prescribed(land));
    expect(because).toEqual([
      'Your own interests count.',
      'A right over land is left out where it carries no right to occupy it or to receive income.',
    ]);
    expect(citation?.text).toBe('SI 2012/1464 Sch (land)');
    expect(question).toBeNull();
  });

  it('names the fact that it waits for, with the help to its question', () => {
    const waiting = registerAnswerInWords(
      book.prescribed({ ...shares, nominalHeldPence: 25_000_01, areSecurities: undefined }),
    );
    expect(waiting.question?.fact).toBe('areSecurities');
    expect(waiting.because).toEqual(['Money in a building society is not.']);
    expect(waiting.citation?.text).toBe('SI 2012/1464 Sch (securities)');
  });
});

describe('The answer on a place in a body', () => {
  const charity: BodyFacts = {
    unpaidDirector: false,
    memberOrInControl: true,
    nominatedByAuthority: false,
    functionsOfPublicNature: false,
    charitablePurposes: true,
    influencesOpinion: false,
  };
  const answer = (facts: BodyFacts): RegisterAnswerWords => {
    const finding = book.otherBody(facts);
    if (finding === null) throw new Error('The model code has Table 2.');
    return registerAnswerInWords(finding);
  };

  it.each<[string, BodyFacts, Expected]>([
    [
      'one of a sort that counts must be registered',
      charity,
      must('your council’s code registers a place in a body of this sort.'),
    ],
    [
      'one of another sort need not',
      { ...charity, charitablePurposes: false },
      needNot('the code does not ask you to register a place in a body of this sort.'),
    ],
    [
      'one that nobody described waits',
      { ...charity, charitablePurposes: undefined },
      open('Is the body directed to charitable purposes?'),
    ],
  ])('%s', (_, facts, expected) => {
    expect(answer(facts)).toMatchObject(expected);
  });

  it('cites the table', () => {
    expect(answer(charity)).toMatchObject({
      because: [],
      citation: { text: 'LGA Model Code 2020 App B Table 2' },
    });
  });
});

describe('The answer on a gift', () => {
  type Gift = Omit<GiftFacts, 'threshold'>;
  const gift: Gift = {
    valuePence: 50_00,
    fromSameDonorPence: 0,
    receivedAsCouncillor: true,
    accepted: true,
    receivedOn: ON,
  };
  const enough = must('under your council’s code it is worth enough to be registered.');

  it.each<[string, Gift, Expected & { because: readonly string[] }]>([
    [
      'of £50 must be registered, by a day',
      gift,
      {
        ...enough,
        because: [
          'You must register it with the monitoring officer. To be safe, do it by Wednesday 28 June 2023.',
        ],
      },
    ],
    [
      'that adds up must be registered, and is told why',
      { ...gift, valuePence: 40_00, fromSameDonorPence: 10_00 },
      {
        ...enough,
        because: [
          'Together with the rest that you had from the same source, it is worth enough to be registered.',
          'You must register it with the monitoring officer. To be safe, do it by Wednesday 28 June 2023.',
        ],
      },
    ],
    [
      'received on a day that is not known must be registered, and waits for the day',
      { ...gift, receivedOn: undefined },
      {
        ...enough,
        because: ['We cannot tell yet by when. It depends on this: On which day did you receive it?'],
      },
    ],
    [
      'of £49.99 need not',
      { ...gift, valuePence: 49_99 },
      { ...needNot('it is worth less than what has to be registered.'), because: [] },
    ],
    [
      'that was refused and is significant must be registered, on no day',
      { ...gift, accepted: false, significant: true },
      {
        ...must('your council’s code registers what is significant, even if you refused it.'),
        because: ['The code sets no day for registering what you refused.'],
      },
    ],
    [
      'that was refused and is not significant need not',
      { ...gift, accepted: false, significant: false },
      {
        ...needNot('you refused it, and it was not significant, so it need not be registered.'),
        because: [],
      },
    ],
    [
      'of unknown value waits for it',
      { ...gift, valuePence: undefined },
      { ...open('What is the gift or hospitality worth?'), because: ['An estimate will do.'] },
    ],
  ])('%s', (_, facts, expected) => {
    const answer = book.gift(facts);
    if (answer === null) throw new Error('The model code speaks of gifts.');
    expect(registerAnswerInWords(answer)).toMatchObject(expected);
  });
});
