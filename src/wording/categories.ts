import type { RegisterCategory } from '../law/index.js';

/** What a category is called, and what it takes in, in plain words that keep to the regulations or the code. */
export interface CategoryWords {
  readonly name: string;
  /** For a tag, a filter or the head of a narrow column. */
  readonly shortName: string;
  readonly description: string;
}

const CATEGORIES: Record<RegisterCategory, CategoryWords> = {
  employment: {
    name: 'Employment, office, trade, profession or vocation',
    shortName: 'Employment',
    description:
      'Any employment, office, trade, profession or vocation carried on for profit or gain. Unpaid roles do not count. It does not matter where the work is.',
  },
  sponsorship: {
    name: 'Sponsorship',
    shortName: 'Sponsorship',
    description:
      'Any payment or other financial benefit, from anybody but the council, in the last 12 months towards your expenses as a member or your election expenses. Payments from a trade union count.',
  },
  contracts: {
    name: 'Contracts',
    shortName: 'Contracts',
    description:
      'Any contract with the council for goods, services or works that is not yet fully discharged, made by you, by a firm you are a partner in, or by a body you are a director of or hold any securities in.',
  },
  land: {
    name: 'Land',
    shortName: 'Land',
    description:
      'Any beneficial interest in land in the council’s area, such as a home you own or rent. A right over land that lets you neither occupy it nor receive income from it does not count.',
  },
  licences: {
    name: 'Licences',
    shortName: 'Licences',
    description:
      'Any licence, held alone or with others, to occupy land in the council’s area for a month or longer.',
  },
  'corporate-tenancies': {
    name: 'Corporate tenancies',
    shortName: 'Corporate tenancies',
    description:
      'Any tenancy that you know of where the landlord is the council and the tenant is a firm you are a partner in, or a body you are a director of or hold any securities in.',
  },
  securities: {
    name: 'Securities',
    shortName: 'Securities',
    description:
      'Shares, bonds and other securities in a body that you know has a place of business or land in the council’s area, if their nominal value is more than £25,000 or more than one hundredth of the issued share capital (or of any one class of it). Money in a building society does not count.',
  },
  'other-bodies': {
    name: 'Other registrable interests',
    shortName: 'Other bodies',
    description:
      'Unpaid directorships. Bodies of which you are a member, or in general control or management, if the council nominated or appointed you to them, or if they exercise functions of a public nature, are directed to charitable purposes, or have influencing public opinion or policy among their principal purposes. Political parties and trade unions count.',
  },
  gifts: {
    name: 'Gifts and hospitality',
    shortName: 'Gifts',
    description:
      'Gifts and hospitality that you were offered as a councillor, accepted or refused. The council’s code says from what value they have to be registered.',
  },
};

/** The words for a category of interest. */
export function categoryInWords(category: RegisterCategory): CategoryWords {
  return CATEGORIES[category];
}
