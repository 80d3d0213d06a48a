import type { OverlaysFact, OverlaysPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Rules beside the interest rules: education representatives, council-tax arrears, party whip, predetermination: a sentence for each point, and a question for each fact. */
export const OVERLAYS_SENTENCES: Record<OverlaysPoint, Sentence> = {
  'votes-on-education': 'You may vote, because this is about an education function.',
  'no-vote-off-education':
    'You have no vote on this item: you vote only on education functions, and this is not one.',
  'vote-not-limited-to-education': 'Your vote is not limited to education functions.',
  'council-tax-unpaid-two-months': 'You owe council tax that has been unpaid for two months or more.',
  'no-council-tax-payable': 'You owe no council tax.',
  'council-tax-paid': 'Your council tax is paid.',
  'council-tax-unpaid-under-two-months': 'Your council tax has been unpaid for less than two months.',
  'council-tax-not-in-the-business': 'This item has nothing to do with council tax.',
  'council-tax-declare':
    'You must tell the meeting, as soon as you can after it begins, that the rule on unpaid council tax applies to you. You do not have to say how much you owe.',
  'council-tax-no-vote': 'You must not vote, because this item is about council tax or could affect it.',
  'council-tax-may-stay-and-speak': 'The rule on unpaid council tax lets you stay and speak.',
  'council-tax-no-executive-action': 'You must not act on this matter as a member of the executive.',
  'not-an-executive-function': 'This is not a matter for you as a member of the executive.',
  'council-tax-bar-not-dispensable': 'Your dispensation does not reach the rule on unpaid council tax.',
  'not-overview-and-scrutiny': 'A party whip matters here only at an overview and scrutiny meeting.',
  'no-party-whip': 'You are not under a party whip on this item.',
  'declare-party-whip': 'You must declare that you are under a party whip, and what it is.',
  'agenda-asks-for-party-whip': 'Your council’s agenda asks you to declare any party whip.',
  'party-whip-is-no-interest': 'A party whip is not an interest.',
  'party-whip-leaves-the-vote': 'A party whip does not stop you from voting or make you leave.',
  'party-whip-minuted': 'The minutes should record that you declared a party whip.',
  'party-whip-nobody-leaves': 'Nobody has to leave the room because of a party whip.',
  'no-prohibited-whip': 'You were not given a prohibited party whip on this question.',
  'declare-prohibited-whip': 'You must declare that you were given a prohibited party whip.',
  'prohibited-whip-no-vote':
    'You must not vote on a question on which you were given a prohibited party whip.',
  'prohibited-whip-vote-disregarded': 'If you vote all the same, your vote does not count.',
  'prohibited-whip-minuted': 'The minutes must record that you declared a prohibited party whip.',
  'earlier-view-is-no-closed-mind':
    'Having shown a view before does not by itself mean that your mind is closed.',
  'earlier-view-is-no-interest': 'A view is not an interest, so there is nothing to declare.',
  'earlier-view-bars-nothing': 'Having shown a view before does not stop you from voting.',
  'closed-mind-puts-decision-at-risk':
    'No rule on interests keeps you out, but if your mind is closed the decision can be challenged. Come ready to listen, or ask the monitoring officer.',
  'no-closed-mind-shown': 'Nothing shows that your mind is closed.',
};

export const OVERLAYS_QUESTIONS: Record<OverlaysFact, Question> = {
  'matter.educationFunction': { question: 'Is this item about an education function?' },
  councilTaxPayableSince: {
    question: 'Since which day has the oldest council tax that you owe been payable?',
    help: 'A bill that you owe together with somebody else counts. If you owe none, say so.',
  },
  stillUnpaid: { question: 'Is that council tax still unpaid?' },
  business: {
    question: 'Is this item about setting, running or enforcing council tax, or could it affect the budget?',
  },
  executiveFunction: { question: 'Is this a matter for the executive, of which you are a member?' },
  dispensationUnderS33: { question: 'Do you have a dispensation that is said to cover it?' },
  overviewAndScrutiny: { question: 'Is this a meeting of an overview and scrutiny committee or panel?' },
  underPartyWhip: {
    question: 'Has your group told you how to vote on this item?',
    help: 'A party whip is an instruction that could lead to discipline if you do not follow it.',
  },
  prohibitedPartyWhip: {
    question: 'Has your group given you a prohibited party whip on this question?',
    help: 'If that is disputed, the person who chairs decides.',
  },
  previouslyIndicatedView: { question: 'Have you shown before what you think of this matter?' },
  closedMindOtherwiseShown: {
    question: 'Does anything beside that show that nothing could change your mind?',
  },
};
