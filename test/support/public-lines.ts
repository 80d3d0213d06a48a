import { randomUUID } from 'node:crypto';
import type { RegisterCategory } from '../../src/law/index.js';
import type { InterestDetails, PublicLine, WithheldBy } from '../../src/register/index.js';

/** Days on which a line stood: from the first until the end of the one before the second. */
interface Stood {
  readonly member?: string;
  readonly from?: string;
  readonly until?: string;
}

let made = 0;

function line(stood: Stood, says: Partial<PublicLine>): PublicLine {
  const { member = 'anna', from = '2017-06-01', until } = stood;
  return {
    ...{ authorityId: 'wyre', id: `line-${++made}`, memberId: member },
    ...{ category: null, registerEntryId: null, thingId: null, details: null, words: null, withheldBy: null },
    ...{ publishedOn: from, publishedAt: new Date(`${from}T09:00:00Z`) },
    ...{ closedOn: until ?? null, closedAt: until === undefined ? null : new Date(`${until}T09:00:00Z`) },
    kind: 'entry',
    ...says,
  };
}

/** A published entry. Lines of one interest have one `thing`. */
export function entryLine(
  details: InterestDetails,
  words: string,
  { thing = randomUUID(), ...stood }: Stood & { readonly thing?: string } = {},
): PublicLine {
  const { category } = details;
  return line(stood, {
    kind: 'entry',
    category,
    registerEntryId: randomUUID(),
    thingId: thing,
    details,
    words,
  });
}

export function nothingLine(category: RegisterCategory, stood: Stood = {}): PublicLine {
  return line(stood, { kind: 'nothing', category });
}

export function withheldLine(
  withheldBy: WithheldBy,
  category: RegisterCategory | null,
  stood: Stood & { readonly thing?: string } = {},
): PublicLine {
  return line(stood, { kind: 'withheld', category, withheldBy, thingId: stood.thing ?? null });
}
