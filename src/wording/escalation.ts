import { england } from '../law/index.js';
import type { Citation, CivilDate } from '../law/index.js';
import { dateInWords, dayAndDateInWords } from './dates.js';
import { cited, meetingNamed, type MeetingNamed } from './reminded-members.js';

/** What was declared at a meeting and is not in the register. What the interest is, is not said. */
export interface DeclaredUnnotified {
  readonly meeting: MeetingNamed;
  /** '4. Lease of the market hall'; undefined where no item was named. */
  readonly item: string | undefined;
  /** False where a clerk recorded it and nobody has said whether it is in the register. */
  readonly isCertain: boolean;
  readonly lastDay: CivilDate;
}

/** An open duty as a letter and a report tell of it. */
export interface EscalatedDuty {
  readonly name: string;
  /** 'Elected'. */
  readonly office: string;
  readonly council: string;
  /** Undefined where the letter is about a declaration alone. */
  readonly takingOffice:
    | {
        readonly since: CivilDate;
        readonly lastDay: CivilDate;
        /** The member answered some of the questions, and not all. */
        readonly answeredInPart: boolean;
      }
    | undefined;
  readonly declared: readonly DeclaredUnnotified[];
}

/** What was done before, in the order of the days. */
export interface EscalatedBefore {
  readonly on: CivilDate;
  /** 'A reminder was sent'. */
  readonly what: string;
}

/** A letter or a report: its heading and its words, with an empty line between paragraphs. */
export interface EscalationWords {
  readonly subject: string;
  readonly text: string;
}

const OFFENCE: Citation = england.s34_1OnTakingOffice.citation;
const paragraphs = (lines: readonly string[]): string => lines.join('\n\n');

/**
 * The letter to a member about an open duty. It asks, and finds nothing: only an interest that was held and not notified
 * could be a breach, and where one is known the question about it gives its source.
 * @param reply where the member answers, and the day by which the officer asks them to
 */
export function escalationLetter(
  duty: EscalatedDuty,
  reply: { readonly address: string; readonly by: CivilDate; readonly writtenOn: CivilDate },
): EscalationWords {
  const { takingOffice, declared } = duty;
  const heading =
    takingOffice === undefined
      ? 'An interest that you declared at a meeting'
      : 'Your notification of interests on taking office';
  return {
    subject: heading,
    text: paragraphs([
      `Dear ${duty.name}`,
      ...(takingOffice === undefined ? [] : onTakingOffice(duty, takingOffice, reply.writtenOn)),
      ...declared.map((one) => aboutDeclared(one, 'you', reply.writtenOn)),
      `Please answer by ${dayAndDateInWords(reply.by)}. I ask for that day; the law does not set it. You can answer here: ${reply.address}`,
      ...(takingOffice === undefined
        ? []
        : [
            'If you hold nothing that has to be notified, please say so for each question. That is an answer, and it closes this matter.',
          ]),
      cited(
        'What the law says if an interest is not notified: failing without reasonable excuse to notify an interest that you hold is an offence.',
        OFFENCE,
      ),
      'This letter finds nothing against you. If you have answered already, or if something here is wrong, please tell me.',
      `The Monitoring Officer\n${duty.council}\n${dateInWords(reply.writtenOn)}`,
    ]),
  };
}

function onTakingOffice(
  { office, council }: EscalatedDuty,
  { since, lastDay, answeredInPart }: NonNullable<EscalatedDuty['takingOffice']>,
  today: CivilDate,
): string[] {
  return [
    `You have held office at ${council} since ${dateInWords(since)} (${office.toLowerCase()}).`,
    cited(
      `A member must notify the monitoring officer of the disclosable pecuniary interests that they hold on taking office, within 28 days. The last day ${isOrWas(lastDay, today)} ${dayAndDateInWords(lastDay)}.`,
      england.s30_1.citation,
    ),
    answeredInPart
      ? 'We have an answer from you to some of the questions, and not to all of them.'
      : 'We have no answer from you.',
  ];
}

const isOrWas = (lastDay: CivilDate, today: CivilDate): string => (today > lastDay ? 'was' : 'is');

function aboutDeclared(
  { meeting, item, isCertain, lastDay }: DeclaredUnnotified,
  whom: string,
  today: CivilDate,
): string {
  const record = `The record of the meeting of ${meetingNamed(meeting)} says that ${whom} declared a disclosable pecuniary interest${item === undefined ? '' : ` in the item “${item}”`}.`;
  const question = isCertain
    ? 'Was it notified? We have no record of it.'
    : 'Is it in the register, or was it notified? We have no record of either.';
  return `${record} ${question} ${cited(`If it had to be notified, the last day ${isOrWas(lastDay, today)} ${dayAndDateInWords(lastDay)}.`, england.s31_3.citation)}`;
}

/** The report to a committee about an open duty: what is known, what was done, and that nothing is found. */
export function escalationReport(
  duty: EscalatedDuty,
  done: readonly EscalatedBefore[],
  today: CivilDate,
): EscalationWords {
  const { name, office, council, takingOffice, declared } = duty;
  return {
    subject: `Notification of interests: ${name}`,
    text: paragraphs([
      `${name} is a member of ${council} (${office.toLowerCase()}).`,
      ...(takingOffice === undefined
        ? []
        : [
            cited(
              `The last day to notify the monitoring officer of disclosable pecuniary interests held on taking office on ${dateInWords(takingOffice.since)} ${isOrWas(takingOffice.lastDay, today)} ${dayAndDateInWords(takingOffice.lastDay)}.`,
              england.s30_1.citation,
            ),
            `State on ${dateInWords(today)}: not answered${takingOffice.answeredInPart ? ' in full' : ''}.`,
            'Only a member who holds such an interest has to notify it. Whether this member holds one is not known, so this report finds no breach.',
          ]),
      ...declared.map((one) => aboutDeclared(one, 'the member', today)),
      ...(takingOffice === undefined
        ? [
            `State on ${dateInWords(today)}: not answered. The questions above are open, and this report finds no breach.`,
          ]
        : []),
      `What was done: ${done.length === 0 ? 'nothing is recorded.' : ''}${done.map(({ on, what }) => `\n– ${dateInWords(on)}: ${what}`).join('')}`,
      'The committee is asked to note this report.',
    ]),
  };
}
