import { createHash } from 'node:crypto';
import type { Body } from '../../authorities/index.js';
import { civilDate } from '../../law/index.js';
import {
  FACT_VALUES,
  ITEM_FACT_NAMES,
  proposedFacts,
  type AgendaItemFacts,
  type CorrectedAgenda,
  type NewAgenda,
} from '../../meetings/index.js';
import type { AgendaGiven, ItemGiven } from './shapes.js';

/** The agenda as it was received: its words are what was sent, and the same words twice are one agenda. */
export function receivedAgenda(given: AgendaGiven, bodyName: string): NewAgenda {
  const content = JSON.stringify(given);
  return {
    content,
    contentHash: createHash('sha256').update(content, 'utf8').digest('hex'),
    bytes: Buffer.byteLength(content),
    reading: {
      ...{ body: bodyName, title: null, date: given.meetsOn, time: given.startsAt, venue: given.venue },
      ...(given.issuedOn === undefined ? {} : { issuedOn: given.issuedOn }),
      ...(given.participationBy === undefined ? {} : { participationBy: given.participationBy }),
      items: given.items.map(({ number = null, title, text, restricted }) => ({
        ...{ number, title },
        ...(text === undefined ? {} : { text }),
        ...(restricted === undefined ? {} : { restricted }),
      })),
      warnings: [],
    },
  };
}

/** The same as a clerk would have corrected it. */
export function correctedAgenda(given: AgendaGiven, body: Body | undefined): CorrectedAgenda {
  const { bodyId, startsAt, venue, participationBy } = given;
  return {
    ...{ bodyId, startsAt, venue, meetsOn: civilDate(given.meetsOn) },
    ...(given.issuedOn === undefined ? {} : { issuedOn: civilDate(given.issuedOn) }),
    ...(participationBy === undefined ? {} : { participationBy }),
    ...(given.kind === undefined ? {} : { kind: given.kind }),
    items: given.items.map((item) => ({
      ...{ number: item.number ?? null, title: item.title, restricted: item.restricted ?? false },
      ...(item.text === undefined ? {} : { text: item.text }),
      facts: factsOf(item, body),
    })),
  };
}

/** What the council’s own system says of an item is as good as what a clerk does. */
function factsOf({ facts = {} }: ItemGiven, body: Body | undefined): AgendaItemFacts {
  const said = ITEM_FACT_NAMES.flatMap((name) => {
    const value = FACT_VALUES.find((known) => known === facts[name]);
    return value === undefined ? [] : [[name, { value, source: 'clerk' }] as const];
  });
  return { ...proposedFacts(undefined, body?.kind), ...Object.fromEntries(said) };
}
