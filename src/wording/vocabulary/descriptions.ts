import type { DescriptionsFact, DescriptionsPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Whose interest counts (s.30(3)) and the prescribed descriptions (SI 2012/1464): a sentence for each point, and a question for each fact. */
export const DESCRIPTIONS_SENTENCES: Record<DescriptionsPoint, Sentence> = {
  'nobody-elses-interests-count':
    'Only your own interests and those of your spouse, civil partner or the person you live with as a couple count.',
  'member-not-aware-of-partners': 'Your partner’s interest counts only if you know that they have it.',
  'not-such-a-partner':
    'A partner counts if you are married or in a civil partnership, or live together as a couple.',
  'own-interest-counts': 'Your own interests count.',
  'partners-interest-counts': 'Your partner’s interests count as yours, because you know of them.',
  'definition-of-body':
    'A person has an interest in a firm as a partner, and in a company as a director or through any of its securities, even one share. The committee of a registered society counts as its directors.',
  'definition-of-land':
    'A right over land is left out where it carries no right to occupy it or to receive income.',
  'definition-of-relevant-period': 'The 12 months end with the day on which the notification is given.',
  'definition-of-securities':
    'Shares, debentures, loan stock, bonds and units in collective schemes are securities. Money in a building society is not.',
  'month-is-a-calendar-month': 'A month is a calendar month.',
  prescribed: 'This is a disclosable pecuniary interest.',
  'not-for-profit-or-gain': 'Work counts only if it is carried on for profit or gain.',
  'sponsorship-is-the-members-own': 'Sponsorship counts only if it is towards your own expenses.',
  'paid-by-the-authority': 'What the council itself pays is not sponsorship.',
  'not-towards-such-expenses':
    'Sponsorship counts only towards your expenses as a member or your election expenses.',
  'outside-the-twelve-months':
    'Sponsorship counts only in the 12 months that end with the day of the notification.',
  'not-with-the-authority': 'Only contracts with the council count.',
  'no-beneficial-interest-in-body':
    'A body counts if you are a partner in the firm, a director, or hold any of its securities. A job there is notified as employment.',
  'not-goods-services-or-works': 'Only contracts for goods, services or works count.',
  'fully-discharged': 'A contract that is fully discharged no longer counts.',
  'outside-the-area': 'Only land in the council’s area counts.',
  'no-beneficial-interest-in-land': 'Land counts only if you have a beneficial interest in it.',
  'no-right-to-occupy-or-income':
    'A right over land counts only if it lets you occupy the land or receive income from it.',
  'not-a-licence-to-occupy': 'Only a licence to occupy land counts.',
  'shorter-than-a-month': 'A licence counts only if it is for a month or longer.',
  'landlord-not-the-authority': 'A tenancy counts here only if the council is the landlord.',
  'not-known-to-member': 'This counts only if you know of it.',
  'not-securities': 'Money in a building society is not a security.',
  'body-not-in-area':
    'Securities count only in a body with a place of business or land in the council’s area.',
  'below-the-thresholds':
    'The nominal value is not more than £25,000 and not more than one hundredth of the share capital or of any class.',
};

export const DESCRIPTIONS_QUESTIONS: Record<DescriptionsFact, Question> = {
  heldBy: { question: 'Whose interest is it?' },
  memberAware: { question: 'Do you know that your partner has this interest?' },
  forProfitOrGain: { question: 'Is the work carried on for profit or gain?' },
  fromTheAuthority: { question: 'Did the payment come from the council itself?' },
  towards: { question: 'Was it towards your expenses as a member or your election expenses?' },
  madeOn: { question: 'On which day was the payment made?' },
  notificationGivenOn: { question: 'On which day was the notification given?' },
  withTheAuthority: { question: 'Is the contract with this council?' },
  contractor: { question: 'Who has the contract with the council: the person, or a firm or body?' },
  connections: {
    question: 'What ties the person to the firm or body?',
    help: 'One share is enough to count.',
  },
  forGoodsServicesOrWorks: { question: 'Is the contract for goods, services or works?' },
  fullyDischarged: { question: 'Has everything under the contract been done and paid?' },
  beneficialInterest: { question: 'Is it a beneficial interest in the land?' },
  inArea: { question: 'Is the land in the council’s area?' },
  rightToOccupy: { question: 'Does it give a right to occupy the land, alone or with others?' },
  rightToIncome: { question: 'Does it give a right to receive income from the land?' },
  licenceToOccupy: { question: 'Is it a licence to occupy land?' },
  from: { question: 'From which day?' },
  to: { question: 'Until which day?' },
  landlordIsTheAuthority: { question: 'Is the council the landlord?' },
  knownToMember: { question: 'Do you know of it?' },
  areSecurities: { question: 'Are these securities?', help: 'Money in a building society is not.' },
  bodyInArea: { question: 'Has the body a place of business or land in the council’s area?' },
  nominalHeldPence: {
    question: 'What is the total nominal value of the securities?',
    help: 'The value printed on them, not what they would sell for.',
  },
  sharesHeldPence: { question: 'What is the total nominal value of the shares among them?' },
  issuedShareCapitalPence: { question: 'What is the nominal value of all the shares the body has issued?' },
  classes: { question: 'Is there more than one class of shares, and how much of each is held?' },
  relationship: { question: 'Are you married, in a civil partnership, or living together as a couple?' },
};
