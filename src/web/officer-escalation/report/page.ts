import { IsNotEmpty, IsNumberString, IsOptional, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import type { FormState, Words } from '../../form/index.js';
import { addressOf, type KnownLadder } from '../known.js';
import { dutyInWords } from '../words.js';

/** The longest report, in characters. */
export const LONGEST = 20_000;

/** A report as the officer puts it. */
export class ReportForm {
  @IsUUID('all', { message: 'Choose the committee' })
  bodyId: string;

  @IsUUID('all', { message: 'Choose a meeting, or that none is named' })
  @ValidateIf(({ meetingId }: ReportForm) => meetingId !== undefined && meetingId !== '')
  meetingId?: string;

  @MaxLength(200, { message: 'The heading must be 200 characters or less' })
  @IsNotEmpty({ message: 'Enter a heading for the report' })
  subject: string;

  @MaxLength(LONGEST, { message: 'The report must be 20,000 characters or less' })
  @IsNotEmpty({ message: 'Enter the report' })
  text: string;

  /** How many steps the ladder had when the page was opened. */
  @IsNumberString({}, { message: 'Open the page again' })
  seen: string;

  @IsOptional()
  step?: string;
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** To whom a report can go. */
export interface Committees {
  readonly bodies: readonly Choice[];
  /** Meetings to come, each with the name of its body. */
  readonly meetings: readonly Choice[];
}

export function reportView(
  { ladder }: KnownLadder,
  { bodies, meetings }: Committees,
  form: FormState,
): object {
  return {
    title: 'Report to a committee',
    backHref: addressOf(ladder),
    ...{ name: ladder.member.name, duty: dutyInWords(ladder), form },
    bodies: [{ value: '', text: 'Choose a committee' }, ...bodies],
    meetings: [{ value: '', text: 'No meeting is named' }, ...meetings],
    seen: form.words.seen ?? ladder.steps.length,
    button: 'Continue',
  };
}

/** The report as it will be kept. */
export function checkView(
  { ladder }: KnownLadder,
  { bodies, meetings }: Committees,
  form: ReportForm,
  words: Words,
): object {
  const { subject, text, bodyId, meetingId } = form;
  const address = `${addressOf(ladder)}/report`;
  const named = (all: readonly Choice[], id: string | undefined): string =>
    all.find(({ value }) => value === id)?.text ?? 'None is named';
  return {
    title: 'Check the report',
    ...{ backHref: address, action: address, subject, text, words },
    rows: [
      { name: 'About', value: ladder.member.name },
      { name: 'To', value: named(bodies, bodyId) },
      { name: 'Meeting', value: named(meetings, meetingId) },
      { name: 'Heading', value: subject },
    ],
  };
}
