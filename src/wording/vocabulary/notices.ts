import type { NoticesFact, NoticesPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Polling day, agendas and public participation: a sentence for each point, and a question for each fact. */
export const NOTICES_SENTENCES: Record<NoticesPoint, Sentence> = {
  'coming-into-office-not-known': 'It is not known yet how and when you came into office.',
  'fourth-day-after-poll':
    'After an ordinary election you come into office on the fourth day after polling day.',
  'fourth-day-passed-over':
    'That fourth day is a Sunday or a holiday, so you come into office on the next day that is neither.',
  'in-office-on-declaration': 'After a by-election you are in office from the day the result is declared.',
  'in-office-on-co-option': 'You are in office from the day on which you were co-opted.',
  'in-office-on-appointment': 'You are in office from the day on which you were appointed.',
  'some-count-from-polling-day':
    'Some councils count from polling day, so reminders go by that. Nothing is late because of it.',
  'nothing-earlier-is-argued': 'Nobody counts from an earlier day.',
  'day-moved-on':
    'The day is a Sunday or a holiday, so what falls on it may be done on the next day that is neither.',
  'day-left-out': 'The day is a Sunday or a holiday, so it is left out of a short period.',
  'day-counts': 'The day is an ordinary day and counts.',
  'bank-holidays-not-known': 'The bank holidays around these days are not known here.',
  'bank-holidays-provisional':
    'The bank holidays around these days have not been proclaimed yet, so the answer can still change.',
  'five-clear-days':
    'The agenda must be open to the public five clear days before the meeting, counting neither the day it is published nor the day of the meeting.',
  'five-days-in-england': 'In England the number of clear days is five.',
  'only-working-days-are-clear':
    'Only working days are counted, because the public must be able to see the papers.',
  'agenda-in-time': 'The agenda was published in time.',
  'agenda-too-late': (lastDay) =>
    lastDay === ''
      ? 'The agenda was published too late.'
      : `The agenda was published too late: the latest day was ${lastDay}.`,
  'late-item-needs-urgency':
    'What is on a late agenda may be considered only if the chair takes it as urgent and the minutes say why.',
  'late-item-not-urgent':
    'The item was not published in time and the chair has not taken it as urgent, so it may not be considered.',
  'item-was-on-the-agenda': 'The item was on an agenda published in time, so it may be considered.',
  'item-is-urgent': 'The chair takes the item as urgent, so it may be considered. The minutes must say why.',
  'three-clear-days':
    'The notice and the summons must be given three clear days before the meeting, counting neither the day they are given nor the day of the meeting.',
  'some-days-left-out':
    'Sundays, bank holidays, Christmas Eve, the Thursday before Easter and days of public mourning do not count. Saturdays do.',
  'days-in-doubt-left-out':
    'To be safe, Saturdays and the days around Christmas and Easter that are in doubt are left out too.',
  'summons-in-time': 'The parish council was called together in time.',
  'summons-too-late': (lastDay) =>
    lastDay === ''
      ? 'The parish council was called together too late.'
      : `The parish council was called together too late: the latest day was ${lastDay}.`,
  'notice-to-speak':
    'Somebody who wants to speak at the meeting must give notice on the working day before it, by the hour that the agenda names.',
  'notice-counts-bank-holidays': 'Neither a weekend nor a bank holiday is a working day.',
  'notice-counts-weekends-only': 'Only weekends are left out: here a bank holiday is a working day.',
};

export const NOTICES_QUESTIONS: Record<NoticesFact, Question> = {
  cameInBy: {
    question: 'How did you come into office?',
    help: 'At an ordinary election, at a by-election, by co-option or by appointment.',
  },
  pollingDay: {
    question: 'On which day was the poll?',
    help: 'If nobody stood against you, the day on which the poll would have been.',
  },
  declaredOn: { question: 'On which day was the result of the by-election declared?' },
  coOptedOn: { question: 'On which day were you co-opted?' },
  appointedOn: { question: 'On which day were you appointed?' },
  bankHolidays: { question: 'Which days around then are bank holidays?' },
  publishedOn: { question: 'On which day was the agenda published and open to the public?' },
  convenedAtShorterNoticeOn: {
    question: 'Was the meeting called at less than five clear days’ notice, and on which day?',
  },
  urgent: {
    question: 'Does the chair take the item as urgent?',
    help: 'There must be special circumstances, and the minutes must say what they are.',
  },
  summonedOn: {
    question: 'On which day had the notice been put up and every summons been sent?',
    help: 'If they were done on different days, the later one.',
  },
  bankHolidaysConsidered: {
    question: 'Does your council leave bank holidays out when it counts working days?',
  },
};
