import { dayAndDateInWords } from '../../../wording/index.js';
import { fact, facts, heading, paragraph, type Part, type Section } from '../case-document.js';
import type { KnownCase } from '../known.js';
import { dayInWords, momentInWords } from '../moments.js';
import { WORDS_WITHHELD } from '../reader.js';
import { itemInWords, meetingInWords } from './names.js';

/** What is alleged, of whom and on which day; and what a case file is not. */
export function allegation({ file, member, day, meeting, withheld, nameOf }: KnownCase): Section {
  return {
    ...{ id: 'allegation', title: 'What is alleged' },
    parts: [
      facts(
        fact('Reference', file.reference),
        fact('Member', member.name),
        fact('Day', dayAndDateInWords(day)),
        meeting && fact('Meeting', meetingInWords(meeting)),
        meeting?.item && fact('Item', itemInWords(meeting.item)),
        fact('Opened', `${momentInWords(file.openedAt)}, by ${nameOf(file.openedBy)}`),
      ),
      { kind: 'quote', lines: withheld.words ? [WORDS_WITHHELD] : file.alleged.split('\n') },
      paragraph(
        'An allegation is not a finding. This file puts what was recorded in order, and asks what the law of the day could have said. Whether anybody is prosecuted is for the Director of Public Prosecutions alone (Localism Act 2011 s.34(5)); whether a code was broken is for the council to decide under its arrangements (s.28(6)).',
      ),
    ],
  };
}

/** What officers wrote into the file, and how it was closed. */
export function notesAndOutcome({ file, notes, withheld, nameOf }: KnownCase): Section {
  const wordsOf = (words: string): readonly string[] =>
    withheld.words ? [WORDS_WITHHELD] : words.split('\n');
  const written = notes.flatMap((note): Part[] => [
    heading(`${momentInWords(note.writtenAt)}, by ${nameOf(note.writtenBy)}`),
    { kind: 'quote', lines: wordsOf(note.words) },
  ]);
  const { closedAt, closedBy, outcome } = file;
  const closed: Part[] =
    closedAt === null || closedBy === null
      ? [paragraph('The file is open.')]
      : [
          heading(`Closed ${momentInWords(closedAt)}, by ${nameOf(closedBy)}`),
          { kind: 'quote', lines: wordsOf(outcome ?? '') },
        ];
  return {
    ...{ id: 'notes', title: 'Notes and outcome' },
    parts: [...(written.length === 0 ? [paragraph('No notes.')] : written), ...closed],
  };
}

/** The days of s.34(6) and (8), as they are recorded. */
export const evidenceInWords = ({ evidenceKnownOn, certifiedOn }: KnownCase['file']): Part =>
  facts(
    fact('Evidence known to the prosecutor on', dayInWords(evidenceKnownOn)),
    fact('Certificate of the prosecutor states', dayInWords(certifiedOn, 'No certificate is recorded')),
  );
