import type { Asked, Citation, CivilDate, HeldBy, Rulebook } from '../../law/index.js';
import {
  bodyFacts,
  fromSameDonorPence,
  giftFacts,
  interestFacts,
  ONLY_CLASS,
  type Draft,
  type GiftDetails,
  type InterestDetails,
  type SecuritiesDetails,
} from '../../register/index.js';
import {
  hundredthInWords,
  moneyInWords,
  registerAnswerInWords,
  type RegisterAnswerWords,
} from '../../wording/index.js';
import { interestsIn } from './draft.js';

/** The law under which a notification is given. */
export interface GivenUnder {
  readonly rulebook: Rulebook;
  /** The day on which it is given. */
  readonly today: CivilDate;
  /** A gift is judged by the code of the day on which it was received: the law of each of those days. */
  readonly rulebooksOfGifts: ReadonlyMap<string, Rulebook>;
  /** Gifts that were told of earlier and are not in the register yet: they may add up. */
  readonly earlierGifts: readonly GiftDetails[];
}

/** What the law makes of one interest: must it be registered, why, and how that was worked out. */
export interface LawSays {
  readonly verdict: RegisterAnswerWords['verdict'];
  readonly says: string;
  readonly because: readonly string[];
  /** 'One hundredth of the issued share capital of £1,000,000 is £10,000. The shares, £9,000, are not more.' */
  readonly workings: readonly string[];
  readonly citation: Citation | undefined;
}

/**
 * The law's answer on each interest that a draft has under one question, in their order. An answer is undefined where
 * the law of the day has no such heading.
 */
export function lawOnEach(law: GivenUnder, draft: Draft, asked: Asked): (LawSays | undefined)[] {
  const interests = interestsIn(draft, asked);
  const gifts = interests.filter((details) => details.category === 'gifts');
  return interests.map((details) => {
    const others = [...law.earlierGifts, ...gifts.filter((gift) => gift !== details)];
    const ofGift = details.category === 'gifts' ? law.rulebooksOfGifts.get(details.offeredOn) : undefined;
    return lawSays({ ...law, rulebook: ofGift ?? law.rulebook }, asked.heldBy, details, others);
  });
}

/** The law's answer on one interest. `otherGifts`: the rest that was told of and is not in the register yet. */
export function lawSays(
  law: Pick<GivenUnder, 'rulebook' | 'today'>,
  heldBy: HeldBy,
  details: InterestDetails,
  otherGifts: readonly GiftDetails[] = [],
): LawSays | undefined {
  const answer = answerOf(law, heldBy, details, otherGifts);
  if (answer === null) return undefined;
  const { verdict, says, because, citation } = registerAnswerInWords(answer);
  const workings =
    details.category === 'securities'
      ? workingsOf(details)
      : details.category === 'gifts'
        ? sumOf(details, otherGifts)
        : [];
  return { verdict, says, because, workings, citation: citation ?? undefined };
}

function answerOf(
  { rulebook, today }: Pick<GivenUnder, 'rulebook' | 'today'>,
  heldBy: HeldBy,
  details: InterestDetails,
  otherGifts: readonly GiftDetails[],
): Parameters<typeof registerAnswerInWords>[0] | null {
  if (details.category === 'other-bodies') return rulebook.otherBody(bodyFacts(details));
  if (details.category === 'gifts') return rulebook.gift(giftFacts(details, otherGifts));
  return rulebook.prescribed(interestFacts(details, { heldBy, givenOn: today }));
}

const LIMIT_PENCE = 2_500_000;

/** How a holding stands to each limit, as far as the figures were given. */
function workingsOf(details: SecuritiesDetails): string[] {
  const { nominalHeldPence: held, sharesHeldPence: shares, issuedShareCapitalPence: issued } = details;
  const { shareClass } = details;
  const lines: string[] = [];
  if (held !== undefined)
    lines.push(
      `The nominal value held, ${moneyInWords(held)}, is ${held > LIMIT_PENCE ? '' : 'not '}more than ${moneyInWords(LIMIT_PENCE)}.`,
    );
  if (shares !== undefined && issued !== undefined)
    lines.push(hundredthLine('the issued share capital', 'The shares held', shares, issued));
  if (shareClass !== undefined && shareClass.name !== ONLY_CLASS)
    lines.push(
      hundredthLine(
        ...([`the class “${shareClass.name}”`, 'The shares held of it'] as const),
        ...([shareClass.heldPence, shareClass.issuedPence] as const),
      ),
    );
  return lines;
}

/** Compared in whole pence, as the law's rule does, so that exactly one hundredth is not more. */
function hundredthLine(of: string, subject: string, heldPence: number, issuedPence: number): string {
  const isMore = heldPence * 100 > issuedPence;
  return `One hundredth of ${of}, ${moneyInWords(issuedPence)}, is ${hundredthInWords(issuedPence)}. ${subject}, ${moneyInWords(heldPence)}, are ${isMore ? '' : 'not '}more than that.`;
}

function sumOf(gift: GiftDetails, others: readonly GiftDetails[]): string[] {
  const rest = fromSameDonorPence(gift, others);
  if (rest === 0 || !gift.accepted) return [];
  return [
    `From the same donor you have told us of other gifts worth ${moneyInWords(rest)} that are not in the register yet: ${moneyInWords(rest + gift.valuePence)} together.`,
  ];
}
