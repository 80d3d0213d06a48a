import { describeInterest, type OpenedNotification } from '../../../register/index.js';
import { categoryInWords, dateInWords, takingOfficeInWords } from '../../../wording/index.js';
import { fact, facts, heading, paragraph, type Part, type Section } from '../case-document.js';
import type { InterestOnDay } from '../interests-on-day.js';
import type { KnownCase } from '../known.js';
import { dayInWords, momentInWords } from '../moments.js';
import { DETAILS_WITHHELD } from '../reader.js';

const STANDINGS = { elected: 'Elected', appointed: 'Appointed', 'co-opted': 'Co-opted' } as const;
const VOTES = { any: '', education: ', votes on education', none: ', no vote' } as const;

/** The member's terms, and what s.30 asked of them, as it stood on the day. */
export function memberAndTerms({ member, terms, duty, day }: KnownCase): Section {
  const held = terms.map(({ standing, votesOn, becameMemberOn, endedOn, pollingDay }) =>
    facts(
      fact('Office', `${STANDINGS[standing]}${VOTES[votesOn]}`),
      fact('Became a member on', dayInWords(becameMemberOn)),
      pollingDay === null ? undefined : fact('Polling day', dayInWords(pollingDay)),
      fact('Last day in office', dayInWords(endedOn, 'Still in office')),
    ),
  );
  return {
    ...{ id: 'member', title: 'The member and their terms' },
    parts: [
      facts(fact('Name', member.name)),
      ...(held.length === 0 ? [paragraph('No term of office is recorded.')] : held),
      heading('Notifying interests on taking office, as it stood on the day'),
      ...dutyParts(duty, day),
    ],
  };
}

function dutyParts(duty: KnownCase['duty'], day: KnownCase['day']): Part[] {
  if (duty === undefined) return [paragraph('The member held no office on that day.')];
  if ('kind' in duty)
    return [paragraph(`This system does not hold the law that applied on ${dateInWords(duty.on)}.`)];
  const { headline, because } = takingOfficeInWords(duty.answer, day);
  const { clock } = duty.answer;
  return [
    facts(
      clock === null ? undefined : fact('Last day of the 28', dateInWords(clock.lastDay)),
      fact('As it would have been said to the member', headline),
    ),
    { kind: 'lines', lines: because },
  ];
}

const KINDS = { whole: 'All interests', change: 'A change' } as const;
const CHANNELS = { web: 'on the web', paper: 'on paper', import: 'in a register from elsewhere' } as const;

/** What was received from the member, when, how, and when it was entered. */
export function notificationsReceived({ notifications, nameOf }: KnownCase): Section {
  const parts = notifications.map(({ notification, interests }: OpenedNotification): Part => {
    const { kind, channel, receivedAt, receivedOn, recordedAt, enteredAt, enteredBy } = notification;
    const late = channel !== 'web' ? fact('Typed in', momentInWords(recordedAt)) : undefined;
    return facts(
      fact('Notified', `${KINDS[kind]}, ${CHANNELS[channel]}; ${interestCount(interests.length)}`),
      fact('Received', channel === 'web' ? momentInWords(receivedAt) : dayInWords(receivedOn)),
      late,
      fact(
        'Entered in the register',
        enteredAt === null
          ? 'Not yet, or not all of it'
          : `${momentInWords(enteredAt)}${enteredBy === null ? '' : `, by ${nameOf(enteredBy)}`}`,
      ),
    );
  });
  return {
    ...{ id: 'notifications', title: 'Notifications received' },
    parts: parts.length === 0 ? [paragraph('None was received from this member.')] : parts,
  };
}

const interestCount = (count: number): string =>
  count === 0 ? 'no interest' : count === 1 ? '1 interest' : `${count} interests`;

const HOLDERS = { self: 'the member’s own', partner: 'a spouse’s or partner’s' } as const;
const SENSITIVE = { no: 'No', claimed: 'Asked for, not decided on that day', agreed: 'Yes, agreed' } as const;

/** What the monitoring officer knew of on the day: entered, or waiting to be. */
export function registerOnTheDay({ interests, day }: KnownCase): Section {
  const rows = (state: InterestOnDay['state']): Part[] =>
    interests.filter((one) => one.state === state).map(interestPart);
  const pending = rows('pending');
  const entered = rows('entered');
  return {
    ...{ id: 'register', title: `The register as it stood on ${dateInWords(day)}` },
    parts: [
      ...(entered.length === 0 ? [paragraph('Nothing was entered for this member on that day.')] : entered),
      ...(pending.length === 0
        ? []
        : [heading('Received by the end of that day, and not entered yet'), ...pending]),
    ],
  };
}

function interestPart(one: InterestOnDay): Part {
  const { category, heldBy, details, since, state, sensitive, isWithheld } = one;
  return facts(
    fact('Interest', isWithheld ? DETAILS_WITHHELD : describeInterest(details)),
    fact('Category', `${categoryInWords(category).name}, ${HOLDERS[heldBy]}`),
    fact(state === 'entered' ? 'Entered' : 'Received', dateInWords(since)),
    fact('Sensitive on that day', SENSITIVE[sensitive]),
  );
}
