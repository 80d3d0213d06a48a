/** A column of the file, and what is written in it. */
export interface IntakeColumn {
  readonly name: string;
  readonly write: string;
  /** Must the first line name it? */
  readonly isRequired: boolean;
}

/** Every column of an intake, in the order of the template. */
export const INTAKE_COLUMNS: readonly IntakeColumn[] = [
  {
    ...{ name: 'council', isRequired: true },
    write:
      'the council’s word in web addresses, such as wyrefordshire. One file may hold several councils and parishes',
  },
  { ...{ name: 'name', isRequired: true }, write: 'the member’s name, as it is printed on agendas' },
  {
    ...{ name: 'email', isRequired: false },
    write:
      'the address with which they sign in and which reminders reach. Without one there is no invitation',
  },
  { ...{ name: 'standing', isRequired: true }, write: 'elected, appointed or co-opted' },
  {
    ...{ name: 'by-election', isRequired: false },
    write:
      'yes for somebody who was elected at a by-election: became-member-on is then the day on which the result was declared',
  },
  {
    ...{ name: 'votes-on', isRequired: false },
    write: 'any, education (church representatives and parent governors) or none. Left empty it is any',
  },
  {
    ...{ name: 'polling-day', isRequired: false },
    write:
      'the day of the poll, for whoever was elected. After an ordinary election the day of taking office is worked out from it',
  },
  {
    ...{ name: 'became-member-on', isRequired: false },
    write:
      'the legal day of taking office, from which the 28 days count. Needed for whoever was appointed, co-opted or elected at a by-election; beside a polling day it must be the day that the law says',
  },
  { ...{ name: 'group', isRequired: false }, write: 'the political group, from the day of taking office' },
  {
    ...{ name: 'external-id', isRequired: false },
    write: 'how another system knows them, such as the election system. It finds them again next time',
  },
  {
    ...{ name: 'continues', isRequired: false },
    write:
      'for whoever comes from a council that this one continues: as the list of the hand-over gives it. Several are parted by a blank',
  },
];

/** The first line of every file, with nothing below it. */
export function intakeTemplateCsv(): string {
  return `\ufeff${INTAKE_COLUMNS.map(({ name }) => name).join(',')}\r\n`;
}
