import type { Asked, HeldBy, RegisterCategory } from '../../law/index.js';
import { categoryInWords } from '../../wording/index.js';

/** What the pages of one category say. */
interface CategoryQuestions {
  /** The question that yes or no answers, to the member and about the partner. */
  readonly any: Readonly<Record<HeldBy, string>>;
  /** What is added: 'Add a contract'. */
  readonly one: string;
  /** After a number: '2 contracts'. */
  readonly many: string;
}

const QUESTIONS: Record<RegisterCategory, CategoryQuestions> = {
  employment: {
    any: {
      self: 'Do you have any employment, office, trade, profession or vocation for profit or gain?',
      partner:
        'Does your spouse or partner have any employment, office, trade, profession or vocation for profit or gain that you know of?',
    },
    one: 'job or other paid role',
    many: 'jobs and other paid roles',
  },
  sponsorship: {
    any: {
      self: 'In the last 12 months, has anybody except the council paid towards your expenses as a member or your election expenses?',
      partner: '',
    },
    one: 'payment',
    many: 'payments',
  },
  contracts: {
    any: {
      self: 'Do you, or a firm or body that you are part of, have a contract with the council?',
      partner:
        'Does your spouse or partner, or a firm or body that they are part of, have a contract with the council that you know of?',
    },
    one: 'contract',
    many: 'contracts',
  },
  land: {
    any: {
      self: 'Do you own, rent or receive income from any land in the council’s area?',
      partner:
        'Does your spouse or partner own, rent or receive income from any land in the council’s area that you know of?',
    },
    one: 'piece of land',
    many: 'pieces of land',
  },
  licences: {
    any: {
      self: 'Do you have a licence to occupy any land in the council’s area for a month or longer?',
      partner:
        'Does your spouse or partner have a licence to occupy any land in the council’s area for a month or longer that you know of?',
    },
    one: 'licence',
    many: 'licences',
  },
  'corporate-tenancies': {
    any: {
      self: 'Does the council let any land to a firm or body that you are part of?',
      partner:
        'Does the council let any land to a firm or body that your spouse or partner is part of, that you know of?',
    },
    one: 'tenancy',
    many: 'tenancies',
  },
  securities: {
    any: {
      self: 'Do you have shares or other securities, above the limits, in a body with a place of business or land in the council’s area?',
      partner:
        'Does your spouse or partner have shares or other securities, above the limits, in a body with a place of business or land in the council’s area that you know of?',
    },
    one: 'holding of securities',
    many: 'holdings of securities',
  },
  'other-bodies': {
    any: {
      self: 'Are you an unpaid director of a body, or in a body that the council’s code registers?',
      partner:
        'Is your spouse or partner an unpaid director of a body, or in a body that the council’s code registers, that you know of?',
    },
    one: 'place in a body',
    many: 'places in bodies',
  },
  gifts: {
    any: {
      self: 'Have you been offered any gift or hospitality as a councillor that you have not told us of yet?',
      partner: '',
    },
    one: 'gift or hospitality',
    many: 'gifts and hospitality',
  },
};

/** The words of one question of the journey: a category, asked about the member or about their partner. */
export interface QuestionWords {
  /** 'Land', for the task list. */
  readonly name: string;
  readonly any: string;
  readonly one: string;
  readonly many: string;
  /** Above the heading of a page about the partner. */
  readonly caption: string | undefined;
}

export function wordsOf({ category, heldBy }: Asked): QuestionWords {
  const { name } = categoryInWords(category);
  const { any, one, many } = QUESTIONS[category];
  const isPartners = heldBy === 'partner';
  return {
    name,
    any: any[heldBy],
    one,
    many,
    caption: isPartners ? 'Your spouse or partner' : undefined,
  };
}
