import {
  becauseInWords,
  categoryInWords,
  couldHaveAppliedInWords,
  dateInWords,
  explainMeeting,
  explanationAsText,
  lastDayForProceedingsInWords,
  lineInWords,
  offenceAskedInWords,
} from '../../../wording/index.js';
import { describeInterest } from '../../../register/index.js';
import { fact, facts, heading, paragraph, type Part, type Section } from '../case-document.js';
import type { InterestAtItem } from '../law-on-the-day.js';
import type { KnownCase } from '../known.js';
import { timeLimitsOf } from '../time-limits.js';
import { evidenceInWords } from './allegation.js';

/** What the law of the day says of the item and each interest that it may have been about. */
export function lawOfTheDay(known: KnownCase, versions: readonly string[]): Section {
  return {
    ...{ id: 'law', title: `The law on ${dateInWords(known.day)}` },
    parts: [
      ...answerParts(known),
      heading('The rules that were asked, in the version of that day'),
      { kind: 'list', items: versions },
    ],
  };
}

function answerParts({ law, day }: KnownCase): Part[] {
  switch (law.kind) {
    case 'no-item':
      return [
        paragraph(
          'This file is about no item of business, so what s.31 asks at a meeting is not asked here. What s.30 asked on taking office stands under “The member and their terms”.',
        ),
      ];
    case 'not-in-office':
      return [paragraph('The member held no office on that day, so nothing of s.31 bound them.')];
    case 'not-encoded':
      return [paragraph(`This system does not hold the law that applied on ${dateInWords(day)}.`)];
    case 'asked': {
      const shown = law.atItem.filter(({ interest }) => !interest.isWithheld);
      return [
        ...(shown.length === 0
          ? [
              paragraph(
                `${law.compared === 1 ? '1 interest was' : `${law.compared} interests were`} known on that day, and none that you may read matches the words of the item. That does not mean that the member had none.`,
              ),
            ]
          : []),
        ...(law.anyWithheld
          ? [
              paragraph(
                'Interests whose details are withheld from you are not held against the item here, whether or not they match.',
              ),
            ]
          : []),
        ...shown.flatMap(interestParts),
      ];
    }
  }
}

const SAID = {
  'about-it': 'The member said that the item is about it',
  'affects-it': 'The member said that the item affects it',
  'not-about-it': 'The member said that the item is not about it',
  'not-sure': 'The member said that they are not sure',
} as const;

function interestParts({ interest, match, said, supposed, offence }: InterestAtItem): Part[] {
  const name = describeInterest(interest.details);
  const explained = explainMeeting(supposed, `the interest “${name}”`);
  return [
    heading(name),
    facts(
      fact('Category', categoryInWords(interest.category).name),
      fact(
        interest.state === 'entered' ? 'Entered' : 'Received, not entered yet',
        dateInWords(interest.since),
      ),
      fact(
        'Why it stands beside the item',
        match.level === 'none' ? 'No words of it match' : `In the words of a briefing: “${match.why}”`,
      ),
      fact('What the member said', said === undefined ? 'Nothing' : SAID[said]),
      ...couldHaveAppliedInWords(supposed).map(({ question, answer, citations }) =>
        fact(question, lineInWords({ text: answer, citations })),
      ),
    ),
    {
      ...{ kind: 'words', title: 'As it would have been said to the member before the meeting' },
      lines: explanationAsText(explained),
    },
    paragraph('Could s.34(1) have applied to what is recorded?'),
    { kind: 'list', items: offenceAskedInWords(offence) },
  ];
}

/** Until when proceedings could be brought, by whom, and what could follow. */
export function timeLimits({ file }: KnownCase): Section {
  const limits = timeLimitsOf(file);
  return {
    ...{ id: 'time-limits', title: 'Time limits of section 34' },
    parts: [
      paragraph('These days count only if there was an offence, which this file does not say.'),
      evidenceInWords(file),
      facts(fact('Last day to bring proceedings', lastDayForProceedingsInWords(limits.lastDay))),
      { kind: 'lines', lines: becauseInWords(limits.reasons) },
      ...(limits.supposesNoCertificate
        ? [
            paragraph(
              'No certificate is recorded here, and none is supposed to exist. One would settle the day (s.34(8)).',
            ),
          ]
        : []),
      heading('Who brings proceedings, and what a court can do'),
      { kind: 'lines', lines: becauseInWords([...limits.prosecutor, ...limits.fine]) },
    ],
  };
}
