import { IsOptional, Matches } from 'class-validator';
import type { PracticeChanges, ReminderPractice } from '../../../reminders/index.js';
import { timeInWords } from '../../../wording/index.js';
import type { FormState, Words } from '../../form/index.js';
import { NumberBetween, NumbersBetween, readNumbers, readTime, TimeOfDay, TimeOfGoing } from './rules.js';

/** When reminders go, as an officer types it in. */
export class SettingsForm {
  @NumbersBetween('The days of the 28 on which a member is reminded', 1, 28, {
    number: 28,
    message: 'Keep day 28: it is the last day, and nobody may go without a reminder on it',
  })
  clockDays: string;

  @TimeOfGoing('The time of reminders of last days')
  clockAt: string;

  @NumberBetween('The days after which the monitoring officer is told', 0, 60)
  escalateAfterDays: string;

  @NumberBetween('The days before a meeting', 1, 14)
  daysBeforeMeeting: string;

  @TimeOfGoing('The time on that day')
  daysBeforeAt: string;

  @TimeOfGoing('The time on the evening before')
  eveningAt: string;

  @TimeOfGoing('The time on the morning of the meeting')
  morningAt: string;

  @NumbersBetween('The days before something ends', 1, 365)
  daysBeforeEnd: string;

  @TimeOfDay('The beginning of the quiet hours')
  quietFrom: string;

  @TimeOfDay('The end of the quiet hours')
  quietTo: string;

  @NumberBetween('The messages of a day that go at once', 1, 20)
  atOnceADay: string;

  @TimeOfGoing('The time of what comes up after those')
  digestAt: string;

  @IsOptional()
  @Matches(/^(|\d|1\d|2[0-3])$/, {
    message: 'The hour must be a whole number from 0 to 23, or be left empty',
  })
  noticesHour?: string;
}

/** The settings that were sent. They are checked already. */
export function practiceIn(form: SettingsForm): PracticeChanges {
  const time = (typed: string): string => readTime(typed) ?? typed;
  const numbers = (typed: string): number[] => readNumbers(typed) ?? [];
  const { noticesHour = '' } = form;
  return {
    ...{ clockDays: numbers(form.clockDays), clockAt: time(form.clockAt) },
    escalateAfterDays: Number(form.escalateAfterDays),
    ...{ daysBeforeMeeting: Number(form.daysBeforeMeeting), daysBeforeAt: time(form.daysBeforeAt) },
    ...{ eveningAt: time(form.eveningAt), morningAt: time(form.morningAt) },
    daysBeforeEnd: numbers(form.daysBeforeEnd).reverse(),
    ...{ quietFrom: time(form.quietFrom), quietTo: time(form.quietTo) },
    ...{ atOnceADay: Number(form.atOnceADay), digestAt: time(form.digestAt) },
    noticesHour: noticesHour === '' ? null : Number(noticesHour),
  };
}

export function wordsOfPractice(practice: ReminderPractice): Words {
  return {
    ...{ clockDays: practice.clockDays.join(', '), clockAt: practice.clockAt },
    escalateAfterDays: String(practice.escalateAfterDays),
    ...{ daysBeforeMeeting: String(practice.daysBeforeMeeting), daysBeforeAt: practice.daysBeforeAt },
    ...{ eveningAt: practice.eveningAt, morningAt: practice.morningAt },
    daysBeforeEnd: practice.daysBeforeEnd.join(', '),
    ...{ quietFrom: practice.quietFrom, quietTo: practice.quietTo },
    ...{ atOnceADay: String(practice.atOnceADay), digestAt: practice.digestAt },
    noticesHour: practice.noticesHour === null ? '' : String(practice.noticesHour),
  };
}

export interface SettingsView {
  readonly title: string;
  readonly backHref: string;
  readonly groups: readonly {
    readonly title: string;
    readonly rows: readonly { readonly key: { text: string }; readonly value: { text: string } }[];
  }[];
  readonly changeHref: string | undefined;
}

/** What is set, in words, for whoever may read it. */
export function settingsView(practice: ReminderPractice, mayManage: boolean): SettingsView {
  const row = (key: string, value: string): SettingsView['groups'][number]['rows'][number] => ({
    ...{ key: { text: key }, value: { text: value } },
  });
  const { noticesHour, escalateAfterDays: days } = practice;
  return {
    ...{ title: 'When reminders go', backHref: '/officer/reminders' },
    groups: [
      {
        title: 'Last days',
        rows: [
          row('Days of the 28', practice.clockDays.join(', ')),
          row('At', timeInWords(practice.clockAt)),
          row('The monitoring officer is told', `${daysInWords(days)} after the last day`),
          row('Before something ends', `${practice.daysBeforeEnd.join(', ')} days`),
        ],
      },
      {
        title: 'Meetings',
        rows: [
          row(
            'Days before',
            `${daysInWords(practice.daysBeforeMeeting)}, at ${timeInWords(practice.daysBeforeAt)}`,
          ),
          row('The evening before', timeInWords(practice.eveningAt)),
          row('The morning of the meeting', timeInWords(practice.morningAt)),
          row(
            'Notices of public participation close',
            noticesHour === null
              ? 'Not told'
              : `${timeInWords(`${String(noticesHour).padStart(2, '0')}:00`)} on the working day before`,
          ),
        ],
      },
      {
        title: 'Quiet hours, and several on one day',
        rows: [
          row('Nothing is sent', quietInWords(practice)),
          row('Messages of a day that go at once', String(practice.atOnceADay)),
          row('What comes up after those goes', timeInWords(practice.digestAt)),
        ],
      },
    ],
    changeHref: mayManage ? '/officer/reminders/settings/change' : undefined,
  };
}

const daysInWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

function quietInWords({ quietFrom, quietTo }: ReminderPractice): string {
  return quietFrom === quietTo
    ? 'There are no quiet hours'
    : `From ${timeInWords(quietFrom)} to ${timeInWords(quietTo)}, unless it would be of no use afterwards`;
}

export function changeView(form: FormState): object {
  return {
    ...{ title: 'Change when reminders go', backHref: '/officer/reminders/settings', form },
    ...{ button: 'Save', secondary: { text: 'Cancel', href: '/officer/reminders/settings' } },
  };
}
