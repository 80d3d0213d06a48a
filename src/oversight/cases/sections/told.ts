import { stepOfReminderInWords, topicInWords, type Outcome } from '../../../reminders/index.js';
import { reliefInWords } from '../../../wording/index.js';
import { fact, facts, heading, paragraph, type Part, type Section } from '../case-document.js';
import type { KnownCase } from '../known.js';
import { dayInWords, momentInWords } from '../moments.js';
import { WORDS_WITHHELD } from '../reader.js';

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  planned: 'Planned',
  held: 'Held back',
  sending: 'Being sent',
  sent: 'Sent',
  delivered: 'Delivered',
  undelivered: 'Not delivered',
  missed: 'Missed',
  withdrawn: 'Not needed',
  failed: 'Could not be written',
};

/** Reminders and messages to the member that bear on the case, with the words that were sent. */
export function remindersSent({ told, withheld }: KnownCase): Section {
  const isAgain = (id: string, index: number): boolean =>
    told.findIndex(({ message }) => message?.id === id) < index;
  const parts = told.flatMap(({ reminder, message, outcome, words }, index): Part[] => [
    heading(topicInWords(reminder.rule).about),
    facts(
      fact('Step', stepOfReminderInWords(reminder)),
      fact('Due', momentInWords(reminder.dueAt)),
      fact('Outcome', OUTCOMES[outcome]),
      message?.sentAt == null ? undefined : fact('Sent', momentInWords(message.sentAt)),
      message?.failedAt == null ? undefined : fact('Given up', momentInWords(message.failedAt)),
    ),
    ...(message === null ? [] : [wordsPart(words, withheld.words, isAgain(message.id, index))]),
  ]);
  return {
    ...{ id: 'reminders', title: 'Reminders and messages' },
    parts: parts.length === 0 ? [paragraph('None that bears on this file.')] : parts,
  };
}

/** One message may tell of several things; its words stand here once. */
function wordsPart(words: readonly string[] | undefined, isWithheld: boolean, isAgain: boolean): Part {
  if (isAgain) return paragraph('It was told in a message whose words stand above.');
  if (words !== undefined)
    return { kind: 'words', title: 'The words of the message', lines: words.filter((line) => line !== '') };
  return { kind: 'quote', lines: [isWithheld ? WORDS_WITHHELD : 'All of it is the member’s alone to read.'] };
}

const STATES = {
  waiting: 'Waiting for a decision',
  granted: 'Granted',
  refused: 'Refused',
  withdrawn: 'Taken back by the member',
} as const;
const ONLY_DECIDERS = 'Only those who decide on dispensations can read it';

/** What the member asked to be relieved from, what was decided, and whether it reached the item. */
export function dispensations({ dispensations: all, covers, meeting, withheld, day }: KnownCase): Section {
  const hidden = withheld.words || withheld.dispensationWords;
  const parts = all.map(({ state, request, asked, decision }): Part => {
    const granted = decision?.outcome === 'granted' ? decision : undefined;
    return facts(
      fact('State', STATES[state]),
      fact(
        'Asked on',
        `${dayInWords(request.requestedOn)}, ${request.inWriting ? 'in writing' : 'not in writing'}`,
      ),
      fact('Asked for', reliefInWords(request.relieves)),
      fact('Matter', hidden ? ONLY_DECIDERS : asked.matter),
      decision && fact('Decided on', dayInWords(decision.decidedOn)),
      granted &&
        fact('In force', `${dayInWords(granted.fromOn)} to ${dayInWords(granted.toOn, 'no last day')}`),
      granted && fact('In force on the day', isInForce(granted, day) ? 'Yes' : 'No'),
      granted?.ground == null ? undefined : fact('Ground', `s.33(2)(${granted.ground})`),
      granted && meeting?.item && fact('Reaches the item', REACHES[`${covers.get(request.id)}`]),
      decision && fact('Reasons', hidden ? ONLY_DECIDERS : decision.words.reason || 'None stated'),
    );
  });
  return {
    ...{ id: 'dispensations', title: 'Dispensations' },
    parts: parts.length === 0 ? [paragraph('The member has asked for none.')] : parts,
  };
}

const REACHES = { true: 'Yes', false: 'No', undefined: 'Nobody has said so' } as const;

const isInForce = (
  { fromOn, toOn }: { readonly fromOn: string | null; readonly toOn: string | null },
  day: string,
): boolean => (fromOn === null || fromOn <= day) && (toOn === null || toOn >= day);
