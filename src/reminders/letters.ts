import { Injectable } from '@nestjs/common';
import type { Authority } from '../authorities/index.js';
import { asHtml } from './as-html.js';
import { closingOf } from './closing.js';
import type { FixedWords } from './fixed-words.js';
import { distinct, fingerprintOf, linesBeneath, type LetterParts, type Telling } from './letter-parts.js';
import { subjectLine } from './subject-line.js';
import { TurnOff } from './turn-off.js';
import { Addresses } from './topics/addresses.js';
import { FOR_THE_MEMBER_ALONE } from './topics/rules.js';
import type { Reader } from './topics/topic.js';
import { Topics } from './topics/topics.js';

/** Puts what is told to one reader into one message. */
@Injectable()
export class Letters {
  constructor(
    private readonly addresses: Addresses,
    private readonly topics: Topics,
    private readonly turnOff: TurnOff,
  ) {}

  /** What an officer may not read of a message is told to its reader, and left out of what is kept for officers. */
  write(
    authority: Pick<Authority, 'id' | 'kind' | 'name'>,
    reader: Reader & { readonly name: string },
    told: readonly Telling[],
  ): { subject: string; words: FixedWords } {
    const { subject, words: written } = this.#written(authority, reader, told);
    const words = { ...written, fingerprint: fingerprintOf(told.map(({ part }) => part)) };
    const open = told.filter(({ reminder: { rule } }) => !FOR_THE_MEMBER_ALONE.has(rule));
    if (open.length === told.length) return { subject, words };
    if (open.length === 0) return { subject, words: { ...words, toOfficers: null } };
    const shorter = this.#written(authority, reader, open);
    const toOfficers = { subject: shorter.subject, text: shorter.words.text };
    return { subject, words: { ...words, toOfficers } };
  }

  #written(
    { id: authorityId, name: authorityName, kind }: Pick<Authority, 'id' | 'kind' | 'name'>,
    reader: Reader & { readonly name: string },
    told: readonly Telling[],
  ): { subject: string; words: FixedWords } {
    const parts = distinct([...told].sort(byUse).map(({ part }) => part));
    const [first, ...others] = parts;
    if (first === undefined) throw new Error('A message without anything to tell.');
    const kinds = told.map(({ reminder }) => this.topics.wishKind(reminder.rule, reminder.step));
    const optional = [...new Set(kinds.filter((kind) => kind !== undefined))];
    const unsubscribe =
      reader.memberId === null || optional.length === 0
        ? undefined
        : this.turnOff.address(authorityId, reader.memberId, optional);
    const heading = others.length === 0 ? first.subject : `${parts.length} things to know`;
    const letter = {
      ...{ greeting: `Dear ${reader.name}`, heading, parts },
      closing: closingOf({
        ...{ authorityName, isParish: kind === 'parish', isMember: reader.memberId !== null },
        choose: this.addresses.of('/my/reminders'),
        ...(unsubscribe !== undefined && { turnOff: unsubscribe }),
        allOptional: !kinds.includes(undefined),
      }),
    };
    return {
      subject: subjectLine(others.length === 0 ? heading : `${heading}: ${authorityName}`),
      words: {
        text: asText(letter),
        html: asHtml(letter),
        // A mail program's own button must not promise to end what cannot be ended.
        ...(unsubscribe !== undefined && !kinds.includes(undefined) && { unsubscribe }),
        ...(parts.length === 1 && first.calendar !== undefined && { calendar: first.calendar }),
      },
    };
  }
}

/** First what never loses its use, such as a duty; then what is of use for the shortest time, such as the next meeting. */
function byUse({ reminder: one }: Telling, { reminder: other }: Telling): number {
  return Number(one.usefulUntil) - Number(other.usefulUntil);
}

function asText({ greeting, heading, parts, closing }: LetterParts): string {
  const several = parts.length > 1;
  return [
    ...[greeting, ''],
    ...(several ? [heading, ''] : []),
    ...parts.flatMap((part, index) =>
      several ? [`${index + 1}. ${part.subject}`, '', ...linesBeneath(part), ''] : [...part.lines, ''],
    ),
    ...closing,
  ].join('\n');
}
