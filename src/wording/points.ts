import type { Point, Reason } from '../law/index.js';
import { dayAndDateInWords } from './dates.js';

type Sentence = string | ((lastDay: string) => string);

/** A sentence to the member for every point that a reason can make. A point without one does not compile. */
const SENTENCES: Record<Point, Sentence> = {
  'has-no-vote-at-all': 'These rules do not apply to somebody who has no vote at all.',

  'holds-and-has-not-notified': (lastDay) =>
    `You have interests that must be notified to the monitoring officer by ${lastDay}.`,
  'pending-at-re-election': (lastDay) =>
    `What you notified before you were elected again is not in the register yet. Confirm it by ${lastDay}.`,
  'has-not-answered': (lastDay) =>
    lastDay === ''
      ? 'You have not answered every question about your interests yet.'
      : `You have not answered every question about your interests yet. Whatever you have must be notified by ${lastDay}.`,
  'holds-nothing': 'You have told us that you have nothing to notify.',
  'all-entered-already':
    'Everything you have is already in the register, so there is nothing more to notify.',
  'notified-in-time': (lastDay) => `Your notification was received in time. You had until ${lastDay}.`,
  'notified-late': (lastDay) => `Your notification was received after the last day, ${lastDay}.`,
  'left-office': 'You have left office, so nothing more has to be notified.',
  'not-yet-in-office': 'You have not taken office yet.',
  'not-held-when-notified':
    'You did not have the interest when you gave the notification, so it need not be in it.',

  'nobody-elses-interests-count':
    'Only your own interests and those of your spouse, civil partner or the person you live with as a couple count.',
  'member-not-aware-of-partners': 'Your partner’s interest counts only if you know that they have it.',
  'not-such-a-partner':
    'A partner counts if you are married or in a civil partnership, or live together as a couple.',

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

  'no-interest': 'You have no interest in this item.',
  'not-a-formal-meeting': 'This is not a meeting of the council or of one of its committees.',
  'not-present': 'You are not at the meeting.',
  'not-a-dpi': 'The law’s rules are about disclosable pecuniary interests, and this is not one.',
  'not-in-the-matter': 'This item does not concern your interest.',
  'member-not-aware-it-is': 'These rules apply once you know that the item concerns your interest.',

  'in-register-so-not-disclosed': 'You do not have to declare it, because it is in the register.',
  'not-in-register-so-disclosed': 'You must declare it, because it is not in the register.',
  'sensitive-so-existence-only':
    'It is agreed to be sensitive, so say only that you have an interest and not what it is.',
  'not-sensitive': 'It has not been agreed to be sensitive.',
  'in-register-so-not-notified': 'It is in the register, so you do not have to notify it again.',
  'pending-so-not-notified': 'You have notified it already, so you do not have to notify it again.',
  'notify-after-disclosure': (lastDay) => `You must notify the monitoring officer of it by ${lastDay}.`,

  'no-discussion': 'You must not take part in the discussion.',
  'no-vote': 'You must not vote.',
  'standing-order-excludes':
    'Your council’s standing orders make you leave the room while you may not take part.',
  'no-standing-order-excludes': 'The law does not make you leave the room, and no standing order does.',
  'not-barred-so-may-stay': 'You may stay in the room, because you may take part.',
  'dispensed-discussion': 'Your dispensation lets you take part in the discussion.',
  'dispensed-vote': 'Your dispensation lets you vote.',
  'deciding-on-dispensation': 'You may take part in deciding whether to grant a dispensation.',
  'no-dispensation': 'No dispensation for it is recorded.',
  'dispensation-not-in-writing': 'Your dispensation does not count: you did not ask for it in writing.',
  'dispensation-without-period': 'Your dispensation does not count: it states no period.',
  'dispensation-over-four-years': 'Your dispensation does not count: it is for more than four years.',
  'dispensation-not-retrospective': 'Your dispensation does not help: it was granted after the meeting.',
  'dispensation-out-of-period': 'Your dispensation does not help: the meeting is outside its period.',
  'dispensation-for-another-matter': 'Your dispensation does not help: it is for another matter.',
  'dispensation-for-another-restriction': 'Your dispensation does not go so far.',

  'votes-on-education': 'You may vote, because this is about an education function.',
  'no-vote-off-education':
    'You have no vote on this item: you vote only on education functions, and this is not one.',
  'vote-not-limited-to-education': 'Your vote is not limited to education functions.',

  'code-declare-dpi': 'You must declare it, whether or not it is in the register.',
  'code-no-part-in-dpi': 'You must not take part.',
  'code-withdraw-for-dpi': 'You must leave the room.',
  'code-declare-other': 'You must declare it.',
  'code-membership-not-declared':
    'You do not have to declare membership of another public body, unless the conflict would be seen as likely to prejudice your judgement of the public interest.',
  'code-other-may-stay': 'You may stay, speak and vote.',
  'code-no-part-in-other':
    'You must not take part, because it would be seen as likely to prejudice your judgement of the public interest.',
  'code-withdraw-for-other': 'You must leave the room.',
  'code-dispensed': 'Your dispensation relieves you.',
  'code-adds-nothing': 'The code adds nothing.',
  'code-adds-no-clock': 'The code sets no day of its own.',
  'code-not-encoded': 'We do not hold the code that applied on that day, and it may ask for more.',

  'bias-warning':
    'No rule keeps you out, but taking part could look biased and put the decision at risk. Ask the monitoring officer.',
};

/** The sentence for a reason, spoken to the member, without its citation. */
export function reasonInWords({ point, lastDay }: Pick<Reason, 'point' | 'lastDay'>): string {
  const sentence = SENTENCES[point];
  return typeof sentence === 'string' ? sentence : sentence(lastDay ? dayAndDateInWords(lastDay) : '');
}

/** Every point that has a sentence, which is every point. */
export const POINTS = Object.keys(SENTENCES) as readonly Point[];
