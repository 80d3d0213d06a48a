import type { OffencesFact, OffencesPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Offences, sanctions and proceedings: s.34: a sentence for each point, and a question for each fact. */
export const OFFENCES_SENTENCES: Record<OffencesPoint, Sentence> = {
  'did-not-declare-as-required': 'You did not declare an interest that the law required you to declare.',
  'did-not-notify-as-required':
    'The monitoring officer was not notified by the last day of an interest that the law required you to notify.',
  'kept-the-duties-to-tell': 'You broke no duty of the law to declare or to notify.',
  'spoke-though-barred': 'You took part in the discussion though the law barred you from it.',
  'voted-though-barred': 'You voted though the law barred you from voting.',
  'went-against-no-bar': 'You did nothing that the law barred you from.',
  'acted-alone-though-barred': 'You dealt with the matter yourself though the law barred you from it.',
  'no-reasonable-excuse': 'Without a reasonable excuse that is a criminal offence.',
  'reasonable-excuse': 'You had a reasonable excuse, so it is no offence.',
  'no-offence': 'It is no offence.',
  'held-on-taking-office': 'You had the interest when you had to notify your interests on taking office.',
  'entered-already-so-not-owed': 'It was in the register already, so you did not have to notify it again.',
  'acquired-in-mid-term':
    'You did not have it when you notified your interests on taking office, and that duty does not look beyond that day.',
  'mid-term-waits-for-a-matter':
    'The law asks you to notify an interest acquired during your term only once it meets a matter before you.',
  'code-breach-if-it-asks':
    'If your council’s code asks for what you left undone, or forbids what you did, it is a breach of the code.',
  'nothing-left-for-a-code': 'You did all that a code of conduct could ask of you.',
  'false-information-knowing':
    'It is an offence to give information that you know to be false or misleading.',
  'false-information-reckless':
    'It is an offence to give false or misleading information without caring whether it is true.',
  'false-information-in-good-faith': 'Information given in good faith is no offence, even if it is wrong.',
  'information-not-false': 'The information was neither false nor misleading.',
  'information-not-under-these-duties': 'The information was not given under one of these duties.',
  'fine-up-to-five-thousand-pounds': 'The court can fine up to £5,000.',
  'fine-without-limit': 'The court can fine without an upper limit.',
  'limit-removed-from-12-march-2015':
    'The upper limit of £5,000 is gone for offences committed on or after 12 March 2015.',
  'limit-kept-before-12-march-2015':
    'The upper limit of £5,000 still holds for offences committed before 12 March 2015.',
  'fine-depends-on-the-day': 'How much the court can fine depends on the day of the offence.',
  'tried-by-magistrates': 'Only a magistrates’ court tries it.',
  'disqualification-up-to-five-years':
    'The court can also disqualify the person for up to five years, if it convicts them.',
  'disqualification-everywhere':
    'A disqualification can reach this council and any other to which these rules apply.',
  'not-convicted': 'Without a conviction nobody is disqualified.',
  'prosecuted-by-or-for-the-dpp':
    'Prosecutions are brought by the Director of Public Prosecutions, or on the Director’s behalf.',
  'only-the-dpp-prosecutes':
    'Nobody may bring a prosecution but the Director of Public Prosecutions, or somebody on the Director’s behalf.',
  'twelve-months-from-evidence': (lastDay) =>
    lastDay === ''
      ? 'Proceedings can be brought within twelve months of the day on which the prosecutor knew of sufficient evidence.'
      : `The twelve months from the prosecutor’s knowledge of sufficient evidence end on ${lastDay}.`,
  'twelve-months-have-passed': (lastDay) =>
    `The twelve months from the prosecutor’s knowledge of sufficient evidence ended on ${lastDay}.`,
  'three-years-from-offence': (lastDay) =>
    lastDay === ''
      ? 'No proceedings can be brought more than three years after the offence.'
      : `The three years after the offence end on ${lastDay}.`,
  'three-years-have-passed': (lastDay) => `The three years after the offence ended on ${lastDay}.`,
  'still-continuing': 'The offence goes on, so the three years after it have not begun.',
  'certificate-is-conclusive':
    'A certificate that the prosecutor signed settles on which day the evidence was known.',
};

export const OFFENCES_QUESTIONS: Record<OffencesFact, Question> = {
  declared: { question: 'Did the member declare the interest to the meeting?' },
  spoke: {
    question: 'Did the member take part in the discussion?',
    help: 'Speaking as a member of the public is taking part.',
  },
  voted: { question: 'Did the member vote?' },
  leftRoom: { question: 'Was the member out of the room while they were barred from taking part?' },
  notifiedInTime: { question: 'Did the monitoring officer receive the notification by the last day?' },
  reasonableExcuse: {
    question: 'Did the member have a reasonable excuse?',
    help: 'Only a court can settle that in the end.',
  },
  isDpi: { question: 'Is it a disclosable pecuniary interest of the member’s?' },
  heldOnTakingOffice: {
    question: 'Did the member have the interest when they notified, or had to notify, on taking office?',
  },
  enteredAlready: { question: 'Was the interest in this council’s register already?' },
  givenUnder: { question: 'Under which duty was the information given?' },
  informationFalse: { question: 'Was the information false or misleading?' },
  knewFalse: { question: 'Did the member know that the information was false or misleading?' },
  reckless: { question: 'Did the member not care whether the information was true?' },
  offenceOn: { question: 'On which day was the offence committed?' },
  convicted: { question: 'Has a court convicted the member of the offence?' },
  prosecutor: { question: 'Who wants to prosecute?' },
  evidenceKnownOn: {
    question: 'On which day did the prosecutor know of evidence that the prosecutor thinks sufficient?',
  },
  certifiedOn: {
    question: 'Has the prosecutor signed a certificate of the day on which the evidence was known?',
    help: 'If so, give the day that it states.',
  },
  continuing: { question: 'Was the offence one that went on over a time?' },
  lastContinuedOn: { question: 'On which day was the offence last committed?', help: 'Or does it go on?' },
  proceedingsOn: { question: 'On which day are proceedings brought?' },
};
