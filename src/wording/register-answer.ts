import type {
  Category,
  Citation,
  FactName,
  Finding,
  GiftAnswer,
  Point,
  Prescribed,
  Reason,
} from '../law/index.js';
import type { Question } from './entries.js';
import { reasonInWords } from './points.js';
import { questionFor } from './questions.js';

/** What the law makes of one entry, as words to the member. */
export interface RegisterAnswerWords {
  readonly verdict: 'must' | 'need-not' | 'cannot-tell';
  /** The answer in one sentence, with why, or with the question that it depends on. */
  readonly says: string;
  /** What else there is to it. May be empty. */
  readonly because: readonly string[];
  /** The question to answer first, where the answer waits for a fact. */
  readonly question: ({ readonly fact: FactName } & Question) | null;
  /** The source of what is said. */
  readonly citation: Citation | null;
}

/** Why an interest is a disclosable pecuniary interest, as the end of "You must register this, because …". */
const PRESCRIBED: Record<Category, string> = {
  employment: 'it is work carried on for profit or gain',
  sponsorship:
    'it is a payment towards your expenses, in the last 12 months, that did not come from the council',
  contracts: 'it is a contract with the council that is not yet fully discharged',
  land: 'it is a beneficial interest in land in the council’s area',
  licences: 'it is a licence to occupy land in the council’s area for a month or longer',
  'corporate-tenancies':
    'the council is the landlord, and a firm or body that you or your partner have an interest in is the tenant',
  securities:
    'the body has a place of business or land in the council’s area, and the nominal value held is more than £25,000 or one hundredth of the shares',
};

/** The same for what only a code registers, by the point that the law makes. */
const BY_CODE: Partial<Record<Point, string>> = {
  'body-is-registered': 'your council’s code registers a place in a body of this sort',
  'register-gift': 'under your council’s code it is worth enough to be registered',
  'register-refused-gift': 'your council’s code registers what is significant, even if you refused it',
};

/**
 * The words of the law's answer on one entry: an interest under one of the seven categories, a place in a body, or a
 * gift. It is about whether such a thing is registered; by when a change must be told is `changeClockInWords`.
 */
export function registerAnswerInWords(
  answer: Prescribed | Finding<boolean> | GiftAnswer,
): RegisterAnswerWords {
  if ('finding' in answer) {
    const why = `${PRESCRIBED[answer.category]}. That makes it a disclosable pecuniary interest`;
    return ofFinding(answer.finding, why, []);
  }
  const [finding, clock] = 'mustRegister' in answer ? [answer.mustRegister, byWhen(answer)] : [answer, []];
  const point = finding.reasons.map((one) => BY_CODE[one.point]).find((words) => words !== undefined);
  return ofFinding(finding, point ?? 'your council’s code says so', clock);
}

function ofFinding(
  finding: Finding<boolean>,
  whyItMust: string,
  clock: readonly string[],
): RegisterAnswerWords {
  const citation = finding.reasons[0]?.citation ?? null;
  if (finding.kind === 'cannot-tell') return openAnswer(finding.question, citation);
  const [first, ...rest] = finding.reasons;
  const because = sentences(rest);
  return finding.value
    ? {
        verdict: 'must',
        says: `You must register this, because ${whyItMust}.`,
        because: [...because, ...clock],
        question: null,
        citation,
      }
    : {
        verdict: 'need-not',
        says: `You need not register this, but you may${first === undefined ? '.' : `: ${uncapitalised(reasonInWords(first))}`}`,
        because,
        question: null,
        citation,
      };
}

function openAnswer(fact: FactName, citation: Citation | null): RegisterAnswerWords {
  const question = questionFor(fact);
  return {
    verdict: 'cannot-tell',
    says: `We cannot tell yet whether you must register this. It depends on this: ${question.question}`,
    because: question.help === undefined ? [] : [question.help],
    question: { fact, ...question },
    citation,
  };
}

/** The days of a gift that must be registered, or the question that they wait for. */
function byWhen({ clock }: GiftAnswer): readonly string[] {
  if (clock.kind !== 'cannot-tell') return sentences(clock.reasons);
  return [`We cannot tell yet by when. It depends on this: ${questionFor(clock.question).question}`];
}

function sentences(reasons: readonly Reason[]): readonly string[] {
  return [...new Set(reasons.map(reasonInWords))];
}

/** Every sentence to the member begins with a word that is small inside a sentence. */
function uncapitalised(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
