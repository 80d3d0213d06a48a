import type { RegisterFact, RegisterPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** The register, and what is notified to it: a sentence for each point, and a question for each fact. */
export const REGISTER_SENTENCES: Record<RegisterPoint, Sentence> = {
  'interest-gone-so-entry-may-go':
    'You no longer have the interest, so the entry may be taken out of the register.',
  'left-office-so-entry-may-go': 'You are no longer a member, so the entry may be taken out of the register.',
  'moments-gap-is-ignored': 'A moment’s gap on being elected or appointed again does not count as leaving.',
  'entry-is-kept': 'The entry stays in the register.',
  'own-officer-keeps-the-register': 'Notify the monitoring officer of your own authority.',
  'principals-officer-keeps-the-parish-register':
    'Another council’s monitoring officer keeps the register of a parish council.',
  'principal-is-the-district': 'Notify the monitoring officer of the district council.',
  'principal-is-the-london-borough': 'Notify the monitoring officer of the London borough council.',
  'principal-is-the-county': 'Notify the monitoring officer of the county council.',
  'officer-has-received-it': 'The monitoring officer has received your notification.',
  'officer-has-not-received-it': 'The monitoring officer has not received your notification.',
  'clerk-is-not-the-officer': 'Giving the form to the parish clerk does not notify the monitoring officer.',
  'clock-still-running': (lastDay) => `There is still time: the last day is ${lastDay}.`,
  'last-day-passed-without-receipt': (lastDay) =>
    `The last day was ${lastDay}, and the monitoring officer had received nothing by then.`,
  'publication-stops-no-clock': 'When it is published makes no difference to the last day.',
  'entry-stops-no-clock': 'When it is entered in the register makes no difference to the last day.',
  'must-be-entered': 'The monitoring officer must enter what you notified, even if the law did not need it.',
  'entering-is-for-the-authority':
    'You were not obliged to notify this, so whether it is entered is for your council to say.',
  'notification-is-pending': 'You have notified it, and it is waiting to be entered in the register.',
  'entered-so-not-pending': 'It is in the register, so it is not waiting to be entered.',
  'not-notified-so-not-pending': 'It has not been notified, so it is not waiting to be entered.',
  'notified-freely-so-not-pending':
    'You notified it when nothing obliged you to. To be safe, notify it again if a matter concerns it.',
  'owed-on-taking-office':
    'You had it when you notified your interests on taking office, so it belongs in that notification.',
  'has-met-no-matter': 'The law asks nothing of you until a matter that you deal with concerns it.',
  'owed-since-a-meeting': 'It came up at a meeting where you were present, so it must be notified.',
  'owed-since-a-decision-alone':
    'It came up in a matter for you to deal with on your own, so it must be notified.',
  'entered-or-pending-so-not-owed': 'It is notified already, so you do not have to notify it again.',
  'offence-not-to-notify': 'Not notifying it without a reasonable excuse is a criminal offence.',
  'no-duty-so-no-offence': 'The law does not oblige you to notify it now, so not notifying it is no offence.',
  'published-on-own-website': 'The register is published on the authority’s website.',
  'inspected-in-own-area': 'Anybody may look at the register at a place in the authority’s area.',
  'parish-register-on-principals-website':
    'The parish council’s register is published on the website of the council that keeps it.',
  'parish-register-inspected-in-principals-area':
    'Anybody may look at the parish council’s register at a place in the area of the council that keeps it.',
  'parish-publishes-on-its-own-website-too':
    'The parish council has a website, so it must publish its register there too.',
  'parish-has-no-website': 'The parish council has no website, so it need not publish its register itself.',
  'parish-is-given-its-data':
    'The monitoring officer must give the parish council what it needs to publish its register.',
  'agreed-by-both': 'You and the monitoring officer both consider it sensitive.',
  'claimed-and-not-agreed':
    'The monitoring officer has not agreed that it is sensitive, so it is treated like any other.',
  'member-does-not-claim-it': 'You do not consider it sensitive, so it is treated like any other.',
  'details-kept-off-the-public-register': 'Its details must not appear in the public register.',
  'withholding-may-be-stated':
    'The public register may say that you have an interest whose details are withheld.',
  'nothing-is-withheld': 'None of its details are withheld as sensitive.',
  'officers-register-holds-the-details': 'The register that the monitoring officer keeps holds the details.',
  'not-in-the-register': 'It is not in the register.',
  'address-is-withheld': 'Your home address is kept out of the public register.',
  'address-shown-at-members-request': 'You asked in writing for your home address to be shown.',
  'no-home-address-in-it': 'Your home address is not part of this interest.',
  'address-withholding-must-be-stated': 'The public register must say that an address is withheld.',
  'address-need-not-be-disclosed': 'You need not give your home address when you declare the interest.',
  'address-withheld-by-practice': 'Your council chooses not to show the home addresses of members.',
  'no-practice-of-withholding-addresses':
    'Your council does not keep home addresses back unless they are agreed to be sensitive.',
};

export const REGISTER_QUESTIONS: Record<RegisterFact, Question> = {
  interestStillHeld: { question: 'Do you still have the interest?' },
  personIsMember: { question: 'Is the person still a member or co-opted member?' },
  transitoryOnReElection: {
    question: 'Is it only the moment’s gap between two terms of somebody elected or appointed again?',
  },
  parishCouncil: { question: 'Is the authority a parish council?', help: 'A town council is one.' },
  parishIn: {
    question: 'In what kind of area is the parish?',
    help: 'In a district that has its own council, in a London borough, or elsewhere.',
  },
  parishHasWebsite: { question: 'Has the parish council a website?' },
  givenTo: { question: 'To whom was the notification given?' },
  clerkPassedItOn: { question: 'Has the clerk passed the notification on to the monitoring officer?' },
  receivedByOfficerOn: { question: 'On which day did the monitoring officer receive the notification?' },
  notifiedFor: {
    question: 'Why was it notified?',
    help: 'On taking office, after a meeting, because of a matter to be dealt with alone, or freely.',
  },
  enteredOn: { question: 'On which day was it entered in the register?' },
  metAMatter: {
    question: 'Has it come up at a meeting, or in something for you to deal with on your own?',
  },
  memberConsidersItSensitive: {
    question: 'Do you consider that showing the details could lead to violence or intimidation?',
    help: 'Against you, or against somebody connected with you.',
  },
  officerConsidersItSensitive: {
    question: 'Does the monitoring officer agree that showing the details could lead to that?',
  },
  includesHomeAddress: { question: 'Is the address where you live part of this interest?' },
  askedToShowAddress: { question: 'Have you asked in writing for your home address to be shown?' },
  revokedAddressRequest: { question: 'Have you taken that request back in writing?' },
  practiceWithholdsAddresses: { question: 'Does your council keep members’ home addresses back?' },
};
